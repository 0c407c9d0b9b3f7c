import { isRefused, listHouseholds, refuse } from '../../contract'
import { dayOf } from '../../domain/time/clock'
import { handle, written } from '../handle'
import { hashOf } from '../hash'
import { audit } from '../people/audit'
import { findBuilding } from '../store/visible'
import { onDuty } from './duty'
import { roomsIn } from './load'
import { householdId } from './plan'

/** Rooms of a building that is not there any more are nobody's to see. */
export const listRooms = handle(listHouseholds, {
  async load({ buildingId }, { store }) {
    const building = await findBuilding(store, buildingId)
    const community = building && (await store.communities.find(building.communityId))
    if (!community) return refuse('household.no-building')
    const { communityId, gridId } = building
    return { loaded: { building, community }, belongs: { owner: null, communityId, gridId, agencyId: null } }
  },
  async work({ buildingId, part, onDuty: saysSo }, context) {
    const { store, keys, person, now, loaded } = context
    const { building, community } = loaded
    const standing = await onDuty(context, building, saysSo)
    if (isRefused(standing)) return standing
    // Once a day: a list that is opened twenty times a day would bury everything else in the log.
    const lookId = hashOf('household.look', person, buildingId, dayOf(now))
    const [row, next, looked] = await Promise.all([
      store.households.find(householdId(buildingId, part)),
      store.households.find(householdId(buildingId, part + 1)),
      store.audits.find(lookId),
    ])
    const unitName = new Map(building.units.map(({ id, name }) => [id, name]))
    const subject = { collection: 'buildings', id: buildingId }
    const data = {
      buildingName: building.name,
      estateName: community.estates.find(({ id }) => id === building.estateId)?.name ?? '',
      isMore: next !== null && roomsIn(keys, next, community).length > 0,
      rooms: (row ? roomsIn(keys, row, community) : []).map((room) => ({
        ...{ id: room.id, unitName: unitName.get(room.unitId ?? '') ?? null, room: room.room, floor: room.floor },
        ...{ name: room.name, phone: room.phone, needs: [...room.needs] },
      })),
    }
    const line = { id: lookId, verb: 'household.look', communityId: community._id, subject } as const
    const look = looked ? [] : [audit({ ...context, as: standing.as }, line)]
    return written(data, [...standing.writes, ...look])
  },
})
