import * as v from 'valibot'
import { doorCode, openDoor as contract, refuse } from '../../contract'
import { handle } from '../handle'
import { viewDoor } from './view'
import { findBuilding } from '../store/visible'

/** Three reads by code (the code, its building, its community), two by place. */
export const openDoor = handle(contract, async (input, { store, now }) => {
  if (input.by === 'code' && !v.is(doorCode, input.code)) return refuse('door.unknown')
  const door = input.by === 'code' ? await store.doorCodes.find(input.code) : { ...input, state: 'active' as const }
  if (!door) return refuse('door.unknown')
  if (door.state === 'revoked') return refuse('door.revoked')
  const building = await findBuilding(store, door.buildingId)
  const community = building && (await store.communities.find(building.communityId))
  const view = building && community && viewDoor(community, building, door.unitId, now)
  return view ?? refuse('door.unknown')
})
