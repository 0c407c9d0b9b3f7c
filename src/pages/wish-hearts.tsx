import { useEdition } from '../client'
import { heartHeight, type HeartFace } from '../components/heart'
import type { OfferCardView, WishCardView } from '../contract'
import { serviceName } from '../knowledge/service-names'
import { offerFrom, shortened, wishFrom, wishWall as words } from '../text/wish-wall'

const kindOf = (kinds: readonly string[]): string => (kinds[0] === undefined ? '' : serviceName(kinds[0]))

/** A yellow card as a heart. `now`: ms. */
export const wishFace = (card: WishCardView, now: number): HeartFace => ({
  colour: 'wish',
  top: kindOf(card.kinds),
  words: shortened(card.words),
  from: wishFrom(card, now),
  foot: card.state === 'joining' ? words.oneMore : card.state === 'open' ? words.claim : '',
})

/** A red card as a heart. */
export const offerFace = (card: OfferCardView): HeartFace => ({
  colour: 'offer',
  top: kindOf(card.kinds),
  words: shortened(card.words),
  from: offerFrom(card),
  foot: words.takes(card.left),
})

/** How high a heart is (px) in this edition, and the style that says so to everything inside. */
export function useHearts(): { readonly height: number; readonly style: string } {
  const height = heartHeight(useEdition())
  return { height, style: `--heart:${height}px` }
}
