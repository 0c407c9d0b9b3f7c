import { dayKind, type YearTable } from '../time/calendar'
import { day, dayOf, hour, startOf } from '../time/clock'

/** A community's desk works 09:00–18:00 of China on workdays; make-up days are workdays, holidays are not. */
const opens = 9 * hour
const closes = 18 * hour

/** One working day in ms of office time. */
export const workingDay = closes - opens

/** No request lives so long. It bounds the walk, and a time in seconds given for one in ms is found out. */
const longestWalk = 20 * 366 * day

/** The office hours of one day that lie in [from, until). */
interface Stretch {
  readonly begins: number
  /** ms; 0 where there are none. */
  readonly time: number
  readonly provisional: boolean
}

function stretchOn(midnight: number, from: number, until: number, calendar: readonly YearTable[]): Stretch {
  const begins = Math.max(from, midnight + opens)
  const ends = Math.min(until, midnight + closes)
  // What kind of day it is does not matter where its office hours are not touched, so that nothing is provisional.
  if (ends <= begins) return { begins, time: 0, provisional: false }
  const { kind, provisional } = dayKind(dayOf(midnight), calendar)
  return { begins, time: kind === 'workday' ? ends - begins : 0, provisional }
}

/**
 * The first moment at which `time` ms of office hours have passed since `from` (ms since epoch): 18:00 rather than 09:00
 * of the next day, and `from` itself where no time has to pass. `provisional`: a day was walked of whose year the
 * calendar has no table. Throws on a negative time, and on one that takes more than twenty years.
 */
export function addOfficeTime(
  from: number,
  time: number,
  calendar: readonly YearTable[],
): { at: number; provisional: boolean } {
  if (!(time >= 0)) throw new RangeError('office time goes forward only')
  if (time === 0) return { at: from, provisional: false }
  let left = time
  let isProvisional = false
  for (let midnight = startOf(dayOf(from)); midnight <= from + longestWalk; midnight += day) {
    const stretch = stretchOn(midnight, from, Infinity, calendar)
    isProvisional ||= stretch.provisional
    if (left <= stretch.time) return { at: stretch.begins + left, provisional: isProvisional }
    left -= stretch.time
  }
  throw new RangeError('more office time than twenty years have')
}

/**
 * The office time (ms) in [from, until), both ms since epoch; 0 where `until` is not after `from`. `provisional` as
 * above. Throws on more than twenty years.
 */
export function officeTimeBetween(
  from: number,
  until: number,
  calendar: readonly YearTable[],
): { time: number; provisional: boolean } {
  if (until - from > longestWalk) throw new RangeError('more than twenty years')
  let time = 0
  let isProvisional = false
  for (let midnight = startOf(dayOf(from)); midnight < until; midnight += day) {
    const stretch = stretchOn(midnight, from, until, calendar)
    isProvisional ||= stretch.provisional
    time += stretch.time
  }
  return { time, provisional: isProvisional }
}
