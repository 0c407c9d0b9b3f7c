import type { OpenedNotice } from '../../../client/use-notice'
import { readingOf, type Lead } from '../../../domain/notice/for-me'
import type { NoticePlace } from '../../../domain/notice/audience'
import type { Edition } from '../../../domain/notice/notice'

type Facts = NonNullable<OpenedNotice['facts']>

/** What a reader is not told, and the rule does not look at. */
const untold = {
  title: '',
  body: '',
  pictures: [],
  fileId: null,
  writer: null,
  role: 'duty',
  wordsState: 'shown',
} as const

const editionOf = (communityId: string, { where, needs, ...facts }: Facts): Edition => ({
  ...untold,
  ...facts,
  audience: { communityId, where, needs },
})

/**
 * What a notice means at a place now. The server said how it stood; the phone says how it stands by the clock, so that
 * today, tomorrow and over are right also for what was kept.
 */
export function leadOf({ communityId, state, facts, end }: OpenedNotice, place: NoticePlace | null, now: number): Lead {
  if (facts === null) return state === 'withdrawn' || state === 'expired' ? { kind: state } : { kind: 'unpublished' }
  const shown = editionOf(communityId, facts)
  const ended = end && { at: end.at, words: '', wordsState: 'shown' as const }
  return readingOf({ state, shown, end: ended }, place, now).lead
}
