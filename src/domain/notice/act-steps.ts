import {
  refuseNotice,
  type NoticeActRefused,
  type NoticeAt,
  type NoticeChange,
  type NoticeDeed,
  type NoticeDeedVerb,
} from './act-types'
import { isReviewer, needsSecond, unreadWith } from './eyes'
import { wordsSinceWith } from './in-force'
import { comesBack } from './kinds'
import type { Edition, Notice, NoticeContent } from './notice'
import { problemsOf } from './problems'
import { expiresAt } from './spans'

type Deeds<One, Verb> = One extends { readonly verb: infer Verbs } ? (Verb extends Verbs ? One : never) : never
/** What one verb does beyond being written down, or why not. */
export type NoticeStep<Verb extends NoticeDeedVerb> = (
  deed: Deeds<NoticeDeed, Verb>,
  at: NoticeAt,
) => NoticeChange | NoticeActRefused

/** These words as this person's edition. `by` is never the system: the table lets it write nothing. */
export function editionOf(content: NoticeContent, { notice, who, said }: NoticeAt): Edition | NoticeActRefused {
  if (who.actor === 'system') return refuseNotice('notice.not-yours')
  return {
    ...content,
    number: (notice.shown?.number ?? 0) + 1,
    ...{ writer: who.person, role: who.actor, writtenAt: who.now, wordsState: said.wordsState },
  }
}

/** From now on people read it. */
const shownNow = (notice: Notice, edition: Edition, now: number): Partial<Notice> => ({
  ...{ shown: edition, next: null, outAt: notice.outAt ?? now, wordsSince: wordsSinceWith(notice, edition) },
})

const isRefused = (value: object): value is NoticeActRefused => 'refused' in value

/**
 * Where these words go: out, where nobody has to read them first; an emergency at once, to be read afterwards; else
 * they wait. What people all over the community read already is not changed by one person either.
 */
function sent({ notice, who, rules }: NoticeAt, edition: Edition): NoticeChange | NoticeActRefused {
  if (edition.wordsState === 'refused') return refuseNotice('notice.refused-words')
  if (problemsOf(edition, who.now).length > 0) return refuseNotice('notice.not-ready')
  const asks = [edition, ...(notice.shown ? [notice.shown] : [])].some((one) => needsSecond(one, rules))
  if (asks && !edition.isEmergency)
    return { fields: { next: edition }, to: notice.shown === null ? 'waiting' : 'changing' }
  const unread = asks || edition.isEmergency ? unreadWith(notice.unread, who, who.now) : notice.unread
  return { fields: { ...shownNow(notice, edition, who.now), unread }, to: 'out' }
}

const write: NoticeStep<'write'> = ({ content }, at) => {
  const edition = editionOf(content, at)
  return isRefused(edition) ? edition : { fields: { next: edition } }
}

const send: NoticeStep<'send'> = (_, at) => {
  const { next } = at.notice
  return next ? sent(at, next) : refuseNotice('notice.not-now')
}

const change: NoticeStep<'change'> = ({ content }, at) => {
  const edition = editionOf(content, at)
  return isRefused(edition) ? edition : sent(at, edition)
}

/** Nothing that was typed is lost: it lies there to be written on, beside what people read. */
const unsent = ({ shown }: Notice, state: 'draft' | 'sent-back'): NoticeChange => ({ to: shown ? 'out' : state })

const release: NoticeStep<'release'> = (_, { notice, who: { now } }) => {
  const { next } = notice
  if (next === null) return refuseNotice('notice.not-now')
  if (next.wordsState === 'refused') return refuseNotice('notice.refused-words')
  if (expiresAt(next) <= now) return refuseNotice('notice.over')
  return { fields: shownNow(notice, next, now) }
}

/** Words that everybody reads, said by one person alone: somebody reads them afterwards. */
function endUnread({ notice, who, rules }: NoticeAt, words: string | null): Notice['unread'] {
  const { shown, unread } = notice
  return words !== null && shown && needsSecond(shown, rules) ? unreadWith(unread, who, who.now) : unread
}

const endOf = ({ who, said }: NoticeAt, words: string | null): Notice['end'] => ({
  ...{ at: who.now, words: words ?? '', wordsState: said.wordsState },
})

const restore: NoticeStep<'restore'> = ({ words }, at) =>
  at.notice.shown && comesBack(at.notice.shown.about)
    ? { fields: { end: endOf(at, words), unread: endUnread(at, words) } }
    : refuseNotice('notice.no-outage')

/** By a second person it is the review as well: they have read it, and found that it has to go. */
const withdraw: NoticeStep<'withdraw'> = ({ words }, at) => {
  const { unread } = at.notice
  const isRead = unread !== null && isReviewer(unread, at.who)
  const left = isRead ? { ...at, notice: { ...at.notice, unread: null } } : at
  return { fields: { end: endOf(at, words), unread: endUnread(left, words) } }
}

const expire: NoticeStep<'expire'> = (_, at) => ({ fields: { end: endOf(at, null) } })

/** What a step does beside the change of state. What was typed and never read stays with it to the end: it can be copied. */
export const noticeSteps: { readonly [Verb in NoticeDeedVerb]: NoticeStep<Verb> } = {
  write,
  send,
  change,
  recall: (_, { notice }) => unsent(notice, 'draft'),
  release,
  'send-back': (_, { notice }) => unsent(notice, 'sent-back'),
  restore,
  review: () => ({ fields: { unread: null } }),
  withdraw,
  discard: (_, at) => ({ fields: { end: endOf(at, null) } }),
  expire,
}
