import { addDays, dayOf } from '../domain/time/clock'
import type { Store } from './store'

const batch = 100
/** One run is bounded, so that it ends well inside its time-out; the next run goes on. */
const mostBatches = 20

/** How many days it is kept what was searched and not found: two seasons, so that one sees what comes every winter. */
export const missesKept = 180

/** Removes in batches what a page of documents past their time holds; answers how many. */
async function sweep(page: () => Promise<readonly string[]>, remove: (ids: readonly string[]) => Promise<number>) {
  let removed = 0
  for (let round = 0; round < mostBatches; round++) {
    const ids = await page()
    removed += await remove(ids)
    if (ids.length < batch) break
  }
  return removed
}

/** Removes the resend records that are past their time; answers how many. */
export const sweepResends = ({ resends }: Store, now: number): Promise<number> =>
  sweep(
    async () => {
      const { rows } = await resends.page({ where: {}, order: 'expiresAt', until: now, after: null, limit: batch })
      return rows.map(({ _id }) => _id)
    },
    (ids) => resends.remove(ids),
  )

/** Removes the counts of searches that are older than `missesKept`; answers how many. */
export const sweepMisses = ({ searchMisses }: Store, now: number): Promise<number> =>
  sweep(
    async () => {
      const until = addDays(dayOf(now), -missesKept - 1)
      const { rows } = await searchMisses.page({ where: {}, order: 'day', until, after: null, limit: batch })
      return rows.map(({ _id }) => _id)
    },
    (ids) => searchMisses.remove(ids),
  )
