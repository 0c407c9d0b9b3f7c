import { connectSdk, startCloud, type SdkCollection, type SdkDatabase, type Started } from './support/cloud'

let cloud: Started
let db: SdkDatabase
let cards: SdkCollection
const c = (name: string, ...operands: unknown[]) => db.command[name]?.(...operands)

beforeAll(async () => {
  cloud = await startCloud({
    collections: [
      {
        name: 'cards',
        indexes: [
          { name: 'owner_at', fields: ['owner', '-at'] },
          { name: 'code', fields: ['code'], unique: true },
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

describe('a query without an index', () => {
  it.each([
    ['by a field that is not indexed', () => cards.where({ colour: 'red' }).get()],
    ['by the second field of an index', () => cards.where({ at: c('gt', new Date()) }).get()],
    ['without a condition', () => cards.get()],
    ['without a condition, counted', () => cards.where({}).count()],
    ['with one alternative that is not indexed', () => cards.where(c('or', [{ owner: 'u' }, { n: 1 }]) ?? {}).get()],
    ['by what is not so', () => cards.where({ owner: c('neq', 'u') }).get()],
    ['sorted by an index but filtered without one', () => cards.where({ n: 1 }).orderBy('owner', 'asc').get()],
    ['to update', () => cards.where({ n: 1 }).update({ data: { n: 2 } })],
    ['to remove', () => cards.where({ n: 1 }).remove()],
  ])('fails %s', async (_, query) => {
    await expect(query()).rejects.toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('NoIndex') })
  })

  it('says which index is missing, and no value', async () => {
    const query = cards.where({ colour: 'secret', size: c('gt', 4711) }).orderBy('at', 'desc')
    const error = (await query.get().catch((reason: unknown) => reason)) as { errMsg: string }
    expect(error.errMsg).toContain('"cards" (conditions on colour, size, sorted by -at)')
    expect(error.errMsg).toContain("missing index: { name: 'colour_at_size', fields: ['colour', '-at', 'size'] }")
    expect(error.errMsg).not.toMatch(/secret|4711/)
  })

  it('is allowed in the order of an index, because it reads no more than it gives', async () => {
    cloud.database.insert('cards', [
      { _id: 'b', code: '1' },
      { _id: 'a', code: '2' },
      { _id: 'c', code: '3' },
    ])
    expect((await cards.orderBy('_id', 'desc').limit(2).get()).data.map(({ _id }) => _id)).toEqual(['c', 'b'])
    expect((await cards.orderBy('owner', 'asc').orderBy('at', 'desc').limit(2).get()).data).toHaveLength(2)
  })
})

describe('a unique index', () => {
  it('refuses a second document with the key', async () => {
    await cards.add({ data: { _id: 'a', code: 'A1' } })
    await cards.add({ data: { _id: 'b', code: 'A2' } })
    const duplicate = { errCode: -502001, errMsg: expect.stringContaining('E11000') }
    await expect(cards.add({ data: { code: 'A1' } })).rejects.toMatchObject(duplicate)
    await expect(cards.doc('b').update({ data: { code: 'A1' } })).rejects.toMatchObject(duplicate)
    await expect(cards.doc('c').set({ data: { code: 'A1' } })).rejects.toMatchObject(duplicate)
    await expect(cards.add({ data: { _id: 'a', code: 'A3' } })).rejects.toMatchObject(duplicate)
    expect(cloud.database.count('cards')).toBe(2)
  })

  it('counts a missing field as null', async () => {
    await cards.add({ data: { _id: 'a' } })
    await expect(cards.add({ data: { code: null } })).rejects.toMatchObject({
      errMsg: expect.stringContaining('E11000'),
    })
  })

  it('frees the key of a document that is changed or removed', async () => {
    await cards.add({ data: { _id: 'a', code: 'A1' } })
    await cards.doc('a').update({ data: { code: 'A2' } })
    await cards.add({ data: { _id: 'b', code: 'A1' } })
    await cards.doc('b').remove()
    await cards.add({ data: { _id: 'c', code: 'A1' } })
    expect(cloud.database.count('cards')).toBe(2)
  })
})

describe('what MongoDB rejects is rejected', () => {
  it.each([
    ['inc of a text', { n: 'x' }, () => ({ n: c('inc', 1) })],
    ['inc of null', { n: null }, () => ({ n: c('inc', 1) })],
    ['mul of a text', { n: 'x' }, () => ({ n: c('mul', 2) })],
    ['push to a text', { a: 'x' }, () => ({ a: c('push', [1]) })],
    ['push to null', { a: null }, () => ({ a: c('push', [1]) })],
    ['addToSet to an object', { a: {} }, () => ({ a: c('addToSet', 1) })],
    ['pull from a number', { a: 1 }, () => ({ a: c('pull', 1) })],
    ['pop from a text', { a: 'x' }, () => ({ a: c('pop') })],
    ['a field under null', { o: null }, () => ({ 'o.a': 1 })],
    ['a field under a text', { o: 'x' }, () => ({ 'o.a.b': 1 })],
    ['a field under an array', { o: [{ a: 1 }] }, () => ({ 'o.a': 1 })],
    ['inc under null', { o: null }, () => ({ 'o.a': c('inc', 1) })],
    ['an operator as a stored name', {}, () => ({ o: c('set', { $x: 1 }) })],
    ['a field and its parent', { o: {} }, () => ({ o: c('set', {}), 'o.a': 1 })],
  ])('%s', async (_, before, data) => {
    await cards.add({ data: { _id: 'k', code: 'A', ...before } })
    await expect(cards.doc('k').update({ data: data() })).rejects.toMatchObject({ errCode: expect.any(Number) })
    expect((await cards.doc('k').get()).data).toEqual({ _id: 'k', code: 'A', ...before })
  })
})

it('a missing collection is named', async () => {
  const missing = { errCode: -502005, errMsg: expect.stringContaining('nowhere') }
  await expect(db.collection('nowhere').add({ data: {} })).rejects.toMatchObject(missing)
  await expect(db.collection('nowhere').doc('x').get()).rejects.toMatchObject(missing)
  await expect(db.collection('nowhere').where({ _id: 'x' }).count()).rejects.toMatchObject(missing)
  await db.createCollection('nowhere')
  await db.collection('nowhere').add({ data: { _id: 'x' } })
  await expect(db.createCollection('nowhere')).rejects.toMatchObject({ errMsg: expect.stringContaining('Table exist') })
})

it('what is not there yet says so instead of answering wrongly', async () => {
  const unsupported = { errMsg: expect.stringContaining('not supported by the local cloud yet') }
  await expect(cards.aggregate().match({ _id: 'x' }).end()).rejects.toMatchObject(unsupported)
  await expect(cards.where({ _id: 'x', n: NaN }).get()).rejects.toMatchObject(unsupported)
})
