import { noticePlaces, refuse } from '../../contract'
import { handle } from '../handle'
import { loadNoticePlace } from './load'
import { rolesHere } from './who'
import { worldOf } from './world'

/** What a notice may be for: the buildings of a grid, or of the community, estate by estate. */
export const places = handle(noticePlaces, {
  load: loadNoticePlace,
  async work({ communityId, gridId }, context) {
    const world = await worldOf(context.store, communityId)
    if (!world) return refuse('notice.no-place')
    const roles = await rolesHere(context, communityId)
    const { community, buildings } = world
    const estates = community.estates.map(({ id: estateId, name }) => {
      const all = buildings.filter((building) => building.estateId === estateId)
      const own = all.filter((building) => gridId === null || building.gridId === gridId)
      return {
        ...{ estateId, name, isWhole: own.length === all.length },
        buildings: own.map(({ _id: buildingId, name: called, gridId: grid, units }) => ({
          ...{
            buildingId,
            name: called,
            gridId: grid,
            units: units.map((unit) => ({ unitId: unit.id, name: unit.name })),
          },
        })),
      }
    })
    return {
      communityName: community.name,
      estates: estates.filter((estate) => estate.buildings.length > 0),
      isWhole: buildings.every((building) => gridId === null || building.gridId === gridId),
      roles: [...new Set(roles.map(({ actor }) => actor))],
    }
  },
})
