import { windowEnds, windowOf, type Limit } from '../../domain/people/limits'
import { hashOf } from '../hash'
import type { Store, Write } from '../store'

/** Who does what, when. */
interface Done {
  readonly person: string
  readonly action: string
  readonly now: number
}

/**
 * The write that counts once more, or `full`. One document for each person, action and window: nobody shares it, so
 * nothing gets hot, and its id says nothing of who it is.
 */
export async function counted(store: Store, limit: Limit, { person, action, now }: Done): Promise<Write | 'full'> {
  const _id = hashOf('counter', person, action, windowOf(limit, now))
  const before = await store.counters.find(_id)
  if (before && before.count >= limit.most) return 'full'
  return before
    ? store.counters.replacing({ ...before, count: before.count + 1 })
    : store.counters.inserting({ _id, count: 1, expiresAt: windowEnds(limit, now) })
}
