import type { CardTimes, OfferCard, WishCard } from '../../../src/domain/wish/card'
import {
  fitOf,
  makeCardReader,
  type Fit,
  type MatchContext,
  type ReadOffer,
  type ReadWish,
} from '../../../src/domain/wish/match'
import { matchContext, topicBook } from '../../../src/knowledge/wish-match'

// Cards for matching, with everything that does not matter left at what is usual.

export const noTimes: CardTimes = { weekdays: [], parts: [], every: null, dates: [], note: '' }

export const aWish = (over: Partial<WishCard> = {}): WishCard => ({
  id: 'w',
  words: '想找人说说话',
  kinds: ['visit-chat'],
  isSure: true,
  times: null,
  who: 'elder',
  isGoods: false,
  wants: [],
  isUrgent: false,
  spot: { communityId: 'c', estateId: 'e', buildingId: 'b4' },
  since: 0,
  person: 'wisher',
  ...over,
})

export const anOffer = (over: Partial<OfferCard> = {}): OfferCard => ({
  id: 'o',
  words: '可以陪老人说说话',
  kinds: ['visit-chat'],
  isSure: true,
  times: null,
  capacity: null,
  taken: 0,
  limits: [],
  communityId: 'c',
  buildingIds: [],
  person: 'helper',
  isChecked: true,
  ...over,
})

const reader = makeCardReader(topicBook)

export const readWish = (card: WishCard): ReadWish => ({ card, reading: reader.readWish(card, []) })
export const readOffer = (card: OfferCard): ReadOffer => ({ card, reading: reader.readOffer(card, []) })

export const about = (over: Partial<MatchContext> = {}): MatchContext => matchContext({ now: 0, ...over })

export const fitting = (wish: Partial<WishCard>, offer: Partial<OfferCard>, context: Partial<MatchContext> = {}): Fit =>
  fitOf(readWish(aWish(wish)), readOffer(anOffer(offer)), about(context))

const codes = (reasons: Fit['hard']) => reasons.map(({ code }) => code)

export const hardCodes = (fit: Fit) => codes(fit.hard)
export const codesFor = (fit: Fit) => codes(fit.reasons)
export const codesAgainst = (fit: Fit) => codes(fit.against)
