import { doorNotices, refuse } from '../../contract'
import { rowsAtDoor } from '../../domain/notice/door-row'
import { handle } from '../handle'
import { findBuilding } from '../store/visible'
import { standingIn } from './board'

/** What one door's list holds at the most. */
const mostListed = 50

/** What stands at a door now and what is coming, in its order. Two reads, three where an import is tidied up. */
export const door = handle(doorNotices, async ({ buildingId, unitId }, { store, now }) => {
  const building = await findBuilding(store, buildingId)
  const isUnit = unitId === null || building?.units.some(({ id }) => id === unitId)
  if (!building || !isUnit) return refuse('door.unknown')
  const { communityId, estateId } = building
  const place = { communityId, estateId, buildingId, unitId, needs: null }
  const standing = await standingIn(store, communityId, now)
  return { notices: rowsAtDoor(standing, place, now).slice(0, mostListed) }
})
