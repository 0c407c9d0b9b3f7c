import { fullPeople } from '../fill-people'
import { fullDesk } from '../fill-requests'
import { fullDoor } from '../fill'
import { already, alreadyElse, cost, usual, type Priced } from './priced'

const newcomer = 'resident who agreed to nothing'
const gridLeader = 'grid-leader, in force'
const secretary = 'secretary, in force'
const duty = 'duty, in force'
const handler = 'handler, in force'
const own = { owner: 'own' } as const
const { resident } = fullPeople
const desk = { ...fullDesk, show: 'open', buildingId: null, cursor: null }
const whole = { communityId: fullDesk.communityId, gridId: null }
const visitor = { kind: 'office', name: '王大爷', phone: '13900001234' } as const

/** What is asked for, and how it goes on. A filing is one document, without a transaction. */
export const requestCosts: readonly Priced[] = [
  { action: 'request.submit', situation: 'the first of a day', call: usual('request.submit'), cost: cost(8, 4, 1) },
  {
    action: 'request.submit',
    situation: 'one more of a day',
    call: usual('request.submit'),
    before: alreadyElse('request.submit'),
    cost: cost(8, 7, 1),
  },
  {
    action: 'request.submit',
    situation: 'with pictures',
    call: usual('request.submit', 'resident', {}, { pictures: ['picture-1', 'picture-2'] }),
    cost: cost(8, 7, 1),
  },
  {
    action: 'request.submit',
    situation: 'for a visitor',
    call: usual('request.submit', duty, {}, { behalf: visitor }),
    cost: cost(8, 13, 1),
  },
  {
    action: 'request.submit',
    situation: 'for the family',
    call: usual('request.submit', 'resident', {}, { behalf: { ...visitor, kind: 'family' } }),
    cost: cost(8, 9, 1),
  },
  {
    action: 'request.submit',
    situation: 'the same call once more',
    call: usual('request.submit'),
    before: already('request.submit'),
    cost: cost(9, 13),
  },
  {
    action: 'request.submit',
    situation: 'without an agreement',
    call: usual('request.submit', newcomer),
    cost: cost(1, 0),
  },
  {
    action: 'request.similar',
    situation: 'as many as are shown',
    call: { input: { buildingId: fullDoor.buildingId, unitId: null, matterId: 'corridor-light' } },
    cost: cost(1, 11),
  },
  { action: 'request.join', situation: 'somebody else’s', call: usual('request.join'), cost: cost(5, 3, 2) },
  {
    action: 'request.register',
    situation: 'a full page',
    call: { input: { estateId: fullDoor.estateId, buildingId: null, open: true, cursor: null } },
    cost: cost(1, 21),
  },
  { action: 'request.public', situation: 'one', call: usual('request.public'), cost: cost(1, 1) },
  {
    action: 'request.mine',
    situation: 'a full page',
    call: { input: { cursor: null }, openid: resident },
    cost: cost(1, 21),
  },
  { action: 'request.show', situation: 'one’s own', call: usual('request.show', 'resident', own), cost: cost(1, 1) },
  {
    action: 'request.show',
    situation: 'to its handler',
    call: usual('request.show', handler, { agency: 'same' }),
    cost: cost(2, 2),
  },
  {
    action: 'request.list',
    situation: 'a full page of an agency',
    call: { input: { ...desk, gridId: null }, openid: fullPeople.handler },
    cost: cost(2, 22),
  },
  {
    action: 'request.list',
    situation: 'a full page of a grid',
    call: { input: { ...desk, agencyId: null }, openid: fullPeople.gridLeader },
    cost: cost(2, 22),
  },
  {
    action: 'request.list',
    situation: 'a full page of what is overdue',
    call: { input: { ...desk, ...whole, agencyId: null, show: 'overdue' }, openid: fullPeople.secretary },
    cost: cost(3, 22),
  },
  {
    action: 'request.act',
    situation: 'a call, by the grid leader',
    call: usual('request.act', gridLeader),
    cost: cost(15, 6, 4),
  },
  {
    action: 'request.act',
    situation: 'given to an agency',
    call: usual(
      'request.act',
      gridLeader,
      {},
      {
        ...{ seen: 1, deed: { verb: 'assign', agencyId: 'west-property', words: null } },
      },
    ),
    cost: cost(32, 14, 8),
  },
  {
    action: 'request.act',
    situation: 'a reminder by whose it is',
    call: usual('request.act', 'resident', own, { deed: { verb: 'remind', words: '还没来人' } }),
    cost: cost(25, 10, 6),
  },
  {
    action: 'request.look',
    situation: 'by its handler',
    call: usual('request.look', handler, { agency: 'same' }),
    cost: cost(14, 4, 3),
  },
  {
    action: 'request.agencies',
    situation: 'of a community',
    call: usual('request.agencies', secretary),
    cost: cost(3, 3),
  },
  {
    action: 'request.day',
    situation: 'a full page',
    call: { input: { ...whole, day: '2026-11-01', cursor: null }, openid: fullPeople.secretary },
    cost: cost(2, 22),
  },
  {
    action: 'request.sheet',
    situation: 'of a day',
    call: usual('request.sheet', secretary, {}, { gridId: null, day: '2000-01-01' }),
    cost: cost(13, 2, 3),
  },
  {
    action: 'request.figures',
    situation: 'of a year',
    call: { input: { ...whole, days: 365 }, openid: fullPeople.secretary },
    cost: cost(5, 78),
  },
  { action: 'request.tighten', situation: 'a class', call: usual('request.tighten', secretary), cost: cost(14, 3, 4) },
  { action: 'request.clocks', situation: 'of a community', call: usual('request.clocks', secretary), cost: cost(2, 2) },
]
