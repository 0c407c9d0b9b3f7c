import { concerns, type Audience } from './audience'
import type {
  BuildingReach,
  DoorTick,
  Happened,
  HelpWanted,
  Reach,
  ReachBuilding,
  ReachHome,
  ReachRoom,
  SureCount,
} from './reach-types'

export type { BuildingReach, Happened, Reach, ReachBuilding, ReachHome, ReachRoom } from './reach-types'

/** Of one household, all that is known. */
interface Household {
  readonly room: ReachRoom
  /** People of whom somebody saw that they opened it; `true`: the home was confirmed. */
  readonly opened: readonly boolean[]
  readonly acknowledged: readonly boolean[]
  readonly asked: readonly boolean[]
  readonly isTold: boolean
  readonly knewBefore: boolean
}

/** Where a person lives, as far as it can be said; several rooms of equal standing are none. */
interface Living {
  readonly buildingId: string
  readonly roomId: string | null
  readonly isConfirmed: boolean
}

/** Everybody's one home: what is confirmed goes before what is only said. Whoever says two different ones is in none. */
function livingOf(homes: readonly ReachHome[]): ReadonlyMap<string, Living> {
  const byPerson = new Map<string, ReachHome[]>()
  for (const home of homes) byPerson.set(home.person, [...(byPerson.get(home.person) ?? []), home])
  return new Map(
    [...byPerson].flatMap(([person, all]): [string, Living][] => {
      const confirmed = all.filter(({ state }) => state === 'confirmed')
      const best = confirmed.length > 0 ? confirmed : all
      const [first] = best
      if (!first || best.some(({ buildingId }) => buildingId !== first.buildingId)) return []
      const rooms = new Set(best.map(({ roomId }) => roomId))
      const roomId = rooms.size === 1 ? first.roomId : null
      return [[person, { buildingId: first.buildingId, roomId, isConfirmed: confirmed.length > 0 }]]
    }),
  )
}

/** Rooms where somebody told them; a tick that was taken back never counts, whichever copy of it comes last. */
function toldRooms(ticks: readonly DoorTick[]): ReadonlySet<string> {
  const undone = new Set(ticks.filter(({ isUndone }) => isUndone).map(({ id }) => id))
  return new Set(ticks.filter(({ id }) => !undone.has(id)).map(({ roomId }) => roomId))
}

/** People who did something, each once, with where they live. */
const livings = (people: Iterable<string>, living: ReadonlyMap<string, Living>) =>
  [...new Set(people)].flatMap((person) => living.get(person) ?? [])

/** A room counts only in the building in which somebody says that it is. */
const keyOf = (buildingId: string, roomId: string): string => `${buildingId} ${roomId}`

/** Rooms → of each person there whether their home was confirmed. */
function byRoom(people: Iterable<string>, living: ReadonlyMap<string, Living>): ReadonlyMap<string, boolean[]> {
  const rooms = new Map<string, boolean[]>()
  for (const { buildingId, roomId, isConfirmed } of livings(people, living)) {
    if (roomId === null) continue
    const key = keyOf(buildingId, roomId)
    rooms.set(key, [...(rooms.get(key) ?? []), isConfirmed])
  }
  return rooms
}

/** Rooms for which help was asked by name; `true`: by the office, or by somebody who is known to live there. */
function namedRooms(helps: readonly HelpWanted[], living: ReadonlyMap<string, Living>): ReadonlyMap<string, boolean> {
  const rooms = new Map<string, boolean>()
  for (const { person, roomId, isHearsay } of helps) {
    if (roomId === null) continue
    const home = person === null ? undefined : living.get(person)
    const isSure = (person === null && !isHearsay) || (home?.roomId === roomId && home.isConfirmed)
    rooms.set(roomId, isSure || (rooms.get(roomId) ?? false))
  }
  return rooms
}

const isPerson = (person: string | null): person is string => person !== null

/** Who has surely seen it: whoever pressed something in it has opened it, also where the opening was lost. */
export function openersOf({ openings, acknowledgements, helps }: Happened): ReadonlySet<string> {
  const asked = helps.filter(({ isOfBefore }) => isOfBefore !== true)
  return new Set([...openings, ...acknowledgements, ...asked].map(({ person }) => person).filter(isPerson))
}

/** Who has seen only what held before. */
const outdatedOf = ({ before }: Happened, openers: ReadonlySet<string>): readonly string[] => [
  ...new Set((before?.people ?? []).map(({ person }) => person).filter((person) => !openers.has(person))),
]

/** Looks up everything that happened, once for all buildings. */
function indexOf(homes: readonly ReachHome[], happened: Happened) {
  const living = livingOf(homes)
  const openers = openersOf(happened)
  const outdated = outdatedOf(happened, openers)
  const asking = happened.helps.flatMap(({ person, roomId }) => (roomId === null && person !== null ? [person] : []))
  return {
    ...{ living, openers, outdated, told: toldRooms(happened.ticks) },
    opened: byRoom(openers, living),
    ...{ openedBefore: byRoom(outdated, living), toldBefore: toldRooms(happened.before?.ticks ?? []) },
    acknowledged: byRoom(
      happened.acknowledgements.map(({ person }) => person),
      living,
    ),
    asking: byRoom(asking, living),
    named: namedRooms(happened.helps, living),
  }
}
type Index = ReturnType<typeof indexOf>

function concernedRooms(audience: Audience, { id, estateId, rooms }: ReachBuilding): readonly ReachRoom[] {
  const { communityId } = audience
  return rooms.filter((room) => {
    const place = { communityId, estateId, buildingId: id, unitId: room.unitId, needs: room.needs }
    return concerns(audience, place) === 'yes'
  })
}

function householdOf(buildingId: string, room: ReachRoom, index: Index): Household {
  const key = keyOf(buildingId, room.id)
  const named = index.named.get(room.id)
  return {
    room,
    opened: index.opened.get(key) ?? [],
    acknowledged: index.acknowledged.get(key) ?? [],
    asked: [...(index.asking.get(key) ?? []), ...(named === undefined ? [] : [named])],
    isTold: index.told.has(room.id),
    knewBefore: index.openedBefore.has(key) || index.toldBefore.has(room.id),
  }
}

const isReached = ({ opened, asked, isTold }: Household): boolean => opened.length > 0 || asked.length > 0 || isTold

function sure(households: readonly Household[], of: 'opened' | 'acknowledged' | 'asked'): SureCount {
  const some = households.filter((household) => household[of].length > 0)
  return { households: some.length, confirmed: some.filter((household) => household[of].includes(true)).length }
}

function reachOfBuilding(audience: Audience, building: ReachBuilding, index: Index): BuildingReach {
  const households = concernedRooms(audience, building).map((room) => householdOf(building.id, room, index))
  const concerned = new Set(households.map(({ room }) => room.id))
  const known = new Set(building.rooms.map(({ id }) => id))
  const here = livings(index.openers, index.living).filter(({ buildingId }) => buildingId === building.id)
  const reached = households.filter(isReached).length
  return {
    ...{ buildingId: building.id, isEntered: building.rooms.length > 0, households: households.length },
    opened: sure(households, 'opened'),
    acknowledged: sure(households, 'acknowledged'),
    asked: sure(households, 'asked'),
    told: households.filter(({ isTold }) => isTold).length,
    ...{ reached, unknown: households.length - reached },
    outdated: households.filter((household) => household.knewBefore && !isReached(household)).length,
    people: {
      withoutRoom: here.filter(({ roomId }) => roomId === null || !known.has(roomId)).length,
      notConcerned: here.filter(({ roomId }) => roomId !== null && known.has(roomId) && !concerned.has(roomId)).length,
    },
  }
}

/** Whom a notice has reached, by building. Nobody counts as having seen it whom nobody saw open it. */
export function reachOf(
  audience: Audience,
  buildings: readonly ReachBuilding[],
  homes: readonly ReachHome[],
  happened: Happened,
): Reach {
  const index = indexOf(homes, happened)
  const ids = new Set(buildings.map(({ id }) => id))
  const inside = livings(index.openers, index.living).filter(({ buildingId }) => ids.has(buildingId)).length
  return {
    buildings: buildings.map((building) => reachOfBuilding(audience, building, index)),
    people: index.openers.size,
    elsewhere: index.openers.size - inside,
    outdated: index.outdated.length,
  }
}

/** Households of a building whom it concerns, and of whom nobody knows anything. */
export function unreachedRooms(
  audience: Audience,
  building: ReachBuilding,
  homes: readonly ReachHome[],
  happened: Happened,
): readonly ReachRoom[] {
  const index = indexOf(homes, happened)
  return concernedRooms(audience, building).filter((room) => !isReached(householdOf(building.id, room, index)))
}
