import { agreedVisit, endOf, proposedVisit, unsureVisit } from './visits'
import type { Appointment, Side, Wish } from './wish'

const hasFinished = ({ finished }: Appointment, side: Side): boolean => finished.some((one) => one.side === side)

/** Whether the wish waits for a word of this side now (ms): a yes to a pair or to a time, or how a visit was. */
export function waitsFor(wish: Wish, side: Side, now: number): boolean {
  const isWisher = side === 'wisher'
  if (wish.state === 'proposed')
    return isWisher ? !wish.wisherAgreed : wish.helpers.some(({ id, agreed }) => id === side && !agreed)
  const unsure = wish.state === 'unsure' ? unsureVisit(wish) : undefined
  if (unsure) return !hasFinished(unsure, side)
  if (wish.state !== 'claimed' && wish.state !== 'arranged' && wish.state !== 'standing') return false
  const proposed = proposedVisit(wish)
  // Both helpers are one side.
  if (proposed && (proposed.proposedBy === 'wisher') !== isWisher) return true
  const agreed = agreedVisit(wish)
  if (agreed) return endOf(agreed) <= now && !hasFinished(agreed, side)
  // Who took it on says first when they come.
  return !proposed && !isWisher
}
