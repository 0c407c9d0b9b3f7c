import fc from 'fast-check'
import {
  clockMarks,
  extendClock,
  marksDue,
  nextMark,
  pauseClock,
  resumeClock,
  stopClock,
} from '../../src/domain/request/clock'
import { hour } from '../../src/domain/time/clock'
import { calendar } from '../../src/knowledge/calendar/calendar'
import { aClock, at, clockLives, shown } from './support/request-clocks'

// Ten hours of office time: Friday 09:00 to Monday 10:00.
const clock = aClock({ kind: 'office', allowance: 10 * hour, startedAt: at('2026-11-20T09:00') })
const next = (when: string, told: readonly string[], of = clock) => {
  const moment = nextMark(of, at(when), calendar, told)
  return moment === null ? null : shown(moment)
}

describe('the marks of a running clock', () => {
  it.each([
    ['2026-11-20T13:59', []],
    ['2026-11-20T14:00', ['half']],
    ['2026-11-20T16:59', ['half']],
    ['2026-11-20T17:00', ['half', 'ending']],
    ['2026-11-23T09:59', ['half', 'ending']],
    ['2026-11-23T10:00', ['half', 'ending', 'overdue']],
    ['2026-11-24T10:59', ['half', 'ending', 'overdue']],
    ['2026-11-24T11:00', ['half', 'ending', 'overdue', 'twice']],
  ])('reached by %s: %j', (when, marks) => {
    expect(marksDue(clock, at(when), calendar, [])).toEqual(marks)
  })

  it('are told once, each by itself', () => {
    expect(marksDue(clock, at('2026-11-23T10:00'), calendar, ['half', 'overdue'])).toEqual(['ending'])
    expect(marksDue(clock, at('2026-11-24T11:00'), calendar, clockMarks)).toEqual([])
  })

  it('are looked for at the moment of the first that is not told, also where it is over', () => {
    expect(next('2026-11-20T09:00', [])).toBe('2026-11-20T14:00')
    expect(next('2026-11-20T14:00', ['half'])).toBe('2026-11-20T17:00')
    expect(next('2026-11-23T12:00', ['half', 'ending'])).toBe('2026-11-23T10:00')
    expect(next('2026-11-23T12:00', ['half', 'ending', 'overdue'])).toBe('2026-11-24T11:00')
    expect(next('2026-11-23T12:00', clockMarks)).toBeNull()
  })

  it('do not come while it is paused, and come later by the pause', () => {
    const paused = pauseClock(clock, at('2026-11-20T12:00'))
    expect(marksDue(paused, at('2026-11-24T12:00'), calendar, [])).toEqual([])
    expect(next('2026-11-24T12:00', [], paused)).toBeNull()
    expect(next('2026-11-24T12:00', [], resumeClock(paused, at('2026-11-24T12:00')))).toBe('2026-11-24T14:00')
  })

  it('are not hidden by a pause that came after them', () => {
    const paused = pauseClock(clock, at('2026-11-23T10:01'))
    expect(marksDue(paused, at('2026-11-23T12:00'), calendar, ['half', 'ending'])).toEqual(['overdue'])
    expect(next('2026-11-23T12:00', ['half', 'ending'], paused)).toBe('2026-11-23T10:00')
    expect(next('2026-11-23T12:00', ['half', 'ending', 'overdue'], paused)).toBeNull()
  })

  it('are nobody’s concern once what it waited for is done', () => {
    const stopped = stopClock(clock, at('2026-11-23T11:00'))
    expect(marksDue(stopped, at('2026-11-23T12:00'), calendar, ['half'])).toEqual([])
    expect(next('2026-11-23T12:00', ['half'], stopped)).toBeNull()
  })

  it('come later after an extension', () => {
    const extended = extendClock(clock, 10 * hour)
    expect(marksDue(extended, at('2026-11-23T10:00'), calendar, ['half', 'ending'])).toEqual([])
    expect(next('2026-11-23T10:00', ['half', 'ending'], extended)).toBe('2026-11-24T11:00')
  })
})

describe('whatever happened to a clock', () => {
  const told = fc.subarray([...clockMarks])

  it('there is a mark to tell just if the next one is not ahead', () => {
    fc.assert(
      fc.property(clockLives, told, ({ clock: lived, now }, known) => {
        const moment = nextMark(lived, now, calendar, known)
        expect(marksDue(lived, now, calendar, known).length > 0).toBe(moment !== null && moment <= now)
      }),
      { numRuns: 500 },
    )
  })

  it('a timer that comes at each next mark tells each of them once, in their order, and ends', () => {
    fc.assert(
      fc.property(clockLives, ({ clock: lived, now }) => {
        const heard: string[] = []
        let at = now
        for (let moment = nextMark(lived, at, calendar, heard); moment !== null;) {
          at = Math.max(at, moment)
          const marks = marksDue(lived, at, calendar, heard)
          expect(marks.length).toBeGreaterThan(0)
          heard.push(...marks)
          moment = nextMark(lived, at, calendar, heard)
        }
        expect(heard).toEqual(clockMarks.slice(0, heard.length))
      }),
    )
  })
})
