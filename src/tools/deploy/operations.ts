import type { IndexSpec } from '../../cloud/store/spec'
import type { State } from './state'

/** One thing to do to an environment. What it needs beyond these names stands in what is wanted. */
export type Operation =
  | { readonly does: 'create-collection'; readonly collection: string }
  | { readonly does: 'set-collection-rule'; readonly collection: string }
  | {
      readonly does: 'create-index'
      readonly collection: string
      readonly index: IndexSpec
      readonly replaces: boolean
    }
  | { readonly does: 'remove-index'; readonly collection: string; readonly index: string }
  | { readonly does: 'create-function'; readonly function: string }
  | { readonly does: 'update-code'; readonly function: string }
  /** Memory, time-out and variables; variables that nobody wants stay, but for the named ones. */
  | { readonly does: 'configure'; readonly function: string; readonly drop: readonly string[] }
  | { readonly does: 'remove-function'; readonly function: string }
  | { readonly does: 'create-timer'; readonly function: string }
  | { readonly does: 'remove-timer'; readonly function: string; readonly timer: string }
  | { readonly does: 'set-call-rules' }
  | { readonly does: 'set-storage-rule' }

/** An environment that can be read and changed: a real one, or one in memory. */
export interface Environment {
  /** Everything that the plan compares. */
  read(): Promise<State>
  /** Done when it answers; throws with the platform's code when it is not. */
  perform(operation: Operation): Promise<void>
}
