import { refuse, type Refused } from '../../contract'
import { noticeStateAt } from '../../domain/notice/for-me'
import type { Edition } from '../../domain/notice/notice'
import { isOut } from '../../domain/notice/verbs'
import type { Consultation, VoiceProblem } from '../../domain/notice/voices'
import { day } from '../../domain/time/clock'
import type { NoticeRow } from './load'

/** A question to residents that is out, as the rules know it. */
export interface Asked {
  readonly consultation: Consultation
  readonly edition: Edition
  /** Nothing can be said any more. */
  readonly isOver: boolean
}

/** What a notice asks; refused where it was never out, or asks nothing. */
export function askedBy(notice: NoticeRow, now: number): Asked | Refused<'notice.missing' | 'voice.none'> {
  const { shown: edition, consultation } = notice
  if (edition === null) return refuse('notice.missing')
  if (consultation === null) return refuse('voice.none')
  const options = consultation.options.map(({ id }) => id)
  const isOver = now >= consultation.until || !isOut(noticeStateAt(notice, now))
  return { consultation: { ...consultation, options }, edition, isOver }
}

/**
 * Whether people may read what it asks. Its options are words as well, which the check has to have passed. Once its time
 * is over they stay: without them nobody could read what has come out. Not of what was taken back.
 */
export function isQuestionShown({ shown, state }: Pick<NoticeRow, 'shown' | 'state'>, now: number): boolean {
  if (shown === null || shown.wordsState !== 'shown') return false
  const present = noticeStateAt({ shown, state }, now)
  return isOut(present) || present === 'expired'
}

const refusals = {
  ...{ over: 'voice.over', 'no-home': 'voice.no-home', nobody: 'voice.nobody', 'no-choice': 'voice.no-choice' },
  ...{ 'too-many': 'voice.too-many', 'no-such-choice': 'voice.no-such-choice', 'no-words': 'voice.no-words' },
  'no-name': 'voice.no-name',
} as const satisfies Record<VoiceProblem, `voice.${VoiceProblem}`>

export const refusalOf = (problem: VoiceProblem): Refused<(typeof refusals)[VoiceProblem]> => refuse(refusals[problem])

/** What was said to a notice is kept so long after the notice and its deadline are over (ms). */
const keptAfter = 180 * day
export const voiceUntil = (asked: Asked, now: number): number => Math.max(voicesKept(asked), now + keptAfter)
/** Until when all voices are there, so that what they come to is a result (ms). */
export const voicesKept = ({ consultation, edition }: Asked): number =>
  Math.max(edition.validUntil, consultation.until) + keptAfter
