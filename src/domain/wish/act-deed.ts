import type { WishVerb } from './verbs'
import type { Appointment } from './wish'

/** Steps that people do, as the contract takes them in; `side` null: the caller's own. */
export type WishDeedOf =
  | { readonly verb: 'propose'; readonly offerIds: readonly string[]; readonly words: string | null }
  | { readonly verb: 'agree'; readonly side: string | null }
  | { readonly verb: 'refuse' | 'release' | 'stop'; readonly side: string | null; readonly words: string | null }
  | {
      readonly verb: 'arrange'
      readonly side: string | null
      readonly at: number
      readonly minutes: number
      readonly place: Appointment['place']
      readonly words: string | null
    }
  | { readonly verb: 'accept' | 'arrive'; readonly side: string | null; readonly appointmentId: string }
  | {
      readonly verb: 'cancel' | 'skip' | 'want-stand-in'
      readonly side: string | null
      readonly appointmentId: string
      readonly words: string | null
    }
  | { readonly verb: 'stand-in'; readonly appointmentId: string; readonly helperId: string }
  | {
      readonly verb: 'finish'
      readonly side: string | null
      readonly appointmentId: string
      readonly done: boolean
      readonly minutes: number | null
      readonly words: string | null
    }
  | {
      readonly verb: 'settle'
      readonly appointmentId: string
      readonly outcome: 'done' | 'missed'
      readonly minutes: number | null
      readonly missing: readonly string[]
      readonly words: string | null
    }
  | { readonly verb: 'part'; readonly helperId: string; readonly words: string | null }
  | { readonly verb: 'thank'; readonly words: string }
  | { readonly verb: 'show'; readonly side: string | null; readonly shows: boolean }
  | { readonly verb: 'withdraw' | 'keep'; readonly words: string | null }
  | { readonly verb: 'close'; readonly words: string }
  | { readonly verb: 'note' }
/** Steps that happen by themselves. */
export type SystemDeed =
  | { readonly verb: 'lapse' | 'return' | 'miss' }
  /** A visit of a standing pair that falls on a public holiday. */
  | { readonly verb: 'skip'; readonly side: null; readonly appointmentId: string; readonly words: null }
/** A claim is an action of its own. */
export type ClaimDeed = { readonly verb: 'claim'; readonly offerId: string | null }
export type AnyWishDeed = WishDeedOf | SystemDeed | ClaimDeed
export type WishDeedVerb = AnyWishDeed['verb'] & WishVerb

/** What the other side reads; empty: nothing was said. Thanks stand in the wish itself, so that they are judged and erased in one place. */
export const wishWordsOf = (deed: AnyWishDeed): string =>
  deed.verb !== 'thank' && 'words' in deed ? (deed.words ?? '') : ''
