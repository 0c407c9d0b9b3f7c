import { minute } from '../../domain/time/clock'
import type { Run } from '../run'
import type { Store } from '../store'
import { visibleBuildings } from '../store/visible'
import type { BuildingRow } from './revision'

/** So long whoever read the building before it moved may still write with the old grid. */
const settling = minute
/** Of one run: the next one goes on. */
const atOnce = 50

/**
 * Gives homes, open requests and open wishes the grid in which their building stands now, so that its leader finds them;
 * a second time does no harm. What is over keeps the grid that answered for it, and so do complaints and what waits for a
 * look at its words: whoever was told of it goes on with it, and the secretary sees both.
 */
export async function carryOver(store: Store, { _id: buildingId, gridId }: Pick<BuildingRow, '_id' | 'gridId'>) {
  await Promise.all([
    store.homes.setAll({ buildingId }, {}, { gridId }),
    store.requests.setAll({ buildingId, open: true }, {}, { gridId }),
    store.wishes.setAll({ buildingId, open: true }, {}, { gridId }),
  ])
}

/** Once more for each building that moved: what was filed at that moment, and what a crash or an import left. */
export async function movesDue({ store, now, hasTime }: Pick<Run, 'store' | 'now' | 'hasTime'>) {
  const { rows } = await store.buildings.page({
    where: {},
    ...{ order: 'gridMovedAt', until: now - settling, after: null, limit: atOnce },
  })
  let carried = 0
  for (const row of rows) {
    if (!hasTime()) break
    const [seen] = await visibleBuildings(store, [row])
    if (seen) await carryOver(store, seen)
    // Where it moved again meanwhile, the next run comes back to it.
    if (await store.buildings.replace({ ...row, gridMovedAt: undefined })) carried++
  }
  return { carried, waiting: rows.length - carried }
}
