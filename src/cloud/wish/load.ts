import { refuse } from '../../contract'
import type { Found } from '../handle'
import type { Row, Store } from '../store'
import type { OfferFields, WishFields } from '../store/documents'

export type WishRow = Row<WishFields>
export type OfferRow = Row<OfferFields>

/** Whose a wish is: the wisher's and of all who are in it, its grid's, its community's. */
export const belongsOfWish = ({ person, people, communityId, gridId }: WishRow) => ({
  owner: person,
  shared: people,
  communityId,
  gridId,
  agencyId: null,
})
export const belongsOfOffer = ({ person, filedBy, communityId }: OfferRow) => ({
  owner: person,
  shared: filedBy === null ? [] : [filedBy],
  communityId,
  gridId: null,
  agencyId: null,
})

interface Asking {
  readonly store: Store
}

/** The wish that a call is about, read once, and whose it is. */
export async function loadWish(
  { wishId }: { readonly wishId: string },
  { store }: Asking,
): Promise<Found<WishRow> | { readonly refused: 'wish.missing' }> {
  const loaded = await store.wishes.find(wishId)
  return loaded ? { loaded, belongs: belongsOfWish(loaded) } : refuse('wish.missing')
}

export async function loadOffer(
  { offerId }: { readonly offerId: string },
  { store }: Asking,
): Promise<Found<OfferRow> | { readonly refused: 'offer.missing' }> {
  const loaded = await store.offers.find(offerId)
  return loaded ? { loaded, belongs: belongsOfOffer(loaded) } : refuse('offer.missing')
}

/** A list's place stands in its input: nothing has to be read to know whose it is. */
export const loadPlace = ({
  communityId,
  gridId = null,
}: {
  readonly communityId: string
  readonly gridId?: string | null
}): Promise<Found<undefined>> =>
  Promise.resolve({ loaded: undefined, belongs: { owner: null, communityId, gridId, agencyId: null } })
