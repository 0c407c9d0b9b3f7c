import { lookRequest, refuse } from '../../contract'
import { handle, written, type Context } from '../handle'
import { audit } from '../people/audit'
import { sealedAt } from '../people/ids'
import { givesAccount, isLooked, loadRequest, type RequestRow } from './load'

/**
 * Whom to call about a request, and where they live: for those who work on it, as long as somebody has to be called, and
 * written into the log. Reads the request and whose it is; writes a line of the audit log.
 */
export const look = handle(lookRequest, {
  load: loadRequest,
  async work(_input, context) {
    const { loaded } = context
    if (loaded.isAnonymous) return refuse('request.anonymous')
    if (!isLooked(loaded)) return refuse('request.not-open')
    const { _id: id, communityId } = loaded
    const line = audit(context, { verb: 'request.look', communityId, subject: { collection: 'requests', id } })
    return written(await contactOf(loaded, context), [line])
  },
})

/** What was said for this request counts before what the account has. */
async function contactOf(row: RequestRow, { store, keys }: Context<RequestRow>) {
  const opened = (field: string, sealed: string | null) =>
    sealed === null ? null : keys.unseal(sealed, sealedAt('requests', field, row._id))
  const isFamily = row.behalf?.kind === 'family'
  const account = row.person ?? (isFamily ? row.filedBy : null)
  const known = account === null ? null : await store.people.find(account)
  const ofAccount = (field: 'name' | 'phone') => {
    const sealed = known?.[field] ?? null
    return known === null || sealed === null ? null : keys.unseal(sealed, sealedAt('people', field, known._id))
  }
  return {
    // The family's account has another name than who it is about.
    name: opened('behalf.name', row.behalf?.name ?? null) ?? (isFamily ? null : ofAccount('name')),
    phone:
      opened('phone', row.phone) ??
      opened('behalf.phone', row.behalf?.phone ?? null) ??
      (givesAccount(row) ? ofAccount('phone') : null),
    room: opened('room', row.room),
  }
}
