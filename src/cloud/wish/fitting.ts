import { fittingWishes } from '../../contract'
import { rank } from '../../domain/wish/match'
import { handle } from '../handle'
import type { Store } from '../store'
import { blockedFor, contextOf, mayMeet, wishesFor } from './candidates'
import { loadPlace, type OfferRow, type WishRow } from './load'
import { readOfferOf, readWishOf } from './reading'
import { viewCard } from './view-card'
import { isWishers } from './view-who'
import { wishesOn } from './wall-pages'

const mostShown = 20
/** Red cards of one person that are looked at. */
const mostOffers = 5
const leastScore = 0.1

/**
 * Wishes that fit what the caller offers, the best first; without a red card, those that wait longest. Reads the caller's
 * cards and who is not to be paired, then the wishes of each card.
 */
export const fitting = handle(fittingWishes, {
  load: loadPlace,
  async work({ communityId }, { person, store, now }) {
    if (person === null) return { wishes: [], hasOffer: false }
    const offers = await openOffersOf(store, person, communityId)
    const rows = await fittingFor(store, { person, communityId, now, offers }, mostShown)
    return { wishes: rows.map((row) => viewCard(row)), hasOffer: offers.length > 0 }
  },
})

/** The red cards of somebody that hang in a community. One read. */
export async function openOffersOf(store: Store, person: string, communityId: string): Promise<readonly OfferRow[]> {
  const { rows } = await store.offers.page({
    where: { person },
    ...{ order: 'hungAt', direction: 'desc', after: null, limit: 20 },
  })
  return rows.filter((row) => row.communityId === communityId && row.state === 'open').slice(0, mostOffers)
}

interface Volunteer {
  readonly person: string
  readonly communityId: string
  readonly now: number
  readonly offers: readonly OfferRow[]
}

/** The wishes that fit somebody best: not their own, none they are in, nobody who is not to be paired with them. */
export async function fittingFor(
  store: Store,
  { person, communityId, now, offers }: Volunteer,
  most: number,
): Promise<readonly WishRow[]> {
  const [candidates, blocked] = await Promise.all([
    offers.length > 0 ? wishesFor(store, offers) : longestOn(store, communityId),
    blockedFor(store, [person]),
  ])
  const possible = candidates.filter(
    (row) => !isWishers(row, person) && !row.helpers.some((helper) => helper.person === person),
  )
  const about = contextOf({ now, blocked, offers })
  // Where somebody offers nothing yet, only who is not to be met is left out.
  const asked = offers.length > 0 ? offers.map(readOfferOf) : null
  const scored = possible.flatMap((row) => {
    if (!mayMeet(row, person, blocked)) return []
    if (!asked) return [{ row, score: 0 }]
    const [best] = rank(readWishOf(row), asked, about)
    return best && best.hard.length === 0 && best.score >= leastScore ? [{ row, score: best.score }] : []
  })
  return scored
    .sort((a, b) => b.score - a.score || a.row.hungAt - b.row.hungAt || (a.row._id < b.row._id ? -1 : 1))
    .slice(0, most)
    .map(({ row }) => row)
}

const longestOn = async (store: Store, communityId: string): Promise<readonly WishRow[]> =>
  (await wishesOn(store, { communityId, group: null, buildingId: null, part: null, order: 'longest' }, null)).rows
