import { joinRequest, refuse } from '../../contract'
import { limits } from '../../contract/limits'
import { mostEvents, mostNeighbours } from '../../domain/request/limits'
import type { RequestEvent } from '../../domain/request/request'
import { calendar } from '../../knowledge/calendar/calendar'
import { handle, type Alone } from '../handle'
import { countAtOnce } from '../people/limit'
import { derived } from './derive'
import type { RequestRow } from './load'
import { isOwners } from './view-who'

/** So many who join stand in the history one by one; the others are only counted, so that room is left for the work. */
const mostJoins = mostEvents / 4

/**
 * "我也是". Once a person: joining again changes nothing, so that it needs no record for resends. After a power cut a
 * whole building does it at once: one compare-and-set of the request, and no transaction that they would wait in.
 */
export const join = handle(joinRequest, async ({ requestId }, context) => {
  const { store, person, now, call } = context
  const row = await store.requests.find(requestId)
  if (!row) return refuse('request.missing')
  if (isOwners(row, person)) return refuse('request.own')
  if (row.neighbours.some((one) => one.person === person)) return there(row.neighbours.length)
  if (!row.open || row.isPrivate) return refuse('request.not-open')
  if (row.neighbours.length >= mostNeighbours) return refuse('request.full')
  const isCounted =
    call.attempt > 0 || (await countAtOnce(store, limits['request.join'], { person, action: 'request.join', now }))
  if (!isCounted) {
    // The same call, sent many times at once, may have used up the day: then it holds already.
    const again = await store.requests.find(requestId)
    const holds = again?.neighbours.some((one) => one.person === person)
    return again && holds ? there(again.neighbours.length) : refuse('rate.limited')
  }
  const neighbours = [...row.neighbours, { person, at: now }]
  const joined = { ...row, neighbours, ...history(row, person, now) }
  return {
    insert: () => store.requests.replace({ ...joined, ...derived(joined, calendar, now) }),
    present: () => Promise.resolve(null),
    data: { joined: neighbours.length },
  }
})

/** Nothing is left to be done. */
const there = (joined: number): Alone<{ joined: number }> => ({
  insert: () => Promise.resolve(true),
  present: () => Promise.resolve(null),
  data: { joined },
})

function history({ events, state }: RequestRow, person: string, now: number): Partial<RequestRow> {
  if (events.filter(({ verb }) => verb === 'join').length >= mostJoins) return {}
  const plain = { words: '', wordsState: 'shown', note: '', pictures: [], data: {} } as const
  const event: RequestEvent = {
    ...plain,
    ...{ id: String(events.length + 1), at: now, verb: 'join', actor: 'neighbour', person, role: null },
    ...{ from: state, to: state },
  }
  return { events: [...events, event], nextAt: now }
}
