import { atDoor, comingFor, type Listed } from '../../src/domain/notice/at-door'
import { buildingsOf, concerns, isWholeCommunity, reachesBeyond } from '../../src/domain/notice/audience'
import { readingOf } from '../../src/domain/notice/for-me'
import type { Notice, NoticeContent } from '../../src/domain/notice/notice'
import { day, hour } from '../../src/domain/time/clock'
import * as a from './support/notices'

const units = a.audience({ where: { kind: 'units', units: [{ buildingId: 'one', unitId: 'one-1' }] } })
const elders = a.audience({ needs: ['over-60', 'alone'] })

describe('whom a notice concerns', () => {
  it.each([
    ['everybody of the community', a.everybody, a.place({ buildingId: 'five' }), 'yes'],
    ['nobody of another community', a.everybody, a.place({ communityId: 'riverside' }), 'no'],
    ['the estates it names', a.audience({ where: { kind: 'estates', ids: ['heyuan'] } }), a.place(), 'yes'],
    ['no other estate', a.audience({ where: { kind: 'estates', ids: ['other'] } }), a.place(), 'no'],
    ['the buildings it names', a.audience(), a.place(), 'yes'],
    ['no other building', a.audience(), a.place({ buildingId: 'two' }), 'no'],
    ['the units it names', units, a.place({ unitId: 'one-1' }), 'yes'],
    ['no other unit', units, a.place({ unitId: 'one-2' }), 'no'],
    ['perhaps whoever lives in one of its units', units, a.place(), 'perhaps'],
    ['a household with one of the needs', elders, a.place({ needs: ['alone'] }), 'yes'],
    ['no household without', elders, a.place({ needs: ['infant'] }), 'no'],
    ['perhaps a household of which nobody knows', elders, a.place(), 'perhaps'],
    ['nobody with the need in another building', elders, a.place({ buildingId: 'two', needs: ['alone'] }), 'no'],
  ] as const)('%s', (_, audience, place, concern) => {
    expect(concerns(audience, place)).toBe(concern)
  })

  it('is the whole community also where its units are named one by one, or only those with a need', () => {
    const all = a.buildings.flatMap(({ id, unitIds }) => unitIds.map((unitId) => ({ buildingId: id, unitId })))
    expect(isWholeCommunity(a.audience({ where: { kind: 'units', units: all } }), a.buildings)).toBe(true)
    expect(isWholeCommunity(a.audience({ where: { kind: 'units', units: all.slice(1) } }), a.buildings)).toBe(false)
    expect(isWholeCommunity({ ...a.everybody, needs: ['over-60'] }, a.buildings)).toBe(true)
  })

  it('reaches beyond a grid where one building is another grid’s, or none is known', () => {
    expect(reachesBeyond(a.audience(), a.buildings, 'west-1')).toBe(false)
    expect(
      reachesBeyond(a.audience({ where: { kind: 'buildings', ids: ['one', 'five'] } }), a.buildings, 'west-1'),
    ).toBe(true)
    expect(reachesBeyond(a.audience({ where: { kind: 'buildings', ids: ['gone'] } }), a.buildings, 'west-1')).toBe(true)
  })

  it('names the buildings in which it concerns anybody', () => {
    expect(buildingsOf(units, a.buildings).map(({ id }) => id)).toEqual(['one'])
    expect(buildingsOf(a.everybody, a.buildings)).toHaveLength(3)
  })
})

describe('what a reader is given', () => {
  const notice = a.sent()
  const read = (of: Notice, now: number, place = a.place()) => readingOf(of, place, now)

  it('is the words that hold, and before them what it means here and when', () => {
    const { lead, edition } = read(notice, a.began)
    expect(edition?.body).toBe('线路检修，请提前给手机充电。')
    expect(lead).toMatchObject({
      ...{ kind: 'out', concern: 'yes', isEmergency: false, isChanged: false },
      time: { phase: 'soon', fromDay: 'today', untilDay: 'today' },
    })
  })

  it.each([
    ['soon', a.at('11-23T20:00'), 'tomorrow'],
    ['soon', a.at('11-24T00:00'), 'today'],
    ['now', a.at('11-24T14:00'), 'today'],
    ['late', a.at('11-24T17:00'), 'today'],
    ['late', a.at('11-25T00:10'), 'yesterday'],
  ] as const)('is %s at its time', (phase, now, fromDay) => {
    expect(read({ ...notice, madeAt: 0 }, now).lead).toMatchObject({ time: { phase, fromDay } })
  })

  it('is nothing before it was ever out', () => {
    expect(read(a.sent({ audience: a.everybody }), a.began)).toEqual({ lead: { kind: 'unpublished' }, edition: null })
  })

  it.each([
    ['withdrawn', a.done(notice, { verb: 'withdraw', words: null }, a.leader())],
    ['restored', a.done(notice, { verb: 'restore', words: null }, a.leader())],
  ] as const)('is no old word once it is %s', (kind, over) => {
    const { lead, edition } = read(over, a.began)
    expect([lead.kind, edition]).toEqual([kind, null])
  })

  it('is no old word once its time is over, also where nobody has looked at it since', () => {
    const safety = a.sent({ about: { kind: 'safety', what: 'ice' }, span: null })
    expect(read(safety, a.began + day - 1).edition).not.toBeNull()
    expect(read(safety, a.began + day)).toEqual({ lead: { kind: 'expired' }, edition: null })
  })

  it('is the new edition, and that it was changed', () => {
    const changed = a.done(notice, { verb: 'change', content: a.content({ body: '改到明天' }) }, a.leader())
    expect(read(changed, a.began)).toMatchObject({ lead: { isChanged: true }, edition: { body: '改到明天' } })
  })

  it('is what was chosen, and none of what was typed, until the check has passed it', () => {
    const unchecked = { ...notice, shown: notice.shown && { ...notice.shown, wordsState: 'waiting' as const } }
    expect(read(unchecked, a.began)).toMatchObject({ lead: { kind: 'out' }, edition: null })
  })

  it('names no concern of whoever came without a door', () => {
    expect(readingOf(notice, null, a.began).lead).toMatchObject({ concern: 'unknown' })
  })
})

const listed = (id: string, over: Partial<NoticeContent> = {}, outAt = a.began): Listed => ({
  ...a.sent({ validUntil: a.began + 20 * day, ...over }),
  ...{ id, outAt },
})
const span = (from: number, hours: number) => ({ from, until: from + hours * hour, isNow: false })
const ids = (notices: readonly Listed[]) => notices.map(({ id }) => id)

describe('a door', () => {
  const safety = { about: { kind: 'safety', what: 'fire' }, span: null } as const
  const notices = [
    listed('old safety', safety, a.began - day),
    listed('new safety', safety),
    listed('tomorrow', { span: span(a.began + day, 2) }),
    listed('this afternoon'),
    listed('now', { span: span(a.began - hour, 3) }),
    listed('emergency', { isEmergency: true, span: { from: null, until: null, isNow: true } }),
    listed('elsewhere', { audience: a.audience({ where: { kind: 'buildings', ids: ['two'] } }) }),
  ]

  it('has emergencies on top, then what is so now, what comes soonest, and what has no time', () => {
    expect(ids(atDoor(notices, a.place(), a.began))).toEqual([
      ...['emergency', 'now', 'this afternoon', 'tomorrow', 'new safety', 'old safety'],
    ])
  })

  it('has a question that waits for its deadline below what is off now, however new it is', () => {
    const question = listed('question', {
      ...{ about: { kind: 'meeting', what: 'consultation' } },
      span: { from: null, until: a.began + 3 * day, isNow: false },
    })
    expect(ids(atDoor([{ ...question, outAt: a.began + hour }, ...notices], a.place(), a.began)).slice(0, 5)).toEqual([
      ...['emergency', 'now', 'this afternoon', 'tomorrow', 'question'],
    ])
  })

  it('says for a day what is back, below emergencies', () => {
    const back = { ...a.done(a.sent(), { verb: 'restore', words: null }, a.leader()), id: 'back' }
    expect(ids(atDoor([...notices, back], a.place(), a.began)).slice(0, 3)).toEqual(['emergency', 'back', 'now'])
    expect(ids(atDoor([back], a.place(), a.began + day))).toEqual([])
    expect(ids(atDoor([back], a.place({ buildingId: 'two' }), a.began))).toEqual([])
  })
})

describe('the calendar of a building', () => {
  const calendar = (notices: readonly Listed[], now = a.began) =>
    comingFor(notices, a.place(), now).map(({ day: of, lines }) => [of, ...lines.map(({ noticeId }) => noticeId)])

  it('has what comes by days of China, the soonest first', () => {
    const night = listed('just after midnight', { span: span(a.at('11-25T00:30'), 2) })
    const evening = listed('this evening', { span: span(a.at('11-24T23:30'), 2) })
    expect(calendar([night, evening, listed('afternoon')])).toEqual([
      ['2026-11-24', 'afternoon', 'this evening'],
      ['2026-11-25', 'just after midnight'],
    ])
  })

  it('has under today what goes on since yesterday, and says so', () => {
    const long = listed('since yesterday', { span: span(a.began - day, 48) })
    const [today] = comingFor([long], a.place(), a.began)
    expect(today).toMatchObject({ day: '2026-11-24', lines: [{ noticeId: 'since yesterday', isGoingOn: true }] })
  })

  it('has nothing that is over, has no time, is withdrawn or is another building’s', () => {
    const meeting = { about: { kind: 'meeting', what: 'meeting' } } as const
    expect(
      calendar([
        listed('over', { ...meeting, span: span(a.began - 3 * hour, 2) }),
        listed('no time', { about: { kind: 'safety', what: 'fire' }, span: null }),
        { ...a.done(a.sent(), { verb: 'withdraw', words: null }, a.leader()), id: 'withdrawn' },
        listed('elsewhere', { audience: a.audience({ where: { kind: 'buildings', ids: ['two'] } }) }),
      ]),
    ).toEqual([])
  })
})
