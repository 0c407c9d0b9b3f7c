/**
 * A wish's states. open: on the wall. joining: one helper is there, and one more is needed. proposed: a pair was
 * proposed, and somebody has not agreed yet. claimed: paired, no time agreed. arranged: a visit is agreed. standing: it
 * comes back every week. unsure: a visit has passed and its end was not said by both. granted: 圆梦. crying: it is a cry
 * for help, which never hangs.
 */
export const wishStates = [
  'open',
  'joining',
  'proposed',
  'claimed',
  'arranged',
  'standing',
  'unsure',
  'granted',
  'withdrawn',
  'closed',
  'crying',
] as const
export type WishState = (typeof wishStates)[number]

/**
 * Those who may change a wish. wisher: whose it is, or who wrote it for family; helper: who took it on; office: a duty
 * member, also for those who have no phone; system: it happens by itself.
 */
export const wishActors = ['wisher', 'helper', 'volunteer', 'duty', 'grid-leader', 'secretary', 'system'] as const
export type WishActor = (typeof wishActors)[number]

/** On the wall: it can be claimed. */
const hanging = ['open', 'joining'] as const
const paired = ['claimed', 'arranged', 'standing'] as const
export const openWishStates = [...hanging, 'proposed', ...paired, 'unsure', 'crying'] as const
/** Everybody has agreed, and every place is taken: both sides know each other. */
export const isPairedWish = (state: WishState): boolean =>
  ([...paired, 'unsure', 'granted'] as readonly WishState[]).includes(state)
export const isOpenWish = (state: WishState): boolean => (openWishStates as readonly WishState[]).includes(state)

const office = ['duty', 'grid-leader', 'secretary'] as const
/** The office speaks for whoever has no phone. */
const wisherSide = ['wisher', ...office] as const
const helperSide = ['helper', ...office] as const
const bothSides = ['wisher', 'helper', ...office] as const

/** One way in which a wish may change. */
export interface WishMove {
  readonly from: readonly WishState[]
  /** `same`: it stays where it is. `outcome`: who agreed, who is left and what was said decide. */
  readonly to: WishState | 'same' | 'outcome'
  readonly by: readonly WishActor[]
  /** Words that the other side reads. */
  readonly words: 'must' | 'may' | 'none'
}

/**
 * The lifecycle of a wish: every way it may change, from where, to where, and who may. Buttons, checks, tests and the
 * docs read this table. `hang` makes it; `cry` makes one that never hangs.
 */
export const wishMoves = {
  hang: { from: [], to: 'open', by: wisherSide, words: 'none' },
  cry: { from: [], to: 'crying', by: wisherSide, words: 'none' },
  /** 认领: the first place, or the second. */
  claim: { from: hanging, to: 'outcome', by: ['volunteer'], words: 'none' },
  /** 牵线: a pair that a duty member proposes; everybody in it agrees, or it lapses. */
  propose: { from: hanging, to: 'proposed', by: office, words: 'may' },
  agree: { from: ['proposed'], to: 'outcome', by: bothSides, words: 'none' },
  /** "这次不合适": no reason is asked for. */
  refuse: { from: ['proposed'], to: 'outcome', by: bothSides, words: 'may' },
  /** Nobody said anything for a stated time: back to the wall, at its old place. */
  lapse: { from: ['proposed'], to: 'outcome', by: ['system'], words: 'none' },
  /** Proposes a time, or another one. */
  arrange: { from: [...paired, 'unsure'], to: 'same', by: bothSides, words: 'may' },
  /** The other side says yes to it. */
  accept: { from: [...paired, 'unsure'], to: 'outcome', by: bothSides, words: 'none' },
  /** Calls one visit off; the pair stays. */
  cancel: { from: ['arranged', 'standing'], to: 'outcome', by: bothSides, words: 'may' },
  /** 这周不来: one visit of a standing pair. By itself on a public holiday. */
  skip: { from: ['standing'], to: 'outcome', by: [...bothSides, 'system'], words: 'may' },
  /** A helper cannot come this once and asks for a stand-in (替班). */
  'want-stand-in': { from: ['arranged', 'standing'], to: 'same', by: helperSide, words: 'may' },
  'stand-in': { from: ['arranged', 'standing'], to: 'same', by: ['volunteer', 'helper'], words: 'none' },
  /** 到了. */
  arrive: { from: ['arranged', 'standing', 'unsure'], to: 'same', by: bothSides, words: 'none' },
  /**
   * 结束了: done, or came to nothing; with the minutes. Where both sides said so, it is granted; a second helper may say
   * so afterwards, for the hours.
   */
  finish: { from: ['arranged', 'standing', 'unsure', 'granted'], to: 'outcome', by: bothSides, words: 'may' },
  /** The time has passed and somebody has not said how it was: the duty member asks. */
  miss: { from: ['arranged', 'standing'], to: 'outcome', by: ['system'], words: 'none' },
  /** What a duty member has found out about a visit: it was, it was not, somebody did not come. */
  settle: { from: ['arranged', 'standing', 'unsure'], to: 'outcome', by: office, words: 'may' },
  /** A helper gives it back: to the wall, at its old place. */
  release: { from: ['joining', ...paired, 'unsure'], to: 'outcome', by: helperSide, words: 'may' },
  /** 换一位: the wisher wants somebody else; no reason is asked for. */
  part: { from: ['joining', ...paired, 'unsure'], to: 'outcome', by: wisherSide, words: 'may' },
  /** Nothing was arranged for a stated time: back to the wall, at its old place. */
  return: { from: ['claimed'], to: 'open', by: ['system'], words: 'none' },
  /** Ends what came back every week: with thanks, not as a failure. */
  stop: { from: ['standing'], to: 'outcome', by: bothSides, words: 'may' },
  /** 道谢: shown on the wall where both sides let it be. */
  thank: { from: ['granted', 'standing'], to: 'same', by: wisherSide, words: 'must' },
  /** Whether the thanks may hang on the wall with the card: each side for itself. */
  show: { from: ['granted', 'standing'], to: 'same', by: bothSides, words: 'none' },
  /** 撤下. */
  withdraw: { from: [...openWishStates], to: 'withdrawn', by: ['wisher', ...office], words: 'may' },
  /** The office takes it down, with a reason that the wisher reads; a cry: what became of it. By itself where its words were refused. */
  close: { from: [...openWishStates], to: 'closed', by: [...office, 'system'], words: 'must' },
  /** It is still wished for: waits anew before the next one is told. */
  keep: { from: hanging, to: 'same', by: wisherSide, words: 'may' },
  /** Inside only. */
  note: { from: [...wishStates], to: 'same', by: office, words: 'none' },
} as const satisfies Record<string, WishMove>
export type WishVerb = keyof typeof wishMoves
export const wishVerbs = Object.keys(wishMoves) as readonly WishVerb[]

const moveOf = (verb: WishVerb): WishMove => wishMoves[verb]

/** Whether the verb is possible in a state, whoever asks. */
export const canWishMove = (state: WishState, verb: WishVerb): boolean => moveOf(verb).from.includes(state)
/** Whether somebody of this kind may do it at all. */
export const mayWishMove = (actor: WishActor, verb: WishVerb): boolean => moveOf(verb).by.includes(actor)

/** What this actor can do now. */
export const wishMovesOf = (state: WishState, actor: WishActor): readonly WishVerb[] =>
  wishVerbs.filter((verb) => canWishMove(state, verb) && mayWishMove(actor, verb))

/** Where a card hangs: on the wall, in the stack of those that are glued together, or nowhere. */
export const wishZones = ['wall', 'stack', 'off'] as const
export type WishZone = (typeof wishZones)[number]
export function zoneOf(state: WishState): WishZone {
  if (state === 'open' || state === 'joining') return 'wall'
  return state === 'proposed' || state === 'withdrawn' || state === 'closed' || state === 'crying' ? 'off' : 'stack'
}

/** The drawers of a desk. asking: somebody of the office has to ask or do something now. */
export const wishDesks = ['wall', 'proposed', 'paired', 'asking', 'closed'] as const
export type WishDesk = (typeof wishDesks)[number]
export function wishDeskOf(state: WishState): WishDesk {
  if (state === 'crying' || state === 'unsure') return 'asking'
  if (state === 'open' || state === 'joining') return 'wall'
  if (state === 'proposed') return 'proposed'
  return isOpenWish(state) ? 'paired' : 'closed'
}

/** An offer's states. paused: by whoever made it, or because nobody said for long that it still holds. */
export const offerStates = ['open', 'paused', 'withdrawn'] as const
export type OfferState = (typeof offerStates)[number]
export const offerMoves = {
  pause: { from: ['open'], to: 'paused' },
  resume: { from: ['paused'], to: 'open' },
  /** It still holds: asked after a stated time. */
  renew: { from: ['open', 'paused'], to: 'open' },
  withdraw: { from: ['open', 'paused'], to: 'withdrawn' },
} as const satisfies Record<string, { readonly from: readonly OfferState[]; readonly to: OfferState }>
export type OfferVerb = keyof typeof offerMoves
