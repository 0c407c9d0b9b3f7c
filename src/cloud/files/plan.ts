import type { Building, Directory, Household } from '../../domain/directory'

/** Documents that are staged in one turn. */
export const perPart = 20
/** Rooms in one document: a sealed text of some ten thousand bytes. */
const roomsPerDocument = 300

/** What of a directory stands in the community's own document. */
export type CommunityPart = Pick<Directory, 'grids' | 'estates' | 'agencies' | 'settings'>
export const communityPart = ({ grids, estates, agencies, settings }: CommunityPart): CommunityPart => ({
  ...{ grids, estates, agencies, settings },
})

/** What becomes of one document; `after` null: it goes. */
export type Change =
  | { readonly collection: 'buildings'; readonly id: string; readonly after: Building | null }
  | {
      readonly collection: 'households'
      readonly id: string
      readonly buildingId: string
      readonly part: number
      readonly after: readonly Household[] | null
    }

/** The id of a document of rooms. A dot, because no building's id of our making has one. */
export const householdId = (buildingId: string, part: number): string => `${buildingId}.${part}`

interface RoomsDocument {
  readonly buildingId: string
  readonly part: number
  readonly rooms: readonly Household[]
}

/** Rooms as they lie in documents, by the documents' ids. */
function roomDocuments(households: readonly Household[]): ReadonlyMap<string, RoomsDocument> {
  const byBuilding = new Map<string, Household[]>()
  for (const household of households) {
    const rooms = byBuilding.get(household.buildingId)
    if (rooms) rooms.push(household)
    else byBuilding.set(household.buildingId, [household])
  }
  const documents = new Map<string, RoomsDocument>()
  for (const [buildingId, rooms] of byBuilding) {
    for (let from = 0; from < rooms.length; from += roomsPerDocument) {
      const part = from / roomsPerDocument + 1
      documents.set(householdId(buildingId, part), {
        ...{ buildingId, part, rooms: rooms.slice(from, from + roomsPerDocument) },
      })
    }
  }
  return documents
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

const withSortedKeys = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value

/** The same directory with its keys in one order: read from a sheet and from the database, equal things print alike. */
export const orderly = (directory: Directory): Directory =>
  JSON.parse(JSON.stringify(directory, withSortedKeys)) as Directory

/** The documents that differ between two `orderly` directories; what stays as it is, is not touched. */
export function changesBetween(before: Directory, after: Directory): readonly Change[] {
  const old = new Map(before.buildings.map((building) => [building.id, building]))
  const next = new Map(after.buildings.map((building) => [building.id, building]))
  const oldRooms = roomDocuments(before.households)
  const nextRooms = roomDocuments(after.households)
  const rooms = (id: string, document: RoomsDocument, isGone: boolean): Change => ({
    ...{ collection: 'households', id, buildingId: document.buildingId, part: document.part },
    after: isGone ? null : document.rooms,
  })
  return [
    ...after.buildings
      .filter((building) => !isSame(old.get(building.id), building))
      .map((building): Change => ({ collection: 'buildings', id: building.id, after: building })),
    ...before.buildings
      .filter(({ id }) => !next.has(id))
      .map(({ id }): Change => ({ collection: 'buildings', id, after: null })),
    ...[...nextRooms]
      .filter(([id, document]) => !isSame(oldRooms.get(id)?.rooms, document.rooms))
      .map(([id, document]) => rooms(id, document, false)),
    ...[...oldRooms].filter(([id]) => !nextRooms.has(id)).map(([id, document]) => rooms(id, document, true)),
  ]
}

/** A list in pieces of at most so many. */
export const inPieces = <Of>(all: readonly Of[], most: number): Of[][] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most))
