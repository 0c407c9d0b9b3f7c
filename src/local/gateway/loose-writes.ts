import type { RunningCall } from '../calls'
import type { Database } from '../database/database'
import { CloudError } from '../errors'
import type { Params } from './params'

/**
 * Refuses a `where().update()` or `.remove()` by a call that has a transaction open. The SDK sends these without the
 * transaction's id, so the real cloud carries them out at once and keeps them after a rollback: a loss that nobody
 * sees. Here it fails. A call that really means two things at the same time has to do one after the other.
 *
 * A request is known by its call's token, which only functions have. From an SDK outside of them, such as a test's,
 * this cannot be told from another user's write, and it goes through as in the real cloud; the linter's rule on
 * `transaction.collection().where()` is all there is for that.
 */
export function refuseLooseWrite(
  { queryType }: Params,
  { database, call }: { readonly database: Database; readonly call: RunningCall | undefined },
): void {
  if (queryType === 'DOC' || !call || !database.transactions.isOpenFor(call.token)) return
  throw new CloudError(
    'DATABASE_REQUEST_FAILED',
    '[FailedOperation] OutsideTransaction: this call has a transaction open, and where().update() and where().remove() ' +
      'never belong to it: the real cloud would write at once, and keep it after a rollback. Use doc() in the ' +
      'transaction, or write after its end | 事务里的 where().update() 和 where().remove() 不属于事务，请改用 doc()',
  )
}
