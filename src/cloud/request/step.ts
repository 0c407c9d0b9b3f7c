import type { Acted } from '../../domain/request/act'
import { calendar } from '../../knowledge/calendar/calendar'
import { derived } from './derive'
import { handedOver } from './hand-over'
import type { RequestRow } from './load'

/**
 * The document as it is after a step: what follows from it, and that there is something to be told. `before` is the
 * request as it was, whose owner may have taken it back.
 */
export function stepped(before: RequestRow, { request, event }: Acted<RequestRow>, now: number): RequestRow {
  const left = event.data['handedOver'] === true ? handedOver(before) : null
  const next = left ? { ...request, ...left, events: [...left.events, ...request.events.slice(-1)] } : request
  return { ...next, ...derived(next, calendar, now), nextAt: now }
}
