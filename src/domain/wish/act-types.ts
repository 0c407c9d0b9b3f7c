import type { HeldRole } from '../people/roles'
import type { YearTable } from '../time/calendar'
import type { Side, Wish, WishEvent, WishEventData } from './wish'
import type { WishActor } from './verbs'

/** Who does a step. */
export interface WishWho {
  readonly actor: WishActor
  /** Pseudonym; null: the system. */
  readonly person: string | null
  readonly role: HeldRole | null
  /** ms since epoch. */
  readonly now: number
}

/** What the server has found out about the words of the step. */
export interface WishSaid {
  readonly wordsState: WishEvent['wordsState']
  /** Internal; empty: none. */
  readonly note: string
  /** The words speak of a danger: the office is told at once. */
  readonly isDanger?: boolean
}

/** A red card that is proposed. */
export interface Proposed {
  readonly offerId: string
  readonly person: string | null
}

/** What the rules need to know of the world. */
export interface WishRules {
  readonly calendar: readonly YearTable[]
  /** Of `propose`: whose the offers are, in the order in which they were named. */
  readonly proposed: readonly Proposed[]
}

export const wishActRefusals = [
  'wish.not-yours',
  'wish.not-now',
  'wish.bad-time',
  'wish.no-visit',
  'wish.no-helper',
  'wish.own',
  'wish.not-checked',
  'wish.full',
] as const
export type WishActRefusal = (typeof wishActRefusals)[number]
export interface WishActRefused {
  readonly refused: WishActRefusal
}
export const notNow = (refused: WishActRefusal): WishActRefused => ({ refused })

/** A step that was done: the wish as it is then, and the event that says so. */
export interface WishActed<Whole extends Wish = Wish> {
  readonly wish: Whole
  readonly event: WishEvent
}

/** What a step does beyond being written down. `to` is worked out of the fields where it is left out. */
export interface WishChange {
  readonly fields?: Partial<Wish>
  readonly data?: WishEventData
}

/** All that a step looks at. */
export interface At {
  readonly wish: Wish
  readonly who: WishWho
  readonly rules: WishRules
  /** For which side it is done; null: for the wish as a whole. */
  readonly side: Side | null
  readonly said: WishSaid
}
