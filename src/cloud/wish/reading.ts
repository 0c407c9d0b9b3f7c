import type { OfferCard, WishCard } from '../../domain/wish/card'
import type { OfferReading, ReadOffer, ReadWish, WishReading } from '../../domain/wish/match'
import { keysOfOffer, keysOfWish, readOfferCard, readWishCard } from '../../knowledge/wish-match'
import { readKinds, type CardSide } from '../../knowledge/service-finder'
import type { OfferFields, WishFields } from '../store/documents'

/** Kinds that are offered to a person to choose from, the likeliest first. */
const mostSuggested = 5
/** A kind that is this weak is a guess that only confuses. */
const leastSuggested = 0.05

/** What words speak of, for a person to confirm. */
export const kindsOf = (words: string, side: CardSide): readonly string[] =>
  readKinds(words, side)
    .filter(({ weight }, at) => at === 0 || weight >= leastSuggested)
    .slice(0, mostSuggested)
    .map(({ id }) => id)

/** What matching reads of a document that is stored, or about to be. */
type WishPart = Pick<
  WishFields,
  | 'words'
  | 'kinds'
  | 'isSure'
  | 'times'
  | 'who'
  | 'isGoods'
  | 'wants'
  | 'communityId'
  | 'estateId'
  | 'buildingId'
  | 'waitsSince'
  | 'person'
>
type OfferPart = Pick<
  OfferFields,
  | 'words'
  | 'kinds'
  | 'isSure'
  | 'times'
  | 'capacity'
  | 'wishIds'
  | 'limits'
  | 'communityId'
  | 'buildingIds'
  | 'person'
  | 'isChecked'
>

/** A wish as matching looks at it; `id` is its document's. */
export const cardOfWish = (id: string, row: WishPart): WishCard => ({
  id,
  words: row.words,
  kinds: row.kinds,
  isSure: row.isSure,
  times: row.times,
  who: row.who,
  isGoods: row.isGoods,
  wants: row.wants,
  isUrgent: false,
  spot: { communityId: row.communityId, estateId: row.estateId, buildingId: row.buildingId },
  since: row.waitsSince,
  person: row.person,
})

export const cardOfOffer = (id: string, row: OfferPart): OfferCard => ({
  id,
  words: row.words,
  kinds: row.kinds,
  isSure: row.isSure,
  times: row.times,
  capacity: row.capacity,
  taken: row.wishIds.length,
  limits: row.limits,
  communityId: row.communityId,
  buildingIds: row.buildingIds,
  person: row.person,
  isChecked: row.isChecked,
})

/** What is stored beside the words, so that nobody has to read them again for each look. */
export const readingOfWish = (row: WishPart): string => JSON.stringify(readWishCard(cardOfWish('', row)))
export const readingOfOffer = (row: OfferPart): string => JSON.stringify(readOfferCard(cardOfOffer('', row)))

/** A stored document as matching wants it. */
export const readWishOf = (row: WishPart & { readonly _id: string; readonly reading: string }): ReadWish => ({
  card: cardOfWish(row._id, row),
  reading: JSON.parse(row.reading) as WishReading,
})
export const readOfferOf = (row: OfferPart & { readonly _id: string; readonly reading: string }): ReadOffer => ({
  card: cardOfOffer(row._id, row),
  reading: JSON.parse(row.reading) as OfferReading,
})

/** Under which keys a stored card is found: a wish and an offer that may fit share one at least. */
export const wishKeys = (row: WishPart & { readonly reading: string }): readonly string[] =>
  keysOfWish(JSON.parse(row.reading) as WishReading, cardOfWish('', row))
export const offerKeys = (row: OfferPart & { readonly reading: string }): readonly string[] =>
  keysOfOffer(JSON.parse(row.reading) as OfferReading, cardOfOffer('', row))
