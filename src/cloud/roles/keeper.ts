import { permissions } from '../../contract/permissions'
import { permit, type As } from '../../domain/people/permit'
import { mayInvite, type HeldRole, type RolePlace } from '../../domain/people/roles'
import type { Context, MembershipRow } from '../handle'

type Asking = Pick<Context, 'person' | 'now' | 'memberships'>

/**
 * By which of their roles the caller brings in, renews and sends away this role in this place; null: by none. What let
 * the call in need not be the one: a grid leader may be a secretary as well.
 */
export async function keeperOf(
  { person, now, memberships }: Asking,
  { role, communityId, gridId, agencyId }: RolePlace & { readonly role: HeldRole },
): Promise<As<MembershipRow> | null> {
  const held = (await memberships()).filter((one) => mayInvite(one.role, role))
  return permit(permissions['invitation.create'], person, held, { owner: null, communityId, gridId, agencyId }, now)
}
