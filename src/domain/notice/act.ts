import { editionOf, noticeSteps } from './act-steps'
import {
  refuseNotice,
  type NoticeActed,
  type NoticeActRefused,
  type NoticeAt,
  type NoticeChange,
  type NoticeDeed,
  type NoticeDeedVerb,
  type NoticeSaid,
  type NoticeWho,
} from './act-types'
import { isOwnEdition, isReviewer, isSecondFor, type NoticeRules } from './eyes'
import { comesBack } from './kinds'
import { mostNoticeEvents } from './limits'
import type { Notice, NoticeContent, NoticeEvent } from './notice'
import { canNoticeMove, mayNoticeMove, noticeMoveOf, type NoticeState } from './verbs'

export * from './act-types'
export { needsSecond, type NoticeRules } from './eyes'

/** Where and whose a new notice is. */
export interface NoticeOrigin {
  readonly communityId: string
  readonly gridId: string | null
}

const untouched = { shown: null, next: null, unread: null, end: null, events: [], outAt: null } as const

/** A new notice, with what was written so far. */
export function beginNotice(
  origin: NoticeOrigin,
  content: NoticeContent,
  who: NoticeWho,
  said: NoticeSaid,
): NoticeActed | NoticeActRefused {
  if (!mayNoticeMove(who.actor, 'begin') || who.person === null) return refuseNotice('notice.not-yours')
  const empty: Notice = { ...origin, ...untouched, state: 'draft', madeAt: who.now, since: who.now }
  const edition = editionOf(content, { notice: empty, who, said, rules: { buildings: [], gridId: origin.gridId } })
  if ('refused' in edition) return edition
  const event = eventOf('begin', { ...empty, next: edition }, 'draft', '', who, said)
  return { notice: { ...empty, next: edition, events: [event] }, event }
}

/**
 * Does a step: the notice as it is then, and the event that says so, or why not. The table alone decides who may do what
 * from where, and whose eyes it takes; what a verb does stands in `act-steps`.
 */
export function actOnNotice<Whole extends Notice>(
  notice: Whole,
  deed: NoticeDeed,
  who: NoticeWho,
  said: NoticeSaid,
  rules: NoticeRules,
): NoticeActed<Whole> | NoticeActRefused {
  const at: NoticeAt = { notice, who, said, rules }
  const refused = refusalOf(deed, at)
  if (refused) return refused
  const change = changeOf(deed, at)
  if ('refused' in change) return change
  const to = stateAfter(notice.state, deed.verb, change)
  const event = eventOf(deed.verb, notice, to, wordsOf(deed), who, said)
  const since = to === notice.state ? notice.since : who.now
  return { notice: { ...notice, ...change.fields, state: to, since, events: [...notice.events, event] }, event }
}

const wordsOf = (deed: NoticeDeed): string => ('words' in deed ? (deed.words ?? '') : '')

/** What always has to be possible, however long its history is: what ends it. */
const ends: readonly NoticeDeedVerb[] = ['restore', 'withdraw', 'discard', 'expire', 'review']

function refusalOf(deed: NoticeDeed, { notice, who }: NoticeAt): NoticeActRefused | null {
  const { verb } = deed
  if (!mayNoticeMove(who.actor, verb)) return refuseNotice('notice.not-yours')
  if (!canNoticeMove(notice.state, verb)) return refuseNotice('notice.not-now')
  const eyes = eyesRefused(verb, notice, who)
  if (eyes) return eyes
  if (noticeMoveOf(verb).words === 'must' && wordsOf(deed).trim() === '') return refuseNotice('notice.no-words')
  return notice.events.length >= mostNoticeEvents && !ends.includes(verb) ? refuseNotice('notice.full') : null
}

/** Whether somebody may do a step now, as far as it does not depend on what they write; for what a page offers. */
export const mayStep = (notice: Notice, verb: NoticeDeedVerb, who: NoticeWho): boolean =>
  mayNoticeMove(who.actor, verb) &&
  canNoticeMove(notice.state, verb) &&
  eyesRefused(verb, notice, who) === null &&
  (verb !== 'restore' || (notice.shown !== null && comesBack(notice.shown.about)))

/** Whether these are the eyes that the table wants for it. */
function eyesRefused(verb: NoticeDeedVerb, { next, unread }: Notice, who: NoticeWho): NoticeActRefused | null {
  const { eyes } = noticeMoveOf(verb)
  if (eyes === 'any') return null
  if (eyes === 'own') return next && isOwnEdition(next, who) ? null : refuseNotice('notice.not-yours')
  if (verb === 'review') {
    if (unread === null) return refuseNotice('notice.not-now')
    if (isReviewer(unread, who)) return null
    return refuseNotice(unread.writers.some((writer) => writer === who.person) ? 'notice.own' : 'notice.not-second')
  }
  if (next === null) return refuseNotice('notice.not-now')
  if (isSecondFor(next, who)) return null
  return refuseNotice(isOwnEdition(next, who) ? 'notice.own' : 'notice.not-second')
}

/** TypeScript cannot see that a step and its deed have the same verb. */
const changeOf = (deed: NoticeDeed, at: NoticeAt): NoticeChange | NoticeActRefused =>
  (noticeSteps[deed.verb] as (deed: NoticeDeed, at: NoticeAt) => NoticeChange | NoticeActRefused)(deed, at)

function stateAfter(before: NoticeState, verb: NoticeDeedVerb, { to }: NoticeChange): NoticeState {
  const move = noticeMoveOf(verb)
  if (move.to === 'outcome') return to ?? before
  return move.to === 'same' ? before : move.to
}

/** They speak of the words that nobody reads yet; the others of those that are read. */
const ofNext: readonly (NoticeDeedVerb | 'begin')[] = ['write', 'send', 'change', 'recall', 'release', 'send-back']

function eventOf(
  verb: NoticeDeedVerb | 'begin',
  notice: Notice,
  to: NoticeState,
  words: string,
  { actor, person, now }: NoticeWho,
  { wordsState }: NoticeSaid,
): NoticeEvent {
  const shown = notice.shown?.number ?? 0
  const edition = ofNext.includes(verb) ? shown + 1 : Math.max(1, shown)
  return {
    ...{ id: String(notice.events.length + 1), at: now, verb, actor, person },
    ...{ from: notice.state, to, edition, words, wordsState },
  }
}
