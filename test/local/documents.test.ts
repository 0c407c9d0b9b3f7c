import {
  connectSdk,
  startCloud,
  type SdkCollection,
  type SdkDatabase,
  type SdkQuery,
  type Started,
} from './support/cloud'

let cloud: Started
let db: SdkDatabase
let cards: SdkCollection
const ids = async (query: SdkQuery) => (await query.get()).data.map(({ _id }) => _id)

beforeAll(async () => {
  cloud = await startCloud({
    collections: [
      {
        name: 'cards',
        indexes: [
          { name: 'owner_at', fields: ['owner', '-at'] },
          { name: 'code', fields: ['code'], unique: true },
          { name: 'n', fields: ['n'] },
          { name: 'tags', fields: ['tags'] },
          { name: 'depth', fields: ['nested.depth'] },
        ],
      },
    ],
  })
  db = connectSdk(cloud)
  cards = db.collection('cards')
})
afterAll(() => cloud.close())
beforeEach(() => {
  cloud.database.remove('cards', {}, { multi: true })
})

/** Thirty cards of three owners. */
function insertCards(): void {
  cloud.database.insert(
    'cards',
    Array.from({ length: 30 }, (_, i) => ({
      _id: `k${i}`,
      code: `A${i}`,
      owner: `u${i % 3}`,
      n: i,
      tags: [`t${i % 2}`, 'x'],
      at: new Date(1e12 + i * 1000),
      nested: { depth: i },
    })),
  )
}

describe('documents', () => {
  it('come back with their types', async () => {
    const data = {
      _id: 'k1',
      code: 'A1',
      owner: null,
      n: 1,
      half: 1.5,
      negative: -7,
      big: 2 ** 40,
      truth: true,
      text: '你好 😀 "\\ \u0001\u0000',
      list: [1, 'two', [null, { three: 3 }], {}],
      at: new Date('2026-01-02T03:04:05.678Z'),
      old: new Date(-5),
      nested: { deep: { value: 1, list: [] } },
    }
    expect((await cards.add({ data: { ...data } }))._id).toBe('k1')
    expect((await cards.doc('k1').get()).data).toEqual(data)
  })

  it('keep a regular expression and the time of the server', async () => {
    const before = Date.now()
    const data = {
      _id: 'k1',
      code: 'A1',
      pattern: /x/i,
      now: db.serverDate(),
      later: db.serverDate({ offset: 60_000 }),
    }
    await cards.add({ data })
    const stored = (await cards.doc('k1').get()).data as unknown as {
      pattern: { source: string }
      now: Date
      later: Date
    }
    expect(stored.now.getTime()).toBeGreaterThanOrEqual(before)
    expect(stored.later.getTime() - stored.now.getTime()).toBeGreaterThanOrEqual(59_000)
    expect(cloud.database.get('cards', 'k1')?.pattern).toEqual(/x/i)
  })

  it('are given an id if they have none', async () => {
    const { _id } = await cards.add({ data: { code: 'A1' } })
    expect(_id).toMatch(/^[0-9a-f]{32}$/)
    expect((await cards.doc(_id).get()).data).toEqual({ _id, code: 'A1' })
  })

  it('tell a number from a text as an id', async () => {
    await cards.add({ data: { _id: 1, code: 'number' } })
    await cards.add({ data: { _id: '1', code: 'text' } })
    expect((await cards.doc(1).get()).data?.code).toBe('number')
    expect((await cards.doc('1').get()).data?.code).toBe('text')
  })

  it('are null when they are missing, and removed once', async () => {
    await cards.add({ data: { _id: 'k1', code: 'A1' } })
    expect((await cards.doc('k1').remove()).stats.removed).toBe(1)
    expect((await cards.doc('k1').remove()).stats.removed).toBe(0)
    expect((await cards.doc('k1').get()).data).toBeNull()
  })

  it('are replaced or made by set', async () => {
    const made = await cards.doc('k1').set({ data: { code: 'A1', extra: 1 } })
    expect(made.stats).toEqual({ updated: 0, created: 1 })
    const replaced = await cards.doc('k1').set({ data: { code: 'A2' } })
    expect(replaced.stats).toEqual({ updated: 1, created: 0 })
    expect((await cards.doc('k1').get()).data).toEqual({ _id: 'k1', code: 'A2' })
  })
})

describe('updates', () => {
  const updated = async (before: object, data: object) => {
    await cards.add({ data: { _id: 'k1', code: 'A1', ...before } })
    await cards.doc('k1').update({ data })
    const { _id, code: _code, ...rest } = (await cards.doc('k1').get()).data ?? {}
    return rest
  }
  const command = (name: string, ...operands: unknown[]) => db.command[name]?.(...operands)

  it.each([
    ['inc', { n: 1 }, () => ({ n: command('inc', 5) }), { n: 6 }],
    ['inc of a missing field', {}, () => ({ n: command('inc', 5) }), { n: 5 }],
    [
      'mul, min and max',
      { a: 2, b: 5, c: 5 },
      () => ({ a: command('mul', 3), b: command('min', 3), c: command('max', 9) }),
      { a: 6, b: 3, c: 9 },
    ],
    ['an object merges', { o: { a: 1 } }, () => ({ o: { b: 2 } }), { o: { a: 1, b: 2 } }],
    ['set replaces an object', { o: { a: 1 } }, () => ({ o: command('set', { b: 2 }) }), { o: { b: 2 } }],
    ['remove', { a: 1, b: 2 }, () => ({ a: command('remove') }), { b: 2 }],
    ['rename', { a: 1 }, () => ({ a: command('rename', 'b') }), { b: 1 }],
    ['a path', { o: { a: [{ x: 1 }] } }, () => ({ 'o.a.0.x': 2 }), { o: { a: [{ x: 2 }] } }],
    ['push', { a: [1] }, () => ({ a: command('push', [2, 3]) }), { a: [1, 2, 3] }],
    [
      'push that sorts and cuts',
      { a: [3, 1] },
      () => ({ a: command('push', { each: [2, 5], sort: 1, slice: -3 }) }),
      { a: [2, 3, 5] },
    ],
    [
      'push that sorts and cuts what is missing',
      {},
      () => ({ a: command('push', { each: [2, 5, 1], sort: 1, slice: -2 }) }),
      { a: [2, 5] },
    ],
    ['unshift, then pop', { a: [1, 2] }, () => ({ a: command('unshift', [0]) }), { a: [0, 1, 2] }],
    ['pop', { a: [1, 2] }, () => ({ a: command('pop') }), { a: [1] }],
    ['shift', { a: [1, 2] }, () => ({ a: command('shift') }), { a: [2] }],
    ['pull', { a: [1, 5, 9] }, () => ({ a: command('pull', command('gt', 4)) }), { a: [1] }],
    ['pullAll', { a: [1, 2, 3, 2] }, () => ({ a: command('pullAll', [2, 3]) }), { a: [1] }],
    ['addToSet', { a: [1] }, () => ({ a: command('addToSet', 1) }), { a: [1] }],
    ['addToSet keeps old duplicates', { a: [1, 1] }, () => ({ a: command('addToSet', 2) }), { a: [1, 1, 2] }],
    ['addToSet of several', {}, () => ({ a: command('addToSet', { $each: [1, 1, 2] }) }), { a: [1, 2] }],
  ])('%s', async (_, before, data, after) => {
    expect(await updated(before, data())).toEqual(after)
  })

  it('count what they change, and not what stays the same', async () => {
    insertCards()
    expect((await cards.where({ n: db.command.gt?.(27) }).update({ data: { hot: true } })).stats.updated).toBe(2)
    expect((await cards.where({ n: db.command.gt?.(27) }).update({ data: { hot: true } })).stats.updated).toBe(0)
    expect((await cards.doc('nobody').update({ data: { hot: true } })).stats.updated).toBe(0)
  })

  it('let one of fifty racers win', async () => {
    insertCards()
    const claim = (i: number) =>
      cards.where({ _id: 'k7', claimedBy: db.command.exists?.(false) }).update({ data: { claimedBy: `u${i}` } })
    const claims = await Promise.all(Array.from({ length: 50 }, (_, i) => claim(i)))
    expect(claims.filter(({ stats }) => stats.updated === 1)).toHaveLength(1)
  })
})

describe('queries', () => {
  beforeEach(insertCards)
  const c = (name: string, ...operands: unknown[]) => {
    const made = db.command[name]?.(...operands)
    if (!made) throw new Error(name)
    return made
  }

  it.each([
    ['in', () => ({ _id: c('in', ['k3', 'k4', 'nobody']) }), 2],
    ['a range', () => ({ owner: 'u1', n: c('gt', 10).and(c('lt', 20)) }), 3],
    ['or', () => c('or', [{ n: c('lt', 4) }, { n: c('gte', 28) }]), 6],
    ['an element of an array', () => ({ tags: 't0', 'nested.depth': c('exists', true) }), 15],
    ['all elements', () => ({ tags: c('all', ['x', 't1']) }), 15],
    ['a path', () => ({ nested: { depth: 5 } }), 1],
    ['a prefix', () => ({ code: /^A2/ }), 11],
    ['the RegExp of the SDK', () => ({ code: db.RegExp({ regexp: '^A29' }) }), 1],
    ['a date', () => ({ owner: 'u0', at: c('gt', new Date(1e12 + 24_000)) }), 1],
    ['null for what is missing', () => ({ owner: 'u1', nothing: null }), 10],
    ['not, nin and neq beside an index', () => ({ owner: 'u1', n: c('nin', [1, 4]), code: c('neq', 'A7') }), 7],
    ['size, mod', () => ({ tags: c('size', 2), n: c('mod', 10, 3), owner: c('in', ['u0', 'u1']) }), 2],
  ])('find by %s', async (_, query, total) => {
    expect((await cards.where(query()).count()).total).toBe(total)
    expect((await cards.where(query()).get()).data).toHaveLength(total)
  })

  it('page in the order of an index', async () => {
    const page = cards.where({ owner: 'u1' }).orderBy('at', 'desc').skip(2).limit(3).field({ code: true })
    expect((await page.get()).data).toEqual([
      { _id: 'k22', code: 'A22' },
      { _id: 'k19', code: 'A19' },
      { _id: 'k16', code: 'A16' },
    ])
    expect(cloud.database.explain('cards', { owner: 'u1' }, { at: -1 })).toBe('owner_at(1/2), in order')
  })

  it('sort by several fields without an index for the order', async () => {
    const query = cards
      .where({ n: c('lt', 6) })
      .orderBy('owner', 'desc')
      .orderBy('n', 'asc')
    expect(await ids(query)).toEqual(['k2', 'k5', 'k1', 'k4', 'k0', 'k3'])
  })

  it('give a hundred by default and a thousand at most', async () => {
    cloud.database.insert(
      'cards',
      Array.from({ length: 1100 }, (_, i) => ({ code: `B${i}`, owner: 'many' })),
    )
    expect((await cards.where({ owner: 'many' }).get()).data).toHaveLength(100)
    expect((await cards.where({ owner: 'many' }).limit(5000).get()).data).toHaveLength(1000)
    expect((await cards.where({ owner: 'many' }).count()).total).toBe(1100)
  })

  it('are found by more ids or keys than a statement of SQLite takes', async () => {
    const many = Array.from({ length: 40_000 }, (_, i) => i)
    expect((await cards.where({ n: c('in', many) }).count()).total).toBe(30)
    expect(
      (
        await cards
          .where({
            _id: c(
              'in',
              many.map((i) => `k${i * 2}`),
            ),
          })
          .count()
      ).total,
    ).toBe(15)
    expect(
      (
        await cards
          .where({
            tags: c(
              'in',
              many.map((i) => `t${i}`),
            ),
          })
          .count()
      ).total,
    ).toBe(30)
  })

  it('remove what matches', async () => {
    expect((await cards.where({ owner: 'u1' }).remove()).stats.removed).toBe(10)
    expect((await cards.where({ owner: 'u1' }).count()).total).toBe(0)
    expect(cloud.database.count('cards')).toBe(20)
  })
})
