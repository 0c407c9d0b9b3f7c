import { refuse, wishCard } from '../../contract'
import { permissions } from '../../contract/permissions'
import type { HeldRole } from '../../domain/people/roles'
import { handle } from '../handle'
import { viewCard } from './view-card'
import { isWishers } from './view-who'
import { wantedIn } from './wanted'

/** Whether a role lets somebody claim cards at all. */
const claims = (role: HeldRole): boolean => permissions['wish.claim'][role] !== undefined

/**
 * One yellow card by its link. What does not hang and is not glued together is there for those alone who are in it. Reads
 * the card, and which roles the caller holds.
 */
export const card = handle(wishCard, async ({ wishId }, { store, person, memberships }) => {
  const [row, held] = await Promise.all([store.wishes.find(wishId), memberships()])
  const mine = person !== null && row !== null && row.people.includes(person)
  if (!row || (row.zone === 'off' && !mine)) return refuse('wish.missing')
  const isVolunteer = held.some(({ communityId, role }) => communityId === row.communityId && claims(role))
  return {
    card: viewCard(row, isWishers(row, person) ? 'insider' : 'everybody'),
    communityId: row.communityId,
    mine,
    isVolunteer,
    wanted: isVolunteer && !mine ? wantedIn(row) : null,
  }
})
