import { sawOf, saysSame, wordsInForce } from '../../src/domain/notice/in-force'
import type { Notice, NoticeContent } from '../../src/domain/notice/notice'
import { reachOf, type Happened, type ReachBuilding, type ReachHome } from '../../src/domain/notice/reach'
import { reachLines } from '../../src/text/notice-reach'
import { day, hour } from '../../src/domain/time/clock'
import * as a from './support/notices'

const change = (notice: Notice, over: Partial<NoticeContent>, now: number) =>
  a.done(notice, { verb: 'change', content: a.content(over) }, a.leader(now))
const later = { from: a.began + 8 * hour, until: a.began + 11 * hour, isNow: false }
const force = (notice: Notice) => {
  const words = wordsInForce(notice)
  if (!words) throw new Error('it was never out')
  return words
}

describe('the words that hold', () => {
  it('begin with the notice, and end with its time', () => {
    expect(force(a.sent())).toMatchObject({ number: 1, from: 0 })
    expect(wordsInForce(a.draft())).toBeNull()
  })

  it.each([
    ['its time', { span: later, validUntil: a.began + 2 * day }],
    ['its title', { title: '1号楼改为明天停电' }],
    ['what is said', { body: '线路检修，改在明天。' }],
    ['what it is about', { about: { kind: 'outage', what: 'water' } } as const],
  ])('begin anew where %s changes', (_, over) => {
    const now = a.began + hour
    expect(force(change(a.sent(), over, now))).toMatchObject({ number: 2, from: now })
  })

  it.each([
    ['how long it holds', { validUntil: a.began + 2 * day }],
    ['a picture', { pictures: ['picture'] }],
    ['for whom it is', { audience: a.audience({ where: { kind: 'buildings', ids: ['one', 'two'] } }) }],
  ])('are the same where only %s changes', (_, over) => {
    expect(force(change(a.sent(), over, a.began + hour))).toMatchObject({ number: 1, from: 0 })
  })

  it('are those of the last change that said something else', () => {
    const moved = change(a.sent(), { title: '另一个时间' }, a.began + hour)
    const longer = change(moved, { title: '另一个时间', validUntil: a.began + 2 * day }, a.began + 2 * hour)
    expect(force(longer)).toMatchObject({ number: 2, from: a.began + hour })
    // Back at the first words: whoever saw only the second ones does not know.
    expect(force(change(longer, {}, a.began + 3 * hour))).toMatchObject({ number: 4 })
  })

  it('hold only once a second person has let them out', () => {
    const everybody = { audience: a.everybody }
    const out = a.done(a.sent(everybody), { verb: 'release', words: null }, a.secretary())
    const waits = change(out, { ...everybody, title: '另一个时间' }, a.began + hour)
    expect(force(waits).number).toBe(1)
    const released = a.done(waits, { verb: 'release', words: null }, a.secretary(a.began + 2 * hour))
    expect(force(released)).toMatchObject({ number: 2, from: a.began + 2 * hour })
  })

  it('hold no longer once it is back or withdrawn', () => {
    const now = a.began + 7 * hour
    const back = a.done(a.sent(), { verb: 'restore', words: null }, a.leader(now))
    expect(sawOf({ at: now, edition: 1 }, force(back))).toBe('late')
    expect(sawOf({ at: now - 1, edition: 1 }, force(back))).toBe('now')
  })

  it('where nobody has noted since when, are those of the newest edition', () => {
    const { wordsSince: _, ...unnoted } = change(a.sent(), { validUntil: a.began + 2 * day }, a.began + hour)
    expect(force(unnoted).number).toBe(2)
  })

  it('say the same, whatever order they are kept in', () => {
    const { isNow, until, from } = a.content().span ?? later
    expect(saysSame(a.content(), a.content({ span: { isNow, until, from } }))).toBe(true)
    expect(saysSame(a.content(), a.content({ span: null }))).toBe(false)
  })
})

describe('a household that knows only what held before a change', () => {
  const room = (id: string) => ({ id, unitId: null, floor: 1, room: id, hasPhone: true, needs: [] })
  const building: ReachBuilding = { id: 'one', estateId: 'heyuan', rooms: ['101', '102', '103'].map(room) }
  const home = (person: string, roomId: string): ReachHome => ({
    ...{ person, roomId, buildingId: 'one', state: 'declared' },
  })
  const homes = [home('a', '101'), home('b', '102')]
  const nothing: Happened = { openings: [], acknowledgements: [], helps: [], ticks: [] }
  const tick = { id: 't', roomId: '103', by: 'leader', at: 1, isUndone: false }
  const reach = (over: Partial<Happened>) => reachOf(a.audience(), [building], homes, { ...nothing, ...over })

  it('is unknown, and said apart', () => {
    const all = reach({ openings: [{ person: 'b' }], before: { people: [{ person: 'a' }], ticks: [tick] } })
    expect(all).toMatchObject({ people: 1, outdated: 1, buildings: [{ reached: 1, unknown: 2, outdated: 2, told: 0 }] })
    expect(reachLines(all.buildings[0]!)).toContain('还不清楚：2户，其中2户只知道改之前的')
  })

  it('is known once somebody of it has seen what holds', () => {
    const all = reach({ ticks: [{ ...tick, id: 't2' }], before: { people: [], ticks: [tick] } })
    expect(all.buildings[0]).toMatchObject({ told: 1, outdated: 0 })
  })

  it('that wants help is known, though it has not opened what holds', () => {
    const helps = [{ id: 'r1', person: 'a', roomId: null, isOfBefore: true }]
    expect(reach({ helps, before: { people: [{ person: 'a' }], ticks: [] } })).toMatchObject({
      ...{ people: 0, outdated: 1, buildings: [{ opened: { households: 0 }, asked: { households: 1 }, reached: 1 }] },
    })
  })
})
