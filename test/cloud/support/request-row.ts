import type { RequestFields } from '../../../src/cloud/store/documents'
import { derived } from '../../../src/cloud/request/derive'
import { admittedMark, nextLook } from '../../../src/domain/request/due'
import { nationalAllowances, startClock } from '../../../src/domain/request/clock'
import type { RequestEvent } from '../../../src/domain/request/request'
import { calendar } from '../../../src/knowledge/calendar/calendar'
import { keys } from './people'

export type RequestDocument = RequestFields & { readonly _id: string }

/** An event as `actOn` would have made it. */
export const anEvent = (over: Partial<RequestEvent> & Pick<RequestEvent, 'id' | 'at'>): RequestEvent => ({
  ...{ verb: 'submit', actor: 'owner', person: null, role: null, from: 'submitted', to: 'submitted' },
  ...{ words: '', wordsState: 'shown', note: '', pictures: [], data: {} },
  ...over,
})

let serials = 0

/**
 * A request of somebody about a blocked drain at West Street, given to the property company as routing does; everything
 * of it was told at `now` unless said otherwise.
 */
export function aRequest(now: number, over: Partial<RequestDocument> = {}): RequestDocument {
  const person = over.person === undefined ? keys.person('demo-person-a') : over.person
  const serial = over.serial ?? ++serials
  const kind = over.class ?? 'normal'
  const filedAt = over.filedAt ?? now
  const agency = { agencyId: 'west-property', agencyName: '和苑物业' }
  const events = over.events ?? [
    anEvent({ id: '1', at: filedAt, person }),
    anEvent({ id: '2', at: filedAt, verb: 'assign', actor: 'system', to: 'assigned', data: { ...agency } }),
  ]
  const row: RequestDocument = {
    _id: `request-${serial}`,
    ...{ input: 'input', communityId: 'west-street', day: '2026-11-18', serial, turn: `turn-${serial}` },
    ...{ filer: person, person, filedBy: null, filedAs: null, people: [], actors: [] },
    ...{ gridId: 'west-1', estateId: 'heyuan', buildingId: 'heyuan-1', unitId: null },
    ...{ estateName: '和苑小区', buildingName: '1号楼', unitName: null, where: 'shared', spot: '楼门口', room: null },
    ...{ matterId: 'drain-blocked', class: kind, isPrivate: false, isSeen: true, isDispute: false },
    ...{ answers: [], called: [], words: '楼门口的下水井堵了', wordsState: 'shown', judged: 'shown', pictures: [] },
    ...{ isPublic: true, isAnonymous: false, reach: 'message', phone: null, behalf: null },
    ...{ state: 'assigned', open: true, desk: 'doing', back: null, ...agency, agencies: [], level: 'grid', tasks: [] },
    response: startClock(kind, 'response', 'grid', filedAt, nationalAllowances),
    resolution: startClock(kind, 'resolution', 'grid', filedAt, nationalAllowances),
    ...{ run: 1, responseDueAt: 0, dueAt: 0, provisional: false, holdUntil: null, proposedAt: null },
    ...{ endedAt: null, endedBy: null, mustCallBack: false, supervised: false, extensions: 0 },
    ...{ neighbours: [], voices: [], events, mergedInto: null },
    ...{ told: events.length, toldTo: 0, marks: [admittedMark], nextAt: 0, filedAt, keyId: keys.currentKey },
    ...over,
  }
  const whole = { ...row, ...derived(row, calendar, now) }
  return { ...whole, nextAt: over.nextAt ?? nextLook(whole, now, calendar) }
}
