import type { ShownState } from '../content/check'
import type { Eyes, NoticeRules } from './eyes'
import type { Notice, NoticeContent, NoticeEvent } from './notice'
import type { NoticeVerb } from './verbs'

/** Steps that people do, as the contract takes them in, and the one that happens by itself. */
export type NoticeDeed =
  | { readonly verb: 'write' | 'change'; readonly content: NoticeContent }
  | { readonly verb: 'send' | 'recall' | 'discard' | 'expire' }
  | { readonly verb: 'release' | 'review' | 'restore' | 'withdraw'; readonly words: string | null }
  | { readonly verb: 'send-back'; readonly words: string }
export type NoticeDeedVerb = NoticeDeed['verb'] & NoticeVerb

/** Who does a step. */
export interface NoticeWho extends Eyes {
  /** ms since epoch. */
  readonly now: number
}

/** What the server has found out about the words of the step: those of a new edition, or those that are said beside. */
export interface NoticeSaid {
  readonly wordsState: ShownState
}

export const noticeActRefusals = [
  'notice.not-yours',
  'notice.not-now',
  /** It takes another person than who wrote it. */
  'notice.own',
  /** It takes the secretary, or nobody has to be asked. */
  'notice.not-second',
  'notice.not-ready',
  'notice.over',
  'notice.no-outage',
  'notice.no-words',
  'notice.refused-words',
  'notice.full',
] as const
export type NoticeActRefusal = (typeof noticeActRefusals)[number]
export interface NoticeActRefused {
  readonly refused: NoticeActRefusal
}
export const refuseNotice = (refused: NoticeActRefusal): NoticeActRefused => ({ refused })

/** A step that was done: the notice as it is then, and the event that says so. */
export interface NoticeActed<Whole extends Notice = Notice> {
  readonly notice: Whole
  readonly event: NoticeEvent
}

/** All that a step looks at. */
export interface NoticeAt {
  readonly notice: Notice
  readonly who: NoticeWho
  readonly rules: NoticeRules
  readonly said: NoticeSaid
}

/** What a step does beside being written down; `to` where the table says `outcome`. */
export interface NoticeChange {
  readonly fields?: Partial<Notice>
  readonly to?: Notice['state']
}
