import type { Schedule } from '../routing/types'
import { dayKind, type DayKind, type YearTable } from './calendar'
import { addDays, dayOf, minute, minutesOf, startOf } from './clock'

/** How far ahead an opening is looked for: the longest holiday with its weekends is shorter. */
const horizonDays = 15

function holds(days: Schedule['days'], kind: DayKind['kind']): boolean {
  if (days === 'every') return true
  if (days === 'restday') return kind !== 'workday'
  return days === kind
}

/** The spans [from, until) in ms that begin on the days from `first` to `last`, counted from today. */
function spans(
  schedules: readonly Schedule[],
  now: number,
  first: number,
  last: number,
  calendar: readonly YearTable[],
) {
  const found: { from: number; until: number }[] = []
  for (let offset = first; offset <= last; offset++) {
    const on = addDays(dayOf(now), offset)
    const { kind } = dayKind(on, calendar)
    for (const schedule of schedules) {
      if (!holds(schedule.days, kind)) continue
      const opens = minutesOf(schedule.opensAt)
      const closes = minutesOf(schedule.closesAt)
      const length = closes > opens ? closes - opens : closes + 24 * 60 - opens
      const from = startOf(on) + opens * minute
      found.push({ from, until: from + length * minute })
    }
  }
  return found
}

/** Whether somebody answers at `now`. No schedule means round the clock. */
export function isOpen(schedules: readonly Schedule[], now: number, calendar: readonly YearTable[]): boolean {
  if (schedules.length === 0) return true
  // A night shift that began yesterday may still be on.
  return spans(schedules, now, -1, 0, calendar).some(({ from, until }) => from <= now && now < until)
}

/** When it opens next (ms), `now` itself if it is open, null if not within two weeks. */
export function nextOpening(
  schedules: readonly Schedule[],
  now: number,
  calendar: readonly YearTable[],
): number | null {
  if (isOpen(schedules, now, calendar)) return now
  const ahead = spans(schedules, now, 0, horizonDays, calendar).filter(({ from }) => from > now)
  return ahead.length === 0 ? null : Math.min(...ahead.map(({ from }) => from))
}

/** When the shift that is on now ends (ms); null when closed or never closing. */
export function closesAt(schedules: readonly Schedule[], now: number, calendar: readonly YearTable[]): number | null {
  const on = spans(schedules, now, -1, 0, calendar).filter(({ from, until }) => from <= now && now < until)
  return on.length === 0 ? null : Math.max(...on.map(({ until }) => until))
}

/** Whether what is said of opening hours near `now` rests on a year whose holidays are not announced yet. */
export const isProvisional = (now: number, calendar: readonly YearTable[]): boolean =>
  dayKind(dayOf(now), calendar).provisional
