import { isRefused } from '../../contract'
import { actOnWish, type AnyWishDeed, type WishRules, type WishWho } from '../../domain/wish/act'
import { moveDue } from '../../domain/wish/due'
import { calendar } from '../../knowledge/calendar/calendar'
import type { Worked } from '../filing/look'
import type { Store } from '../store'
import { offersChanged } from './act-offers'
import type { WishRow } from './load'
import { stepped } from './step'

const rules: WishRules = { calendar, proposed: [] }

/** A step that happens by itself, or for somebody who is gone. Throws where the table does not allow it: that is our fault. */
export function steppedBy(row: WishRow, deed: AnyWishDeed, who: Omit<WishWho, 'role'>): WishRow {
  const acted = actOnWish(row, deed, { ...who, role: null }, { wordsState: 'shown', note: '' }, rules)
  if (isRefused(acted)) throw new Error(`${who.actor} may not ${deed.verb}: ${acted.refused}`)
  return stepped(acted, who.now)
}

/** What happens to a wish by itself now, with the red cards whose places it gives back; null: nothing. */
export async function movedByItself(store: Store, row: WishRow, now: number): Promise<Worked<WishRow> | null> {
  const deed = moveDue(row, now, calendar)
  if (!deed) return null
  const next = steppedBy(row, deed, { actor: 'system', person: null, now })
  return { next, writes: await offersChanged(store, row, next) }
}
