import type { WishDeedVerb } from './act-deed'
import type { WishVerb } from './verbs'
import type { Wish } from './wish'

/** Steps that take nothing out of anybody's hand: whoever looked before them has seen enough. */
const beside: readonly WishVerb[] = ['agree', 'arrive', 'thank', 'show', 'note']
/** How much of a wish somebody has seen, who wants to do a step. */
export const seenOf = ({ events }: Pick<Wish, 'events'>): number =>
  events.filter(({ verb }) => !beside.includes(verb)).length

/**
 * Steps that are true whatever happened in between, or name the visit that they are about: two helpers who say 结束了 at
 * once are both right.
 */
export const needNoWishLook: readonly WishDeedVerb[] = [
  ...(['arrive', 'finish', 'stand-in', 'thank', 'show', 'keep', 'note'] as const),
]
