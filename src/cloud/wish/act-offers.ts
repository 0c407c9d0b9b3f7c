import { refuse, type Refused } from '../../contract'
import { capacityLeft } from '../../domain/wish/capacity'
import { offersAfter } from '../../domain/wish/offers-after'
import type { Store, Write } from '../store'
import { derivedOffer } from './derive'
import type { OfferRow, WishRow } from './load'

/**
 * The red cards whose places a change of a wish takes or gives back, for the commit of that very change: however a helper
 * comes or goes, the wish and the card say the same. `known` are read already; a card that is gone has nothing to give
 * back. One read at most, none where no card changes hands.
 */
export async function offersChanged(
  { offers }: Pick<Store, 'offers'>,
  before: WishRow,
  after: WishRow,
  known: readonly OfferRow[] = [],
): Promise<Write[]> {
  const { taken, freed } = offersAfter(before, after)
  const ids = [...taken, ...freed].filter((id) => !known.some(({ _id }) => _id === id))
  const rows = [...known, ...(await offers.findAll(ids))]
  return rows.flatMap((row) => {
    const others = row.wishIds.filter((id) => id !== after._id)
    if (taken.includes(row._id)) return [offers.replacing(holding(row, [...others, after._id]))]
    return freed.includes(row._id) ? [offers.replacing(holding(row, others))] : []
  })
}

function holding(row: OfferRow, wishIds: readonly string[]): OfferRow {
  const next = { ...row, wishIds }
  return { ...next, ...derivedOffer(next) }
}

/** The red cards that somebody wants to glue to a wish, in their order; each hangs here and has a place left. One read. */
export async function openOffers(
  { offers }: Pick<Store, 'offers'>,
  ids: readonly string[],
  { communityId }: Pick<WishRow, 'communityId'>,
): Promise<readonly OfferRow[] | Refused<'offer.missing' | 'offer.full'>> {
  const found = await offers.findAll(ids)
  const rows: OfferRow[] = []
  for (const id of ids) {
    const row = found.find(({ _id }) => _id === id)
    if (row?.communityId !== communityId || row.state !== 'open' || row.wordsState !== 'shown')
      return refuse('offer.missing')
    if (capacityLeft(row) === 0) return refuse('offer.full')
    rows.push(row)
  }
  return rows
}
