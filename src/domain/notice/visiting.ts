import type { Audience } from './audience'
import { unreachedRooms } from './reach'
import type { Happened, ReachBuilding, ReachHome, ReachRoom, Visit } from './reach-types'
import { asWalked, type Walk } from './walking'

export type { Walk } from './walking'

/** Who cannot have seen it comes first, then those with needs. */
const pressure = ({ hasPhone, needs }: ReachRoom): number => (hasPhone ? (needs.length > 0 ? 1 : 2) : 0)

const stopOf = (unitIds: readonly string[], room: ReachRoom) => ({
  ...{ roomId: room.id, unitAt: room.unitId === null ? -1 : unitIds.indexOf(room.unitId) },
  ...{ floor: room.floor, room: room.room, pressure: pressure(room) },
})

/** The households of a building of which nobody knows anything, as one walks through it. */
export function visitingList(
  audience: Audience,
  building: ReachBuilding,
  unitIds: readonly string[],
  homes: readonly ReachHome[],
  happened: Happened,
  walk: Walk,
): readonly Visit[] {
  const order = asWalked(walk)
  return [...unreachedRooms(audience, building, homes, happened)]
    .sort((one, other) => order(stopOf(unitIds, one), stopOf(unitIds, other)))
    .map(({ id, unitId, floor, room, hasPhone, needs }) => ({
      ...{ roomId: id, unitId, floor, room, hasPhone, needs },
    }))
}
