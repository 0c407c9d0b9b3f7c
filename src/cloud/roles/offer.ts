import { invitationState, type InvitationState } from '../../domain/people/invitation'
import { inForce, mayInvite } from '../../domain/people/roles'
import type { MembershipRow, Surroundings } from '../handle'
import { membershipId } from '../people/ids'
import type { Store } from '../store'
import { invitationIn } from './code'
import { hasPlace, type CommunityRow } from './place'

export type InvitationRow = NonNullable<Awaited<ReturnType<Store['invitations']['find']>>>

/**
 * Whether who made it could still make it, by the role of then: whoever is given it anew, after it was taken away or
 * ran out, does not get their old invitations back.
 */
export const makerHolds = (
  { role, madeAs, createdAt }: InvitationRow,
  makers: readonly MembershipRow[],
  now: number,
): boolean =>
  makers.some((one) => one._id === madeAs && one.from <= createdAt && inForce(one, now) && mayInvite(one.role, role))

/** What stands behind a code. */
export interface Offer {
  readonly invitation: InvitationRow
  readonly community: CommunityRow
  readonly state: InvitationState
  /** The caller's membership of this role in this place, in whatever state. */
  readonly held: MembershipRow | null
}

/** The offer behind a code of ours, as it stands for who calls; null where there is none. Four reads. */
export async function offerIn(code: string, { keys, store, now, person }: Surroundings): Promise<Offer | null> {
  const id = invitationIn(keys, code)
  const invitation = id === null ? null : await store.invitations.find(id)
  if (!invitation) return null
  const [community, maker, held] = await Promise.all([
    store.communities.find(invitation.communityId),
    store.memberships.find(invitation.madeAs),
    person === null ? null : store.memberships.find(membershipId(person, invitation)),
  ])
  if (!community || !hasPlace(community, invitation)) return null
  const state = invitationState(invitation, { now, makerHolds: makerHolds(invitation, maker ? [maker] : [], now) })
  return { invitation, community, held, state: state === 'open' && wasSentAway(held, invitation) ? 'revoked' : state }
}

/** Who was sent away does not come back by an invitation from before: for that, somebody has to want them anew. */
const wasSentAway = (held: MembershipRow | null, { createdAt }: InvitationRow): boolean =>
  held?.state === 'revoked' && createdAt <= (held.endedAt ?? Infinity)
