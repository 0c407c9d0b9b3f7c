import { refuse } from '../../contract'
import type { Context, Surroundings } from '../handle'
import { findBuilding } from '../store/visible'

const inCommunity = (communityId: string, gridId: string | null = null) => ({
  ...{ owner: null, communityId, gridId, agencyId: null },
})

/** Whether who calls is a secretary of this community too, by whatever role the call is allowed. */
export async function isSecretary(
  { memberships }: Pick<Context<unknown>, 'memberships'>,
  communityId: string,
): Promise<boolean> {
  return (await memberships()).some((held) => held.role === 'secretary' && held.communityId === communityId)
}

/** The community that a call is about. One read. */
export async function loadCommunity({ communityId }: { readonly communityId: string }, { store }: Surroundings) {
  const loaded = await store.communities.find(communityId)
  return loaded ? { loaded, belongs: inCommunity(communityId) } : refuse('directory.missing')
}

/** The building that a call is about; it is its grid's. One read, a second one while an import is being tidied up. */
export async function loadBuilding({ buildingId }: { readonly buildingId: string }, { store }: Surroundings) {
  const loaded = await findBuilding(store, buildingId)
  return loaded ? { loaded, belongs: inCommunity(loaded.communityId, loaded.gridId) } : refuse('building.missing')
}

/** A door code with its building, whose grid's it is; of a building that is gone the community's alone. */
export async function loadDoorCode({ code }: { readonly code: string }, { store }: Surroundings) {
  const door = await store.doorCodes.find(code)
  if (!door) return refuse('doorcode.missing')
  const building = await findBuilding(store, door.buildingId)
  return { loaded: { door, building }, belongs: inCommunity(door.communityId, building?.gridId) }
}

/** A resident's report, with the building in which they stood: it is its grid's. */
export async function loadReport({ reportId }: { readonly reportId: string }, { store }: Surroundings) {
  const report = await store.contactReports.find(reportId)
  if (!report) return refuse('report.missing')
  const building = await findBuilding(store, report.buildingId)
  return { loaded: { report, building }, belongs: inCommunity(report.communityId, building?.gridId) }
}

/** Where a building is to be saved: of the grid in which it stands, or is to stand if it is new. */
export async function loadBuildingPlace(
  {
    communityId,
    buildingId,
    gridId,
  }: { readonly communityId: string; readonly buildingId: string | null; readonly gridId: string | null },
  { store }: Surroundings,
) {
  const [community, building] = await Promise.all([
    store.communities.find(communityId),
    buildingId === null ? null : findBuilding(store, buildingId),
  ])
  if (buildingId !== null && building?.communityId !== communityId) return refuse('building.missing')
  if (!community) return refuse('directory.missing')
  return { loaded: { community, building }, belongs: inCommunity(communityId, building ? building.gridId : gridId) }
}
