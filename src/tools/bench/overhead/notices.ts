import { keys } from '../../support/proof/documents'
import type { LocalCloud } from '../../../local/start'
import { usual, type Asked } from '../costs/priced'
import { fullDoor } from '../fill'
import { fullNotice, fullOutside } from '../fill-notices'
import { fullPeople } from '../fill-people'
import {
  add,
  all,
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
  type Raw,
} from './raw'

const secretary = 'secretary, in force'
const gridLeader = 'grid-leader, in force'
const own = { owner: 'own' } as const
const { communityId } = fullOutside
const noticeId = fullNotice(0)
const byLeader = { openid: fullPeople.gridLeader }
const bySecretary = { openid: fullPeople.secretary }
const leader = keys.person(fullPeople.gridLeader)

/** Of west-street, and of the full community. */
const demoEstates = ['heyuan'] as const
const fullEstates = ['full-estate', 'full-estate-0-1', 'full-estate-0-2', 'full-estate-0-3'] as const
const notice = getThe('notices', noticeId)
const demo = getThe('communities', 'west-street')
const community = getThe('communities', communityId)
const building = getThe('buildings', 'heyuan-1')
const fullBuilding = getThe('buildings', fullDoor.buildingId)
const signUp = getThe('signUps', noticeId)
const openings = page('openings', { noticeId }, 'person', 500)
const groups = page('noticeGroups', { person: leader, communityId }, 'madeAt', 31)
const leaders = page('memberships', { communityId: 'west-street', role: 'grid-leader', state: 'active' }, 'until', 100)
const secretaries = page(
  'memberships',
  { communityId: 'west-street', role: 'secretary', state: 'active' },
  'until',
  100,
)
const standing = page('notices', { communityId: 'west-street' }, 'doorUntil', 100)
/** A community, then the buildings of every estate of it: whom a notice concerns. */
const worldOf = (one: Raw, estates: readonly string[]): readonly Raw[] => [
  one,
  together(...estates.map((estateId) => page('buildings', { estateId }, 'order', 100))),
]
const demoWorld = worldOf(demo, demoEstates)
const world = worldOf(community, fullEstates)
/** A notice in the place of the one before. */
const rewritten: Raw = () => ({ do: 'update', collection: 'notices', where: { _id: 'nothing' } })
/** Whoever has opened it is told of what is new, in a pass of its own. */
const telling: readonly Raw[] = [notice, openings, rewritten]

/** A file that was handed in before: what WeChat's storage takes for it is not ours. */
function addedBefore(cloud: LocalCloud): Asked {
  const asked = usual('noticefile.add', 'resident', own)(cloud)
  const { fileId } = asked.input as { readonly fileId: string }
  cloud.database.modify('noticeFiles', { _id: fileId }, { $set: { fileId: 'cloud://raw.bucket/notices/one.pdf' } })
  return asked
}

/** Who of a building has not opened it, and can be told. */
const reminding: readonly Raw[] = [
  together(building, notice, demo, get('households'), get('homes'), get('noticeVisits')),
  roles,
  openings,
  together(all('people'), all('subscriptions')),
  all('messages'),
]

/** Written, opened and counted, beside the SDK calls that it cannot do without. */
export const noticesBeside: readonly Beside[] = [
  {
    action: 'notice.door',
    fields: { buildingId: fullDoor.buildingId },
    raw: reading(fullBuilding, community, page('notices', { communityId }, 'doorUntil', 12)),
  },
  { action: 'notice.open', raw: reading(together(notice, get('openings')), add('openings')) },
  { action: 'notice.acknowledge', raw: changing([notice, get('openings')], ['openings']) },
  {
    action: 'notice.ask',
    raw: reading(
      get('people'),
      together(notice, page('noticeQuestions', { person: 'nobody' }, 'at', 10)),
      check,
      add('noticeQuestions'),
      together(count('noticeQuestions', { noticeId, state: 'open' }), notice),
      rewritten,
      commit('messages'),
      ...pushing,
    ),
  },
  {
    action: 'notice.questions',
    ...byLeader,
    fields: { noticeId },
    raw: reading(notice, roles, page('noticeQuestions', { noticeId, state: 'open' }, 'at', 51)),
  },
  {
    action: 'notice.answer',
    by: gridLeader,
    raw: changing(
      [get('people'), notice, roles, all('noticeQuestions'), check, count('noticeQuestions', { noticeId })],
      ['notices', 'noticeQuestions', 'messages'],
      pushing,
    ),
  },
  {
    action: 'notice.save',
    by: gridLeader,
    raw: changing([get('people'), get('notices'), roles, ...demoWorld, check], ['notices']),
  },
  {
    action: 'notice.act',
    by: gridLeader,
    raw: changing(
      [get('people'), notice, roles, ...demoWorld, together(leaders, secretaries), demo, standing],
      ['notices', 'communities', 'messages'],
      [...pushing, ...telling],
    ),
  },
  {
    action: 'notice.list',
    ...bySecretary,
    fields: { communityId, gridId: null, show: 'asking' },
    raw: reading(roles, page('notices', { communityId, desk: 'asking' }, 'dueAt')),
  },
  { action: 'notice.show', ...byLeader, fields: { noticeId }, raw: reading(notice, roles, ...world) },
  { action: 'notice.places', ...byLeader, fields: fullOutside, raw: reading(roles, ...world) },
  { action: 'noticefile.begin', by: secretary, raw: changing([get('people'), roles, check], ['noticeFiles']) },
  { action: 'noticefile.add', call: addedBefore, raw: changing([get('people'), get('noticeFiles')], []) },
  { action: 'group.list', ...byLeader, fields: { communityId }, raw: reading(roles, groups) },
  {
    action: 'group.save',
    by: gridLeader,
    raw: changing([get('people'), roles, groups, check], ['noticeGroups']),
  },
  { action: 'group.remove', situation: own, raw: changing([get('noticeGroups')], ['noticeGroups']) },
  {
    action: 'group.name',
    by: gridLeader,
    raw: changing([get('people'), notice, roles, together(groups, openings)], ['noticeGroups']),
  },
  {
    action: 'notice.share',
    by: gridLeader,
    raw: changing([get('people'), notice, roles, all('noticeGroups')], ['notices']),
  },
  {
    action: 'notice.groups',
    ...byLeader,
    fields: { noticeId },
    raw: reading(notice, roles, together(groups, openings), ...world),
  },
  {
    action: 'notice.reach',
    ...byLeader,
    fields: { noticeId },
    raw: reading(
      notice,
      roles,
      ...world,
      together(openings, page('requests', { noticeId }, '_id', 500), page('noticeVisits', { noticeId }, '_id')),
      together(
        page('homes', { communityId, state: 'declared' }, 'declaredAt', 500),
        page('homes', { communityId, state: 'confirmed' }, 'declaredAt', 500),
        page('households', { communityId, buildingId: fullDoor.buildingId }, '_id'),
      ),
    ),
  },
  {
    action: 'notice.visits',
    ...byLeader,
    fields: { noticeId, buildingId: fullDoor.buildingId },
    raw: reading(
      together(
        fullBuilding,
        notice,
        community,
        page('households', { communityId, buildingId: fullDoor.buildingId }, '_id'),
        page('homes', { communityId, state: 'declared' }, 'declaredAt', 100),
        page('requests', { noticeId }, '_id'),
      ),
      roles,
      openings,
    ),
  },
  {
    action: 'notice.tick',
    by: gridLeader,
    raw: changing([get('people'), together(notice, building), demo, roles, get('noticeVisits')], ['noticeVisits']),
  },
  {
    action: 'notice.remind',
    by: gridLeader,
    raw: changing(
      [get('people'), ...reminding],
      ['notices'],
      [
        ...[notice, ...reminding, add('messages'), notice, rewritten],
        // What the message costs its reader's ledger.
        ...[together(get('messages'), get('people'), get('subscriptions')), commit('messages', 'subscriptions')],
      ],
    ),
  },
  {
    action: 'voice.say',
    raw: changing([get('people'), notice, get('homes'), get('voices')], ['voices']),
  },
  {
    action: 'voice.note',
    by: gridLeader,
    raw: changing(
      [get('people'), together(notice, building), demo, roles, demo, get('households'), get('voices')],
      ['voices'],
    ),
  },
  {
    action: 'voice.result',
    ...bySecretary,
    fields: { noticeId },
    raw: reading(notice, together(roles, page('voices', { noticeId }, '_id', 500))),
  },
  { action: 'signup.join', raw: reading(get('people'), together(notice, signUp), check, add('signUps')) },
  { action: 'signup.leave', raw: changing([get('people'), together(notice, signUp)], ['signUps']) },
  { action: 'signup.show', ...bySecretary, fields: { noticeId }, raw: reading(together(notice, signUp), roles) },
  {
    action: 'signup.note',
    by: secretary,
    raw: changing([get('people'), together(notice, signUp), roles, check], ['signUps']),
  },
]
