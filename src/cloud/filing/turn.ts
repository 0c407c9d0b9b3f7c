import { minute } from '../../domain/time/clock'
import { hashOf } from '../hash'

// Which of somebody's filings it is: a value that must be unique, so that of two calls at once only one gets it, and a
// limit holds without a counter.

/** Filings that one person may write for visitors within a window: more than a hand can. */
const officeWindow = 10 * minute
const mostInWindow = 40
/** How often a free place is looked for: by then there is hardly one. */
const officeTries = 12

/** The n-th of somebody on a day; null: that is more than they may. */
export const turnOfDay = (
  { person, day, most }: { readonly person: string; readonly day: string; readonly most: number },
  before: number,
): string | null => (before >= most ? null : hashOf('turn', person, day, String(before + 1)))

/**
 * Whoever writes for visitors takes one of the places of the moment, which nobody has to count: at a station far more are
 * written in a day than anybody has of their own. Null: there is none left.
 */
export function officeTurn({
  person,
  now,
  attempt,
}: {
  readonly person: string
  readonly now: number
  readonly attempt: number
}): string | null {
  if (attempt >= officeTries) return null
  const place = Math.floor(Math.random() * mostInWindow)
  return hashOf('turn', person, 'office', String(Math.floor(now / officeWindow)), String(place))
}
