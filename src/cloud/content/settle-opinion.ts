import { readPath } from '../notice/open-paths'
import { voicePart } from '../notice/voice-write'
import type { Row, Store, Write } from '../store'
import type { VoiceFields } from '../store/documents'
import type { CheckRow } from './checks'

type VoiceRow = Row<VoiceFields>
export interface OpinionSubject {
  readonly voice: VoiceRow
}

/** The words that a check is about; null: they were changed since, or erased. */
export const opinionWords = ({ words, at }: VoiceRow, { about }: Pick<CheckRow, 'about'>): string | null =>
  voicePart(at) === about.part && words !== '' ? words : null

/** A verdict on words of a voice; its choice stands either way. Empty: nothing is left to be settled. */
export function settledOpinion(
  store: Store,
  voice: VoiceRow,
  check: Pick<CheckRow, 'about'>,
  verdict: 'passed' | 'refused',
): Write[] {
  if (opinionWords(voice, check) === null) return []
  return [store.voices.replacing({ ...voice, wordsState: verdict === 'passed' ? 'shown' : 'refused' })]
}

/** The page on which its writer sees it. */
export const pathOfOpinion = ({ noticeId }: VoiceRow): string => readPath(noticeId)
