import fc from 'fast-check'
import {
  dueOf,
  extendClock,
  isPaused,
  momentOfShare,
  nationalAllowances,
  pauseClock,
  resumeClock,
  spentShare,
  startClock,
  stopClock,
  type RunningClock,
} from '../../src/domain/request/clock'
import type { YearTable } from '../../src/domain/time/calendar'
import { day, hour, minute } from '../../src/domain/time/clock'
import { calendar } from '../../src/knowledge/calendar/calendar'
import { aClock, at, clockLives, shown } from './support/request-clocks'

const workingDay = 9 * hour
const friday = at('2026-11-20T17:00')
const due = (clock: RunningClock, now: number, known: readonly YearTable[] = calendar) =>
  shown(dueOf(clock, known, now).at)

describe('a clock that runs', () => {
  it.each([
    ['emergency', 'response', '2026-11-20T17:10'],
    ['emergency', 'resolution', '2026-11-20T19:00'],
    ['utilities', 'resolution', '2026-11-21T17:00'],
    ['normal', 'response', '2026-11-20T18:00'],
    ['normal', 'resolution', '2026-11-25T17:00'],
    ['complex', 'response', '2026-11-21T17:00'],
    ['complex', 'resolution', '2026-12-11T17:00'],
  ] as const)('of %s: the %s of a Friday 17:00 is due at %s', (requestClass, purpose, end) => {
    expect(due(startClock(requestClass, purpose, 'grid', friday, nationalAllowances), friday)).toBe(end)
  })

  it('has seven working days beyond the grid', () => {
    expect(due(startClock('normal', 'resolution', 'street', friday, nationalAllowances), friday)).toBe(
      '2026-12-01T17:00',
    )
  })

  it('that began in the night before Spring Festival is due after it', () => {
    const eve = at('2026-02-14T20:00')
    expect(due(startClock('normal', 'resolution', 'grid', eve, nationalAllowances), eve)).toBe('2026-02-26T18:00')
    expect(due(startClock('emergency', 'resolution', 'grid', eve, nationalAllowances), eve)).toBe('2026-02-14T22:00')
  })

  it('has used the share of its own time that has passed, and goes on when it is overdue', () => {
    const clock = aClock({ kind: 'office', allowance: workingDay, startedAt: at('2026-11-20T09:00') })
    const shares = ['2026-11-20T08:00', '2026-11-20T13:30', '2026-11-22T12:00', '2026-11-23T18:00', '2026-11-24T18:00']
    expect(shares.map((when) => spentShare(clock, at(when), calendar))).toEqual([0, 0.5, 1, 2, 3])
  })

  it('reaches a share when that part of its time is used', () => {
    const clock = aClock({ kind: 'office', allowance: 2 * workingDay, startedAt: friday })
    const moments = [0.5, 0.8, 1, 2].map((share) => shown(momentOfShare(clock, share, calendar, friday) ?? 0))
    expect(moments).toEqual(['2026-11-23T17:00', '2026-11-24T13:24', '2026-11-24T17:00', '2026-11-26T17:00'])
  })

  it('reaches a share at a whole millisecond, whatever its time', () => {
    expect(momentOfShare(aClock({ kind: 'always', allowance: 1001, startedAt: 0 }), 0.5, calendar, 0)).toBe(501)
  })

  it('may be put down as plain JSON and taken up again', () => {
    const clock = resumeClock(pauseClock(aClock({}), friday), friday + hour)
    expect(JSON.parse(JSON.stringify(clock))).toEqual(clock)
  })
})

describe('a clock that is paused', () => {
  const clock = aClock({ kind: 'office', allowance: 3 * workingDay, startedAt: at('2026-11-19T09:00') })
  const paused = pauseClock(clock, at('2026-11-20T12:00'))

  it('over a weekend loses the office hours of the pause only', () => {
    const resumed = resumeClock(paused, at('2026-11-23T12:00'))
    expect(due(clock, friday)).toBe('2026-11-23T18:00')
    expect(due(resumed, friday)).toBe('2026-11-24T18:00')
  })

  it('that is resumed on the same weekend, or when the desk opens, has the rest of the Friday', () => {
    expect(due(resumeClock(paused, at('2026-11-22T12:00')), friday)).toBe('2026-11-24T15:00')
    expect(due(resumeClock(paused, at('2026-11-23T09:00')), friday)).toBe('2026-11-24T15:00')
  })

  it('by the clock loses every hour of the pause', () => {
    const always = pauseClock(aClock({ kind: 'always', allowance: day, startedAt: friday }), friday + hour)
    expect(due(resumeClock(always, friday + 61 * hour), friday)).toBe(shown(friday + day + 60 * hour))
  })

  it('is due as if it went on now', () => {
    expect(due(paused, at('2026-11-22T12:00'))).toBe('2026-11-24T15:00')
    expect(due(paused, at('2026-11-25T10:00'))).toBe('2026-11-26T16:00')
  })

  it('uses nothing, and reaches no share', () => {
    expect(spentShare(paused, at('2026-11-25T10:00'), calendar)).toBe(
      spentShare(paused, at('2026-11-20T12:00'), calendar),
    )
    expect(momentOfShare(paused, 1, calendar, friday)).toBeNull()
    expect([isPaused(clock), isPaused(paused)]).toEqual([false, true])
  })

  it('twice loses both pauses', () => {
    const again = pauseClock(resumeClock(paused, at('2026-11-20T14:00')), at('2026-11-20T15:00'))
    expect(due(resumeClock(again, at('2026-11-20T16:00')), friday)).toBe('2026-11-24T12:00')
  })

  it('stays paused since the first time, and cannot be resumed twice', () => {
    expect(pauseClock(paused, friday)).toBe(paused)
    const resumed = resumeClock(paused, friday)
    expect(resumeClock(resumed, friday + hour)).toBe(resumed)
  })

  it('keeps a due moment that was over before the pause', () => {
    const late = pauseClock(clock, at('2026-11-25T09:00'))
    expect(due(late, at('2026-12-25T09:00'))).toBe('2026-11-23T18:00')
    expect(due(resumeClock(late, at('2026-11-27T09:00')), at('2026-12-25T09:00'))).toBe('2026-11-23T18:00')
  })

  it('at the very moment at which it was due keeps that moment', () => {
    const held = pauseClock(clock, at('2026-11-23T18:00'))
    expect(due(held, at('2026-11-27T09:00'))).toBe('2026-11-23T18:00')
    expect(due(resumeClock(held, at('2026-11-26T09:00')), at('2026-11-27T09:00'))).toBe('2026-11-23T18:00')
  })

  it('never goes back where one server’s clock is behind another’s', () => {
    const early = pauseClock(clock, clock.startedAt - minute)
    expect(early.pauses).toEqual([{ from: clock.startedAt, until: null }])
    expect(resumeClock(paused, 0).pauses).toEqual([{ from: at('2026-11-20T12:00'), until: at('2026-11-20T12:00') }])
    const resumed = resumeClock(paused, friday)
    expect(pauseClock(resumed, friday - hour).pauses[1]).toEqual({ from: friday, until: null })
    expect(stopClock(resumed, 0).stoppedAt).toBe(friday)
  })
})

describe('a clock that has stopped', () => {
  const clock = aClock({ kind: 'always', allowance: day, startedAt: friday })

  it('uses nothing more, and reaches no share', () => {
    const stopped = stopClock(clock, friday + 6 * hour)
    expect(spentShare(stopped, friday + 3 * hour, calendar)).toBe(0.125)
    expect(spentShare(stopped, friday + 40 * hour, calendar)).toBe(0.25)
    expect(momentOfShare(stopped, 1, calendar, friday + 7 * hour)).toBeNull()
  })

  it('stopped the first time, keeps its due moment, and is not paused or resumed any more', () => {
    const stopped = stopClock(clock, friday + hour)
    expect(stopClock(stopped, friday + day)).toBe(stopped)
    expect(pauseClock(stopped, friday + day)).toBe(stopped)
    expect(due(stopped, friday + 10 * day)).toBe(due(clock, friday))
  })

  it('in a pause has ended the pause, so that its due moment moves no more', () => {
    const stopped = stopClock(pauseClock(clock, friday + hour), friday + 3 * hour)
    expect(isPaused(stopped)).toBe(false)
    expect(due(stopped, friday + 30 * day)).toBe(shown(friday + day + 2 * hour))
  })
})

describe('an extension', () => {
  const clock = aClock({ kind: 'office', allowance: workingDay, startedAt: at('2026-11-20T09:00') })

  it('gives more time of the same kind, and the shares are of all of it', () => {
    const extended = extendClock(extendClock(clock, workingDay), 2 * workingDay)
    expect(due(extended, friday)).toBe('2026-11-25T18:00')
    expect(spentShare(extended, at('2026-11-20T18:00'), calendar)).toBe(0.25)
  })

  it('of a clock that was overdue makes it not overdue', () => {
    const monday = at('2026-11-23T12:00')
    expect(spentShare(clock, monday, calendar)).toBeGreaterThan(1)
    expect(spentShare(extendClock(clock, workingDay), monday, calendar)).toBeLessThan(1)
  })

  it('takes no time away', () => {
    expect(() => extendClock(clock, -1)).toThrow(RangeError)
  })
})

describe('a due moment in a year without a table', () => {
  const eve = at('2026-12-31T09:00')
  const clock = aClock({ kind: 'office', allowance: 3 * workingDay, startedAt: eve })
  const announced: YearTable = { year: 2027, holidays: { '2027-01-01': '元旦', '2027-01-04': '元旦' }, workdays: [] }

  it('is provisional, and moves when the table comes', () => {
    expect(dueOf(clock, calendar, eve)).toEqual({ at: at('2027-01-05T18:00'), provisional: true })
    expect(dueOf(clock, [...calendar, announced], eve)).toEqual({ at: at('2027-01-06T18:00'), provisional: false })
    const madeUp: YearTable = { ...announced, workdays: ['2027-01-02', '2027-01-03'] }
    expect(due(clock, eve, [...calendar, madeUp])).toBe('2027-01-03T18:00')
  })

  it('is provisional where only what was used before a pause hangs on that year', () => {
    const paused = pauseClock(clock, at('2027-01-04T12:00'))
    const resumed = resumeClock(paused, at('2028-03-01T09:00'))
    const later: YearTable = { year: 2028, holidays: {}, workdays: [] }
    expect(dueOf(resumed, [...calendar, later], eve).provisional).toBe(true)
    expect(dueOf(resumed, [...calendar, announced, later], eve).provisional).toBe(false)
  })

  it('by the clock hangs on no table', () => {
    expect(dueOf({ ...clock, kind: 'always' }, calendar, eve).provisional).toBe(false)
  })
})

describe('whatever happened to a clock', () => {
  it('a clock that is not paused has used all its time just when it is due', () => {
    fc.assert(
      fc.property(clockLives, ({ clock, now }) => {
        if (isPaused(clock)) return
        const end = clock.stoppedAt ?? now
        expect(spentShare(clock, now, calendar) >= 1).toBe(Math.min(end, now) >= dueOf(clock, calendar, now).at)
      }),
    )
  })

  it('each share is reached just at its moment, and not a millisecond before', () => {
    fc.assert(
      fc.property(clockLives, fc.constantFrom(0.5, 0.8, 1, 2), ({ clock, now }, share) => {
        const moment = momentOfShare(clock, share, calendar, now)
        if (moment === null) return
        const total = clock.allowance + clock.extended
        const used = (when: number) => Math.round(spentShare(clock, when, calendar) * total)
        expect(used(moment)).toBe(Math.round(share * total))
        expect(used(moment - 1)).toBe(Math.round(share * total) - 1)
      }),
    )
  })

  it('a pause never brings the due moment forward, and what is used never shrinks', () => {
    fc.assert(
      fc.property(clockLives, fc.nat(40 * day), ({ clock, now }, length) => {
        const later = now + length
        const held = resumeClock(pauseClock(clock, now), later)
        expect(dueOf(held, calendar, later).at).toBeGreaterThanOrEqual(dueOf(clock, calendar, now).at)
        expect(spentShare(clock, later, calendar)).toBeGreaterThanOrEqual(spentShare(clock, now, calendar))
        expect(spentShare(held, later, calendar)).toBe(spentShare(clock, now, calendar))
      }),
    )
  })
})
