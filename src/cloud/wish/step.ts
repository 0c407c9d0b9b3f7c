import type { Wish, WishEvent } from '../../domain/wish/wish'
import { derivedWish } from './derive'
import type { WishRow } from './load'

/**
 * The document as it is after a step: what follows from it, and that there is something to be told. What the rules know of
 * a wish is all that they can have changed.
 */
export function stepped({ wish }: { readonly wish: Wish & WishRow; readonly event: WishEvent }, now: number): WishRow {
  return { ...wish, ...derivedWish(wish, now), nextAt: now }
}
