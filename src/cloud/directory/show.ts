import { refuse, showDirectory as contract, directoryBuildings as buildingsContract } from '../../contract'
import { doubtsOf, phonesToVerify } from '../../domain/directory/verification'
import { permit } from '../../domain/people/permit'
import { permissions } from '../../contract/permissions'
import { buildingsOf } from '../files/load'
import { handle } from '../handle'
import { decodeCursor, type Store } from '../store'
import { isSettling, visiblePage } from '../store/visible'
import { loadCommunity } from './load'
import { buildingMark, estateMark, gridMark } from './mark'
import { openOf } from './questions'
import type { BuildingRow, CommunityRow } from './revision'

/** Rows of one page: a phone takes it in one small setData. */
const pageSize = 20

/** Those that people see: what an import laid ready is no building yet. Counted one by one only while one is tidied up. */
async function countBuildings(store: Store, community: CommunityRow): Promise<number> {
  if (!(await isSettling(store, community)))
    return store.buildings.count({ communityId: community._id }, {}, { isNew: true })
  const lists = await Promise.all(community.estates.map(({ id }) => buildingsOf(store, community, id)))
  return lists.flat().length
}

/** The community and a count of its buildings. */
export const show = handle(contract, {
  load: loadCommunity,
  async work(_, { store, now, loaded: community }) {
    const { name, street, province, city, district, revision, updatedAt, grids, estates, agencies } = community
    return {
      ...{ name, streetName: street.name, region: [province, city, district], revision, updatedAt },
      grids: grids.map((grid) => ({ gridId: grid.id, name: grid.name, mark: gridMark(grid) })),
      estates: estates.map((estate) => ({
        ...{ estateId: estate.id, name: estate.name, address: estate.address, mark: estateMark(estate) },
      })),
      agencies: agencies.map(({ id, name, roles, phones }) => ({
        ...{ agencyId: id, name, roles, phones: phones.length },
        doubtful: phones.filter((phone) => doubtsOf(phone, now).length > 0).length,
      })),
      buildings: await countBuildings(store, community),
      toCheck: phonesToVerify(agencies, now, []).length,
      openQuestions: openOf(community, null).length,
    }
  },
})

/** The community, and a page of the estate's buildings. */
export const buildings = handle(buildingsContract, {
  load: loadCommunity,
  async work({ communityId, estateId, cursor: from }, { store, person, now, memberships }) {
    const after = from === null ? null : decodeCursor(from, 'number')
    if (from !== null && !after) return refuse('place.bad-cursor')
    // An estate's id names it alone: whose it is says the building.
    const isOurs = (building: BuildingRow) => building.communityId === communityId
    const { rows, cursor } = await visiblePage(store, { where: { estateId }, after, limit: pageSize }, isOurs)
    const held = await memberships()
    const mayChange = (gridId: string | null) =>
      permit(permissions['building.save'], person, held, { owner: null, communityId, gridId, agencyId: null }, now)
    return {
      buildings: rows.map((building) => ({
        ...{ buildingId: building._id, name: building.name, order: building.order, gridId: building.gridId },
        ...{ units: building.units, floors: building.floors ?? null, roomsPerFloor: building.roomsPerFloor ?? null },
        ...{ mine: mayChange(building.gridId) !== null, mark: buildingMark(building) },
      })),
      cursor,
    }
  },
})
