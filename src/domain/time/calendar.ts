import { weekdayOf, type Day } from './clock'

/** One year's public holidays and make-up working days, as the State Council announces them. */
export interface YearTable {
  readonly year: number
  /** Days off that belong to a holiday → its name; weekend days inside the span are listed too. */
  readonly holidays: Readonly<Record<Day, string>>
  /** Saturdays and Sundays on which people work. */
  readonly workdays: readonly Day[]
}

export interface DayKind {
  readonly kind: 'workday' | 'restday' | 'holiday'
  readonly holiday: string | null
  /** True where the year's table is missing: weekends and fixed dates are then all that is known. */
  readonly provisional: boolean
}

/** Days that the law itself fixes by date; the rest follow the moon and each year's notice. */
const fixedHolidays: readonly string[] = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']

/** What kind of day it is in China. */
export function dayKind(of: Day, calendar: readonly YearTable[]): DayKind {
  const table = calendar.find((candidate) => candidate.year === Number(of.slice(0, 4)))
  const weekend = [0, 6].includes(weekdayOf(of))
  if (!table) {
    const kind = fixedHolidays.includes(of.slice(5)) ? 'holiday' : weekend ? 'restday' : 'workday'
    return { kind, holiday: null, provisional: true }
  }
  const holiday = table.holidays[of]
  if (holiday !== undefined) return { kind: 'holiday', holiday, provisional: false }
  const works = !weekend || table.workdays.includes(of)
  return { kind: works ? 'workday' : 'restday', holiday: null, provisional: false }
}
