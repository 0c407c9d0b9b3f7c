import type { InputOf, submitRequest } from '../../contract'
import type { HeldRole } from '../../domain/people/roles'
import { inForce } from '../../domain/people/roles'
import { ownerOf, type Owner } from '../../domain/request/owner'
import type { Matter, Place } from '../../domain/routing'
import { hotlines, roles } from '../../knowledge/book'
import { findMatterName } from '../../knowledge/names'
import { findRule } from '../../knowledge/rules'
import { settings } from '../../knowledge/settings'
import { placeIn } from '../door/view'
import type { MembershipRow } from '../handle'
import type { Store } from '../store'

type Asked = Pick<InputOf<typeof submitRequest>, 'buildingId' | 'unitId'>

/** More than anybody's community has in roles that deal with requests; one read of the database gives no more. */
const mostStaff = 1000

/** Where it is, by today's directory. Null if the directory does not have it. Two reads. */
export async function readPlace(store: Store, { buildingId, unitId }: Asked) {
  const building = await store.buildings.find(buildingId)
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

/** The agencies that somebody handles requests for. */
export const handledBy = (staff: readonly MembershipRow[]): ReadonlySet<string> =>
  new Set(staff.flatMap(({ role, agencyId }) => (role === 'handler' && agencyId !== null ? [agencyId] : [])))

function matterOf(matterId: string | null): Matter | null {
  const name = matterId === null ? undefined : findMatterName(matterId)
  const rule = matterId === null ? undefined : findRule(matterId)
  return name && rule ? { ...name, ...rule } : null
}

export const isMatter = (matterId: string | null): boolean => matterId === null || matterOf(matterId) !== null

const book = { roles, hotlines, settings, laws: {} }

/** Whose a request is, by the rule of 找谁 and by who handles requests here. */
export function ownerIn(
  place: Place,
  { matterId, answers }: Pick<InputOf<typeof submitRequest>, 'matterId' | 'answers'>,
  handled: ReadonlySet<string>,
): Owner {
  const answered = Object.fromEntries(answers.map(({ questionId, optionId }) => [questionId, optionId]))
  return ownerOf({ matter: matterOf(matterId), place, answered }, handled, book)
}
