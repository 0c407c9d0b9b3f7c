import fc from 'fast-check'
import { addDays, dayOf, minuteOfDay, partsOf, startOf, weekdayOf } from '../../src/domain/time/clock'

const instant = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2060, 0, 1) })

describe('the clock', () => {
  it('takes the day and the hour from China, whatever the zone of the machine', () => {
    // 23:59 UTC is 07:59 of the next day in China.
    const ms = Date.parse('2026-11-20T23:59:00Z')
    expect(dayOf(ms)).toBe('2026-11-21')
    expect(minuteOfDay(ms)).toBe(7 * 60 + 59)
    expect(partsOf(ms)).toEqual({ year: 2026, month: 11, date: 21, hour: 7, minute: 59, weekday: 6 })
  })

  it('shows what the machine itself knows of the time in Shanghai', () => {
    const fields = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
    const shanghai = new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Shanghai', hourCycle: 'h23', ...fields })
    fc.assert(
      fc.property(instant, (ms) => {
        const shown = new Map(shanghai.formatToParts(ms).map(({ type, value }) => [type, Number(value)]))
        const { year, month, date, hour, minute } = partsOf(ms)
        const told = [year, month, date, hour, minute]
        expect(told).toEqual((['year', 'month', 'day', 'hour', 'minute'] as const).map((field) => shown.get(field)))
      }),
    )
  })

  it('tells the same day, weekday and hour in all its ways', () => {
    fc.assert(
      fc.property(instant, (ms) => {
        const { year, month, date, hour, minute, weekday } = partsOf(ms)
        const two = (value: number) => String(value).padStart(2, '0')
        expect(dayOf(ms)).toBe(`${year}-${two(month)}-${two(date)}`)
        expect(weekdayOf(dayOf(ms))).toBe(weekday)
        expect(minuteOfDay(ms)).toBe(hour * 60 + minute)
      }),
    )
  })

  it('begins each day at the instant that belongs to it', () => {
    fc.assert(
      fc.property(instant, (ms) => {
        const start = startOf(dayOf(ms))
        expect(start).toBeLessThanOrEqual(ms)
        expect(ms - start).toBeLessThan(24 * 60 * 60 * 1000)
        expect(minuteOfDay(start)).toBe(0)
      }),
    )
  })

  it('counts days and weekdays forward and back', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -400, max: 400 }), (ms, count) => {
        const day = dayOf(ms)
        expect(addDays(addDays(day, count), -count)).toBe(day)
        expect(weekdayOf(addDays(day, count))).toBe((((weekdayOf(day) + count) % 7) + 7) % 7)
      }),
    )
  })
})
