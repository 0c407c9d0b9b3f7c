import { claimIds } from './ids'
import type { DirectoryWords } from './layout'
import { mostFloors, mostPlannedBuildings, mostRoomsPerFloor, mostUnits } from './limits'
import { placeKey, plain } from './names'
import type { Building, Unit } from './types'

/** "5 buildings, 4 units, 6 floors, 2 a floor." */
export interface BuildingPlan {
  readonly buildings: number
  /** 0: they have none. */
  readonly units: number
  readonly floors: number
  readonly roomsPerFloor: number
  /** The number of the first building; 1 where nothing is said. */
  readonly first?: number
}

/** Where they stand, and what is there already: a building of the same name keeps its id. */
export interface PlanPlace {
  readonly communityId: string
  readonly estateId: string
  readonly gridId: string | null
  readonly before: readonly Building[]
  readonly words: Pick<DirectoryWords, 'buildingSuffix' | 'unitSuffix'>
}

export interface PlannedRoom {
  readonly room: string
  readonly floor: number
}

export type PlannedUnit = Unit & { readonly rooms: readonly PlannedRoom[] }

export interface PlannedBuilding {
  readonly building: Building
  /** The rooms of a building without units; else empty. */
  readonly rooms: readonly PlannedRoom[]
  readonly units: readonly PlannedUnit[]
}

/** What is asked for and how much of it there may be; a plan outside of it makes no buildings. */
export const planBounds: Readonly<
  Record<keyof Omit<BuildingPlan, 'first'>, { readonly least: number; readonly most: number }>
> = {
  buildings: { least: 1, most: mostPlannedBuildings },
  units: { least: 0, most: mostUnits },
  floors: { least: 1, most: mostFloors },
  roomsPerFloor: { least: 1, most: mostRoomsPerFloor },
}

/** Whether every number of a plan is whole and in its bounds. */
export const isPlan = (plan: BuildingPlan): boolean =>
  Object.entries(planBounds).every(([part, { least, most }]) => {
    const value = plan[part as keyof typeof planBounds]
    return Number.isInteger(value) && value >= least && value <= most
  }) &&
  Number.isInteger(plan.first ?? 1) &&
  (plan.first ?? 1) >= 1

const counted = <Of>(count: number, make: (number: number) => Of): readonly Of[] =>
  Array.from({ length: count }, (_, at) => make(at + 1))

/** 101, 102, 201 … 602, 1001: the floor, and two figures for the home on it. */
export const roomsOf = (floors: number, roomsPerFloor: number): readonly PlannedRoom[] =>
  counted(floors, (floor) =>
    counted(roomsPerFloor, (room) => ({ room: `${floor}${String(room).padStart(2, '0')}`, floor })),
  ).flat()

/** Buildings that are all alike, named the usual way. Empty for a plan outside of its bounds. */
export function plannedBuildings(plan: BuildingPlan, place: PlanPlace): readonly PlannedBuilding[] {
  if (!isPlan(plan)) return []
  const { communityId, estateId, gridId, words } = place
  const keyOf = (name: string) => `${estateId} ${plain(name)}`
  const first = plan.first ?? 1
  const numbers = counted(plan.buildings, (number) => first - 1 + number)
  const names = numbers.map((number) => `${number}${words.buildingSuffix}`)
  // 3栋 is there already where 3号楼 is planned.
  const planned = new Map(names.map((name) => [placeKey(name), name]))
  const old = place.before.map(({ id, estateId: of, name }) => ({
    id,
    key: `${of} ${plain(planned.get(placeKey(name)) ?? name)}`,
  }))
  const ids = claimIds(
    communityId,
    'building',
    names.map((name) => ({ code: null, key: keyOf(name) })),
    old,
  )
  const rooms = roomsOf(plan.floors, plan.roomsPerFloor)
  return names.map((name, at) => {
    const id = ids[at] ?? ''
    const before = place.before.find((building) => building.id === id)
    const units = plannedUnits(id, plan.units, before?.units ?? [], place)
    const building: Building = {
      ...{ id, estateId, gridId, name, order: numbers[at] ?? 0, units, floors: plan.floors },
      roomsPerFloor: plan.roomsPerFloor,
    }
    return { building, rooms: units.length === 0 ? rooms : [], units: units.map((unit) => ({ ...unit, rooms })) }
  })
}

function plannedUnits(
  buildingId: string,
  count: number,
  before: readonly Unit[],
  { communityId, words }: PlanPlace,
): readonly Unit[] {
  const names = counted(count, (number) => `${number}${words.unitSuffix}`)
  const owned = before.map(({ id, name }) => ({ id, key: plain(name) }))
  const claims = names.map((name) => ({ code: null, key: plain(name) }))
  const ids = claimIds(`${communityId} ${buildingId}`, 'unit', claims, owned)
  return names.map((name, at) => ({ id: ids[at] ?? '', name }))
}
