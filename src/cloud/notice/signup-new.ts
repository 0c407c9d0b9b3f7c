import { addDays, day, dayOf, hour, startOf } from '../../domain/time/clock'
import type { Keys } from '../keys'
import type { SignUpFields } from '../store/documents'

/** A moment that never comes (ms). */
export const never = Number.MAX_SAFE_INTEGER
/** A sign-up was offered, and is kept so long after it was over (ms). */
const keptAfter = 180 * day
/** People are reminded at this hour of the day before. */
const reminderHour = 10

/** When those who take part are reminded (ms): the day before, by daylight. */
export const reminderAt = ({ beginsAt }: Pick<SignUpFields, 'beginsAt'>): number =>
  startOf(addDays(dayOf(beginsAt), -1)) + reminderHour * hour

/** When the timer has to look at a sign-up (ms). */
export const nextSignUpLook = (
  fields: Pick<SignUpFields, 'beginsAt' | 'untold' | 'isReminded'>,
  now: number,
): number => (fields.untold.length > 0 ? now : fields.isReminded ? never : reminderAt(fields))

/** It is kept so long after what it offers, and the notice, are over (ms). */
const endOf = (beginsAt: number, validUntil: number, now: number): number =>
  Math.max(validUntil, beginsAt, now) + keptAfter

/**
 * The sign-up of an activity that was put off, or brought forward. Who could sign up until it began still can; a day that
 * was named stays, unless it is over before that. Those in it are reminded anew, unless it begins too soon for that: the
 * news of the change tells them.
 */
export function movedSignUp<Row extends SignUpFields>(
  row: Row,
  { beginsAt, validUntil }: { readonly beginsAt: number; readonly validUntil: number },
  now: number,
): Row {
  const until = row.until === row.beginsAt ? beginsAt : Math.min(row.until, beginsAt)
  const moved = { ...row, beginsAt, until, isReminded: reminderAt({ beginsAt }) <= now }
  return { ...moved, nextAt: nextSignUpLook(moved, now), endsAt: endOf(beginsAt, validUntil, now) }
}

interface Offer {
  readonly communityId: string
  readonly places: number
  readonly until: number
  readonly beginsAt: number
  /** Of the notice. */
  readonly validUntil: number
}

/**
 * A sign-up as it begins: made in the commit with which its notice goes out, under the notice's own `_id`. Whoever signs up
 * on the last day needs no reminder.
 */
export function newSignUp(keys: Keys, now: number, offer: Offer): SignUpFields {
  const { communityId, places, until, beginsAt, validUntil } = offer
  const fields = { untold: [], isReminded: reminderAt({ beginsAt }) <= now, beginsAt }
  return {
    ...{ communityId, places, until, entries: [], people: [], ...fields, nextAt: nextSignUpLook(fields, now) },
    ...{ endsAt: endOf(beginsAt, validUntil, now), keyId: keys.currentKey },
  }
}
