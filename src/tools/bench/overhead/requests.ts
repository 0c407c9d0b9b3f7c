import { fullPeople } from '../fill-people'
import { fullDoor } from '../fill'
import { fullDesk, fullRequest } from '../fill-requests'
import {
  add,
  changing,
  check,
  commit,
  count,
  get,
  getThe,
  page,
  pushing,
  reading,
  roles,
  together,
  type Beside,
} from './raw'
import { keys } from '../../support/proof/documents'

const secretary = 'secretary, in force'
const gridLeader = 'grid-leader, in force'
const handler = 'handler, in force'
const whole = { communityId: fullDesk.communityId, gridId: null }
const desk = { ...whole, agencyId: null, show: 'open', buildingId: null, cursor: null }
const demo = getThe('communities', 'west-street')
const community = getThe('communities', fullDesk.communityId)
const building = getThe('buildings', 'heyuan-1')
const handlers = page('memberships', { communityId: 'west-street', role: 'handler', state: 'active' }, 'until', 100)
const register = page('requests', { estateId: fullDoor.estateId, open: true }, 'filedAt')
const one = getThe('requests', fullRequest(1))
const resident = keys.person(fullPeople.resident)

/** Whoever is concerned is told in a commit of its own. */
const telling = [one, handlers, commit('requests')] as const

/** What is asked for, beside the SDK calls that it cannot do without. */
export const requestsBeside: readonly Beside[] = [
  {
    action: 'request.submit',
    raw: reading(
      get('people'),
      together(building, count('requests', { filer: 'nobody', day: '2000-01-01' })),
      demo,
      handlers,
      check,
      page('requests', { communityId: 'raw', day: '2000-01-01' }, 'serial', 1),
      add('requests'),
    ),
  },
  {
    action: 'request.similar',
    fields: { buildingId: fullDoor.buildingId },
    raw: reading(
      page('requests', { buildingId: fullDoor.buildingId, matterId: 'corridor-light', open: true }, 'filedAt', 10),
    ),
  },
  { action: 'request.join', raw: reading(get('people'), one, get('counters'), add('counters'), one) },
  { action: 'request.register', fields: { estateId: fullDoor.estateId }, raw: reading(register) },
  { action: 'request.public', raw: reading(one) },
  {
    action: 'request.mine',
    openid: fullPeople.resident,
    raw: reading(page('requests', { people: resident }, 'filedAt')),
  },
  { action: 'request.show', by: handler, situation: { agency: 'same' }, raw: reading(one, roles) },
  {
    action: 'request.list',
    fields: desk,
    openid: fullPeople.secretary,
    raw: reading(roles, page('requests', { communityId: fullDesk.communityId, open: true }, 'dueAt')),
  },
  {
    action: 'request.act',
    by: gridLeader,
    raw: changing([get('people'), one, roles], ['requests'], [...telling, ...pushing]),
  },
  {
    action: 'request.look',
    by: handler,
    situation: { agency: 'same' },
    raw: changing([get('people'), one, roles, get('people')], ['audits']),
  },
  { action: 'request.agencies', by: secretary, raw: reading(roles, together(demo, handlers)) },
  {
    action: 'request.day',
    fields: { ...whole, day: '2026-11-01' },
    openid: fullPeople.secretary,
    raw: reading(roles, page('requests', { communityId: fullDesk.communityId }, 'filedAt')),
  },
  {
    action: 'request.sheet',
    by: secretary,
    fields: { gridId: null, day: '2000-01-01' },
    raw: changing([roles, together(demo, page('requests', { communityId: 'raw' }, 'filedAt', 200))], ['audits']),
  },
  {
    action: 'request.figures',
    fields: { ...whole, days: 365 },
    openid: fullPeople.secretary,
    raw: reading(
      roles,
      together(
        page('requests', { communityId: fullDesk.communityId }, 'filedAt', 500),
        count('requests', { communityId: fullDesk.communityId, open: true }),
        count('requests', { communityId: fullDesk.communityId, desk: 'todo' }),
        count('requests', { communityId: fullDesk.communityId, desk: 'doing' }),
      ),
    ),
  },
  { action: 'request.tighten', by: secretary, raw: changing([roles, demo], ['communities', 'audits']) },
  { action: 'request.clocks', by: secretary, raw: reading(roles, community) },
]
