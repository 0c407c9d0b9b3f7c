import { planWishes } from '../../contract'
import { seenOf } from '../../domain/wish/act-said'
import { capacityLeft } from '../../domain/wish/capacity'
import { fitOf, type Fit } from '../../domain/wish/match'
import { explainOf, planOf, type PlanInput } from '../../domain/wish/plan'
import { handle } from '../handle'
import type { Position, Store } from '../store'
import { wishersOf } from '../../domain/wish/sides'
import { blockedFor, contextOf, mayMeet } from './candidates'
import { loadPlace, type OfferRow, type WishRow } from './load'
import { readOfferOf, readWishOf } from './reading'
import { viewFit } from './view-fit'

/** Cards of one plan: the longest waiting wishes, and the newest offers. Beyond these it is said that there were more. */
const mostWishes = 400
const mostOffers = 800
const batch = 100
/** Pairs and wishes without one that a page shows. */
const mostPairs = 100
const mostWithout = 100
/** A pair that is worse than this is not worth a call. */
const leastScore = 0.25
/** Of each wish, so many of the best offers are weighed. */
const mostFits = 40
/** Of each wish, so many offers are weighed at all. */
const mostWeighed = 60
/** Pages that are read of each side: a call has its time. */
const mostPages = 8

/**
 * A plan for the wall: who should help whom, so that as many wishes as possible are paired, as well as possible at once.
 * Reads the wishes that hang and the offers that have room, a hundred at a time; changes nothing.
 */
export const plan = handle(planWishes, {
  load: loadPlace,
  async work({ communityId, gridId }, { store, now }) {
    const [wishes, offers] = await Promise.all([hanging(store, communityId, gridId), offering(store, communityId)])
    const blocked = await blockedFor(
      store,
      wishes.rows.flatMap((row) => wishersOf(row)),
    )
    const fits = fitsBetween(wishes.rows, offers.rows, { now, blocked })
    const input: PlanInput = {
      wishes: wishes.rows.map(({ _id, places, helpers }) => ({
        id: _id,
        places: places - helpers.length === 2 ? 2 : 1,
      })),
      offers: offers.rows.map((row) => ({ id: row._id, left: capacityLeft(row) })),
      fits: [...fits].flatMap(([wishId, of]) => of.map(({ offerId, score }) => ({ wishId, offerId, score }))),
    }
    const planned = planOf(input)
    return {
      ...viewPlan({ planned, fits, wishes: wishes.rows, offers: offers.rows }),
      without: explainOf(input, planned)
        .slice(0, mostWithout)
        .flatMap(({ wishId, code }) => {
          const wish = wishes.rows.find(({ _id }) => _id === wishId)
          return wish ? [{ wishId, wish: wish.words, why: code }] : []
        }),
      wishes: wishes.rows.length,
      offers: offers.rows.length,
      cut: wishes.isCut || offers.isCut || planned.length > mostPairs,
    }
  },
})

interface Cards<Row> {
  readonly rows: readonly Row[]
  readonly isCut: boolean
}

interface Paged<Row> {
  readonly rows: readonly Row[]
  readonly cursor: string | null
}

/** Pages one after the other until there are enough, or enough was read: a grid's few cards may lie among many others. */
async function paged<Row extends { readonly _id: string; readonly hungAt: number }>(
  page: (after: Position | null) => Promise<Paged<Row>>,
  isWanted: (row: Row) => boolean,
  most: number,
): Promise<Cards<Row>> {
  const rows: Row[] = []
  let after: Position | null = null
  for (let read = 0; read < mostPages && rows.length < most; read += 1) {
    const { rows: found, cursor }: Paged<Row> = await page(after)
    rows.push(...found.filter(isWanted))
    const last = found.at(-1)
    if (cursor === null || !last) return { rows: rows.slice(0, most), isCut: rows.length > most }
    after = { value: last.hungAt, id: last._id }
  }
  return { rows: rows.slice(0, most), isCut: true }
}

const hanging = (store: Store, communityId: string, gridId: string | null): Promise<Cards<WishRow>> =>
  paged(
    (after) =>
      store.wishes.page({
        where: { communityId, zone: 'wall', finds: '' },
        ...{ order: 'hungAt', direction: 'asc', after, limit: batch },
      }),
    (row) => gridId === null || row.gridId === gridId,
    mostWishes,
  )

const offering = (store: Store, communityId: string): Promise<Cards<OfferRow>> =>
  paged(
    (after) =>
      store.offers.page({
        where: { communityId, zone: 'wall', finds: '' },
        ...{ order: 'hungAt', direction: 'desc', after, limit: batch },
      }),
    () => true,
    mostOffers,
  )

/** The allowed pairs that are worth something: of each wish the best, found by what both are about. */
function fitsBetween(
  wishes: readonly WishRow[],
  offers: readonly OfferRow[],
  { now, blocked }: { readonly now: number; readonly blocked: ReadonlySet<string> },
): ReadonlyMap<string, readonly Fit[]> {
  const about = contextOf({ now, blocked, offers })
  const read = offers.map(readOfferOf)
  const byKey = new Map<string, number[]>()
  offers.forEach(({ keys }, at) => keys.forEach((key) => byKey.set(key, [...(byKey.get(key) ?? []), at])))
  return new Map(
    wishes.map((row, at) => {
      const wish = readWishOf(row)
      const places = nearest(
        row.keys.map((key) => byKey.get(key) ?? []),
        at,
        offers.length,
      )
      const fits = places.flatMap((place) => {
        const offer = read[place]
        const isIn = row.helpers.some(({ offerId }) => offerId === offer?.card.id)
        return offer && !isIn && mayMeet(row, offer.card.person, blocked) ? [fitOf(wish, offer, about)] : []
      })
      const worth = fits.filter(({ hard, score }) => hard.length === 0 && score >= leastScore)
      return [row._id, worth.sort((a, b) => b.score - a.score || (a.offerId < b.offerId ? -1 : 1)).slice(0, mostFits)]
    }),
  )
}

/**
 * The offers that share most keys with a wish. Where many share as much, each wish begins at another one of them, so that
 * not all wishes look at the same few.
 */
function nearest(found: readonly (readonly number[])[], turn: number, count: number): readonly number[] {
  const shared = new Map<number, number>()
  for (const place of found.flat()) shared.set(place, (shared.get(place) ?? 0) + 1)
  const from = (turn * mostWeighed) % Math.max(1, count)
  const order = (place: number) => (place - from + count) % count
  return [...shared]
    .sort(([one, many], [other, more]) => more - many || order(one) - order(other))
    .slice(0, mostWeighed)
    .map(([place]) => place)
}

interface Planned {
  readonly planned: ReturnType<typeof planOf>
  readonly fits: ReadonlyMap<string, readonly Fit[]>
  readonly wishes: readonly WishRow[]
  readonly offers: readonly OfferRow[]
}

/** The best pairs first. */
function viewPlan({ planned, fits, wishes, offers }: Planned) {
  const wishOf = new Map(wishes.map((row) => [row._id, row]))
  const offerOf = new Map(offers.map((row) => [row._id, row]))
  const best = [...planned].sort((a, b) => b.score - a.score || (a.wishId < b.wishId ? -1 : 1)).slice(0, mostPairs)
  return {
    pairs: best.flatMap(({ wishId, offerIds }) => {
      const wish = wishOf.get(wishId)
      if (!wish) return []
      const shown = offerIds.flatMap((offerId) => {
        const offer = offerOf.get(offerId)
        const fit = fits.get(wishId)?.find((one) => one.offerId === offerId)
        return offer && fit ? [viewFit(fit, offer)] : []
      })
      const { words, buildingName, hungAt } = wish
      return [{ wishId, seen: seenOf(wish), wish: words, buildingName, hungAt, offers: shown }]
    }),
  }
}
