import type { InputOf, noticeReach, noticeVisits, openNotice, OutputOf, saveNotice } from '../../src/contract'
import { hour, minute } from '../../src/domain/time/clock'
import { personDocument, put } from '../../src/tools/support/proof/documents'
import { aRoom, livesIn, roomsDocument } from '../../src/tools/support/proof/notice-world'
import { lastCall, startProduct } from './support/cloud'
import { agreed } from './support/messages'
import { noticeOf } from './support/notices'
import { aContent, saved, stepped } from './support/notice-steps'
import { callAs, dataAs, gridLeader, keys } from './support/people'

jest.setTimeout(240_000)

let cloud: Awaited<ReturnType<typeof startProduct>>
const morning = Date.parse('2026-11-18T09:00:00+08:00')
const emptied = ['notices', 'openings', 'homes', 'households', 'noticeVisits', 'requests', 'messages', 'subscriptions']
const resident = (at: number) => `openid-of-reached-${at}`
const own = { gridId: 'west-1' }
const place = { communityId: 'west-street', buildingId: 'heyuan-1' }

beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())
beforeEach(() => {
  cloud.clock.moveTo(morning - Date.now())
  for (const name of [...emptied, 'counters', 'resends']) cloud.database.remove(name, {}, { multi: true })
  put(cloud.database, 'households', [
    roomsDocument(
      'west-street',
      'heyuan-1',
      ['101', '102'].map((room) => aRoom('heyuan-1', room)),
    ),
  ])
  for (const at of [1, 2]) {
    cloud.database.remove('people', { _id: keys.person(resident(at)) })
    put(cloud.database, 'people', [personDocument(resident(at), {}, morning)])
    put(cloud.database, 'homes', [livesIn(keys.person(resident(at)), place, `10${at}`)])
  }
})

const now = () => cloud.clock.now()
/** So much later. */
const wait = (ms: number) => cloud.clock.moveTo(now() + ms - Date.now())
type Content = Partial<InputOf<typeof saveNotice>['content']>
/** The same words at each edition, but for what is said. */
const firstTime = { from: morning + 5 * hour, until: morning + 8 * hour, isNow: false }
const content = (over: Content = {}) => aContent(morning, { span: firstTime, ...over })
const earlier: Content = { span: { ...firstTime, from: morning + hour } }
const begun = async () => (await saved(cloud, gridLeader, { ...own, content: content() })).noticeId
const changed = (noticeId: string, over: Content) =>
  saved(cloud, gridLeader, { ...own, noticeId, seen: noticeOf(cloud, noticeId).events.length, content: content(over) })
const open = (at: number, noticeId: string) =>
  dataAs<OutputOf<typeof openNotice>>(cloud, resident(at), 'notice.open', { noticeId, token: null, openedIn: null })
const know = (at: number, noticeId: string, over: object = {}) =>
  dataAs(cloud, resident(at), 'notice.acknowledge', { noticeId, at: now(), ...over })
const reach = async (noticeId: string) => {
  const all = await dataAs<OutputOf<typeof noticeReach>>(cloud, gridLeader, 'notice.reach', { noticeId })
  const { opened, acknowledged, reached, unknown, outdated, told } = all.buildings[0]!
  return {
    ...{ people: all.people, outdatedPeople: all.outdated, opened: opened.households, told },
    ...{ acknowledged: acknowledged.households, reached, unknown, outdated },
  }
}
const visits = async (noticeId: string) =>
  (
    await dataAs<OutputOf<typeof noticeVisits>>(cloud, gridLeader, 'notice.visits', {
      ...{ noticeId, buildingId: 'heyuan-1' },
    })
  ).visits.map(({ room, tick }) => [room, tick !== null])
const tick = (noticeId: string, tickId: string, room: string) =>
  dataAs(cloud, gridLeader, 'notice.tick', {
    ...{ noticeId, buildingId: 'heyuan-1' },
    ticks: [{ tickId, roomId: `heyuan-1-${room}`, at: now(), isUndone: false }],
  })

describe('a notice whose time has changed', () => {
  it('has reached nobody who opened only the old words, and says how many they are', async () => {
    const id = await begun()
    await open(1, id)
    await know(1, id)
    expect(await reach(id)).toMatchObject({ opened: 1, acknowledged: 1, unknown: 1, outdated: 0 })
    wait(minute)
    await changed(id, earlier)
    expect(await reach(id)).toMatchObject({
      ...{ people: 0, outdatedPeople: 1, opened: 0, acknowledged: 0, reached: 0, unknown: 2, outdated: 1 },
    })
    expect(await visits(id)).toEqual([
      ['101', false],
      ['102', false],
    ])
  })

  it('reaches them once they open it, with one write, and asks them for 知道了 again', async () => {
    const id = await begun()
    await open(1, id)
    await know(1, id)
    wait(minute)
    await changed(id, earlier)
    expect((await open(1, id)).me).toMatchObject({ before: 1, acknowledgedAt: null, counted: true })
    expect(lastCall(cloud)).toMatchObject({ databaseTrips: 3, documentsWritten: 1 })
    expect(await reach(id)).toMatchObject({ opened: 1, acknowledged: 0, outdated: 0 })
    await know(1, id, { edition: 2 })
    expect((await open(1, id)).me.acknowledgedAt).not.toBeNull()
    expect(await reach(id)).toMatchObject({ acknowledged: 1 })
  })

  it('is not known by who says 知道了 to the old words, on a page that was open all the while', async () => {
    const id = await begun()
    await open(1, id)
    wait(minute)
    await changed(id, earlier)
    await know(1, id, { edition: 1 })
    expect(await reach(id)).toMatchObject({ opened: 0, acknowledged: 0, outdated: 1 })
    expect((await open(1, id)).me.acknowledgedAt).toBeNull()
  })

  it('is not known by a 知道了 to the old words that arrives after the new ones were opened', async () => {
    const id = await begun()
    await open(1, id)
    const pressed = now()
    wait(minute)
    await changed(id, earlier)
    await open(1, id)
    await know(1, id, { at: pressed, edition: 1 })
    expect(await reach(id)).toMatchObject({ opened: 1, acknowledged: 0 })
  })

  it('has to be told again at a door that was told before', async () => {
    const id = await begun()
    await tick(id, 'before', '101')
    wait(minute)
    await changed(id, earlier)
    expect(await reach(id)).toMatchObject({ told: 0, reached: 0, outdated: 1 })
    expect(await visits(id)).toContainEqual(['101', false])
    await tick(id, 'after', '101')
    expect(await reach(id)).toMatchObject({ told: 1, reached: 1, outdated: 0 })
    expect(await visits(id)).toContainEqual(['101', true])
  })

  it('may be brought to mind of who saw only the old words', async () => {
    agreed(cloud, resident(1), 3)
    const id = await begun()
    await open(1, id)
    const remind = () => callAs(cloud, gridLeader, 'notice.remind', { noticeId: id, buildingId: 'heyuan-1' })
    expect(await remind()).toMatchObject({ data: { told: 0 } })
    wait(minute)
    await changed(id, earlier)
    expect(await remind()).toMatchObject({ data: { told: 1, without: 1 } })
  })
})

it('a change that says the same, only for longer, leaves everybody counted', async () => {
  const id = await begun()
  await open(1, id)
  await know(1, id)
  await tick(id, 'before', '102')
  wait(minute)
  await changed(id, { validUntil: morning + 40 * hour })
  expect(noticeOf(cloud, id)).toMatchObject({ shown: { number: 2 }, wordsSince: 1 })
  expect(await reach(id)).toMatchObject({ opened: 1, acknowledged: 1, told: 1, unknown: 0, outdated: 0 })
  expect((await open(1, id)).me.acknowledgedAt).not.toBeNull()
})

describe('who opens it only once it is over', () => {
  it.each(['withdraw', 'restore'] as const)('has seen no words of it: %s', async (verb) => {
    const id = await begun()
    await open(1, id)
    wait(minute)
    await stepped(cloud, gridLeader, id, { verb, words: '情况有变' })
    await open(2, id)
    await know(2, id, { edition: 1 })
    expect(await reach(id)).toMatchObject({ people: 1, opened: 1, acknowledged: 0, outdated: 0 })
  })

  it('has seen none either where its time is over and nobody has looked at it since', async () => {
    const id = await begun()
    wait(72 * hour)
    expect((await open(2, id)).state).toBe('expired')
    expect(await reach(id)).toMatchObject({ people: 0, opened: 0 })
  })

  it('knows no more than the words that they had opened before', async () => {
    const id = await begun()
    await open(1, id)
    wait(minute)
    await changed(id, earlier)
    wait(minute)
    await stepped(cloud, gridLeader, id, { verb: 'withdraw', words: '情况有变' })
    await open(1, id)
    expect(await reach(id)).toMatchObject({ people: 0, opened: 0, outdated: 1 })
  })
})
