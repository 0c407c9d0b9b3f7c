import type { HeldRole, RolePlace } from '../../domain/people/roles'
import type { Store } from '../store'

export type CommunityRow = NonNullable<Awaited<ReturnType<Store['communities']['find']>>>

type Part = Pick<RolePlace, 'gridId' | 'agencyId'>

const gridOf = ({ grids }: CommunityRow, gridId: string | null) => grids.find(({ id }) => id === gridId)
const agencyOf = ({ agencies }: CommunityRow, agencyId: string | null) => agencies.find(({ id }) => id === agencyId)

/** What a place is called; null for what it has none of, or what the directory no longer has. */
export const namesOf = (community: CommunityRow | null, { gridId, agencyId }: Part) => ({
  gridName: (community && gridOf(community, gridId)?.name) ?? null,
  agencyName: (community && agencyOf(community, agencyId)?.name) ?? null,
})

/** Whether the community has what the place names. */
export const hasPlace = (community: CommunityRow, { gridId, agencyId }: Part): boolean =>
  (gridId === null || gridOf(community, gridId) !== undefined) &&
  (agencyId === null || agencyOf(community, agencyId) !== undefined)

/** The place of a document, and nothing else of it. */
export const placeIn = <Held extends RolePlace & { readonly role: HeldRole }>({
  role,
  communityId,
  gridId,
  agencyId,
}: Held): RolePlace & { readonly role: HeldRole } => ({ role, communityId, gridId, agencyId })
