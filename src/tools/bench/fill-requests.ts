import type { Database } from '../../local/start'
import { day } from '../../domain/time/clock'
import { keys, put } from '../support/proof/documents'
import { requestDocument, requestEvent, type RequestDocument } from '../support/proof/request-document'
import { fullDoor } from './fill'
import { fullNeighbour, fullPeople, type Spread } from './fill-people'

export const fullRequest = (number: number): string => `full-request-${String(number).padStart(6, '0')}`
export const fullDesk = { communityId: 'full-00000', gridId: 'full-grid', agencyId: 'full-agency-0' } as const

const at = Date.parse('2026-11-01T09:00:00+08:00')
const batch = 1000
const spot = {
  ...{ day: '2026-11-01', estateId: fullDoor.estateId, buildingId: fullDoor.buildingId },
  ...{ estateName: '第0社区第1小区', buildingName: '1号楼' },
} as const
/** As long as the contract lets them be. */
const long = { words: '漏'.repeat(500), spot: '楼'.repeat(60) } as const
/** A history as few have: many steps, each with as many words as it may have. */
const longHistory = [
  requestEvent({ id: '1', at, verb: 'submit', person: keys.person(fullNeighbour) }),
  requestEvent({ id: '2', at, verb: 'assign', actor: 'system', to: 'assigned' }),
  ...Array.from({ length: 60 }, (_, number) =>
    requestEvent({
      ...{ id: String(number + 3), at: at + number, verb: 'refer', actor: 'grid-leader', role: 'grid-leader' },
      ...{
        from: 'assigned',
        to: 'assigned',
        words: '换'.repeat(300),
        note: '注'.repeat(300),
        data: { to: '处'.repeat(40) },
      },
    }),
  ),
]

/** Somebody else's, with a long history, in no page of a list that is looked at: it would make all of these long. */
export const fullLongRequest = 'full-request-long'
function longRequest(): RequestDocument {
  const filedAt = at - 20 * day
  const place = { ...fullDesk, gridId: 'far-grid', agencyId: null }
  const plain = requestDocument(keys.person(fullNeighbour), place, at, { filedAt })
  const over = { ...spot, ...long, filedAt, events: longHistory, serial: 1e6, buildingId: 'full-building-00001' }
  const resolution = { ...plain.resolution, extended: 100 * day }
  return requestDocument(keys.person(fullNeighbour), place, at, { ...over, resolution, _id: fullLongRequest })
}

/**
 * `count` requests, all of the full community, of one building, and its first agency's. `ofOne` of them are the full
 * resident's, and open; the others ended long ago, as most have where there are many.
 */
export function fillRequests(database: Database, { count, ofOne }: Spread): void {
  const ended = requestDocument(keys.person('far'), fullDesk, at, {
    ...{ ...spot, state: 'archived', endedAt: at - 300 * day, endedBy: 'owner', filedAt: at - 400 * day },
  })
  put(database, 'requests', [longRequest()])
  const make = (number: number): RequestDocument => {
    const _id = fullRequest(number)
    const own = { _id, turn: `turn-${_id}`, serial: number }
    if (number < ofOne) {
      const open = { ...spot, ...own, ...long, filedAt: at + number * 1000 }
      return requestDocument(keys.person(fullPeople.resident), fullDesk, at, open)
    }
    const earlier = number * 1000
    return { ...ended, ...own, filedAt: ended.filedAt - earlier, dueAt: ended.dueAt - earlier }
  }
  for (let from = 0; from < count; from += batch) {
    const size = Math.min(batch, count - from)
    put(
      database,
      'requests',
      Array.from({ length: size }, (_, number) => make(from + number)),
    )
  }
}
