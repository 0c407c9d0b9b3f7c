import type { Store } from './store'

const batch = 100
/** One run is bounded, so that it ends well inside its time-out; the next run goes on. */
const mostBatches = 20

/** Removes the resend records that are past their time; answers how many. */
export async function sweepResends(store: Store, now: number): Promise<number> {
  let removed = 0
  for (let round = 0; round < mostBatches; round++) {
    const { rows } = await store.resends.page({ where: {}, order: 'expiresAt', until: now, after: null, limit: batch })
    removed += await store.resends.remove(rows.map((row) => row._id))
    if (rows.length < batch) break
  }
  return removed
}
