import type { Schedule } from '../routing/types'
import { dayKind, type DayKind, type YearTable } from './calendar'
import { day, dayOf, minute, minutesOf, startOf } from './clock'

/** How far ahead an opening is looked for: the longest holiday with its weekends is shorter. */
const horizonDays = 15

function holds(days: Schedule['days'], kind: DayKind['kind']): boolean {
  if (days === 'every') return true
  if (days === 'restday') return kind !== 'workday'
  return days === kind
}

interface Span {
  readonly from: number
  readonly until: number
}

/** The spans [from, until) in ms that begin `offset` days from today. */
function spansOn(
  schedules: readonly Schedule[],
  now: number,
  offset: number,
  calendar: readonly YearTable[],
): readonly Span[] {
  const on = dayOf(now + offset * day)
  const { kind } = dayKind(on, calendar)
  return schedules
    .filter(({ days }) => holds(days, kind))
    .map(({ opensAt, closesAt: until }) => {
      const opens = minutesOf(opensAt)
      const closes = minutesOf(until)
      const length = closes > opens ? closes - opens : closes + 24 * 60 - opens
      const from = startOf(on) + opens * minute
      return { from, until: from + length * minute }
    })
}

const holding = (now: number) => (span: Span) => span.from <= now && now < span.until

/** The spans in which `now` lies: a night shift that began yesterday may still be on. */
const spansAt = (schedules: readonly Schedule[], now: number, calendar: readonly YearTable[]): readonly Span[] =>
  [-1, 0].flatMap((offset) => spansOn(schedules, now, offset, calendar)).filter(holding(now))

/** Whether somebody answers at `now`. No schedule means round the clock. */
export function isOpen(schedules: readonly Schedule[], now: number, calendar: readonly YearTable[]): boolean {
  return schedules.length === 0 || spansAt(schedules, now, calendar).length > 0
}

/** When it opens next (ms), `now` itself if it is open, null if not within two weeks. */
export function nextOpening(
  schedules: readonly Schedule[],
  now: number,
  calendar: readonly YearTable[],
): number | null {
  if (schedules.length === 0) return now
  for (let offset = -1; offset <= horizonDays; offset++) {
    const spans = spansOn(schedules, now, offset, calendar)
    if (spans.some(holding(now))) return now
    const ahead = spans.filter(({ from }) => from > now)
    if (ahead.length > 0) return Math.min(...ahead.map(({ from }) => from))
  }
  return null
}

/**
 * When nobody answers any more (ms): shifts that follow on each other count as one. Null when closed, and when one
 * shift follows another for more than a day.
 */
export function closesAt(schedules: readonly Schedule[], now: number, calendar: readonly YearTable[]): number | null {
  const spans = [-1, 0, 1].flatMap((offset) => spansOn(schedules, now, offset, calendar))
  let end = now
  for (let next = latest(spans, end); next > end; next = latest(spans, end)) end = next
  return end === now || end - now > day ? null : end
}

/** The end of the longest span that `at` lies in, or `at` itself. */
const latest = (spans: readonly Span[], at: number): number =>
  Math.max(at, ...spans.filter(holding(at)).map(({ until }) => until))

/** Whether what is said of opening hours near `now` rests on a year whose holidays are not announced yet. */
export const isProvisional = (now: number, calendar: readonly YearTable[]): boolean =>
  dayKind(dayOf(now), calendar).provisional
