import { sealedAt } from '../../../cloud/people/ids'
import { derived } from '../../../cloud/request/derive'
import type { RequestFields } from '../../../cloud/store/documents'
import type { RolePlace } from '../../../domain/people/roles'
import { nationalAllowances, startClock } from '../../../domain/request/clock'
import { admittedMark, nextLook } from '../../../domain/request/due'
import type { RequestEvent } from '../../../domain/request/request'
import { calendar } from '../../../knowledge/calendar/calendar'
import { fresh, keys } from './documents'

export type RequestDocument = RequestFields & { readonly _id: string }

/** A step of a history as the rules would have made it. */
export const requestEvent = (over: Partial<RequestEvent> & Pick<RequestEvent, 'id' | 'at' | 'verb'>): RequestEvent => ({
  ...{ actor: 'owner', person: null, role: null, from: 'submitted', to: 'submitted' },
  ...{ words: '', wordsState: 'shown', note: '', pictures: [], data: {} },
  ...over,
})

/** Of a day long gone: whatever is filed meanwhile gets none of these numbers. */
const numberedOn = '2000-01-01'
let serials = 0

/** What lies sealed in a request, by where it stands there. */
export const sealedInRequest = (
  id: string,
  field: 'room' | 'phone' | 'behalf.name' | 'behalf.phone',
  text: string,
): string => keys.seal(text, sealedAt('requests', field, id))

const names: Readonly<Record<string, string>> = { 'west-property': '和苑物业', 'west-power': '供电' }

/**
 * A request of somebody in a place, told to everybody: given to the agency of the place where it has one, else on the
 * grid leader's desk. What follows from the rest is worked out as the server does.
 */
export function requestDocument(
  person: string | null,
  { communityId, gridId, agencyId }: RolePlace,
  now: number,
  over: Partial<RequestDocument> = {},
): RequestDocument {
  const _id = over._id ?? fresh('request')
  const serial = ++serials
  const kind = over.class ?? 'normal'
  const filedAt = over.filedAt ?? now
  const agencyName = agencyId === null ? null : (names[agencyId] ?? agencyId)
  const state = agencyId === null ? 'submitted' : 'assigned'
  const events = over.events ?? [
    requestEvent({ id: '1', at: filedAt, verb: 'submit', person }),
    ...(agencyId === null
      ? []
      : [
          requestEvent({
            ...{ id: '2', at: filedAt, verb: 'assign', actor: 'system', to: 'assigned' },
            data: { agencyId, agencyName },
          }),
        ]),
  ]
  const row: RequestDocument = {
    ...{ _id, input: 'input', communityId, day: numberedOn, serial, turn: `turn-${_id}` },
    ...{ filer: person, person, filedBy: null, filedAs: null, people: [], actors: [] },
    ...{ gridId, estateId: 'heyuan', buildingId: 'heyuan-1', unitId: null },
    ...{ estateName: '和苑小区', buildingName: '1号楼', unitName: null, where: 'shared', spot: null, room: null },
    ...{ matterId: 'corridor-light', class: kind, isPrivate: false, isSeen: true, isDispute: false },
    ...{ answers: [], called: [], words: '楼道灯不亮', wordsState: 'shown', judged: 'shown', pictures: [] },
    ...{ isPublic: true, isAnonymous: false, reach: 'message', phone: null, behalf: null },
    ...{ state, open: true, desk: 'todo', back: null, agencyId, agencyName, agencies: [], level: 'grid', tasks: [] },
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
