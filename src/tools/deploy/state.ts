import { createHash } from 'node:crypto'
import type { IndexSpec } from '../../cloud/store/spec'

/** What an environment holds of what concerns us, as it answered. No value of a variable is in it, only digests. */
export interface State {
  readonly collections: Readonly<Record<string, CollectionState>>
  readonly functions: Readonly<Record<string, FunctionState>>
  /** Which clients may call which function, by its name; `*` stands for the others. Empty: none was ever set. */
  readonly callRules: CallRules
  /** CloudBase's word for who may touch files: READONLY, PRIVATE, ADMINWRITE, ADMINONLY or CUSTOM. */
  readonly storageRule: string
}

export interface CollectionState {
  readonly indexes: readonly IndexSpec[]
  /** As `storageRule`; empty where the environment named none. */
  readonly rule: string
}

export interface FunctionState {
  readonly runtime: string
  /** MB. */
  readonly memory: number
  /** Seconds. */
  readonly timeout: number
  /** Name → digest of the value. */
  readonly variables: Readonly<Record<string, string>>
  /** Fingerprint of the code that we put there; empty where somebody else did, or where it did not arrive whole. */
  readonly code: string
  readonly timers: readonly Timer[]
}

export interface Timer {
  readonly name: string
  /** Seven fields, in UTC+8. */
  readonly config: string
}

export type CallRules = Readonly<Record<string, boolean | string>>

export const emptyState: State = { collections: {}, functions: {}, callRules: {}, storageRule: '' }

/** Tells whether two values are the same without keeping them. Secrets are long, so that it cannot be guessed back. */
export const digestOf = (value: string): string => createHash('sha256').update(value).digest('hex').slice(0, 16)
