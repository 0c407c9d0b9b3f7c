import type { YearTable } from '../time/calendar'
import { allowanceOf, type AllowanceTable, type ClockKind, type ClockPurpose, type RequestLevel } from './allowances'
import type { RequestClass } from './kind'
import { addOfficeTime, officeTimeBetween } from './office'

export * from './allowances'

/**
 * One of a request's two clocks, as it lies in the request. What follows from it (when it is due, how much is used) is
 * computed anew each time, with the holidays that are known by then.
 */
export interface RunningClock {
  readonly kind: ClockKind
  /** ms of that kind. */
  readonly allowance: number
  /** ms since epoch, as every moment here. */
  readonly startedAt: number
  /** ms of that kind which extensions added. */
  readonly extended: number
  /** In the order of time, none inside another; null: it is paused now. */
  readonly pauses: readonly { readonly from: number; readonly until: number | null }[]
  /** When what it waits for was done; null: not yet. */
  readonly stoppedAt: number | null
}

/** When a clock ends; `provisional`: it hangs on a year whose holidays are not announced yet. */
export interface Due {
  readonly at: number
  readonly provisional: boolean
}

export function startClock(
  requestClass: RequestClass,
  purpose: ClockPurpose,
  level: RequestLevel,
  now: number,
  table: AllowanceTable,
): RunningClock {
  const { kind, time } = allowanceOf(requestClass, purpose, level, table)
  return { kind, allowance: time, startedAt: now, extended: 0, pauses: [], stoppedAt: null }
}

export const isPaused = (clock: RunningClock): boolean => clock.pauses.some(({ until }) => until === null)

/** The last moment that the clock has noted: servers' clocks differ a little, and it never goes back. */
const lastNoted = ({ startedAt, pauses }: RunningClock): number =>
  pauses.reduce((last, { from, until }) => Math.max(last, from, until ?? from), startedAt)

/** Nothing changes where it is paused or stopped already. */
export function pauseClock(clock: RunningClock, now: number): RunningClock {
  if (isPaused(clock) || clock.stoppedAt !== null) return clock
  return { ...clock, pauses: [...clock.pauses, { from: Math.max(now, lastNoted(clock)), until: null }] }
}

/** Nothing changes where it is not paused. */
export function resumeClock(clock: RunningClock, now: number): RunningClock {
  if (!isPaused(clock)) return clock
  const until = Math.max(now, lastNoted(clock))
  return { ...clock, pauses: clock.pauses.map((pause) => (pause.until === null ? { ...pause, until } : pause)) }
}

/** What it waits for was done; a pause ends with it. The first time counts. */
export function stopClock(clock: RunningClock, now: number): RunningClock {
  if (clock.stoppedAt !== null) return clock
  return { ...resumeClock(clock, now), stoppedAt: Math.max(now, lastNoted(clock)) }
}

/** `time`: ms of the clock's own kind. Throws on a negative one. */
export function extendClock(clock: RunningClock, time: number): RunningClock {
  if (!(time >= 0)) throw new RangeError('an extension gives time, and takes none')
  return { ...clock, extended: clock.extended + time }
}

const timeBetween = (kind: ClockKind, from: number, until: number, calendar: readonly YearTable[]) =>
  kind === 'always' ? { time: Math.max(0, until - from), provisional: false } : officeTimeBetween(from, until, calendar)

const addTime = (kind: ClockKind, from: number, time: number, calendar: readonly YearTable[]): Due =>
  kind === 'always' ? { at: from + time, provisional: false } : addOfficeTime(from, time, calendar)

interface Stretch {
  readonly from: number
  readonly until: number
}

/** The stretches that a pause has ended, and since when it runs now; where it is paused: as if it went on at `now`. */
function stretches({ startedAt, pauses }: RunningClock, now: number): { ended: readonly Stretch[]; runsSince: number } {
  const begins = [startedAt, ...pauses.map(({ from, until }) => until ?? Math.max(now, from))]
  const ended = pauses.map(({ from }, index) => ({ from: begins[index] ?? startedAt, until: from }))
  return { ended, runsSince: begins[begins.length - 1] ?? startedAt }
}

/** When `time` ms of the clock's own kind are used, if nothing pauses it from `now` on. */
function momentOf(clock: RunningClock, time: number, calendar: readonly YearTable[], now: number): Due {
  const { ended, runsSince } = stretches(clock, now)
  let left = time
  let isProvisional = false
  for (const { from, until } of ended) {
    const within = timeBetween(clock.kind, from, until, calendar)
    if (left <= within.time) {
      const due = addTime(clock.kind, from, left, calendar)
      return { at: due.at, provisional: isProvisional || due.provisional }
    }
    left -= within.time
    isProvisional ||= within.provisional
  }
  const due = addTime(clock.kind, runsSince, left, calendar)
  return { at: due.at, provisional: isProvisional || due.provisional }
}

/** ms of its own kind after which a share of all that it has is used; whole, so that both ways to ask agree. */
const timeOfShare = ({ allowance, extended }: RunningClock, share: number): number =>
  Math.round((allowance + extended) * share)

/** ms of its own kind that are used at `now`; what comes after its stop does not count. */
function timeUsed(clock: RunningClock, now: number, calendar: readonly YearTable[]): number {
  const end = Math.min(now, clock.stoppedAt ?? now)
  const { ended, runsSince } = stretches(clock, now)
  return [...ended, { from: runsSince, until: end }]
    .map(({ from, until }) => timeBetween(clock.kind, from, Math.min(until, end), calendar).time)
    .reduce((sum, time) => sum + time, 0)
}

/** When it ends (extensions and pauses counted); while it is paused: as if it went on now. */
export const dueOf = (clock: RunningClock, calendar: readonly YearTable[], now: number): Due =>
  momentOf(clock, clock.allowance + clock.extended, calendar, now)

/** How much of its time, extensions included, is used at `now`: 0 at the start, 1 when it is due, and on. */
export const spentShare = (clock: RunningClock, now: number, calendar: readonly YearTable[]): number =>
  timeUsed(clock, now, calendar) / (clock.allowance + clock.extended)

/** When a share of its time is used, if nothing pauses it any more; null while it is paused, and once it has stopped. */
export function momentOfShare(
  clock: RunningClock,
  share: number,
  calendar: readonly YearTable[],
  now: number,
): number | null {
  if (isPaused(clock) || clock.stoppedAt !== null) return null
  return momentOf(clock, timeOfShare(clock, share), calendar, now).at
}

/** When somebody is told of a running clock, in the order of time. */
export const clockMarks = ['half', 'ending', 'overdue', 'twice'] as const
export type ClockMark = (typeof clockMarks)[number]

/** The share of the clock's time at which each comes. */
const markShares: Readonly<Record<ClockMark, number>> = { half: 0.5, ending: 0.8, overdue: 1, twice: 2 }

const untold = (told: readonly string[]): readonly ClockMark[] => clockMarks.filter((mark) => !told.includes(mark))

/**
 * The marks that were reached and are not among those told, in the order of time. One that was reached before a pause
 * stays due in it: a pause hides nothing. Once the clock has stopped there is nothing to hurry.
 */
export function marksDue(
  clock: RunningClock,
  now: number,
  calendar: readonly YearTable[],
  told: readonly string[],
): ClockMark[] {
  if (clock.stoppedAt !== null) return []
  const used = timeUsed(clock, now, calendar)
  return untold(told).filter((mark) => used >= timeOfShare(clock, markShares[mark]))
}

/**
 * When the next mark that is not told comes (in the past where one is due already), so that `marksDue` has something
 * just if this is not after `now`; null where none will come: all are told, the clock has stopped, or it is paused.
 */
export function nextMark(
  clock: RunningClock,
  now: number,
  calendar: readonly YearTable[],
  told: readonly string[],
): number | null {
  const next = untold(told)[0]
  if (next === undefined || clock.stoppedAt !== null) return null
  const time = timeOfShare(clock, markShares[next])
  if (isPaused(clock) && timeUsed(clock, now, calendar) < time) return null
  return momentOf(clock, time, calendar, now).at
}
