import { permissions } from '../../contract/permissions'
import { mostOpenCards } from '../../domain/wish/limits'
import { inForce, isChecked } from '../../domain/people/roles'
import type { MembershipRow } from '../handle'
import type { Store, Write } from '../store'
import { derivedOffer } from '../wish/derive'
import type { OfferRow } from '../wish/load'

/** Whether a role is one by which wishes are taken on, and red cards hung. */
const takesWishes = ({ role }: Pick<MembershipRow, 'role'>): boolean => permissions['wish.claim'][role] !== undefined

interface Held {
  /** Their cards of this community that are not taken down. */
  readonly cards: readonly OfferRow[]
  /** What else they are here now. */
  readonly others: readonly MembershipRow[]
}

/** A member's red cards here, and their other roles. Two reads at once. */
async function heldBeside({ offers, memberships }: Store, row: MembershipRow, now: number): Promise<Held> {
  const { person, communityId } = row
  const [cards, held] = await Promise.all([
    offers.page({ where: { person }, order: 'hungAt', direction: 'desc', after: null, limit: 100 }),
    memberships.page({ where: { person }, order: 'until', direction: 'desc', after: null, limit: 100 }),
  ])
  return {
    cards: cards.rows.filter((card) => card.communityId === communityId && card.state !== 'withdrawn'),
    others: held.rows.filter((one) => one._id !== row._id && one.communityId === communityId && inForce(one, now)),
  }
}

/** The red cards of a member whose check has changed: they say whether homes can be visited, as all roles together do. */
export async function recheckedCards(store: Store, row: MembershipRow, now: number): Promise<readonly Write[]> {
  const { cards, others } = await heldBeside(store, row, now)
  const known = [row, ...others].some(isChecked)
  return cards
    .filter((card) => card.isChecked !== known)
    .slice(0, mostOpenCards)
    .map((card) => store.offers.replacing({ ...card, isChecked: known }))
}

/**
 * The red cards of somebody whose role ends: whoever takes on no wishes here any more offers nothing either, until they
 * hold a role again and take the cards up. What they are paired with stays: the office sees to it wish by wish.
 */
export async function pausedCards(store: Store, row: MembershipRow, now: number): Promise<readonly Write[]> {
  if (!takesWishes(row)) return []
  const { cards, others } = await heldBeside(store, row, now)
  const [isVolunteer, known] = [others.some(takesWishes), others.some(isChecked)]
  return cards
    .map((card): OfferRow => {
      const isOut = !isVolunteer && card.state === 'open'
      return { ...card, isChecked: known, state: isOut ? 'paused' : card.state, nextAt: isOut ? now : card.nextAt }
    })
    .filter((next, at) => next.state !== cards[at]?.state || next.isChecked !== cards[at]?.isChecked)
    .slice(0, mostOpenCards)
    .map((next) => store.offers.replacing({ ...next, ...derivedOffer(next) }))
}
