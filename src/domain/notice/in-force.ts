import type { Edition, Notice, NoticeEvent } from './notice'
import { expiresAt } from './spans'

/** Which words hold now, and since and until when people could read them: whom a notice reached is counted by that. */
export interface WordsInForce {
  /** The oldest edition that says the same as the one that people read now. */
  readonly number: number
  /** When it came out (ms); 0: with the notice. */
  readonly from: number
  /** When they stopped holding (ms, exclusive): it came to its end, or its time is over. */
  readonly until: number
}

type Said = Pick<Edition, 'title' | 'body' | 'about' | 'span'>

const partsOf = ({ title, body, about, span }: Said) => [
  ...[title, body, about.kind, about.what],
  ...[span === null, span?.from ?? null, span?.until ?? null, span?.isNow ?? null],
]

/** Whether whoever read one has read the other: what else changed (how long it holds, pictures, for whom) is no news. */
export function saysSame(one: Said, other: Said): boolean {
  const parts = partsOf(other)
  return partsOf(one).every((part, at) => part === parts[at])
}

/** From which edition on people read what holds now. Where nobody has noted it, only the newest is sure. */
export const wordsSinceOf = ({ shown, wordsSince }: Pick<Notice, 'shown' | 'wordsSince'>): number =>
  wordsSince ?? shown?.number ?? 1

/** The same once `edition` has come out. */
export const wordsSinceWith = (notice: Pick<Notice, 'shown' | 'wordsSince'>, edition: Edition): number =>
  notice.shown && saysSame(notice.shown, edition) ? wordsSinceOf(notice) : edition.number

const goesOut: readonly NoticeEvent['verb'][] = ['send', 'change', 'release']

/** Whether an event brought an edition out. */
export const cameOut = ({ verb, to }: Pick<NoticeEvent, 'verb' | 'to'>): boolean =>
  to === 'out' && goesOut.includes(verb)

/** null: nobody could ever read it. */
export function wordsInForce(
  notice: Pick<Notice, 'shown' | 'wordsSince' | 'end'> & {
    readonly events: readonly Pick<NoticeEvent, 'verb' | 'to' | 'edition' | 'at'>[]
  },
): WordsInForce | null {
  const { shown, end, events } = notice
  if (shown === null) return null
  const number = wordsSinceOf(notice)
  const from = number === 1 ? 0 : (events.find((event) => event.edition === number && cameOut(event))?.at ?? 0)
  return { number, from, until: Math.min(end?.at ?? Infinity, expiresAt(shown)) }
}

interface OpenedOnce {
  /** First (ms). */
  readonly at: number
  /** The newest that they were shown. */
  readonly edition: number
}

/** now: they opened what holds. before: only what held before. late: only that it was over. */
export function sawOf({ at, edition }: OpenedOnce, { number, until }: WordsInForce): 'now' | 'before' | 'late' {
  if (at >= until) return 'late'
  return edition >= number ? 'now' : 'before'
}
