import type { HeldRole } from '../../domain/people/roles'
import { inForce } from '../../domain/people/roles'
import { placeIn } from '../door/view'
import type { MembershipRow } from '../handle'
import type { Store } from '../store'
import { findBuilding } from '../store/visible'

/** More than anybody's community has in such roles; one read of the database gives no more. */
const mostStaff = 1000

/** Where it is, by today's directory. Null if the directory does not have it. Two reads. */
export async function readPlace(
  store: Store,
  { buildingId, unitId = null }: { readonly buildingId: string; readonly unitId?: string | null },
) {
  const building = await findBuilding(store, buildingId)
  const community = building && (await store.communities.find(building.communityId))
  const found = building && community && placeIn(community, building, unitId)
  return found ? { ...found, building, community } : null
}
export type FoundPlace = NonNullable<Awaited<ReturnType<typeof readPlace>>>

/** Those who hold one of these roles in a community now. One read. */
export async function staffOf(
  { memberships }: Pick<Store, 'memberships'>,
  now: number,
  communityId: string,
  held: readonly HeldRole[],
): Promise<readonly MembershipRow[]> {
  const rows = await memberships.among(
    { communityId, state: 'active' },
    { field: 'role', values: held },
    { field: 'until', value: now },
    mostStaff,
  )
  return rows.filter((one) => inForce(one, now))
}
