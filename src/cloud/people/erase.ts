import { eraseMe as contract, isRefused } from '../../contract'
import { keptAfterErasure } from '../../domain/people/retention'
import { handle, written } from '../handle'
import { beginErasure, goOnErasing } from './erasure'

/** Erases everything that is kept about the caller but what must stay. */
export const eraseMe = handle(contract, async (_, context) => {
  const writes = await beginErasure(context)
  if (isRefused(writes)) return writes
  return written({ stays: [...keptAfterErasure] }, writes, () => goOnErasing(context))
})
