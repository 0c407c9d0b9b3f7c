import type { HeldRole, RolePlace } from '../../domain/people/roles'
import { hashOf } from '../hash'

/** The `_id` of a membership: the same person never holds the same role in the same place twice. */
export const membershipId = (
  person: string,
  { role, communityId, gridId, agencyId }: RolePlace & { readonly role: HeldRole },
): string => hashOf('membership', person, role, communityId, gridId ?? '', agencyId ?? '')

/** The `_id` of somebody's home: one a person. */
export const homeId = (person: string): string => hashOf('home', person)

/** What a sealed field is bound to, so that it cannot be moved to another document or field. */
export const sealedAt = (
  collection:
    | 'people'
    | 'homes'
    | 'memberships'
    | 'requests'
    | 'wishes'
    | 'offers'
    | 'households'
    | 'imports'
    | 'directories'
    | 'voices'
    | 'signUps',
  field: string,
  id: string,
): string => `${collection}.${field}:${id}`
