import { fitOf } from './fit'
import type { Fit, MatchContext, ReadOffer, ReadWish } from './types'

/** The better one first; what may not be paired last; equals by id, so that the same input gives the same order. */
export const byFit = (one: Fit, other: Fit): number =>
  Number(one.hard.length > 0) - Number(other.hard.length > 0) ||
  other.score - one.score ||
  (one.offerId < other.offerId ? -1 : one.offerId > other.offerId ? 1 : 0)

/** Every offer with how well it fits, the best first. */
export const rank = (wish: ReadWish, offers: readonly ReadOffer[], about: MatchContext): readonly Fit[] =>
  offers.map((offer) => fitOf(wish, offer, about)).sort(byFit)
