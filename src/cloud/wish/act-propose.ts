import { isRefused, refuse, type Refused, type WishDeed } from '../../contract'
import type { Proposed } from '../../domain/wish/act'
import { inForce, isChecked } from '../../domain/people/roles'
import { fitOf, pairOf } from '../../domain/wish/match'
import { wishersOf } from '../../domain/wish/sides'
import type { Store } from '../store'
import { takesWishes } from './act-bars'
import { openOffers } from './act-offers'
import { blockedFor, contextOf } from './candidates'
import type { OfferRow, WishRow } from './load'
import { readOfferOf, readWishOf } from './reading'

type Proposal = Extract<WishDeed, { readonly verb: 'propose' }>
type Unfit = Refused<'offer.missing' | 'offer.full' | 'wish.not-checked' | 'wish.not-fit' | 'wish.not-now'>

/** What is proposed: the red cards as they were read, and whose they are. */
export interface Proposing {
  readonly offers: readonly OfferRow[]
  readonly proposed: readonly Proposed[]
}

/**
 * The red cards of a proposal: they hang, have a place left, and nothing forbids the pair. A hard rule that only says that
 * it does not fit well may be passed over with words; who is not checked stays out of homes, and who is not to meet does
 * not meet. Two reads, and one for whoever has a card.
 */
export async function proposedIn(
  store: Store,
  row: WishRow,
  { offerIds, words }: Proposal,
  now: number,
): Promise<Proposing | Unfit> {
  // Nobody is asked to help with what nobody may read yet.
  if (row.wordsState !== 'shown') return refuse('wish.not-now')
  const offers = await openOffers(store, offerIds, row)
  if (isRefused(offers)) return offers
  const standings = await Promise.all(offers.map((offer) => standingOf(store, offer, now)))
  if (standings.includes('gone')) return refuse('offer.missing')
  if (row.needsChecked && standings.includes('unchecked')) return refuse('wish.not-checked')
  const persons = [...wishersOf(row), ...row.helpers.map(({ person }) => person), ...offers.map(({ person }) => person)]
  const blocked = await blockedFor(store, persons)
  const met = new Set(persons.filter((person) => person !== null))
  const areApart = [...met].some((one) => [...met].some((other) => blocked.has(pairOf(one, other))))
  if (areApart || (words === null && isForbidden(row, offers, now))) return refuse('wish.not-fit')
  return { offers, proposed: offers.map(({ _id, person }) => ({ offerId: _id, person })) }
}

/** Whose card it is: still a volunteer here, and seen by a keeper? For somebody without a phone the card alone speaks. */
async function standingOf(store: Store, offer: OfferRow, now: number): Promise<'checked' | 'unchecked' | 'gone'> {
  const { person, communityId } = offer
  if (person === null) return offer.isChecked ? 'checked' : 'unchecked'
  const { rows } = await store.memberships.page({
    where: { person },
    ...{ order: 'until', direction: 'desc', after: null, limit: 100 },
  })
  const held = rows.filter((one) => one.communityId === communityId && inForce(one, now) && takesWishes(one))
  if (held.length === 0) return 'gone'
  return held.some(isChecked) ? 'checked' : 'unchecked'
}

/** The step itself says who proposes the wisher to themselves; capacity was looked at. */
const saidElsewhere: readonly string[] = ['same-person', 'no-room', 'not-checked', 'blocked']

function isForbidden(row: WishRow, offers: readonly OfferRow[], now: number): boolean {
  const about = contextOf({ now, blocked: new Set(), offers })
  const wish = readWishOf(row)
  return offers.some((offer) =>
    fitOf(wish, readOfferOf(offer), about).hard.some(({ code }) => !saidElsewhere.includes(code)),
  )
}
