import { isDuplicate, isTransactionConflict, Lost, retryConflicts } from './retry'
import type { SdkDatabase } from './sdk'
import type { Write } from './table'

/** WeChat's transactions are small; wider work goes in batches of its own. */
export const mostWrites = 20

/** `done`, or why not: an insert found its `_id` taken, a replace or a removal found another version. */
export type Committed = 'done' | 'exists' | 'changed'

/**
 * Writes all or nothing. Only by `doc()`: in a transaction the SDK sends `where().update()` without the
 * transaction's id, so that it would silently stand outside of it.
 */
export async function commit(database: SdkDatabase, writes: readonly Write[]): Promise<Committed> {
  if (writes.length === 0) return 'done'
  if (writes.length > mostWrites)
    throw new RangeError(`${writes.length} documents in one commit, at most ${mostWrites}`)
  try {
    // Once for the SDK: our own retry also covers conflicts that show before the commit.
    await retryConflicts(() => database.runTransaction((transaction) => writeAll(transaction, writes), 1))
    return 'done'
  } catch (error) {
    if (error instanceof Lost) return error.why
    if (isDuplicate(error)) return 'exists'
    // Somebody else wrote at every turn: nothing is written, and what was read no longer holds.
    if (isTransactionConflict(error)) return 'changed'
    throw error
  }
}

async function writeAll(
  transaction: Parameters<Parameters<SdkDatabase['runTransaction']>[0]>[0],
  writes: readonly Write[],
) {
  for (const { collection, kind, document, version } of writes) {
    const reference = transaction.collection(collection).doc(document._id)
    const { data: present } = await reference.get()
    if (kind === 'insert' && present) throw new Lost('exists')
    if (kind !== 'insert' && present?.['version'] !== version) throw new Lost('changed')
    if (kind === 'remove') {
      await reference.remove()
      continue
    }
    const { _id, ...fields } = document
    await reference.set({ data: fields })
  }
}
