import type { Surroundings } from '../handle'
import { pushSoon } from '../message/push'
import { say, type Said } from '../people/say'
import type { Write } from '../store'

/** News for the commit of what causes them, and what sends them once it holds. */
export function news(
  surroundings: Surroundings,
  said: readonly Said[],
): { readonly writes: readonly Write[]; readonly push: () => Promise<void> } {
  const { store, now } = surroundings
  const writes = said.map((one) => say(store, now, one))
  const ids = writes.map(({ document }) => document._id)
  return { writes, push: () => pushSoon(surroundings, ids) }
}
