import type { ShownState } from '../content/check'
import type { Audience } from './audience'
import type { NoticeAbout } from './kinds'
import type { NoticeActor, NoticeState, NoticeVerb } from './verbs'

/** When what it tells of is (ms). */
export interface NoticeSpan {
  /** null: nobody said; what is so now has begun with the notice at the latest. */
  readonly from: number | null
  /** null: nobody knows yet. */
  readonly until: number | null
  /** It is so already, as of a fault that nobody planned. */
  readonly isNow: boolean
}

/** What somebody writes. */
export interface NoticeContent {
  readonly about: NoticeAbout
  /** null: it has no time, as something that was found. */
  readonly span: NoticeSpan | null
  readonly audience: Audience
  readonly isEmergency: boolean
  /** As it reads in a group's preview. */
  readonly title: string
  readonly body: string
  /** Ids of pictures. */
  readonly pictures: readonly string[]
  /** Id of the one file. */
  readonly fileId: string | null
  /** The last moment at which it holds (ms, exclusive). */
  readonly validUntil: number
}

/** Roles that write notices. */
export type NoticeRole = Exclude<NoticeActor, 'system'>

/** One wording of a notice. */
export interface Edition extends NoticeContent {
  /** From 1; what was never shown gives its number on to the next one. */
  readonly number: number
  /** Pseudonym of who wrote it; null: erased. */
  readonly writer: string | null
  readonly role: NoticeRole
  readonly writtenAt: number
  /** What WeChat's check said of its words. */
  readonly wordsState: ShownState
}

export interface NoticeEvent {
  /** Its number within the notice, from 1. */
  readonly id: string
  readonly at: number
  readonly verb: NoticeVerb
  readonly actor: NoticeActor
  /** The pseudonym; null: the system, or erased. */
  readonly person: string | null
  readonly from: NoticeState
  readonly to: NoticeState
  /** Of which edition it speaks. */
  readonly edition: number
  /** To whoever wrote it, or to readers; see the table. Empty: none. */
  readonly words: string
  readonly wordsState: ShownState
}

/** Words that went out before a second person had read them. */
export interface Unread {
  /** Pseudonyms of those who wrote them: none of them is the second person. */
  readonly writers: readonly string[]
  /** The secretary reads what others wrote; others read what the secretary wrote. */
  readonly isSecretarys: boolean
  /** Since when it waits (ms). */
  readonly since: number
}

/** How it came to its end, as readers are told. */
export interface NoticeEnd {
  readonly at: number
  /** Empty: none. */
  readonly words: string
  readonly wordsState: ShownState
}

/** What the rules know of a notice: the whole aggregate, so that one compare-and-set is the whole change. */
export interface Notice {
  readonly communityId: string
  /** Of the grid leader who began it; null: of somebody without a grid. */
  readonly gridId: string | null
  readonly state: NoticeState
  /** What people read; null: it was never out. */
  readonly shown: Edition | null
  /** The oldest edition that says the same as `shown`: whoever opened it knows. Not there: it was never noted. */
  readonly wordsSince?: number | undefined
  /** What is being written, or waits for a second person; null: nothing. */
  readonly next: Edition | null
  readonly unread: Unread | null
  readonly end: NoticeEnd | null
  readonly events: readonly NoticeEvent[]
  readonly madeAt: number
  /** When people could read it first; null: not yet. */
  readonly outAt: number | null
  /** Since when it is in this state (ms). */
  readonly since: number
}

/** Who has to do something next, and until when (ms). second: anybody of the office who did not write it. */
export interface NoticeDuty {
  readonly owner: 'author' | 'second' | 'secretary'
  readonly dueAt: number
}
