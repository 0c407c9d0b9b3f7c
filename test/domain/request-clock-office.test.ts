import fc from 'fast-check'
import { addOfficeTime, officeTimeBetween, workingDay } from '../../src/domain/request/office'
import { dayKind } from '../../src/domain/time/calendar'
import { dayOf, hour, minute, minuteOfDay } from '../../src/domain/time/clock'
import { calendar } from '../../src/knowledge/calendar/calendar'

const at = (china: string) => Date.parse(`${china}+08:00`)
const shown = (ms: number) => new Date(ms + 8 * hour).toISOString().slice(0, 16)

/** Moments in the years that have a table, and in the year after. */
const moment = fc.integer({ min: at('2025-01-01T00:00'), max: at('2027-06-01T00:00') })
const officeTime = fc.integer({ min: 0, max: 60 * workingDay })

describe('office hours pass', () => {
  it.each([
    ['within a day', '2026-11-20T10:00', hour, '2026-11-20T11:00'],
    ['from the evening on in the next morning', '2026-11-19T20:00', hour, '2026-11-20T10:00'],
    ['from before the desk opens on', '2026-11-20T06:00', hour, '2026-11-20T10:00'],
    ['until the desk closes, and not into the next day', '2026-11-20T17:00', hour, '2026-11-20T18:00'],
    ['over a weekend', '2026-11-20T17:30', hour, '2026-11-23T09:30'],
    ['from a Sunday on Monday', '2026-11-22T12:00', hour, '2026-11-23T10:00'],
    // Saturday 14 February is made up for; then it is Spring Festival until Monday 23.
    ['on a make-up Saturday', '2026-02-13T17:30', hour, '2026-02-14T09:30'],
    ['over Spring Festival', '2026-02-14T17:30', hour, '2026-02-24T09:30'],
    [
      'over National Day, whose Saturday after it is made up for',
      '2026-09-30T17:00',
      3 * workingDay,
      '2026-10-10T17:00',
    ],
    ['on the make-up Sunday before Mid-Autumn', '2026-09-19T12:00', workingDay, '2026-09-20T18:00'],
  ])('%s', (_, from, time, until) => {
    const end = addOfficeTime(at(from), time, calendar)
    expect([shown(end.at), end.provisional]).toEqual([until, false])
  })

  it('never, where none has to pass', () => {
    expect(addOfficeTime(at('2026-11-22T03:00'), 0, calendar).at).toBe(at('2026-11-22T03:00'))
  })

  it('backwards never: that is a mistake', () => {
    expect(() => addOfficeTime(at('2026-11-20T10:00'), -1, calendar)).toThrow('forward only')
    expect(() => addOfficeTime(at('2026-11-20T10:00'), NaN, calendar)).toThrow('forward only')
    expect(officeTimeBetween(at('2026-11-20T12:00'), at('2026-11-20T10:00'), calendar).time).toBe(0)
  })

  it('for twenty years at most, so that a time in the wrong unit is found out', () => {
    expect(() => officeTimeBetween(at('2026-11-20T12:00') / 1000, at('2026-11-20T12:00'), calendar)).toThrow(RangeError)
    expect(() => addOfficeTime(at('2026-11-20T12:00'), at('2026-11-20T12:00'), calendar)).toThrow(RangeError)
  })
})

describe('office time', () => {
  it('is what somebody counts who looks at China’s clock and calendar each minute', () => {
    const wholeMinute = moment.map((ms) => Math.floor(ms / minute) * minute)
    const isOfficeMinute = (ms: number) =>
      dayKind(dayOf(ms), calendar).kind === 'workday' && minuteOfDay(ms) >= 9 * 60 && minuteOfDay(ms) < 18 * 60
    fc.assert(
      fc.property(wholeMinute, fc.integer({ min: 0, max: 4 * 24 * 60 }), (from, minutes) => {
        const counted = Array.from({ length: minutes }, (_, index) => from + index * minute).filter(isOfficeMinute)
        expect(officeTimeBetween(from, from + minutes * minute, calendar).time).toBe(counted.length * minute)
      }),
      { numRuns: 40 },
    )
  })

  it('added and measured again is the same', () => {
    fc.assert(
      fc.property(moment, officeTime, (from, time) => {
        expect(officeTimeBetween(from, addOfficeTime(from, time, calendar).at, calendar).time).toBe(time)
      }),
    )
  })

  it('measured and added again leads to the first moment at which it had passed', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 60 * 24 * hour }), (from, length) => {
        const { time } = officeTimeBetween(from, from + length, calendar)
        const { at: end } = addOfficeTime(from, time, calendar)
        expect(end).toBeLessThanOrEqual(from + length)
        expect(officeTimeBetween(end, from + length, calendar).time).toBe(0)
        if (time > 0) expect(officeTimeBetween(from, end - 1, calendar).time).toBe(time - 1)
      }),
    )
  })

  it('of two spans that follow on each other is the sum', () => {
    fc.assert(
      fc.property(fc.tuple(moment, moment, moment), (moments) => {
        const [first, second, third] = [...moments].sort((a, b) => a - b) as [number, number, number]
        const time = (from: number, until: number) => officeTimeBetween(from, until, calendar).time
        expect(time(first, second) + time(second, third)).toBe(time(first, third))
      }),
      { numRuns: 50 },
    )
  })
})

describe('a year whose holidays are not announced yet', () => {
  it('is reckoned by weekends and fixed holidays, and says that it is provisional', () => {
    // Thursday; Friday 1 January is a holiday by law, then it is the weekend.
    expect(addOfficeTime(at('2026-12-31T17:30'), hour, calendar)).toEqual({
      at: at('2027-01-04T09:30'),
      provisional: true,
    })
    expect(officeTimeBetween(at('2026-12-31T17:30'), at('2027-01-04T09:30'), calendar)).toEqual({
      time: hour,
      provisional: true,
    })
  })

  it('does not matter where none of its office hours are touched', () => {
    expect(addOfficeTime(at('2026-12-31T17:30'), hour / 2, calendar).provisional).toBe(false)
    expect(officeTimeBetween(at('2026-12-31T12:00'), at('2027-01-01T09:00'), calendar).provisional).toBe(false)
    expect(officeTimeBetween(at('2026-12-31T12:00'), at('2027-01-01T09:01'), calendar).provisional).toBe(true)
  })
})
