import { nearDayOf, type NearDay } from '../domain/notice/spans'
import { dayOf, minuteOfDay, partsOf, startOf } from '../domain/time/clock'
import { clockText, dateText } from './time'
import { weekdayNames } from './request-plain'

const nearDays: Readonly<Record<NearDay, string | null>> = {
  yesterday: '昨天',
  today: '今天',
  tomorrow: '明天',
  other: null,
}

/** How a day and an hour are said. */
interface Saying {
  readonly day: (ms: number) => string
  readonly clock: (ms: number) => string
}

/** Seen from now: 今天, 明天, 11月24日. */
export const nearSaying = (now: number): Saying => ({
  day: (ms) => nearDays[nearDayOf(ms, now)] ?? dateText(ms, now),
  clock: clockText,
})

/** What stays true in a group until tomorrow: 11月24日. `now`: the year that goes without saying. */
export const dateSaying = (now: number): Saying => ({ day: (ms) => dateText(ms, now), clock: clockText })

/** The same with its weekday, for the words below a title: 11月24日（周二）. */
export const weekdaySaying = (now: number): Saying => ({
  day: (ms) => `${dateText(ms, now)}（${weekdayNames[partsOf(ms).weekday] ?? ''}）`,
  clock: clockText,
})

/** 14点, 14:30: shorter, for titles. */
export const shortSaying = (now: number): Saying => ({
  day: (ms) => dateText(ms, now),
  clock: (ms) => (partsOf(ms).minute === 0 ? `${partsOf(ms).hour}点` : clockText(ms)),
})

const isMidnight = (ms: number): boolean => minuteOfDay(ms) === 0 && ms === startOf(dayOf(ms))
/** The end of a day belongs to that day: 24:00. */
const lastMoment = (until: number): number => (isMidnight(until) ? until - 1 : until)
const endClock = (until: number, { clock }: Saying): string => (isMidnight(until) ? '24:00' : clock(until))

/** 今天17:00 as an end. */
export const untilText = (until: number, saying: Saying): string =>
  saying.day(lastMoment(until)) + endClock(until, saying)

/** 今天14:00–17:00, 今天22:00–明天06:00, 明天全天, 今天14:00起, 今天17:00前; empty: no time was said. */
export function spanText(from: number | null, until: number | null, saying: Saying): string {
  const { day, clock } = saying
  if (from === null) return until === null ? '' : `${untilText(until, saying)}前`
  if (until === null) return isMidnight(from) ? `${day(from)}起` : `${day(from)}${clock(from)}起`
  const last = lastMoment(until)
  const isOneDay = dayOf(from) === dayOf(last)
  if (isMidnight(from) && isMidnight(until)) return isOneDay ? `${day(from)}全天` : `${day(from)}–${day(last)}`
  return `${day(from)}${clock(from)}–${isOneDay ? endClock(until, saying) : untilText(until, saying)}`
}
