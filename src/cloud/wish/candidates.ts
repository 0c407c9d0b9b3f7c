import { capacityLeft } from '../../domain/wish/capacity'
import { pairOf, type MatchContext, type ReadOffer } from '../../domain/wish/match'
import { groupsOfWish, matchContext } from '../../knowledge/wish-match'
import { mostBlocks } from '../../domain/wish/limits'
import { wishersOf } from '../../domain/wish/sides'
import type { Store } from '../store'
import type { OfferRow, WishRow } from './load'
import { offerKeys, readOfferOf, readWishOf } from './reading'

/** So many of each group of keys are read, and so many are looked at together: however large the wall is. */
const mostOfGroup = 100
const mostTogether = 300

/**
 * The offers worth looking at for a wish: first those for its building alone and those that speak of the same, then those
 * of its first kind, then those of the others. At most three reads, and three hundred documents.
 */
export async function offersFor(store: Store, wish: WishRow): Promise<readonly OfferRow[]> {
  const { card, reading } = readWishOf(wish)
  const groups = await Promise.all(
    groupsOfWish(reading, card).map((values) =>
      store.offers.holding({ communityId: wish.communityId }, { field: 'keys', values }, mostOfGroup),
    ),
  )
  const found = new Map(groups.flat().map((row) => [row._id, row]))
  return [...found.values()].filter(({ zone }) => zone === 'wall').slice(0, mostTogether)
}

/** The wishes worth looking at for some red cards of one community. One read for each card. */
export async function wishesFor(store: Store, offers: readonly OfferRow[]): Promise<readonly WishRow[]> {
  const found = await Promise.all(
    offers.map((row) =>
      store.wishes.holding({ communityId: row.communityId }, { field: 'keys', values: offerKeys(row) }, mostOfGroup),
    ),
  )
  return [...new Map(found.flat().map((row) => [row._id, row])).values()].filter(({ zone }) => zone === 'wall')
}

/** With whom somebody is not to be paired, whoever of the two said so. One read; nobody: none. */
export async function blockedFor(store: Store, persons: readonly (string | null)[]): Promise<ReadonlySet<string>> {
  const known = [...new Set(persons.filter((person) => person !== null))]
  if (known.length === 0) return new Set()
  const rows = await store.blocks.holding({}, { field: 'people', values: known }, mostBlocks)
  return new Set(rows.map(({ people: [one = '', other = ''] }) => pairOf(one, other)))
}

/** Whether somebody may be paired with this wish: it is not theirs, and neither of the two has said that they do not want it. */
export const mayMeet = (row: WishRow, person: string | null, blocked: ReadonlySet<string>): boolean =>
  person === null || wishersOf(row).every((wisher) => wisher !== person && !blocked.has(pairOf(wisher, person)))

/** How many pairings an offer's person has by these cards: what one can see without asking for each person. */
export function loadsOf(offers: readonly OfferRow[]): ReadonlyMap<string, number> {
  const loads = new Map<string, number>()
  for (const { person, wishIds } of offers)
    if (person !== null) loads.set(person, (loads.get(person) ?? 0) + wishIds.length)
  return loads
}

interface About {
  readonly now: number
  readonly blocked: ReadonlySet<string>
  readonly offers: readonly OfferRow[]
  /** Person → how often they have helped this wish's person before. */
  readonly friends?: ReadonlyMap<string, number>
}

/** What matching looks at beside the two cards. */
export const contextOf = ({ now, blocked, offers, friends }: About): MatchContext =>
  matchContext({ now, blocked, loads: loadsOf(offers), ...(friends ? { friends } : {}) })

/** Offers as matching wants them; one without a free place is not among them. */
export const readOffers = (rows: readonly OfferRow[]): readonly ReadOffer[] =>
  rows.filter((row) => capacityLeft(row) > 0).map(readOfferOf)
