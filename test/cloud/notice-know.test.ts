import type { noticeReach, OutputOf } from '../../src/contract'
import { day, hour, minute } from '../../src/domain/time/clock'
import { personDocument, put } from '../../src/tools/support/proof/documents'
import { aRoom, livesIn, openingDocument, roomsDocument } from '../../src/tools/support/proof/notice-world'
import { startProduct } from './support/cloud'
import { agreed } from './support/messages'
import { aNoticeRow, alterNotice, anEdition, noticeOf, putNotices, type NoticeOver } from './support/notices'
import { callAs, dataAs, gridLeader, keys, otherGridLeader, secretary } from './support/people'

jest.setTimeout(120_000)

let cloud: Awaited<ReturnType<typeof startProduct>>
const noon = Date.parse('2026-11-18T12:00:00+08:00')
const resident = (at: number) => `openid-of-resident-${at}`
const rooms = ['101', '102', '201', '202'].map((room) => aRoom('heyuan-1', room))
const emptied = ['notices', 'openings', 'homes', 'households', 'noticeVisits', 'requests', 'messages', 'subscriptions']

beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())
beforeEach(() => {
  cloud.clock.moveTo(noon - Date.now())
  for (const name of [...emptied, 'counters', 'resends']) cloud.database.remove(name, {}, { multi: true })
  for (const at of [1, 2, 3]) cloud.database.remove('people', { _id: keys.person(resident(at)) })
  put(cloud.database, 'households', [roomsDocument('west-street', 'heyuan-1', rooms)])
})

const putNotice = (over: NoticeOver = {}) => putNotices(cloud, aNoticeRow(noon - hour, over))
const home = (at: number, room: string | null, state: 'declared' | 'confirmed' = 'declared') =>
  put(cloud.database, 'homes', [
    livesIn(keys.person(resident(at)), { communityId: 'west-street', buildingId: 'heyuan-1' }, room, state),
  ])
const opened = (noticeId: string, at: number, acknowledgedAt: number | null = null) =>
  put(cloud.database, 'openings', [
    openingDocument({ _id: noticeId, communityId: 'west-street' }, keys.person(resident(at)), noon - minute, {
      acknowledgedAt,
    }),
  ])
const reach = (noticeId: string, openid = gridLeader) =>
  dataAs<OutputOf<typeof noticeReach>>(cloud, openid, 'notice.reach', { noticeId })

describe('whom a notice has reached', () => {
  it('counts households by declared and confirmed homes, and says how sure that is', async () => {
    const id = putNotice()
    home(1, '101')
    home(2, '102', 'confirmed')
    home(3, null)
    opened(id, 1)
    opened(id, 2, noon)
    opened(id, 3)
    const { buildings, people } = await reach(id)
    expect({ people, ...buildings[0] }).toMatchObject({
      ...{ people: { withoutRoom: 1, notConcerned: 0 }, households: 4, reached: 2, unknown: 2, told: 0 },
      ...{ opened: { households: 2, confirmed: 1 }, acknowledged: { households: 1, confirmed: 1 } },
    })
  })

  it('follows a home that was declared after the notice was opened', async () => {
    const id = putNotice()
    opened(id, 1)
    expect((await reach(id)).elsewhere).toBe(1)
    home(1, '101')
    expect(await reach(id)).toMatchObject({ elsewhere: 0, people: 1, buildings: [{ reached: 1 }] })
  })

  it('counts as told only what was ticked and not taken back', async () => {
    const id = putNotice()
    const tick = (tickId: string, roomId: string, isUndone = false) => ({ tickId, roomId, at: noon, isUndone })
    const ticks = [tick('t1', 'heyuan-1-101'), tick('t2', 'heyuan-1-102'), tick('t2', 'heyuan-1-102', true)]
    await dataAs(cloud, gridLeader, 'notice.tick', { noticeId: id, buildingId: 'heyuan-1', ticks })
    expect(await reach(id)).toMatchObject({ buildings: [{ told: 1, reached: 1 }] })
  })

  it.each([
    ['the grid’s own leader', gridLeader, true],
    ['the leader of another grid', otherGridLeader, false],
    ['the secretary', secretary, false],
  ])('shows %s whether they may walk there', async (_, openid, mayVisit) => {
    expect(await reach(putNotice(), openid)).toMatchObject({ buildings: [{ mayVisit, name: '1号楼' }] })
  })

  it('counts every building of the community where it is for all', async () => {
    const audience = { communityId: 'west-street', where: { kind: 'community' }, needs: [] } as const
    const { buildings } = await reach(putNotice({ shown: anEdition(noon, { audience }) }), secretary)
    expect(buildings.map(({ buildingId }) => buildingId)).toContain('heyuan-5')
  })

  it('has no figures, rather than nobody, once what people did with it is no longer kept', async () => {
    const long = noon - 181 * day
    const shown = anEdition(long - hour, { validUntil: long })
    const id = putNotices(cloud, aNoticeRow(long - hour, { shown, state: 'expired' }))
    expect(await reach(id)).toMatchObject({ isGone: true, buildings: [] })
  })

  it('is refused of a notice that is not there', async () => {
    expect(await callAs(cloud, gridLeader, 'notice.reach', { noticeId: 'none' })).toMatchObject({
      refused: 'notice.missing',
    })
  })
})

describe('a reminder', () => {
  const remind = (noticeId: string, openid = gridLeader) =>
    callAs(cloud, openid, 'notice.remind', { noticeId, buildingId: 'heyuan-1' })
  const messagesTo = (at: number) =>
    cloud.database.find('messages', { person: keys.person(resident(at)), kind: 'notice.remind' })
  const mayBeTold = (at: number, room: string) => {
    home(at, room)
    put(cloud.database, 'people', [personDocument(resident(at), {}, noon)])
    agreed(cloud, resident(at), 1)
  }

  it('goes to members who have not opened it and agreed to messages; the others are said as households', async () => {
    const id = putNotice()
    mayBeTold(1, '101')
    mayBeTold(2, '102')
    home(3, '201')
    opened(id, 2)
    expect(await remind(id)).toMatchObject({ ok: true, data: { told: 1, without: 2 } })
    expect([1, 2, 3].map((at) => messagesTo(at).length)).toEqual([1, 0, 0])
  })

  it('goes once to each, whoever presses again, and the second is told so', async () => {
    const id = putNotice()
    mayBeTold(1, '101')
    await remind(id)
    expect(await remind(id, secretary)).toMatchObject({ refused: 'notice.reminded' })
    expect(messagesTo(1)).toHaveLength(1)
  })

  it('goes again once the notice has changed', async () => {
    const id = putNotice()
    mayBeTold(1, '101')
    await remind(id)
    agreedAgain(1)
    alterNotice(cloud, id, { shown: anEdition(noon, { number: 2 }) })
    expect(await remind(id)).toMatchObject({ ok: true, data: { told: 1 } })
  })

  it('that did not come to its end is brought to it by the timer, once', async () => {
    const id = putNotice()
    mayBeTold(1, '101')
    const begun = { buildingId: 'heyuan-1', edition: 1, at: noon, by: null, isOpen: true } as const
    alterNotice(cloud, id, { reminds: [begun], remindNext: noon })
    for (let run = 0; run < 2; run++) await cloud.invoke('timer', {}, { openid: '', source: 'wx_trigger' })
    expect(messagesTo(1)).toHaveLength(1)
    expect(noticeOf(cloud, id)).not.toHaveProperty('remindNext')
  })

  it('is refused of what is over', async () => {
    mayBeTold(1, '101')
    expect(await remind(putNotice({ state: 'withdrawn' }))).toMatchObject({ refused: 'notice.not-now' })
  })

  it('is not for the leader of another grid', async () => {
    expect(await remind(putNotice(), otherGridLeader)).toMatchObject({ refused: 'role.forbidden' })
  })

  it('leaves the moment at the building', async () => {
    const id = putNotice()
    mayBeTold(1, '101')
    await remind(id)
    const { buildings } = await reach(id)
    expect(buildings[0]?.remindedAt).toBeGreaterThanOrEqual(noon)
  })

  function agreedAgain(at: number) {
    cloud.database.remove('subscriptions', {}, { multi: true })
    agreed(cloud, resident(at), 1)
  }
})
