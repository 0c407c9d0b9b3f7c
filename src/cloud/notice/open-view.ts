import type { openNotice, OutputOf } from '../../contract'
import { noticeStateAt, readingOf } from '../../domain/notice/for-me'
import { wordsSinceOf } from '../../domain/notice/in-force'
import { entryOf, waitingBefore } from '../../domain/notice/sign-up'
import { expiresAt } from '../../domain/notice/spans'
import { isOut, type NoticeState } from '../../domain/notice/verbs'
import type { NoticeRow } from './load'
import type { Beside } from './open-beside'
import type { OpeningRow } from './open-count'
import { isQuestionShown } from './voice-asked'

type Opened = OutputOf<typeof openNotice>

interface Shown {
  readonly now: number
  readonly person: string | null
  readonly before: OpeningRow | null
  readonly beside: Beside
  readonly counted: boolean | null
}

/**
 * A notice as whoever opens it sees it now: the present state, and never words that do not hold any more. Who wrote it,
 * what happened to it, and what waits to be released, is nobody's here.
 */
export function viewOpened(row: NoticeRow, { now, person, before, beside, counted }: Shown): Opened {
  const state = noticeStateAt(row, now)
  const holds = row.shown !== null && isOut(state)
  const words = wordsOf(row, beside, now)
  return {
    ...{ noticeId: row._id, communityId: row.communityId, communityName: row.communityName, state },
    facts: factsOf(row, state),
    words,
    placeNames: row.shown === null ? [] : [...row.placeNames],
    end: endOf(row, state),
    answers: holds ? [...row.answers] : [],
    consultation: isQuestionShown(row, now) ? row.consultation : null,
    signUp: holds ? signUpOf(row, beside, person) : null,
    me: {
      counted,
      acknowledgedAt: acknowledgedIn(row, state, before),
      before: before?.edition ?? null,
      voice: beside.voice,
    },
  }
}

/** What was said to other words than those that hold is not said to these. */
const acknowledgedIn = (row: NoticeRow, state: NoticeState, before: OpeningRow | null): number | null =>
  before === null || (isOut(state) && before.edition < wordsSinceOf(row)) ? null : before.acknowledgedAt

/** What people did not type may be known of what is back as well: what it was, and where. */
function factsOf({ shown }: NoticeRow, state: NoticeState): Opened['facts'] {
  if (shown === null || !(isOut(state) || state === 'restored')) return null
  const { about, span, audience, isEmergency, number, writtenAt, validUntil } = shown
  const { where, needs } = audience
  return { about, span, where, needs, isEmergency, number, writtenAt, validUntil }
}

function wordsOf(row: NoticeRow, { pictures, file }: Beside, now: number): Opened['words'] {
  const { edition } = readingOf(row, null, now)
  return edition && { title: edition.title, body: edition.body, pictures: [...pictures], file }
}

/** How it came to its end; where nobody has looked at it since its time was over, that time. */
function endOf({ shown, end }: NoticeRow, state: NoticeState): Opened['end'] {
  if (shown === null || isOut(state)) return null
  if (end === null) return { at: expiresAt(shown), words: null }
  return { at: end.at, words: end.wordsState === 'shown' && end.words !== '' ? end.words : null }
}

function signUpOf({ signUp: asked }: NoticeRow, { signUp }: Beside, person: string | null): Opened['signUp'] {
  if (asked === null) return null
  const { places, until, beginsAt, entries } = signUp ?? { ...asked, entries: [] }
  const count = (state: 'in' | 'waiting') => entries.filter((entry) => entry.state === state).length
  const mine = person === null ? undefined : entryOf({ entries }, person)
  return {
    ...{ places, until, beginsAt, taken: count('in'), waiting: count('waiting') },
    mine:
      mine && person !== null && mine.state !== 'left'
        ? { state: mine.state, before: waitingBefore({ entries }, person) }
        : null,
  }
}
