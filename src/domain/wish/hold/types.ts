/** What keeps words off the wall. */
export const heldCodes = [
  // A cry for help: it never waits on a wall.
  'self-harm',
  'violence',
  'gas',
  'fire',
  'trapped',
  'medical',
  'lost',
  'hazard',
  // What must not be asked or offered here at all.
  'harassment',
  'child',
  'illegal',
  'money',
  'quack',
  'paid',
  'other-people',
  // What only has to be left out.
  'id-number',
  'card-number',
  'phone',
  'address-or-key',
  'name',
  'illness',
] as const
export type HeldCode = (typeof heldCodes)[number]

/** The codes that open the danger page at once and are told to the duty member. */
export const dangerCodes = ['self-harm', 'violence', 'gas', 'fire', 'trapped', 'medical', 'lost', 'hazard'] as const
export type DangerCode = (typeof dangerCodes)[number]

/** Which card the words are for: a yellow one or a red one. */
export type CardSide = 'wish' | 'offer'

/** Why words may not hang as they are. */
export interface Held {
  readonly code: HeldCode
  /** Which of the words made it so: from the index `from`, up to before `to` (UTF-16, as `slice` counts). */
  readonly from: number
  readonly to: number
  readonly isDanger: boolean
  /** The danger among the national matters whose page helps here; null where there is none, or no danger. */
  readonly matterId: string | null
  /** The card without what must not be there: a suggestion that the person confirms. Null where no card is left. */
  readonly rewrite: string | null
}

/** One place in the plain form of the words that speaks of a code. */
export interface Finding {
  readonly code: HeldCode
  readonly matterId: string | null
  readonly from: number
  readonly to: number
  /** For the rewrite: the clause says nothing else and goes as a whole. */
  readonly isWholeClause: boolean
  /** For the rewrite: what stands there then; nothing unless said. */
  readonly instead?: string
}

/** A way of speaking that keeps a card off the wall. */
export interface Rule {
  readonly code: HeldCode
  readonly pattern: RegExp
  /** Not where the same clause says this: "打不着火". */
  readonly unless?: RegExp
  /** Not where it is said anywhere in the card. */
  readonly unlessAnywhere?: RegExp
  /** On this side only. */
  readonly side?: CardSide
  readonly matterId?: string
  /** Only this much is cut for the rewrite, instead of the whole clause: the match, or its group `cut`, which ends it. */
  readonly isCut?: boolean
  /** What stands in the rewrite instead of what is cut. */
  readonly instead?: string
}
