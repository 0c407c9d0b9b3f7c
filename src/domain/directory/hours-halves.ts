import { clockOf, endOfDay, type HoursRange, noon } from './hours-tokens'

// Most people count to twelve: 8:30-12:00, 2:30-5:30. What may be the afternoon or the small hours is asked, not guessed.

const hour = 60
/** Whoever writes a later hour than this counts to 24; 12:00-1:30 may still end in the afternoon. */
const afterNoon = 13 * hour
/** Nobody begins a night before it: 14:30-5:30 ends in the afternoon. */
const nightFrom = 16 * hour
/** No night lasts longer into the day. */
const nightUntil = 9 * hour
/** No office opens between one in the night and this, but many after noon. */
const smallHours = 5 * hour
const earlyHours = 7 * hour

/** 9:00-5:00 may be five in the afternoon, or the next morning. */
function endsUnsure({ opensAt, closesAt, isNight }: HoursRange): boolean {
  if (closesAt > opensAt || isNight) return false
  const mayBeSameDay = opensAt < nightFrom && closesAt <= noon && closesAt + noon > opensAt
  return opensAt < afterNoon || closesAt === opensAt || mayBeSameDay || closesAt > nightUntil
}

/** 2:30-5:30; 02:30-05:30 is written by those who count to 24. */
const isSmall = ({ opensAt, closesAt, half }: HoursRange): boolean =>
  half === 'open' && (opensAt < smallHours || (opensAt < earlyHours && closesAt < earlyHours && closesAt > opensAt))

const endOf = ({ opensAt, closesAt }: HoursRange): number => (closesAt <= opensAt ? closesAt + endOfDay : closesAt)
const lastEnd = (before: readonly HoursRange[]) => Math.max(0, ...before.map(endOf))

/** Opens while the hours that were said before it still last, or before them: 8:30-12:00, 2:30-5:30. */
function isBefore(range: HoursRange, before: readonly HoursRange[]): boolean {
  if (range.opensAt >= lastEnd(before)) return false
  // 下午2:00-5:30，上午8:30-12:00 says it all.
  return range.half !== 'said' || before.some(({ opensAt }) => endOf(range) > opensAt)
}

/** Whether a range may mean other hours than it says. `before`: what the same days have already. */
export const isUnsure = (range: HoursRange, before: readonly HoursRange[]): boolean =>
  range.isTorn || endsUnsure(range) || isSmall(range) || isBefore(range, before)

/** The only hours of the day that it can have meant: 14:30-17:30. null where there are none, or several. */
export function afternoonOf(range: HoursRange, before: readonly HoursRange[]): string | null {
  const { opensAt, closesAt, isTorn } = range
  if (isTorn || opensAt === closesAt) return null
  const from = Math.max(lastEnd(before), isSmall(range) ? noon : 0)
  const opens = [opensAt, ...(opensAt < earlyHours ? [opensAt + noon] : [])].find((at) => at >= from)
  const closes = [closesAt, ...(closesAt <= noon ? [closesAt + noon] : [])].find((at) => at > (opens ?? endOfDay))
  return opens === undefined || closes === undefined ? null : `${clockOf(opens)}-${clockOf(closes)}`
}
