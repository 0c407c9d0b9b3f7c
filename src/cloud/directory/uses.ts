import { isLivedIn, type Household } from '../../domain/directory'
import { roomsIn, type HouseholdRow } from '../files/load'
import type { Surroundings } from '../handle'
import type { Store } from '../store'
import { visibleHousehold } from '../store/visible'
import type { BuildingRow, CommunityRow } from './revision'

/** What rests on a building, or on one of its units. */
export type BuildingUse = 'codes' | 'households' | 'homes' | 'requests'

/** More parts than a building's rooms have. */
const mostParts = 20
/** Of those, how many go with their building in one commit: thousands of rooms. */
const mostGoing = 10

type Asking = Pick<Surroundings, 'store' | 'keys'>

/** The documents of a building's rooms that people see. One read. */
async function roomRows(store: Store, community: CommunityRow, buildingId: string): Promise<HouseholdRow[]> {
  const { rows } = await store.households.page({
    where: { communityId: community._id, buildingId },
    ...{ order: 'buildingId', after: null, limit: mostParts },
  })
  return rows.filter((row) => visibleHousehold(row, community) !== null)
}

/** What rests on a building as a whole, or the rooms of nobody that go with it. */
export type BuildingRest = { readonly use: BuildingUse } | { readonly use: null; readonly rooms: EmptyRooms }

/** Rooms with nobody in them, and their documents. */
export interface EmptyRooms {
  readonly rows: readonly HouseholdRow[]
  readonly rooms: readonly Household[]
}

/** Counts, and of people's documents only those of the rooms: whether somebody is in them, the sealed text says alone. */
export async function restsOnBuilding(
  { store, keys }: Asking,
  community: CommunityRow,
  { _id: buildingId }: BuildingRow,
): Promise<BuildingRest> {
  const [codes, rows, declared, confirmed, requests, wishes] = await Promise.all([
    store.doorCodes.count({ buildingId, state: 'active' }),
    roomRows(store, community, buildingId),
    store.homes.count({ buildingId, state: 'declared' }),
    store.homes.count({ buildingId, state: 'confirmed' }),
    store.requests.count({ buildingId, open: true }),
    store.wishes.count({ buildingId, open: true }),
  ])
  if (codes > 0) return { use: 'codes' }
  const rooms = rows.flatMap((row) => roomsIn(keys, row, community))
  if (rows.length > mostGoing || rooms.some(isLivedIn)) return { use: 'households' }
  if (declared + confirmed > 0) return { use: 'homes' }
  return requests + wishes > 0 ? { use: 'requests' } : { use: null, rooms: { rows, rooms } }
}

/**
 * Whether a door code in force, somebody's room or home, or an open request is in one of these units; a wish is its
 * building's and knows no unit. Which rooms are there only the sealed text says, which is opened for this alone.
 */
export async function isAnyUnitUsed(
  { store, keys }: Asking,
  community: CommunityRow,
  buildingId: string,
  unitIds: readonly string[],
): Promise<boolean> {
  if (unitIds.length === 0) return false
  const rows = await roomRows(store, community, buildingId)
  const rooms = rows.flatMap((row) => roomsIn(keys, row, community))
  if (rooms.some(({ unitId }) => unitId !== null && unitIds.includes(unitId))) return true
  for (const unitId of unitIds) if (await isUnitUsed(store, buildingId, unitId)) return true
  return false
}

async function isUnitUsed(store: Store, buildingId: string, unitId: string): Promise<boolean> {
  const at = { buildingId, unitId }
  const counts = await Promise.all([
    store.doorCodes.count({ ...at, state: 'active' }),
    store.homes.count({ ...at, state: 'declared' }),
    store.homes.count({ ...at, state: 'confirmed' }),
    store.requests.count({ ...at, open: true }),
  ])
  return counts.some((count) => count > 0)
}
