import { seenOf } from '../../domain/wish/act-said'
import type { WishEvent } from '../../domain/wish/wish'
import type { WishRow } from './load'

/** The visit for which a helper asks for somebody else, the next one first; null: none. */
export function wantedIn(row: WishRow) {
  for (const { id, at, minutes, state, standIns } of row.appointments) {
    const open = state === 'agreed' ? standIns.find(({ person }) => person === null) : undefined
    if (open) return { appointmentId: id, helperId: open.helperId, at, minutes, seen: seenOf(row) }
  }
  return null
}

/** Somebody asks for a stand-in, or whoever was to stand in cannot come. */
export const asksForStandIn = ({ verb, data }: WishEvent, appointmentId: string): boolean =>
  (verb === 'want-stand-in' || data['standIn'] === true) && data['appointmentId'] === appointmentId
