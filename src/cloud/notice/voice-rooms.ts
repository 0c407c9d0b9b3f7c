import type { Household } from '../../domain/directory/types'
import { buildingsOf as reachedBy, concerns, type Audience, type NoticePlace } from '../../domain/notice/audience'
import { roomFinder, spoken } from '../../domain/notice/rooms'
import type { VoiceRooms } from '../../domain/notice/voices'
import { buildingsOf, roomsIn, type BuildingRow, type CommunityRow, type HouseholdRow } from '../files/load'
import type { Surroundings } from '../handle'
import type { Keys } from '../keys'
import { decodeCursor, type Position, type Store } from '../store'

type Reading = Pick<Surroundings, 'store' | 'keys'>

/** Documents of one read. */
const page = 100

/**
 * A household of a building whose rooms nobody has entered yet, by the name of its room. Keyed: from a plain hash anybody
 * could tell the room. Once the rooms are entered it is found among them by the same key.
 */
export const unlistedRoom = (
  keys: Keys,
  buildingId: string,
  { unitId, room }: { readonly unitId: string | null; readonly room: string },
): string => keys.lookup('notice.room', JSON.stringify([buildingId, unitId, spoken(room)]))

/** The rooms of a building as people see them; none: nobody has entered them. */
export async function roomsOf(
  { store, keys }: Reading,
  community: CommunityRow,
  buildingId: string,
): Promise<readonly Household[]> {
  const rows = await householdRows(store, { communityId: community._id, buildingId })
  return rows.flatMap((row) => roomsIn(keys, row, community))
}

async function householdRows(
  store: Store,
  where: { readonly communityId: string; readonly buildingId?: string },
): Promise<HouseholdRow[]> {
  const found: HouseholdRow[] = []
  let after: Position | null = null
  do {
    const { rows, cursor } = await store.households.page({ where, order: 'buildingId', after, limit: page })
    found.push(...rows)
    after = cursor === null ? null : decodeCursor(cursor, 'string')
  } while (after)
  return found
}

/**
 * Whether somebody of a household has said something on a phone. Read by every name under which a room can stand: one that
 * was not on the list yet is known by its key. Three reads at once.
 */
export async function hasSpoken(
  { store, keys }: Reading,
  noticeId: string,
  { id, buildingId, unitId, room }: Household,
): Promise<boolean> {
  const names = [id, ...[unitId, null].map((unit) => unlistedRoom(keys, buildingId, { unitId: unit, room }))]
  const found = await Promise.all(
    [...new Set(names)].map((roomId) =>
      store.voices.page({ where: { noticeId, roomId }, order: 'roomId', after: null, limit: page }),
    ),
  )
  return found.some(({ rows }) => rows.some(({ person }) => person !== null))
}

/** Where a room lies, as an audience is held against it. */
export const placeOfRoom = (
  { communityId, estateId, _id: buildingId }: BuildingRow,
  { unitId, needs }: Pick<Household, 'unitId' | 'needs'>,
): NoticePlace => ({ communityId, estateId, buildingId, unitId, needs })

/** The households that are asked. */
export interface AskedRooms {
  /** null: of some building nobody has entered the rooms, so that nobody knows how many there are. */
  readonly rooms: VoiceRooms
  /** The household that a voice is of, also where it was said before the rooms were entered. */
  readonly roomOf: (roomId: string) => string
}

/** Reads the community, its buildings, and their rooms by the hundred documents. */
export async function askedRooms(reading: Reading, audience: Audience): Promise<AskedRooms> {
  const { store, keys } = reading
  const community = await store.communities.find(audience.communityId)
  if (!community) return { rooms: null, roomOf: (roomId) => roomId }
  const buildings = await reachedBuildings(store, community, audience)
  const documents = await householdRows(store, { communityId: community._id })
  const byBuilding = new Map<string, Household[]>()
  for (const row of documents) {
    if (!buildings.has(row.buildingId)) continue
    byBuilding.set(row.buildingId, [...(byBuilding.get(row.buildingId) ?? []), ...roomsIn(keys, row, community)])
  }
  const all = [...byBuilding.values()].flat()
  const isKnown = [...buildings.keys()].every((id) => (byBuilding.get(id) ?? []).length > 0)
  const asked = all.filter((room) => {
    const building = buildings.get(room.buildingId)
    return building !== undefined && concerns(audience, placeOfRoom(building, room)) !== 'no'
  })
  const unitsOf = (buildingId: string) => buildings.get(buildingId)?.units.map(({ id }) => id) ?? []
  return { rooms: isKnown ? asked.map(({ id }) => id) : null, roomOf: listedRoom(keys, all, unitsOf) }
}

async function reachedBuildings(store: Store, community: CommunityRow, audience: Audience) {
  const rows = (await Promise.all(community.estates.map(({ id }) => buildingsOf(store, community, id)))).flat()
  const known = rows.map(({ _id, estateId, gridId, units }) => ({
    ...{ id: _id, estateId, gridId, unitIds: units.map(({ id }) => id) },
  }))
  const reached = new Set(reachedBy(audience, known).map(({ id }) => id))
  return new Map(rows.filter(({ _id }) => reached.has(_id)).map((row) => [row._id, row]))
}

/** The keys of rooms are worked out only where some voice was said before its room was on the list. */
function listedRoom(
  keys: Keys,
  rooms: readonly Household[],
  unitsOf: (buildingId: string) => readonly string[],
): (roomId: string) => string {
  const listed = new Set(rooms.map(({ id }) => id))
  let byKey: ReadonlyMap<string, string> | undefined
  return (roomId) => {
    if (listed.has(roomId)) return roomId
    byKey ??= keyedRooms(keys, rooms, unitsOf)
    return byKey.get(roomId) ?? roomId
  }
}

/** Every way in which a room can have been said, with a unit or without, as far as it can mean only one. */
function keyedRooms(
  keys: Keys,
  rooms: readonly Household[],
  unitsOf: (buildingId: string) => readonly string[],
): ReadonlyMap<string, string> {
  const alike = new Map<string, Household[]>()
  for (const room of rooms) {
    const name = `${room.buildingId} ${spoken(room.room)}`
    alike.set(name, [...(alike.get(name) ?? []), room])
  }
  const keyed = [...alike.values()].flatMap((some) => {
    const find = roomFinder(some)
    return some.slice(0, 1).flatMap(({ buildingId, room }) =>
      [null, ...unitsOf(buildingId)].flatMap((unitId): [string, string][] => {
        const meant = find({ unitId, room })
        return meant ? [[unlistedRoom(keys, buildingId, { unitId, room }), meant.id]] : []
      }),
    )
  })
  return new Map(keyed)
}
