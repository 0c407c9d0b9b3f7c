import type { NoticeSpan } from '../../../domain/notice/notice'
import { addDays, day, dayOf, hour, minute, minuteOfDay, startOf, type Day } from '../../../domain/time/clock'

/** Times that stand on the page as one tap: days from today, minutes of the day. */
const clocks = {
  'today-am': [0, 8 * 60, 12 * 60],
  'today-pm': [0, 14 * 60, 18 * 60],
  'today-eve': [0, 18 * 60, 22 * 60],
  'tomorrow-am': [1, 8 * 60, 12 * 60],
  'tomorrow-pm': [1, 14 * 60, 18 * 60],
  'tomorrow-day': [1, 8 * 60, 18 * 60],
} as const
export type Preset = keyof typeof clocks
const presets = Object.keys(clocks) as readonly Preset[]

const momentOf = (of: Day, minutes: number): number => startOf(of) + minutes * minute
export const endOfDay = (of: Day): number => startOf(addDays(of, 1))

export function presetSpan(preset: Preset, now: number): NoticeSpan {
  const [ahead, from, until] = clocks[preset]
  const on = addDays(dayOf(now), ahead)
  return { from: momentOf(on, from), until: momentOf(on, until), isNow: false }
}

/** Those that have not begun. */
export const presetsAt = (now: number): readonly Preset[] =>
  presets.filter((preset) => (presetSpan(preset, now).from ?? 0) > now)

const isSame = (one: NoticeSpan, other: NoticeSpan): boolean =>
  one.from === other.from && one.until === other.until && one.isNow === other.isNow

export const presetOf = (span: NoticeSpan, now: number): Preset | null =>
  presetsAt(now).find((preset) => isSame(presetSpan(preset, now), span)) ?? null

const half = 30 * minute
/** So many hours from now, at the next half hour: people say it so. */
export const inHours = (hours: number, now: number): number => Math.ceil((now + hours * hour) / half) * half
export const backWithin: readonly number[] = [1, 2, 4, 8]

/** As somebody begins to choose by hand. */
export const ownStart = (now: number): NoticeSpan => presetSpan('tomorrow-am', now)

/** Days that are offered. */
export const daysAhead = (now: number, count: number): readonly Day[] =>
  Array.from({ length: count }, (_, index) => addDays(dayOf(now), index))
export const laterDays: readonly number[] = [0, 1, 2, 3, 4, 6, 13, 29, 59]

export interface Clock {
  readonly hour: number
  readonly isHalf: boolean
}
const clockOf = (minutes: number): Clock => ({ hour: Math.floor(minutes / 60), isHalf: minutes % 60 >= 30 })
const minutesOf = ({ hour: of, isHalf }: Clock): number => of * 60 + (isHalf ? 30 : 0)

/** A span by its parts, as somebody chooses them one after the other. */
export interface SpanParts {
  readonly day: Day
  readonly from: Clock
  /** Days after `day`. */
  readonly later: number
  /** null: no end. */
  readonly until: Clock | null
}

export function partsOfSpan({ from, until }: NoticeSpan, now: number): SpanParts {
  const begins = from ?? now
  const on = dayOf(begins)
  if (until === null) return { day: on, from: clockOf(minuteOfDay(begins)), later: 0, until: null }
  // 24:00 belongs to the day that ends with it.
  const isMidnight = minuteOfDay(until) === 0
  const last = dayOf(isMidnight ? until - 1 : until)
  return {
    ...{ day: on, from: clockOf(minuteOfDay(begins)) },
    later: Math.max(0, Math.round((startOf(last) - startOf(on)) / day)),
    until: isMidnight ? { hour: 24, isHalf: false } : clockOf(minuteOfDay(until)),
  }
}

export function spanOfParts({ day: on, from, later, until }: SpanParts): NoticeSpan {
  return {
    from: momentOf(on, minutesOf(from)),
    until: until === null ? null : momentOf(addDays(on, later), minutesOf(until)),
    isNow: false,
  }
}

/** Another beginning takes the end along, where it would lie before it; an end before the beginning is the next day's. */
export function withParts(span: NoticeSpan, changed: Partial<SpanParts>, now: number): NoticeSpan {
  const after = { ...partsOfSpan(span, now), ...changed }
  const made = spanOfParts(after)
  if (made.until === null || made.from === null || made.until > made.from) return made
  // 22点到6点, over night.
  if ('until' in changed) return spanOfParts({ ...after, later: 1 })
  const until = minutesOf(after.from) + 2 * 60
  return spanOfParts({ ...after, until: clockOf(Math.min(until, 24 * 60)) })
}
