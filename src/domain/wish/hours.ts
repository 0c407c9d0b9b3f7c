import { comesFor, joinedOf } from './visits'
import type { Appointment, Wish } from './wish'

/**
 * Whose hours of a visit count: of whoever came and said themselves that it was; each once, as they said it, and no
 * longer than the other side says or was planned. What counts already stays, also of somebody who has left since.
 */
export function hoursOf(wish: Pick<Wish, 'helpers'>, visit: Appointment): Appointment['hours'] {
  const heard = visit.finished.find(({ side }) => side === 'wisher')?.minutes ?? 0
  const longest = Math.max(heard, visit.minutes)
  const counted = new Set(visit.hours.map(({ person }) => person))
  const more = joinedOf(wish).flatMap((helper) => {
    const person = comesFor(visit, helper)
    const said = visit.finished.find(({ side }) => side === helper.id)
    if (person === null || counted.has(person) || said?.done !== true) return []
    return [{ person, minutes: Math.min(said.minutes, longest) }]
  })
  return [...visit.hours, ...more]
}
