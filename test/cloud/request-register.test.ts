import { showsPictures } from '../../src/cloud/request/view-words'
import { mostNeighbours } from '../../src/domain/request/limits'
import type { InputOf, OutputOf, publicRequest, requestRegister } from '../../src/contract'
import type { LocalCloud } from '../../src/local/start'
import { lastCall, startProduct } from './support/cloud'
import { callAs, consent, dataAs, keys } from './support/people'
import { acted, alterRequest, filed, filer, joiner, requestOf, type Filing } from './support/requests'

jest.setTimeout(60_000)

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startProduct()
  for (const openid of [filer, joiner]) await consent(cloud, openid)
})
afterAll(() => cloud.close())
beforeEach(() => void cloud.database.remove('requests', {}, { multi: true }))

type Page = OutputOf<typeof requestRegister>
const register = (over: Partial<InputOf<typeof requestRegister>> = {}) =>
  dataAs<Page>(cloud, 'openid-of-anybody', 'request.register', {
    ...{ estateId: 'heyuan', buildingId: null, open: true, cursor: null, ...over },
  })
const publicly = (requestId: string) =>
  dataAs<OutputOf<typeof publicRequest>>(cloud, 'openid-of-anybody', 'request.public', { requestId })
const similar = async (over: object = {}) =>
  (
    await dataAs<Page>(cloud, 'openid-of-anybody', 'request.similar', {
      ...{ buildingId: 'heyuan-1', unitId: null, matterId: 'corridor-light', ...over },
    })
  ).requests.map(({ requestId }) => requestId)

const everything = { estateId: 'heyuan', buildingId: 'heyuan-1' } as const
/** One after the other, so that each has its own moment. */
async function filedEach(overs: readonly Partial<Filing>[]): Promise<string[]> {
  const ids: string[] = []
  for (const over of overs) ids.push((await filed(cloud, over)).requestId)
  return ids
}

describe('the register', () => {
  it('says what, where, how it stands and with whom', async () => {
    const { requestId, number, dueAt } = await filed(cloud)
    expect((await register()).requests).toEqual([
      {
        ...{ requestId, number, matterId: 'corridor-light', isPrivate: false, state: 'assigned', dueAt },
        place: { estateName: '和苑小区', buildingName: '1号楼', unitName: null },
        ...{ filedAt: requestOf(cloud, requestId).filedAt, endedAt: null, bySilence: false },
        ...{ agencyName: '和苑物业服务中心', words: '楼道灯一直不亮', joined: 0 },
      },
    ])
  })

  it('has the newest first, of the estate or of one building, those open or those closed', async () => {
    const ids = await filedEach([{}, { buildingId: 'heyuan-2' }, {}])
    const [first, second, third] = ids
    alterRequest(cloud, first ?? '', { open: false, state: 'resolved' })
    const shown = async (over: Partial<InputOf<typeof requestRegister>>) =>
      (await register(over)).requests.map(({ requestId }) => requestId)
    expect(await shown({})).toEqual([third, second])
    expect(await shown(everything)).toEqual([third])
    expect(await shown({ ...everything, open: false })).toEqual([first])
    expect(await shown({ ...everything, estateId: 'another' })).toEqual([])
  })

  it('of a private matter says that there is one in the estate, and nothing in the building’s', async () => {
    const { requestId } = await filed(cloud, { matterId: 'low-income' })
    expect((await register()).requests).toMatchObject([
      {
        ...{ requestId, matterId: null, isPrivate: true, agencyName: null, words: null },
        place: { estateName: '和苑小区', buildingName: null, unitName: null },
      },
    ])
    expect((await register(everything)).requests).toEqual([])
    expect(await publicly(requestId)).toMatchObject({ matterId: null, words: null, agencyName: null })
    alterRequest(cloud, requestId, { agencyId: 'west-police', agencyName: '河岸派出所' })
    expect(JSON.stringify([await register(), await publicly(requestId)])).not.toContain('派出所')
  })

  it.each<[string, Partial<Filing>, object]>([
    ['the resident keeps to the office', { isPublic: false }, {}],
    ['are about a dispute', { matterId: 'leak-from-upstairs' }, {}],
    ['name somebody', { words: '张主任家的灯坏了' }, {}],
    ['name a room', { words: '三零二门口的灯坏了' }, {}],
    ['wait for a look', { words: '灯坏了【待审】' }, {}],
    ['were refused', {}, { wordsState: 'refused' }],
  ])('has no words that %s', async (_, over, after) => {
    const { requestId } = await filed(cloud, over)
    alterRequest(cloud, requestId, after)
    expect((await register()).requests).toMatchObject([{ requestId, words: null }])
    expect((await publicly(requestId)).words).toBeNull()
  })

  it('comes in pages, none twice, each by one read in the order of an index', async () => {
    const { requestId } = await filed(cloud)
    const one = requestOf(cloud, requestId)
    const many = Array.from({ length: 44 }, (_, at) => ({
      ...{
        ...one,
        _id: `filed-${at}`,
        serial: at + 2,
        turn: `turn-${at}`,
        filedAt: one.filedAt + 1 + Math.floor(at / 3),
      },
    }))
    cloud.database.insert('requests', many)
    for (const over of [{}, everything]) {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const page: Page = await register({ ...over, cursor })
        expect(lastCall(cloud)).toMatchObject({ databaseTrips: 1 })
        expect(lastCall(cloud).plans.join()).toMatch(/in order/)
        expect(lastCall(cloud).documentsRead).toBeLessThan(30)
        seen.push(...page.requests.map((row) => row.requestId))
        cursor = page.cursor
      } while (cursor !== null)
      expect(seen).toHaveLength(45)
      expect(new Set(seen).size).toBe(45)
    }
  })

  it('refuses a cursor that is none of ours', async () => {
    expect(
      await callAs(cloud, undefined, 'request.register', { ...everything, open: true, cursor: 'bm9uZQ' }),
    ).toMatchObject({ refused: 'place.bad-cursor' })
  })

  it('shows words, reason and pictures of what was taken back to nobody any more', async () => {
    const { requestId } = await filed(cloud)
    expect((await publicly(requestId)).words).toBe('楼道灯一直不亮')
    await acted(cloud, filer, requestId, { verb: 'withdraw', words: '不想说了' })
    const { state, words, events } = await publicly(requestId)
    expect({ state, words, said: events.map((event) => event.words) }).toEqual({
      ...{ state: 'withdrawn', words: null },
      said: [null, null, null],
    })
    expect(showsPictures(requestOf(cloud, requestId))).toBe(false)
    alterRequest(cloud, requestId, { state: 'archived' })
    expect((await publicly(requestId)).words).toBeNull()
  })

  it('has nothing of a request that is not there', async () => {
    expect(await callAs(cloud, undefined, 'request.public', { requestId: 'gone' })).toMatchObject({
      refused: 'request.missing',
    })
  })
})

describe('requests like this one', () => {
  it('are open ones about the same matter in the same building, those of the unit first', async () => {
    const [older, inUnit, newest] = await filedEach([{}, { unitId: 'heyuan-1-u2' }, {}, { buildingId: 'heyuan-2' }])
    await filed(cloud, { matterId: 'drain-blocked' })
    const { requestId: over } = await filed(cloud)
    alterRequest(cloud, over, { open: false, state: 'resolved' })
    expect(await similar()).toEqual([newest, inUnit, older])
    expect(await similar({ unitId: 'heyuan-1-u2' })).toEqual([inUnit, newest, older])
  })

  it('are none of a private matter, and none without a matter', async () => {
    await filedEach([{ matterId: 'low-income' }, { matterId: null }])
    expect(await similar({ matterId: 'low-income' })).toEqual([])
    expect(await similar({ matterId: null })).toEqual([])
  })

  it('are ten at most, by one read', async () => {
    const one = requestOf(cloud, (await filed(cloud)).requestId)
    const many = Array.from({ length: 30 }, (_, at) => ({ ...one, _id: `s-${at}`, serial: at + 2, turn: `turn-${at}` }))
    cloud.database.insert('requests', many)
    expect(await similar()).toHaveLength(10)
    expect(lastCall(cloud)).toMatchObject({ databaseTrips: 1, documentsRead: 11 })
  })
})

describe('joining', () => {
  const join = (openid: string, requestId: string, key?: string) =>
    callAs(cloud, openid, 'request.join', { requestId }, key)

  it('counts once a person, however often and however many at once', async () => {
    const { requestId } = await filed(cloud)
    const openids = Array.from({ length: 5 }, (_, at) => `openid-of-a-neighbour-${at}`)
    for (const openid of openids) await consent(cloud, openid)
    const replies = await Promise.all([...openids, ...openids].map((openid) => join(openid, requestId)))
    expect(replies.every(({ ok }) => ok)).toBe(true)
    expect(await join(openids[0] ?? '', requestId)).toMatchObject({ data: { joined: 5 } })
    const row = requestOf(cloud, requestId)
    expect(row.neighbours).toHaveLength(5)
    expect(row.events.filter(({ verb }) => verb === 'join')).toHaveLength(5)
    expect([...row.people].sort()).toEqual([filer, ...openids].map((openid) => keys.person(openid)).sort())
    expect(row.events.map(({ id }) => Number(id))).toEqual(row.events.map((_, at) => at + 1))
  })

  it('lets somebody find it in their own list, and read what anybody reads', async () => {
    const { requestId } = await filed(cloud, { isPublic: false })
    await join(joiner, requestId)
    const { requests } = await dataAs<{ requests: object[] }>(cloud, joiner, 'request.mine', { cursor: null })
    expect(requests).toMatchObject([{ requestId, mine: false, words: '' }])
  })

  it.each([
    ['one’s own', {}, {}, filer, 'request.own'],
    [
      'what one wrote for one’s family',
      { behalf: { kind: 'family', name: '妈妈', phone: null } },
      {},
      filer,
      'request.own',
    ],
    ['a private one', { matterId: 'low-income' }, {}, joiner, 'request.not-open'],
    ['one that is over', {}, { open: false, state: 'resolved' }, joiner, 'request.not-open'],
    [
      'one that very many follow',
      {},
      { neighbours: Array.from({ length: mostNeighbours }, (_, at) => ({ person: `p-${at}`, at })) },
      joiner,
      'request.full',
    ],
  ] as const)('%s is refused, and changes nothing', async (_, over, after, openid, refused) => {
    const { requestId } = await filed(cloud, over)
    alterRequest(cloud, requestId, after)
    const before = requestOf(cloud, requestId)
    expect(await join(openid, requestId)).toMatchObject({ refused })
    expect(requestOf(cloud, requestId)).toEqual(before)
  })

  it('what is not there is refused', async () => {
    expect(await join(joiner, 'gone')).toMatchObject({ refused: 'request.missing' })
  })

  it('leaves room in the history for the work, however many join', async () => {
    const { requestId } = await filed(cloud)
    const row = requestOf(cloud, requestId)
    const [submit] = row.events
    const joins = Array.from({ length: 50 }, (_, at) => ({ ...submit, id: String(at + 3), verb: 'join' }))
    alterRequest(cloud, requestId, { events: [...row.events, ...joins] as never })
    expect(await join(joiner, requestId)).toMatchObject({ data: { joined: 1 } })
    expect(requestOf(cloud, requestId).events).toHaveLength(52)
    expect(requestOf(cloud, requestId).people).toContain(keys.person(joiner))
  })
})
