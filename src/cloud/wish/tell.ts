import { lookSoon } from '../filing/look-all'
import type { Surroundings } from '../handle'
import { lookAtWish } from './due'

/** Tells those whom a step concerns, right after its commit and inside the same call; see `lookSoon`. Never throws. */
export const tellSoon = (
  surroundings: Surroundings,
  wishId: string,
  clock: () => number = () => Date.now(),
): Promise<void> => lookSoon(surroundings, 'wish.untold', (given, most) => lookAtWish(given, wishId, most), clock)
