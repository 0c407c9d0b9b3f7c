import { windowEnds, windowOf, type Limit } from '../../domain/people/limits'
import { hashOf } from '../hash'
import type { Store, Write } from '../store'

/** Who does what, when. */
interface Done {
  readonly person: string
  readonly action: string
  readonly now: number
}

const counterId = (limit: Limit, { person, action, now }: Done) =>
  hashOf('counter', person, action, windowOf(limit, now))

/**
 * The write that counts once more, or `full`. One document for each person, action and window: nobody shares it, so
 * nothing gets hot, and its id says nothing of who it is.
 */
export async function counted(store: Store, limit: Limit, done: Done): Promise<Write | 'full'> {
  const _id = counterId(limit, done)
  const before = await store.counters.find(_id)
  if (before && before.count >= limit.most) return 'full'
  return before
    ? store.counters.replacing({ ...before, count: before.count + 1 })
    : store.counters.inserting({ _id, count: 1, expiresAt: windowEnds(limit, done.now) })
}

/** How often a count is tried that another call of the same person wrote meanwhile. */
const mostTries = 8

/**
 * Counts once more at once, for what is no part of a commit; false where nothing is left, also where it could not be
 * counted. Two round trips.
 */
export async function countAtOnce(store: Store, limit: Limit, done: Done): Promise<boolean> {
  const _id = counterId(limit, done)
  for (let tried = 0; tried < mostTries; tried++) {
    const before = await store.counters.find(_id)
    if (before && before.count >= limit.most) return false
    const isCounted = before
      ? await store.counters.replace({ ...before, count: before.count + 1 })
      : await store.counters.insert({ _id, count: 1, expiresAt: windowEnds(limit, done.now) })
    if (isCounted) return true
  }
  return false
}
