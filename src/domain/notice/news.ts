import type { Notice, NoticeEvent } from './notice'
import { restoreSaidBy } from './spans'

/**
 * Whom a piece of news is for. openers: whoever has opened an edition before it. writers: whoever wrote what it is
 * about. second: those who may read it in their place. Whoever did the step is never told.
 */
export type NoticeHearer = 'openers' | 'writers' | 'second' | 'secretary'
export interface NoticeNews {
  readonly to: NoticeHearer
  /** Which words. */
  readonly step:
    | 'release'
    | 'review'
    | 'released'
    | 'sent-back'
    | 'changed'
    | 'restored'
    | 'withdrawn'
    | 'reviewed'
    | 'never-released'
    | 'never-restored'
    /** Their time is up; see `late`. */
    | 'mend'
    | 'release-late'
    | 'review-late'
    | 'say-restored'
}

const news = (to: NoticeHearer, step: NoticeNews['step']): NoticeNews => ({ to, step })

/** Words went out, or wait: who has to read them, and who has read others before. */
function sent({ to, edition }: NoticeEvent, { unread }: Notice): readonly NoticeNews[] {
  if (to === 'waiting' || to === 'changing') return [news('second', 'release')]
  return [...(edition > 1 ? [news('openers', 'changed')] : []), ...(unread ? [news('second', 'review')] : [])]
}

/** It ended by itself, and somebody should have done something before: read what waited, or said that it is back. */
function expired({ from }: NoticeEvent, { shown }: Notice): readonly NoticeNews[] {
  const isUnread = from === 'waiting' || from === 'changing'
  const isOff = shown !== null && restoreSaidBy(shown) !== null
  return [
    ...(isUnread ? [news('writers', 'never-released'), news('secretary', 'never-released')] : []),
    ...(isOff ? [news('secretary', 'never-restored')] : []),
  ]
}

type Rule = (event: NoticeEvent, notice: Notice) => readonly NoticeNews[]

/** Which event tells whom what; an event that is not here tells nobody. */
const rules: Readonly<Partial<Record<NoticeEvent['verb'], Rule>>> = {
  send: sent,
  change: sent,
  release: ({ edition }) => [news('writers', 'released'), ...(edition > 1 ? [news('openers', 'changed')] : [])],
  'send-back': () => [news('writers', 'sent-back')],
  review: () => [news('writers', 'reviewed')],
  restore: () => [news('openers', 'restored'), news('writers', 'restored')],
  withdraw: () => [news('openers', 'withdrawn'), news('writers', 'withdrawn')],
  expire: expired,
}

/** What an event says, and to whom; `notice` as it is after it. */
export const newsOfNotice = (event: NoticeEvent, notice: Notice): readonly NoticeNews[] =>
  rules[event.verb]?.(event, notice) ?? []
