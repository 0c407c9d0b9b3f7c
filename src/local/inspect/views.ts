import type { CallRecord } from '../calls'
import type { FaultState } from '../faults'
import type { SentMessage, StoredFile, TimerState } from '../inside'

/*
 * What the page is told. No openid is among it: whoever calls has a made-up name. The ready-made people are the one
 * exception, since the browser has to become one of them.
 */

export interface StateView {
  /** Another one after each start: what the page knew of calls is then gone. */
  readonly run: string
  /** ms since epoch, by the cloud's clock. */
  readonly now: number
  /** How far that is ahead of the machine's, in ms. */
  readonly offset: number
  readonly faults: FaultState
  /** Calls that have ended since the start, and those being made. */
  readonly ended: number
  readonly running: number
  /** The calls that ended after the number that was asked with, the oldest first; 500 at most. */
  readonly calls: readonly CallRecord[]
}

export interface PersonView {
  readonly openid: string
  readonly name: string
}

export interface CollectionView {
  readonly name: string
  readonly count: number
  readonly indexes: readonly { readonly name: string; readonly fields: readonly string[]; readonly unique: boolean }[]
}

export interface DocumentsView {
  readonly total: number
  /** How the query would be found, such as `byState(1/2)`; `scan` reads everything. */
  readonly plan: string
  /** Each document as EJSON, indented. */
  readonly documents: readonly { readonly id: string; readonly text: string }[]
}

export type MessageView = Omit<SentMessage, 'openid'> & { readonly to: string }

export interface FileView extends StoredFile {
  /** Whether `file` answers its bytes as a picture. */
  readonly preview: boolean
}

export type TimerView = TimerState
