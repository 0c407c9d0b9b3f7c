import type { noticeVisits, OutputOf } from '../../src/contract'
import { visitsId } from '../../src/cloud/notice/know-world'
import type { NoticeVisitFields } from '../../src/cloud/store/documents'
import { day, hour, minute } from '../../src/domain/time/clock'
import { put } from '../../src/tools/support/proof/documents'
import { aRoom, livesIn, openingDocument, roomsDocument } from '../../src/tools/support/proof/notice-world'
import { lastCall, startProduct } from './support/cloud'
import { documentOf } from './support/content'
import { aNoticeRow, alterNotice, anEdition, putNotices, type NoticeOver } from './support/notices'
import { dutyMember, callAs, dataAs, freshKey, gridLeader, keys, otherGridLeader, secretary } from './support/people'
import { aRequest } from './support/request-row'

jest.setTimeout(120_000)

let cloud: Awaited<ReturnType<typeof startProduct>>
const noon = Date.parse('2026-11-18T12:00:00+08:00')
const here = { communityId: 'west-street', buildingId: 'heyuan-1' }
const unit = (at: number) => `heyuan-1-u${at}`
const [first, second] = ['openid-of-301', 'openid-of-302']

/** 301 and 1001 in unit 1, 302 and 201 in unit 2; nobody of 201 has a number. */
const rooms = [
  aRoom('heyuan-1', '1001', { id: 'r1001', unitId: unit(1), floor: 10 }),
  aRoom('heyuan-1', '301', { id: 'r301', unitId: unit(1), floor: 3 }),
  aRoom('heyuan-1', '302', { id: 'r302', unitId: unit(2), floor: 3 }),
  aRoom('heyuan-1', '201', { id: 'r201', unitId: unit(2), floor: 2, phone: null, consent: false }),
]

beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())
beforeEach(() => {
  cloud.clock.moveTo(noon - Date.now())
  for (const name of ['notices', 'openings', 'homes', 'households', 'noticeVisits', 'requests', 'counters', 'resends'])
    cloud.database.remove(name, {}, { multi: true })
  put(cloud.database, 'households', [roomsDocument('west-street', 'heyuan-1', rooms)])
})

const putNotice = (over: NoticeOver = {}) => putNotices(cloud, aNoticeRow(noon - hour, over))
const home = (
  openid: string,
  unitId: string | null,
  room: string | null,
  state?: 'declared' | 'confirmed' | 'declined',
) => put(cloud.database, 'homes', [livesIn(keys.person(openid), { ...here, unitId }, room, state)])
const opened = (noticeId: string, openid: string) =>
  put(cloud.database, 'openings', [
    openingDocument({ _id: noticeId, communityId: 'west-street' }, keys.person(openid), noon - minute),
  ])
const visit = (noticeId: string, openid = gridLeader, buildingId = 'heyuan-1') =>
  dataAs<OutputOf<typeof noticeVisits>>(cloud, openid, 'notice.visits', { noticeId, buildingId })
const roomsOf = async (noticeId: string, openid?: string) =>
  (await visit(noticeId, openid)).visits.map(({ roomId }) => roomId)

interface Tick {
  readonly tickId: string
  readonly roomId: string
  readonly at?: number
  readonly isUndone?: boolean
}
const ticked = (noticeId: string, ticks: readonly Tick[], openid = gridLeader, key?: string) =>
  callAs(
    cloud,
    openid,
    'notice.tick',
    { noticeId, buildingId: 'heyuan-1', ticks: ticks.map((tick) => ({ at: noon, isUndone: false, ...tick })) },
    key,
  )
const kept = (noticeId: string) =>
  documentOf(cloud, 'noticeVisits', visitsId(noticeId, 'heyuan-1')) as unknown as NoticeVisitFields

describe('the visiting list of a building', () => {
  it('names every household of which nobody knows anything, in the order of the building', async () => {
    expect(await roomsOf(putNotice())).toEqual(['r301', 'r1001', 'r201', 'r302'])
  })

  it('says which have no number', async () => {
    const { visits } = await visit(putNotice())
    expect(visits.filter(({ hasPhone }) => !hasPhone).map(({ roomId }) => roomId)).toEqual(['r201'])
  })

  it('takes somebody who has said that they live there for somebody with a phone', async () => {
    home(first, unit(2), '201')
    const { visits } = await visit(putNotice())
    expect(visits.every(({ hasPhone }) => hasPhone)).toBe(true)
  })

  it('leaves out whoever opened it, however they write their room', async () => {
    const id = putNotice()
    home(first, unit(1), ' 301室')
    opened(id, first)
    expect(await roomsOf(id)).toEqual(['r1001', 'r201', 'r302'])
  })

  it('finds the only 302 for somebody who has not said which unit', async () => {
    const id = putNotice()
    home(second, null, '302')
    opened(id, second)
    expect(await roomsOf(id)).not.toContain('r302')
  })

  it('keeps the room of somebody whose home a keeper has declined', async () => {
    const id = putNotice()
    home(first, unit(1), '301', 'declined')
    opened(id, first)
    expect(await roomsOf(id)).toContain('r301')
  })

  it('leaves out a household for which the office wrote down that it needs help', async () => {
    const id = putNotice()
    const requestId = 'request-of-help'
    const help = aRequest(noon, {
      ...{ _id: requestId, person: null, noticeId: id, where: 'home', unitId: unit(2) },
      room: keys.seal('201', `requests.room:${requestId}`),
    })
    put(cloud.database, 'requests', [help])
    expect(await roomsOf(id)).toEqual(['r301', 'r1001', 'r302'])
  })

  it('says nothing of names, numbers or needs', async () => {
    const reply = JSON.stringify(await visit(putNotice()))
    expect(['住户', '0000000000', 'needs'].filter((hidden) => reply.includes(hidden))).toEqual([])
  })

  it('names only the unit that it is for', async () => {
    const where = { kind: 'units', units: [{ buildingId: 'heyuan-1', unitId: unit(2) }] } as const
    const edition = anEdition(noon, { audience: { communityId: 'west-street', where, needs: [] } })
    expect(await visit(putNotice({ shown: edition }))).toMatchObject({ households: 2, reached: 0 })
  })

  it('says so where nobody has entered the households', async () => {
    cloud.database.remove('households', {}, { multi: true })
    expect(await visit(putNotice())).toMatchObject({ isEntered: false, households: 0, visits: [] })
  })

  it('leaves out a room that was removed meanwhile, and what was ticked there', async () => {
    const id = putNotice()
    await ticked(id, [{ tickId: 'tick-1', roomId: 'r301' }])
    cloud.database.remove('households', {}, { multi: true })
    put(cloud.database, 'households', [roomsDocument('west-street', 'heyuan-1', rooms.slice(2))])
    expect(await visit(id)).toMatchObject({ households: 2, reached: 0 })
  })

  it('costs three round trips to the database, whoever lives there', async () => {
    const id = putNotice()
    home(first, unit(1), '301')
    opened(id, first)
    await visit(id)
    expect(lastCall(cloud).databaseTrips).toBe(3)
  })

  it.each([
    ['the leader of another grid', otherGridLeader, 'role.forbidden'],
    ['the secretary', secretary, 'role.forbidden'],
  ])('is not for %s', async (_, openid, refused) => {
    const reply = await callAs(cloud, openid, 'notice.visits', { noticeId: putNotice(), buildingId: 'heyuan-1' })
    expect(reply).toMatchObject({ ok: false, refused })
  })

  it('is for those on duty', async () => {
    expect(await roomsOf(putNotice(), dutyMember)).toHaveLength(4)
  })

  it('is refused of a building that the notice is not for', async () => {
    const reply = await callAs(cloud, dutyMember, 'notice.visits', { noticeId: putNotice(), buildingId: 'heyuan-2' })
    expect(reply).toMatchObject({ refused: 'notice.no-place' })
  })
})

describe('a tick on the stairs', () => {
  it('stands at the room, as one’s own, and counts as reached', async () => {
    const id = putNotice()
    await ticked(id, [{ tickId: 'tick-1', roomId: 'r201' }])
    const list = await visit(id)
    expect(list.reached).toBe(1)
    expect(list.visits.find(({ roomId }) => roomId === 'r201')?.tick).toEqual({
      tickId: 'tick-1',
      at: noon,
      mine: true,
    })
  })

  it('is one, sent three times under three keys', async () => {
    const id = putNotice()
    for (let sent = 0; sent < 3; sent++) await ticked(id, [{ tickId: 'tick-1', roomId: 'r201' }])
    expect(kept(id).ticks).toHaveLength(1)
  })

  it('is one, sent three times under one key', async () => {
    const id = putNotice()
    const key = freshKey()
    const replies = await Promise.all(
      [1, 2, 3].map(() => ticked(id, [{ tickId: 't', roomId: 'r201' }], gridLeader, key)),
    )
    expect([kept(id).ticks.length, ...replies.map((reply) => reply.ok)]).toEqual([1, true, true, true])
  })

  it('stays undone where its first copy comes after that', async () => {
    const id = putNotice()
    await ticked(id, [{ tickId: 'tick-1', roomId: 'r201', isUndone: true }])
    await ticked(id, [{ tickId: 'tick-1', roomId: 'r201' }])
    expect(await visit(id)).toMatchObject({ reached: 0 })
  })

  it('of one leader is not taken back by another one', async () => {
    const id = putNotice()
    await ticked(id, [{ tickId: 'tick-1', roomId: 'r201' }])
    await ticked(id, [{ tickId: 'tick-1', roomId: 'r201', isUndone: true }], dutyMember)
    expect((await visit(id)).reached).toBe(1)
  })

  it('stays where two have ticked the same door and one takes it back', async () => {
    const id = putNotice()
    await Promise.all([
      ticked(id, [{ tickId: 'tick-1', roomId: 'r201' }]),
      ticked(id, [{ tickId: 'tick-2', roomId: 'r201' }], dutyMember),
    ])
    await ticked(id, [{ tickId: 'tick-1', roomId: 'r201', isUndone: true }])
    const list = await visit(id)
    expect(list.visits.find(({ roomId }) => roomId === 'r201')?.tick).toMatchObject({ tickId: 'tick-2', mine: false })
  })

  it('is kept that comes when the notice is over, and is for other buildings by now', async () => {
    const id = putNotice({ state: 'withdrawn' })
    const where = { kind: 'buildings', ids: ['heyuan-2'] } as const
    alterNotice(cloud, id, { shown: anEdition(noon, { audience: { communityId: 'west-street', where, needs: [] } }) })
    expect(await ticked(id, [{ tickId: 'tick-1', roomId: 'r201' }])).toMatchObject({ ok: true, data: { ticks: 1 } })
  })

  it('of a room that is not on the list any more is no reason to refuse the others', async () => {
    const id = putNotice()
    await ticked(id, [
      { tickId: 'tick-1', roomId: 'gone' },
      { tickId: 'tick-2', roomId: 'r201' },
    ])
    expect((await visit(id)).reached).toBe(1)
  })

  it('of a phone whose clock is wrong lies between when it went out and now', async () => {
    const id = putNotice()
    await ticked(id, [
      { tickId: 'early', roomId: 'r201', at: noon - 9 * day },
      { tickId: 'late', roomId: 'r301', at: noon + 9 * day },
    ])
    expect(kept(id).ticks.every(({ at }) => at >= noon - hour && at < noon + hour)).toBe(true)
  })

  it('is refused to the leader of another grid', async () => {
    const reply = await ticked(putNotice(), [{ tickId: 'tick-1', roomId: 'r201' }], otherGridLeader)
    expect(reply).toMatchObject({ refused: 'role.forbidden' })
  })

  it('is refused of what was never out', async () => {
    const id = putNotice({ state: 'draft', shown: null, next: anEdition(noon), outAt: null })
    expect(await ticked(id, [{ tickId: 'tick-1', roomId: 'r201' }])).toMatchObject({ refused: 'notice.missing' })
  })
})
