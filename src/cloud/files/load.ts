import { refuse } from '../../contract'
import type { Building, Directory, Household } from '../../domain/directory'
import type { Surroundings } from '../handle'
import type { Keys } from '../keys'
import { loadWhole } from '../keeper/whole'
import { sealedAt } from '../people/ids'
import { decodeCursor, type Position, type Row, type Store } from '../store'
import type { BuildingFields, CommunityFields, HouseholdFields, ImportFields } from '../store/documents'
import { visibleBuilding, visibleHousehold } from '../store/visible'

export type CommunityRow = Row<CommunityFields>
export type BuildingRow = Row<BuildingFields>
export type HouseholdRow = Row<HouseholdFields>
export type ImportRow = Row<ImportFields>

/** Documents of one read. */
const page = 100

/** The import that a call is about. */
export async function loadImport({ importId }: { readonly importId: string }, { store }: Surroundings) {
  const loaded = await store.imports.find(importId)
  if (!loaded) return refuse('import.missing')
  return { loaded, belongs: { owner: null, communityId: loaded.communityId, gridId: null, agencyId: null } }
}

/** The community that a call is about, whole. */
export async function loadCommunity(input: { readonly communityId: string }, { store }: Surroundings) {
  const { belongs } = await loadWhole(input)
  const loaded = await store.communities.find(input.communityId)
  return loaded ? { loaded, belongs } : refuse('import.no-community')
}

/** A building as the rules know it. */
export const buildingOf = (row: BuildingRow): Building => ({
  ...{ id: row._id, estateId: row.estateId, gridId: row.gridId, name: row.name, order: row.order, units: row.units },
  ...{ floors: row.floors ?? null, roomsPerFloor: row.roomsPerFloor ?? null },
})

/** The buildings of an estate that people see, in their order. A read for each hundred. */
export async function buildingsOf(store: Store, community: CommunityRow, estateId: string): Promise<BuildingRow[]> {
  const found: BuildingRow[] = []
  let after: Position | null = null
  do {
    const { rows, cursor } = await store.buildings.page({ where: { estateId }, order: 'order', after, limit: page })
    found.push(...rows)
    after = cursor === null ? null : decodeCursor(cursor, 'number')
  } while (after)
  return found
    .filter(({ communityId }) => communityId === community._id)
    .flatMap((row) => visibleBuilding(row, community) ?? [])
    .sort((one, other) => one.order - other.order || (one._id < other._id ? -1 : 1))
}

/** What is kept of a room; its building stands in the document. */
type Room = Omit<Household, 'buildingId'>

/** The rooms of one document, as people see them. */
export function roomsIn(keys: Keys, row: HouseholdRow, community: CommunityRow): Household[] {
  const seen = visibleHousehold(row, community)
  if (!seen) return []
  const about = seen.isStaged ? 'staged.fields.rooms' : 'rooms'
  const rooms = JSON.parse(keys.unseal(seen.row.rooms, sealedAt('households', about, row._id))) as Room[]
  return rooms.map((room) => ({ ...room, buildingId: row.buildingId }))
}

/** As `roomsIn` reads it, sealed for the document's field. */
export const sealRooms = (
  keys: Keys,
  id: string,
  field: 'rooms' | 'staged.fields.rooms',
  rooms: readonly Household[],
) => keys.seal(JSON.stringify(rooms.map(({ buildingId: _, ...room }) => room)), sealedAt('households', field, id))

/** Every document of rooms, in the order of buildings and parts. */
async function householdRows(store: Store, communityId: string): Promise<HouseholdRow[]> {
  const found: HouseholdRow[] = []
  let after: Position | null = null
  do {
    const { rows, cursor } = await store.households.page({
      ...{ where: { communityId }, order: 'buildingId', after, limit: page },
    })
    found.push(...rows)
    after = cursor === null ? null : decodeCursor(cursor, 'string')
  } while (after)
  return found.sort((one, other) =>
    one.buildingId === other.buildingId ? one.part - other.part : one.buildingId < other.buildingId ? -1 : 1,
  )
}

/** The directory as people see it; without rooms unless asked for. Members are no part of what is kept. */
export async function loadDirectory(
  { store, keys }: Pick<Surroundings, 'store' | 'keys'>,
  community: CommunityRow,
  { households }: { readonly households: boolean },
): Promise<Directory> {
  const buildings: Building[] = []
  for (const { id } of community.estates) buildings.push(...(await buildingsOf(store, community, id)).map(buildingOf))
  const rows = households ? await householdRows(store, community._id) : []
  const { grids, estates, agencies, settings } = community
  return {
    ...{ grids, estates, buildings, agencies, settings, members: [] },
    households: rows.flatMap((row) => roomsIn(keys, row, community)),
  }
}
