import { fullPeople } from '../fill-people'
import { already, alreadyElse, cost, usual, type Priced } from './priced'

const newcomer = 'resident who agreed to nothing'
const gridLeader = 'grid-leader, in force'
const full = { communityId: 'full-00000', gridId: 'full-grid', state: 'declared', cursor: null }

/**
 * What people tell of themselves, and where they live. A write begins with the resend record and the rate counter (and the person, where it
 * needs an agreement); its commit is a transaction: begin, each document read and written, commit.
 */
export const peopleCosts: readonly Priced[] = [
  {
    action: 'consent.grant',
    situation: 'the first time',
    call: usual('consent.grant', newcomer),
    cost: cost(12, 0, 3),
  },
  { action: 'consent.grant', situation: 'agreed before', call: usual('consent.grant'), cost: cost(10, 1, 2) },
  { action: 'consent.withdraw', situation: 'an agreement', call: usual('consent.withdraw'), cost: cost(16, 2, 4) },
  {
    action: 'consent.withdraw',
    situation: 'by somebody of whom nothing is kept',
    call: usual('consent.withdraw', newcomer),
    cost: cost(9, 0, 2),
  },
  { action: 'me.show', situation: 'nothing is kept', call: usual('me.show', newcomer), cost: cost(3, 0) },
  { action: 'me.show', situation: 'a member with a name', call: usual('me.show', gridLeader), cost: cost(8, 3) },
  {
    action: 'me.show',
    situation: 'with full lists',
    call: { input: {}, openid: fullPeople.resident },
    cost: cost(7, 51),
  },
  { action: 'me.name', situation: 'another name', call: usual('me.name'), cost: cost(13, 2, 3) },
  { action: 'me.name', situation: 'without an agreement', call: usual('me.name', newcomer), cost: cost(3, 0) },
  {
    action: 'me.name',
    situation: 'the same call once more',
    call: usual('me.name'),
    before: already('me.name'),
    cost: cost(4, 2),
  },
  { action: 'me.export', situation: 'somebody new', call: usual('me.export'), cost: cost(39, 1, 3) },
  { action: 'me.erase', situation: 'somebody new', call: usual('me.erase'), cost: cost(48, 4, 6) },
  { action: 'phone.give', situation: 'typed', call: usual('phone.give'), cost: cost(11, 2, 3) },
  {
    action: 'phone.give',
    situation: 'what is no number',
    call: usual('phone.give', 'resident', {}, { number: '12' }),
    cost: cost(7, 1, 1),
  },
  { action: 'phone.look', situation: 'a number', call: usual('phone.look'), cost: cost(13, 1, 3) },
  { action: 'phone.look', situation: 'none', call: usual('phone.look', newcomer), cost: cost(3, 0) },
  { action: 'home.declare', situation: 'the first time', call: usual('home.declare'), cost: cost(20, 7, 5) },
  {
    action: 'home.declare',
    situation: 'the same place once more',
    call: usual('home.declare'),
    before: alreadyElse('home.declare'),
    cost: cost(11, 5, 2),
  },
  {
    action: 'home.declare',
    situation: 'another place',
    call: usual('home.declare'),
    before: alreadyElse('home.declare', { buildingId: 'heyuan-2' }),
    cost: cost(20, 11, 5),
  },
  {
    action: 'home.list',
    situation: 'a full page of a grid',
    call: { input: full, openid: fullPeople.gridLeader },
    cost: cost(4, 43),
  },
  {
    action: 'home.list',
    situation: 'a full page of a community',
    call: { input: { ...full, gridId: null }, openid: fullPeople.secretary },
    cost: cost(4, 43),
  },
  { action: 'home.list', situation: 'by somebody without a role', call: { input: full }, cost: cost(1, 0) },
  {
    action: 'home.list',
    situation: 'of another grid',
    call: usual('home.list', gridLeader, { grid: 'other' }),
    cost: cost(1, 1),
  },
  {
    action: 'home.confirm',
    situation: 'as it was listed',
    call: usual('home.confirm', gridLeader),
    cost: cost(21, 6, 6),
  },
  {
    action: 'home.confirm',
    situation: 'of another grid',
    call: usual('home.confirm', gridLeader, { grid: 'other' }),
    cost: cost(4, 2),
  },
]
