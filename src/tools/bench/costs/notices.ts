import type { ActionName } from '../../../contract'
import type { LocalCloud } from '../../../local/start'
import { fullDoor } from '../fill'
import { fullNotice, fullOutside } from '../fill-notices'
import { fullPeople } from '../fill-people'
import { already, alreadyElse, cost, usual, type Asked, type Priced } from './priced'

const newcomer = 'resident who agreed to nothing'
const gridLeader = 'grid-leader, in force'
const secretary = 'secretary, in force'
const duty = 'duty, in force'
const { resident } = fullPeople
const { communityId } = fullOutside
const noticeId = fullNotice(0)
const card = { noticeId, token: null, openedIn: null }
const deed = (verb: string, over: object = {}) => ({ deed: { verb, ...over } })

const byLeader = (action: ActionName, situation: string, input: object, price: Priced['cost']): Priced => ({
  ...{ action, situation, call: { input, openid: fullPeople.gridLeader }, cost: price },
})

/** The usual call, after something was changed in the notice that it is about. */
const changed =
  (action: ActionName, by: string, change: (cloud: LocalCloud, noticeId: string) => void, over: object = {}) =>
  (cloud: LocalCloud): Asked => {
    const asked = usual(action, by, {}, over)(cloud)
    change(cloud, (asked.input as { readonly noticeId: string }).noticeId)
    return asked
  }

/** A new one that nobody reads yet. */
const asDraft = ({ database }: LocalCloud, _id: string) => {
  const next = database.get('notices', _id)?.['shown']
  database.modify('notices', { _id }, { $set: { state: 'draft', shown: null, next, outAt: null, desk: 'writing' } })
}

/** What residents do: nobody has to log in to read. */
const residentCosts: readonly Priced[] = [
  {
    action: 'notice.door',
    situation: 'of a full door',
    call: { input: { buildingId: fullDoor.buildingId, unitId: null } },
    cost: cost(2, 13),
  },
  { action: 'notice.open', situation: 'the first time', call: usual('notice.open'), cost: cost(3, 1, 1) },
  {
    action: 'notice.open',
    situation: 'once more',
    call: usual('notice.open'),
    before: alreadyElse('notice.open'),
    cost: cost(2, 2),
  },
  { action: 'notice.open', situation: 'by nobody', call: usual('notice.open'), anonymous: true, cost: cost(1, 1) },
  {
    action: 'notice.open',
    situation: 'with a question and a sign-up',
    call: { input: card, openid: resident },
    cost: cost(3, 5),
  },
  {
    action: 'notice.acknowledge',
    situation: 'the first time',
    call: usual('notice.acknowledge'),
    cost: cost(12, 1, 3),
  },
  {
    action: 'notice.acknowledge',
    situation: 'once more',
    call: usual('notice.acknowledge'),
    before: alreadyElse('notice.acknowledge'),
    cost: cost(10, 4, 2),
  },
  { action: 'notice.ask', situation: 'the first of a day', call: usual('notice.ask'), cost: cost(16, 8, 4) },
  {
    action: 'notice.ask',
    situation: 'the same call once more',
    call: usual('notice.ask'),
    before: already('notice.ask'),
    cost: cost(6, 4),
  },
  { action: 'notice.ask', situation: 'without an agreement', call: usual('notice.ask', newcomer), cost: cost(1, 0) },
  { action: 'voice.say', situation: 'the first time', call: usual('voice.say'), cost: cost(14, 2, 3) },
  {
    action: 'voice.say',
    situation: 'otherwise',
    call: usual('voice.say'),
    before: alreadyElse('voice.say', { choices: ['no'] }),
    cost: cost(14, 6, 3),
  },
  {
    action: 'voice.result',
    situation: 'of a full question',
    call: { input: { noticeId }, openid: resident },
    cost: cost(3, 61),
  },
  { action: 'signup.join', situation: 'a place', call: usual('signup.join'), cost: cost(5, 4, 1) },
  {
    action: 'signup.join',
    situation: 'once more',
    call: usual('signup.join'),
    before: alreadyElse('signup.join'),
    cost: cost(3, 3),
  },
  { action: 'signup.leave', situation: 'a place', call: usual('signup.leave'), cost: cost(13, 4, 3) },
]

/** Less than the whole community, and not of the writer's grid. */
const toBuilding = { where: { kind: 'buildings', ids: ['heyuan-1'] } }

/** Those who write, release and answer. */
const writingCosts: readonly Priced[] = [
  { action: 'notice.save', situation: 'a draft', call: usual('notice.save', gridLeader), cost: cost(18, 16, 3) },
  {
    action: 'notice.save',
    situation: 'written and sent',
    call: usual('notice.save', secretary, {}, { gridId: null, send: true }),
    cost: cost(45, 33, 11),
  },
  { action: 'notice.act', situation: 'back again', call: usual('notice.act', gridLeader), cost: cost(29, 38, 7) },
  {
    action: 'notice.act',
    situation: 'withdrawn',
    call: usual('notice.act', secretary, {}, deed('withdraw', { words: null })),
    cost: cost(29, 38, 7),
  },
  {
    action: 'notice.act',
    situation: 'sent by somebody whose it is not',
    call: changed('notice.act', duty, asDraft, deed('send')),
    cost: cost(12, 16, 1),
  },
  {
    action: 'notice.list',
    situation: 'what waits in a community',
    call: { input: { communityId, gridId: null, show: 'asking', cursor: null }, openid: fullPeople.secretary },
    cost: cost(2, 14),
  },
  {
    action: 'notice.list',
    situation: 'a full page of a community',
    call: { input: { communityId, gridId: null, show: 'closed', cursor: null }, openid: fullPeople.secretary },
    cost: cost(2, 22),
  },
  byLeader('notice.list', 'what is out in a grid', { ...fullOutside, show: 'out', cursor: null }, cost(2, 13)),
  byLeader('notice.show', 'one', { noticeId }, cost(7, 73)),
  byLeader('notice.places', 'of a grid', fullOutside, cost(6, 72)),
  byLeader('notice.questions', 'many', { noticeId }, cost(3, 22)),
  { action: 'notice.answer', situation: 'a question', call: usual('notice.answer', gridLeader), cost: cost(25, 10, 6) },
  { action: 'noticefile.begin', situation: 'a file', call: usual('noticefile.begin', secretary), cost: cost(13, 2, 3) },
  {
    action: 'noticefile.add',
    situation: 'what is not there',
    call: usual('noticefile.add', 'resident', { owner: 'own' }),
    cost: cost(8, 2, 1),
  },
  { action: 'notice.poster', situation: 'for all', call: usual('notice.poster', secretary), cost: cost(15, 15, 2) },
]

/** Whom it reached: groups, doors, voices on paper. */
const reachingCosts: readonly Priced[] = [
  byLeader('group.list', 'many', { communityId }, cost(2, 21)),
  { action: 'group.save', situation: 'a new one', call: usual('group.save', gridLeader), cost: cost(14, 2, 3) },
  {
    action: 'group.remove',
    situation: 'one’s own',
    call: usual('group.remove', 'resident', { owner: 'own' }),
    cost: cost(11, 2, 3),
  },
  {
    action: 'group.name',
    situation: 'one of WeChat’s groups',
    call: usual('group.name', gridLeader),
    cost: cost(15, 6, 3),
  },
  { action: 'notice.share', situation: 'a card', call: usual('notice.share', gridLeader), cost: cost(13, 4, 3) },
  {
    action: 'notice.share',
    situation: 'the same card once more',
    call: usual('notice.share', gridLeader),
    before: alreadyElse('notice.share'),
    cost: cost(11, 5, 2),
  },
  byLeader('notice.groups', 'many', { noticeId }, cost(9, 153)),
  byLeader('notice.reach', 'of a building', { noticeId }, cost(13, 159)),
  byLeader('notice.reach', 'of a community', { noticeId: fullNotice(1) }, cost(14, 99)),
  byLeader('notice.visits', 'of a full building', { noticeId, buildingId: fullDoor.buildingId }, cost(3, 30)),
  { action: 'notice.tick', situation: 'a door', call: usual('notice.tick', gridLeader), cost: cost(15, 4, 3) },
  {
    action: 'notice.tick',
    situation: 'the same once more',
    call: usual('notice.tick', gridLeader),
    before: alreadyElse('notice.tick'),
    cost: cost(13, 7, 2),
  },
  {
    action: 'notice.remind',
    situation: 'one household',
    call: usual('notice.remind', gridLeader),
    cost: cost(43, 28, 9),
  },
  { action: 'voice.note', situation: 'a household', call: usual('voice.note', gridLeader), cost: cost(19, 6, 3) },
  {
    action: 'signup.show',
    situation: 'a full one',
    call: { input: { noticeId }, openid: fullPeople.secretary },
    cost: cost(3, 3),
  },
  {
    action: 'signup.note',
    situation: 'somebody without a phone',
    call: usual('signup.note', secretary),
    cost: cost(15, 5, 3),
  },
  {
    action: 'notice.save',
    situation: 'out at once, for the groups of other desks',
    call: (cloud) => {
      const asked = usual('notice.save', secretary, {}, { gridId: null, send: true })(cloud)
      const input = asked.input as { readonly content: object }
      return { ...asked, input: { ...input, content: { ...input.content, ...toBuilding } } }
    },
    cost: cost(29, 52, 6),
  },
]

export const noticeCosts: readonly Priced[] = [...residentCosts, ...writingCosts, ...reachingCosts]
