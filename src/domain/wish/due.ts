import { dayKind, type YearTable } from '../time/calendar'
import { dayOf } from '../time/clock'
import type { SystemDeed } from './act-deed'
import { dutyOf } from './duty'
import { remindersOf, type Remembered, type WishReminder } from './due-marks'
import { arrangedWithin, proposedFor, unsureAfterVisit } from './limits'
import { agreedVisit, endOf, hasBegun, proposedVisit } from './visits'
import type { Appointment, Wish } from './wish'

export { admittedMark, marked, type Remembered, type WishReminder, type WishReminderKind } from './due-marks'

/** No moment that anybody waits for: the last one that dates have room for. */
export const never = 8_640_000_000_000_000

/** More weeks than any holiday has: whoever is told that all year is one goes on nevertheless. */
const mostHolidays = 8

/** Visits that both sides agreed on for this very day stay, holiday or not. */
const wasAccepted = ({ events }: Wish, { id }: Appointment): boolean =>
  events.some(({ verb, data }) => verb === 'accept' && data['appointmentId'] === id)

/** The visit of a standing pair that falls on a public holiday (法定节假日), as far as its table is known. */
function holidayVisit(wish: Wish, now: number, calendar: readonly YearTable[]): Appointment | null {
  const visit = wish.state === 'standing' ? agreedVisit(wish) : undefined
  if (!visit || hasBegun(visit, now) || wasAccepted(wish, visit)) return null
  const before = wish.appointments.filter(({ id }) => id !== visit.id).slice(-mostHolidays)
  const isEndless = before.length === mostHolidays && before.every(({ state }) => state === 'skipped')
  return !isEndless && dayKind(dayOf(visit.at), calendar).kind === 'holiday' ? visit : null
}

/** When something happens by itself, if nobody does anything before (ms); null: nothing will. */
function movesAt(wish: Wish): { readonly verb: 'lapse' | 'return' | 'miss'; readonly at: number } | null {
  const { state, since } = wish
  if (state === 'proposed') return { verb: 'lapse', at: since + proposedFor }
  if (state === 'claimed') return { verb: 'return', at: since + arrangedWithin }
  const visit = state === 'arranged' || state === 'standing' ? agreedVisit(wish) : undefined
  return visit ? { verb: 'miss', at: endOf(visit) + unsureAfterVisit } : null
}

/** What has to happen to it by itself; null: nothing, or not yet. After each the next may be due. */
export function moveDue(wish: Wish, now: number, calendar: readonly YearTable[]): SystemDeed | null {
  const holiday = holidayVisit(wish, now, calendar)
  if (holiday) return { verb: 'skip', side: null, appointmentId: holiday.id, words: null }
  const move = movesAt(wish)
  return move && move.at <= now ? { verb: move.verb } : null
}

/** What is to be said now and was not; of each matter only the latest. In the order in which it became due. */
export const remindersDue = (wish: Remembered, now: number): readonly WishReminder[] =>
  remindersOf(wish, now)
    .filter(({ at, until, mark }) => at <= now && now < until && !wish.marks.includes(mark))
    .sort((one, other) => one.at - other.at)

/** A wish with how far its events were told. */
export interface Timed extends Remembered {
  /** How many of its events were told to everybody whom they concern. */
  readonly told: number
}

/**
 * When it has to be looked at again (ms), in the past where something is due; `never` once it is over and nothing will
 * come by itself. Never later than the time by which somebody has to do something, as long as that lies ahead.
 */
export function nextLook(wish: Timed, now: number, calendar: readonly YearTable[]): number {
  if (wish.told < wish.events.length || moveDue(wish, now, calendar)) return now
  const duty = dutyOf(wish, now)
  const turns = [duty?.dueAt, agreedVisit(wish)?.at, proposedVisit(wish)?.at]
  const ahead = turns.filter((at): at is number => at !== undefined && at > now)
  const reminders = remindersOf(wish, now)
    .filter(({ until, mark }) => now < until && !wish.marks.includes(mark))
    .map(({ at }) => at)
  return Math.min(never, ...ahead, ...reminders, movesAt(wish)?.at ?? never)
}
