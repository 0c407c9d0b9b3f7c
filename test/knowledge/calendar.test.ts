import { dayKind } from '../../src/domain/time/calendar'
import { calendarAhead } from '../../src/knowledge/calendar/ahead'
import { calendar } from '../../src/knowledge/calendar/calendar'

const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()

describe('the calendar of public holidays', () => {
  it('knows 2024 to 2026', () => {
    expect(calendar.map(({ year }) => year)).toEqual([2024, 2025, 2026])
  })

  it('travels on the phone without the years that are over, and with every later one', () => {
    expect(calendarAhead).toEqual(calendar.slice(-calendarAhead.length))
    expect(calendarAhead.length).toBeGreaterThan(0)
  })

  it('keeps every day inside its year, and makes up on weekends only', () => {
    for (const { year, holidays, workdays } of calendar) {
      for (const day of [...Object.keys(holidays), ...workdays]) expect(day.slice(0, 4)).toBe(String(year))
      for (const day of workdays) {
        expect([day, [0, 6].includes(weekday(day))]).toEqual([day, true])
        expect(holidays[day]).toBeUndefined()
      }
    }
  })

  it('has the seven holidays each year', () => {
    for (const { holidays } of calendar)
      expect(new Set(Object.values(holidays))).toEqual(
        new Set(['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']),
      )
  })

  it('tells holidays, rest days and make-up days apart', () => {
    expect(dayKind('2026-02-17', calendar)).toMatchObject({ kind: 'holiday', holiday: '春节' })
    expect(dayKind('2026-01-04', calendar)).toMatchObject({ kind: 'workday' })
    expect(dayKind('2026-11-21', calendar)).toMatchObject({ kind: 'restday' })
  })
})
