import { mostEvents } from './limits'
import type { Request, RequestEvent } from './request'
import { isOpen, type RequestEventKind } from './verbs'

/** A resident's word that moves nothing: it counts by itself, so that it is in the way of nobody who works. */
const isOnlySaid = ({ actor, from, to }: RequestEvent): boolean =>
  (actor === 'owner' || actor === 'neighbour') && from === to

/** As of those who join: the others are only counted. */
const mostLeaves = mostEvents / 4

/** What leads to the end is never refused because others said much; nothing of it can be done over and over. */
const leadsToEnd: readonly RequestEventKind[] = [
  ...(['accept', 'resume', 'supply-info', 'task-done', 'propose-resolution', 'withdraw'] as const),
]
const isAboutEnd = ({ verb, from, to }: RequestEvent): boolean =>
  leadsToEnd.includes(verb) || (isOpen(from) && !isOpen(to))

/**
 * Whether one more event has room in the history. `unwritten`: it is done, and its event is left out. Neighbours share
 * one budget; the owner, who is one person, still has room when they have used it up.
 */
export function roomFor({ events }: Pick<Request, 'events'>, event: RequestEvent): 'room' | 'unwritten' | 'full' {
  // Nobody is kept who wants to go; those who come and go without end take nobody's room.
  if (event.verb === 'leave')
    return events.filter(({ verb }) => verb === 'leave').length < mostLeaves ? 'room' : 'unwritten'
  const isSaid = isOnlySaid(event)
  const most = isSaid && event.actor === 'neighbour' ? mostEvents : mostEvents * 2
  if (events.filter((one) => isOnlySaid(one) === isSaid).length < most) return 'room'
  if (event.actor === 'system' || event.verb === 'withdraw') return 'room'
  return !isSaid && isAboutEnd(event) ? 'room' : 'full'
}
