import type { Audience, NoticePlace } from '../../domain/notice/audience'
import { sawOf, wordsInForce } from '../../domain/notice/in-force'
import type {
  DoorTick,
  Happened,
  HelpWanted,
  ReachBuilding,
  ReachHome,
  ReachRoom,
} from '../../domain/notice/reach-types'
import { roomFinder } from '../../domain/notice/rooms'
import type { KeptTick } from '../../domain/notice/ticks'
import { roomsIn, type BuildingRow, type CommunityRow, type HouseholdRow } from '../files/load'
import { hashOf } from '../hash'
import type { Keys } from '../keys'
import { sealedAt } from '../people/ids'
import type { Kept } from '../store/collection'
import type { HomeFields, NoticeVisitFields, OpeningFields, RequestFields } from '../store/documents'
import type { NoticeRow } from './load'

// Documents → what the rules of reach count. Everything is worked out at each look from what is there.

/** The one document of ticks that a building has for a notice. */
export const visitsId = (noticeId: string, buildingId: string): string => hashOf('visits', noticeId, buildingId)

type Identified = Pick<Kept, '_id'>
export type KnownHome = Identified & Pick<HomeFields, 'person' | 'buildingId' | 'unitId' | 'room' | 'state'>
export type KnownHelp = Identified & Pick<RequestFields, 'person' | 'filedAs' | 'buildingId' | 'unitId' | 'room'>
export type KnownOpening = Pick<OpeningFields, 'person' | 'acknowledgedAt' | 'at' | 'edition'>
export type KnownVisits = Pick<NoticeVisitFields, 'buildingId' | 'ticks'>

/** What people read; of what was never out, what is being written. null: neither. */
export const audienceOf = ({ shown, next }: NoticeRow): Audience | null => (shown ?? next)?.audience ?? null

/** A building with its households, and which of them somebody means. */
export interface KnownBuilding {
  readonly row: BuildingRow
  readonly rooms: readonly ReachRoom[]
  readonly roomOf: (said: { readonly unitId: string | null; readonly room: string }) => ReachRoom | null
}

export function knownBuilding(
  keys: Keys,
  row: BuildingRow,
  households: readonly HouseholdRow[],
  community: CommunityRow,
): KnownBuilding {
  const rooms = households
    .flatMap((one) => roomsIn(keys, one, community))
    .map(({ id, unitId, floor, room, phone, needs }) => ({ id, unitId, floor, room, hasPhone: phone !== null, needs }))
  return { row, rooms, roomOf: roomFinder(rooms) }
}

export const reachBuilding = ({ row, rooms }: KnownBuilding): ReachBuilding => ({
  ...{ id: row._id, estateId: row.estateId, rooms },
})

type Buildings = ReadonlyMap<string, KnownBuilding>
type Spot = Identified & { readonly buildingId: string; readonly unitId: string | null; readonly room: string | null }

/** The household of the directory that a sealed room means. */
function roomAt(keys: Keys, collection: 'homes' | 'requests', spot: Spot, buildings: Buildings): ReachRoom | null {
  const building = buildings.get(spot.buildingId)
  if (!building || spot.room === null) return null
  const room = keys.unseal(spot.room, sealedAt(collection, 'room', spot._id))
  return building.roomOf({ unitId: spot.unitId, room })
}

/** Where people live. What a keeper knows to be wrong is nobody's home. */
export const reachHomes = (keys: Keys, homes: readonly KnownHome[], buildings: Buildings): readonly ReachHome[] =>
  homes.flatMap((home) => {
    if (home.state === 'declined') return []
    const roomId = roomAt(keys, 'homes', home, buildings)?.id ?? null
    return [{ person: home.person, buildingId: home.buildingId, roomId, state: home.state }]
  })

/** Where a home lies, as an audience is held against it; what nobody knows of the household stays open. */
export function placeOfHome(keys: Keys, home: KnownHome, { row, roomOf }: KnownBuilding): NoticePlace {
  const building: KnownBuilding = { row, rooms: [], roomOf }
  const room = roomAt(keys, 'homes', home, new Map([[row._id, building]]))
  const { communityId, estateId, _id: buildingId } = row
  return { communityId, estateId, buildingId, unitId: room?.unitId ?? home.unitId, needs: room?.needs ?? null }
}

const reachHelps = (keys: Keys, helps: readonly KnownHelp[], buildings: Buildings): readonly HelpWanted[] =>
  helps.map((help) => ({
    ...{ id: help._id, person: help.person, roomId: roomAt(keys, 'requests', help, buildings)?.id ?? null },
    isHearsay: help.person === null && help.filedAs === null,
  }))

/** All that is known of a notice. */
export interface Known {
  readonly openings: readonly KnownOpening[]
  readonly helps: readonly KnownHelp[]
  readonly visits: readonly KnownVisits[]
}

type Worded = Parameters<typeof wordsInForce>[0]

/** By what holds now: who saw only what held before is told of beside it, who found it over has seen nothing. */
export function happenedIn(
  keys: Keys,
  { openings, helps, visits }: Known,
  buildings: Buildings,
  notice: Worded,
): Happened {
  const words = wordsInForce(notice)
  const saw = (wanted: ReturnType<typeof sawOf>) =>
    openings.filter((opening) => words !== null && sawOf(opening, words) === wanted)
  const before = new Set(saw('before').map(({ person }) => person))
  const ticks = visits.flatMap((one) => one.ticks)
  const isNow = toldNow(notice)
  return {
    openings: saw('now').map(({ person }) => ({ person })),
    acknowledgements: saw('now').flatMap(({ person, acknowledgedAt }) => (acknowledgedAt === null ? [] : [{ person }])),
    helps: reachHelps(keys, helps, buildings).map((help) =>
      help.person !== null && before.has(help.person) ? { ...help, isOfBefore: true } : help,
    ),
    ticks: ticks.filter(isNow).map(ofNobody),
    before: {
      people: [...before].map((person) => ({ person })),
      ticks: ticks.filter((tick) => !isNow(tick)).map(ofNobody),
    },
  }
}

/** Which ticks tell of what holds now: whoever was told at the door before the words changed has to be told again. */
export function toldNow(notice: Worded): (tick: Pick<KeptTick, 'at'>) => boolean {
  const from = wordsInForce(notice)?.from ?? 0
  return ({ at }) => at >= from
}

/** Whose a tick was is of no account here, and may be erased. */
const ofNobody = (tick: KeptTick): DoorTick => ({ ...tick, by: tick.by ?? '' })
