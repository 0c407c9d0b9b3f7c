import { isOpenWish } from './verbs'
import type { Wish } from './wish'

/** Which red cards a wish holds: its helpers' came by them. What is over holds none. */
const heldBy = ({ state, helpers }: Pick<Wish, 'state' | 'helpers'>): readonly string[] =>
  isOpenWish(state) ? [...new Set(helpers.map(({ offerId }) => offerId).filter((id) => id !== null))] : []

/**
 * Which red cards a change of a wish takes a place of, and which it gives one back to: written in the same commit,
 * whichever way a helper comes or goes. `before` null: the wish is new.
 */
export function offersAfter(
  before: Pick<Wish, 'state' | 'helpers'> | null,
  after: Pick<Wish, 'state' | 'helpers'>,
): { readonly taken: readonly string[]; readonly freed: readonly string[] } {
  const [held, holds] = [before ? heldBy(before) : [], heldBy(after)]
  return { taken: holds.filter((id) => !held.includes(id)), freed: held.filter((id) => !holds.includes(id)) }
}
