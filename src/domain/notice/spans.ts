import { addDays, dayOf } from '../time/clock'
import { asksVoices, comesBack } from './kinds'
import { restoredSaidWithin, restoredWaitedFor, unknownOutage } from './limits'
import type { Edition, NoticeContent, NoticeSpan } from './notice'

type Timed = Pick<Edition, 'about' | 'span' | 'validUntil' | 'writtenAt'>

/**
 * When what somebody writes of is. What asks for voices goes on until its deadline, whatever else was typed: two times
 * would contradict each other. `asked` null: nobody has said until when.
 */
export function spanOf(
  { about, span }: Pick<NoticeContent, 'about' | 'span'>,
  asked: { readonly until: number } | null,
): NoticeSpan | null {
  if (!asksVoices(about)) return span
  return asked && { from: null, until: asked.until, isNow: false }
}

/** When what it tells of begins (ms); null: it has no beginning. */
export function beginsAt({ span, writtenAt }: Pick<Timed, 'span' | 'writtenAt'>): number | null {
  if (span === null) return null
  return span.isNow ? (span.from ?? writtenAt) : span.from
}

/** When somebody should have said that it is back, or until when it goes on (ms); null: it is nothing that comes back. */
export function restoreSaidBy({ about, span, writtenAt }: Timed): number | null {
  if (!comesBack(about) || span === null) return null
  const end = span.until ?? Math.max(span.from ?? writtenAt, writtenAt) + unknownOutage
  return end + restoredSaidWithin
}

/**
 * When its time is over (ms). What is off never expires in silence at the very moment at which it should be back:
 * somebody has a day to say how it is.
 */
export function expiresAt(edition: Timed): number {
  const said = restoreSaidBy(edition)
  return said === null ? edition.validUntil : Math.max(edition.validUntil, said + restoredWaitedFor)
}

/** late: it should be back, and nobody has said so. always: it has no time. */
export type NoticePhase = 'soon' | 'now' | 'late' | 'over' | 'always'

export function phaseOf(edition: Timed, now: number): NoticePhase {
  const { about, span } = edition
  const begins = beginsAt(edition)
  if (span === null || (begins === null && span.until === null)) return 'always'
  if (begins !== null && now < begins) return 'soon'
  if (span.until === null || now < span.until) return 'now'
  return comesBack(about) ? 'late' : 'over'
}

/** Which day of China a moment is, seen from now. */
export type NearDay = 'yesterday' | 'today' | 'tomorrow' | 'other'
export function nearDayOf(ms: number, now: number): NearDay {
  const [of, today] = [dayOf(ms), dayOf(now)]
  if (of === today) return 'today'
  if (of === addDays(today, 1)) return 'tomorrow'
  return of === addDays(today, -1) ? 'yesterday' : 'other'
}
