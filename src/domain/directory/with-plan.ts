import { newId } from './ids'
import type { DirectoryWords } from './layout'
import { mostPlannedRooms } from './limits'
import { plain } from './names'
import { isPlan, plannedBuildings, roomsOf, type BuildingPlan } from './plan'
import { identifiedRooms, spokenKey } from './read-households'
import type { Building, Directory, Estate, Household } from './types'

/** Buildings that are all alike, and where they are to stand. */
export interface AskedBuildings extends BuildingPlan {
  /** null: in a new estate. */
  readonly estateId: string | null
  readonly estate: Pick<Estate, 'name' | 'address'> | null
  readonly gridId: string | null
  /** Whether their rooms are listed too. */
  readonly rooms: boolean
}

/** Whether a plan is in its bounds, its rooms too. */
export const isAskable = (asked: AskedBuildings): boolean =>
  isPlan(asked) &&
  (!asked.rooms || asked.buildings * Math.max(asked.units, 1) * asked.floors * asked.roomsPerFloor <= mostPlannedRooms)

/** What a plan refers to and is not there, or is there already. */
export type PlanFault = 'estate.missing' | 'estate.same-name' | 'grid.missing'

export function planFault(
  { estates, grids }: Pick<Directory, 'estates' | 'grids'>,
  { estateId, estate, gridId }: Pick<AskedBuildings, 'estateId' | 'estate' | 'gridId'>,
): PlanFault | null {
  if (estateId === null ? estate === null : !estates.some(({ id }) => id === estateId)) return 'estate.missing'
  if (estateId === null && estates.some(({ name }) => plain(name) === plain(estate?.name ?? '')))
    return 'estate.same-name'
  return gridId === null || grids.some(({ id }) => id === gridId) ? null : 'grid.missing'
}

/** Nobody has said yet how it is built, nor who lives in it. */
const isBlank = ({ units, floors, roomsPerFloor }: Building, isLived: boolean) =>
  units.length === 0 && floors === null && roomsPerFloor === null && !isLived

/** What is there stays; what nobody has said of it yet is filled in. */
function filledIn(old: Building, planned: Building, isLived: boolean): Building {
  const { units, floors, roomsPerFloor } = isBlank(old, isLived) ? planned : old
  return { ...old, gridId: old.gridId ?? planned.gridId, units, floors, roomsPerFloor }
}

const isAsPlanned = ({ units, floors, roomsPerFloor }: Building, plan: BuildingPlan) =>
  units.length === plan.units && floors === plan.floors && roomsPerFloor === plan.roomsPerFloor

/** The rooms of a building that stands as the plan says, without those that are listed already, as 101 or as 101室. */
function missingRooms({ id: buildingId, units }: Building, plan: BuildingPlan, listed: readonly Household[]) {
  const known = new Set(listed.map(spokenKey))
  const unitIds = units.length === 0 ? [null] : units.map(({ id }) => id)
  const nobody = { name: null, phone: null, needs: [], consent: false }
  return unitIds
    .flatMap((unitId) =>
      roomsOf(plan.floors, plan.roomsPerFloor).map((room) => ({ buildingId, unitId, ...room, ...nobody })),
    )
    .filter((room) => !known.has(spokenKey(room)))
}

/**
 * The directory with the buildings of a plan in it. One that is there already under one of the names keeps its id and stays
 * as it is, but for what nobody has said of it yet. Rooms are listed where a building stands as the plan says. For a plan
 * of which `isAskable` and `planFault` have nothing to say.
 */
export function withPlan(
  before: Directory,
  asked: AskedBuildings,
  { communityId, words }: { readonly communityId: string; readonly words: DirectoryWords },
): Directory {
  const { gridId } = asked
  const fresh = asked.estateId === null && asked.estate ? { ...asked.estate, settings: [] } : null
  const estateId = asked.estateId ?? newId(communityId, 'estate', plain(fresh?.name ?? ''), before.estates)
  const estates = fresh ? [...before.estates, { id: estateId, ...fresh }] : before.estates
  const planned = plannedBuildings(asked, { communityId, estateId, gridId, before: before.buildings, words })
  const listed = new Map<string, Household[]>()
  for (const room of before.households) listed.set(room.buildingId, [...(listed.get(room.buildingId) ?? []), room])
  const old = new Map(before.buildings.map((building) => [building.id, building]))
  const standing = new Map(
    planned.map(({ building }) => {
      const was = old.get(building.id)
      return [building.id, was ? filledIn(was, building, listed.has(was.id)) : building]
    }),
  )
  const alike = [...standing.values()].filter((building) => asked.rooms && isAsPlanned(building, asked))
  const rooms = alike.flatMap((building) => missingRooms(building, asked, listed.get(building.id) ?? []))
  return {
    ...before,
    estates,
    buildings: [
      ...before.buildings.map((building) => standing.get(building.id) ?? building),
      ...[...standing.values()].filter(({ id }) => !old.has(id)),
    ],
    households: [...before.households, ...identifiedRooms(rooms, { communityId, before: before.households })],
  }
}
