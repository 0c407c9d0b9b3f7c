import type { ActionName, Call } from '../../contract'
import { fullDoor } from './fill'
import { fullPeople } from './fill-people'
import { fullDesk, fullRequest } from './fill-requests'

/** One way to read, at few documents and at many. */
export interface Scenario {
  readonly action: ActionName
  readonly situation: string
  readonly call: (count: number) => Pick<Call, 'input'>
  /** Who calls, where not just anybody. */
  readonly openid?: string
  /** How many documents the second cloud holds of what it reads, unless `many`. */
  readonly of?: number
}

const desk = { ...fullDesk, show: 'open', buildingId: null, cursor: null }
const ofRequests = (action: ActionName, situation: string, openid: string, input: object): Scenario => ({
  ...{ action, situation, openid },
  call: () => ({ input }),
})
const spot = { estateId: fullDoor.estateId, buildingId: fullDoor.buildingId }
const wholePlace = { communityId: fullDesk.communityId, gridId: null }
/** Among the requests of one community, all of one grid, one agency and one building. */
export const requestScenarios: readonly Scenario[] = [
  ofRequests('request.list', 'the first page of an agency', fullPeople.handler, { ...desk, gridId: null }),
  ofRequests('request.list', 'the first page of a grid', fullPeople.gridLeader, { ...desk, agencyId: null }),
  ofRequests('request.list', 'what is overdue in a community', fullPeople.secretary, {
    ...{ ...desk, ...wholePlace, agencyId: null, show: 'overdue' },
  }),
  ofRequests('request.list', 'what is closed in a grid', fullPeople.gridLeader, {
    ...desk,
    agencyId: null,
    show: 'closed',
  }),
  ofRequests('request.register', 'the first page of an estate', fullPeople.resident, {
    ...{ estateId: spot.estateId, buildingId: null, open: true, cursor: null },
  }),
  ofRequests('request.register', 'what ended in a building', fullPeople.resident, {
    ...spot,
    open: false,
    cursor: null,
  }),
  ofRequests('request.mine', 'the first page', fullPeople.resident, { cursor: null }),
  ofRequests('request.similar', 'about the same matter', fullPeople.resident, {
    ...{ buildingId: spot.buildingId, unitId: null, matterId: 'corridor-light' },
  }),
  ofRequests('request.public', 'one', fullPeople.resident, { requestId: fullRequest(0) }),
  ofRequests('request.show', 'one’s own', fullPeople.resident, { requestId: fullRequest(0) }),
  ofRequests('request.agencies', 'of a community', fullPeople.secretary, { ...wholePlace, agencyId: null }),
  ofRequests('request.day', 'a page of a day', fullPeople.secretary, {
    ...wholePlace,
    day: '2026-11-01',
    cursor: null,
  }),
  ofRequests('request.figures', 'of the last year', fullPeople.secretary, { ...wholePlace, days: 365 }),
  ofRequests('request.clocks', 'of a community', fullPeople.secretary, { communityId: fullDesk.communityId }),
]
