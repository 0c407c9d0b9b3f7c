import { isRefused, refuse, type Refused } from '../../contract'
import type { ShownState } from '../../domain/content/check'
import { voiceProblem, type VoiceHousehold } from '../../domain/notice/voices'
import { checkId, newCheck } from '../content/checks'
import { keepersOf, reviewPath, tellKeepers } from '../content/keepers'
import { judgeWords, stateOf } from '../content/words'
import type { Surroundings } from '../handle'
import { pushSoon } from '../message/push'
import { checkName } from '../people/check-name'
import { sealedAt } from '../people/ids'
import type { Row, Write } from '../store'
import type { VoiceFields } from '../store/documents'
import type { NoticeRow } from './load'
import { refusalOf, voiceUntil, type Asked } from './voice-asked'

type VoiceRow = Row<VoiceFields>

/** What somebody said, and whose voice it is. */
export interface Said {
  /** The `_id` of the voice. */
  readonly id: string
  /** Pseudonym of whose it is, and of who wrote it down; one of them is null. */
  readonly person: string | null
  readonly notedBy: string | null
  readonly roomId: string | null
  readonly household: VoiceHousehold
  readonly choices: readonly string[]
  readonly words: string
  readonly name: string | null
}

export interface VoiceWritten {
  readonly at: number
  readonly wordsState: ShownState
  readonly writes: readonly Write[]
  readonly after?: () => Promise<void>
}

type Problem = ReturnType<typeof refusalOf> | Refused<'content.refused' | 'content.unchecked'>

/** The part of a check that names these words and no later ones of the same voice. */
export const voicePart = (at: number): string => String(at)

/**
 * A voice in the place of the one before of the same `_id`. Reads that one; where its
 * words still waited, their check, which goes with them.
 */
export async function voiceWritten(
  context: Surroundings,
  notice: NoticeRow,
  asked: Asked,
  said: Said,
): Promise<VoiceWritten | Problem> {
  const { store, keys, now } = context
  const before = await store.voices.find(said.id)
  const at = Math.max(now, (before?.at ?? 0) + 1)
  const problem = asked.isOver ? 'over' : voiceProblem(asked.consultation, { ...said, at: now })
  if (problem !== null) return refusalOf(problem)
  const about = sealedAt('voices', 'name', said.id)
  const nameBefore = before?.name ? keys.unseal(before.name, about) : null
  // Of a household somebody else may have said otherwise in between: there the same again is a new word.
  if (before && asked.consultation.each === 'person' && isSame(before, nameBefore, said))
    return { at: before.at, wordsState: before.wordsState, writes: [] }

  const judged = await judgedVoice(context, said, nameBefore)
  if (isRefused(judged)) return judged
  const { id: _id, name, ...rest } = said
  const fields: VoiceFields = {
    ...{ ...rest, choices: [...new Set(said.choices)], wordsState: stateOf(judged), at },
    ...{ noticeId: notice._id, communityId: notice.communityId, until: voiceUntil(asked, now) },
    ...{ name: name === null ? null : keys.seal(name, about), keyId: keys.currentKey },
  }
  const voice = before ? store.voices.replacing({ ...before, ...fields }) : store.voices.inserting({ _id, ...fields })
  const old = before?.wordsState === 'waiting' ? await oldCheck(context, before) : []
  const asks = judged === 'shown' ? [] : await waitingWords(context, notice, { said, at, state: judged })
  const news = asks.filter(({ collection }) => collection === 'messages').map(({ document }) => document._id)
  const after = news.length > 0 ? { after: () => pushSoon(context, news) } : {}
  return { at, wordsState: stateOf(judged), writes: [voice, ...old, ...asks], ...after }
}

const isSame = (before: VoiceRow, name: string | null, said: Said): boolean =>
  before.words === said.words &&
  before.roomId === said.roomId &&
  before.household === said.household &&
  name === said.name &&
  [...before.choices].sort().join() === [...new Set(said.choices)].sort().join()

/** Names are never kept unchecked; words wait. */
async function judgedVoice(context: Surroundings, { words, name }: Said, nameBefore: string | null) {
  const bad = name === null || name === nameBefore ? null : await checkName(context, name)
  if (bad) return bad
  const judged = words === '' ? 'shown' : await judgeWords(context, words)
  return judged === 'refused' ? refuse('content.refused') : judged
}

/** The check of words that are no longer there: nobody has to decide about it. */
async function oldCheck({ store }: Surroundings, before: VoiceRow): Promise<Write[]> {
  const check = await store.checks.find(checkId('opinion', before._id, voicePart(before.at)))
  return check?.open ? [store.checks.removing(check)] : []
}

interface WaitingWords {
  readonly said: Said
  readonly at: number
  readonly state: 'review' | 'unchecked'
}

async function waitingWords(
  { store, now }: Surroundings,
  { communityId, gridId }: NoticeRow,
  { said, at, state }: WaitingWords,
): Promise<Write[]> {
  const author = said.person ?? said.notedBy
  const place = { communityId, gridId }
  const part = voicePart(at)
  const check = newCheck(store, now, { kind: 'opinion', id: said.id, part, author, ...place, state })
  if (state === 'unchecked') return [check]
  const keepers = await keepersOf(store, now, place, author)
  const cause = checkId('opinion', said.id, part)
  return [
    check,
    ...tellKeepers(store, now, keepers, { kind: 'check.waiting', what: 'opinion', cause, path: reviewPath }),
  ]
}
