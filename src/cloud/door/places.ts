import { listBuildings as buildingsContract, listPlaces as placesContract, refuse } from '../../contract'
import { handle } from '../handle'
import { decodeCursor } from '../store'
import { visiblePage } from '../store/visible'

/** Rows of one page. A community brings its estates along, and a page has to fit into one small setData. */
const pageSize = { communities: 15, buildings: 50 } as const

export const listPlaces = handle(placesContract, async (input, { store }) => {
  const after = input.cursor === null ? null : decodeCursor(input.cursor, 'string')
  if (input.cursor !== null && !after) return refuse('place.bad-cursor')
  const { rows, cursor } = await store.communities.page({
    where: {},
    order: 'name',
    after,
    limit: pageSize.communities,
  })
  return {
    communities: rows.map((row) => ({
      id: row._id,
      name: row.name,
      streetName: row.street.name,
      estates: row.estates,
    })),
    cursor,
  }
})

export const listBuildings = handle(buildingsContract, async (input, { store }) => {
  const after = input.cursor === null ? null : decodeCursor(input.cursor, 'number')
  if (input.cursor !== null && !after) return refuse('place.bad-cursor')
  const { rows, cursor } = await visiblePage(store, {
    ...{ where: { estateId: input.estateId }, after, limit: pageSize.buildings },
  })
  return { buildings: rows.map((row) => ({ id: row._id, name: row.name, units: row.units })), cursor }
})
