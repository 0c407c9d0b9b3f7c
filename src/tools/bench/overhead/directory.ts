import { removingAgency, sameAnswer, spareEstate, spareGrid } from '../costs/spare'
import { fullDoor } from '../fill'
import { fullPeople } from '../fill-people'
import { changing, check, count, get, getThe, page, reading, roles, together, type Beside } from './raw'

const secretary = 'secretary, in force'
const gridLeader = 'grid-leader, in force'
const byFull = (fields: object = {}) => ({
  fields: { communityId: 'full-00000', ...fields },
  openid: fullPeople.secretary,
})
const community = getThe('communities', 'full-00000')
const demo = getThe('communities', 'west-street')
const building = getThe('buildings', fullDoor.buildingId)
const reports = page(
  'contactReports',
  { communityId: 'west-street', agencyId: 'west-gas', phoneId: 'p1401' },
  'receivedAt',
  100,
)
const siblings = page('buildings', { estateId: 'heyuan' }, 'order', 500)
const codes = (state: string) => page('doorCodes', { buildingId: fullDoor.buildingId, state }, 'madeAt')
const atDoor = { buildingId: 'raw' }
const theirRequests = page('requests', { communityId: 'west-street', agencies: 'raw', open: true }, 'dueAt', 2)
const handlers = page('memberships', { communityId: 'west-street', role: 'handler', state: 'active' }, 'until', 101)
const gridBuildings = page('buildings', { communityId: 'west-street', gridId: 'raw' }, 'order', 101)
const gridMembers = page('memberships', { communityId: 'west-street', gridId: 'raw' }, 'from', 101)
const save = ['communities', 'directories', 'audits']

/** What keepers do to the directory, beside the SDK calls that it must make. */
export const directoryBeside: readonly Beside[] = [
  {
    action: 'directory.show',
    ...byFull(),
    raw: reading(community, roles, count('buildings', { communityId: 'full-00000' })),
  },
  {
    action: 'directory.buildings',
    ...byFull({ estateId: fullDoor.estateId }),
    raw: reading(community, roles, page('buildings', { estateId: fullDoor.estateId }, 'order')),
  },
  {
    action: 'phones.check',
    ...byFull(),
    raw: reading(community, roles, page('contactReports', { communityId: 'full-00000' }, 'receivedAt', 500)),
  },
  { action: 'agency.show', ...byFull({ agencyId: 'full-agency-0' }), raw: reading(community, roles) },
  { action: 'agency.save', by: secretary, raw: changing([demo, roles, check], save) },
  {
    action: 'agency.remove',
    call: removingAgency,
    raw: changing([demo, roles, together(theirRequests, handlers)], save),
  },
  { action: 'phone.verify', by: gridLeader, raw: changing([demo, roles, reports], save) },
  {
    action: 'report.answer',
    by: gridLeader,
    raw: changing([get('contactReports'), building, roles, demo, reports], ['contactReports', 'audits']),
  },
  {
    action: 'building.save',
    by: gridLeader,
    raw: changing([together(demo, building), roles, siblings], ['buildings', ...save]),
  },
  {
    action: 'building.remove',
    by: gridLeader,
    raw: changing(
      [
        ...[building, roles, demo],
        together(
          ...[
            count('doorCodes', { ...atDoor, state: 'active' }),
            page('households', { communityId: 'raw', ...atDoor }, 'buildingId'),
          ],
          ...[count('homes', { ...atDoor, state: 'declared' }), count('homes', { ...atDoor, state: 'confirmed' })],
          ...[count('requests', { ...atDoor, open: true }), count('wishes', { ...atDoor, open: true })],
        ),
      ],
      ['buildings', ...save],
    ),
  },
  { action: 'grid.save', call: spareGrid('grid.save'), raw: changing([demo, roles, check], save) },
  {
    action: 'grid.remove',
    call: spareGrid('grid.remove'),
    raw: changing([demo, roles, together(gridBuildings, gridMembers)], save),
  },
  { action: 'estate.save', call: spareEstate('estate.save'), raw: changing([demo, roles, check], save) },
  {
    action: 'estate.remove',
    call: spareEstate('estate.remove'),
    raw: changing([demo, roles, page('buildings', { estateId: 'raw' }, 'order', 101)], save),
  },
  { action: 'setting.list', ...byFull({ estateId: null }), raw: reading(community, roles) },
  { action: 'setting.save', call: sameAnswer, raw: changing([demo, roles], save) },
  {
    action: 'doorcode.list',
    fields: { buildingId: fullDoor.buildingId },
    openid: fullPeople.secretary,
    raw: reading(building, roles, together(community, codes('active'), codes('revoked'))),
  },
  {
    action: 'doorcode.make',
    by: gridLeader,
    raw: changing([building, roles, codes('active'), building], ['buildings', 'doorCodes', 'audits']),
  },
  {
    action: 'doorcode.revoke',
    by: gridLeader,
    raw: changing([get('doorCodes'), building, roles], ['doorCodes', 'audits']),
  },
  {
    action: 'doorcode.replace',
    by: gridLeader,
    raw: changing([get('doorCodes'), building, roles], ['doorCodes', 'doorCodes', 'audits']),
  },
]
