import { refuse } from '../../contract'
import type { Surroundings } from '../handle'

/** The invitation that a call is about. */
export async function loadInvitation({ invitationId }: { readonly invitationId: string }, { store }: Surroundings) {
  const loaded = await store.invitations.find(invitationId)
  if (!loaded) return refuse('invitation.missing')
  const { communityId, gridId, agencyId } = loaded
  return { loaded, belongs: { owner: null, communityId, gridId, agencyId } }
}

/** The membership that a call is about; it is its holder's. */
export async function loadMember({ membershipId }: { readonly membershipId: string }, { store }: Surroundings) {
  const loaded = await store.memberships.find(membershipId)
  if (!loaded) return refuse('member.missing')
  const { person, communityId, gridId, agencyId } = loaded
  return { loaded, belongs: { owner: person, communityId, gridId, agencyId } }
}
