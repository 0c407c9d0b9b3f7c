import type { ActionName, Call } from '../../../contract'
import { ask } from '../ask'
import { cost, cursor, type Priced } from './priced'

const byCode = (code: string) => ({ input: { by: 'code', code } })
const byPlace = (buildingId: string, unitId: string | null) => ({ input: { by: 'place', buildingId, unitId } })

/** A resident says that the front desk's number is wrong; each row has a number and a key of its own. */
const report = (key: string, phoneId: string, over: object = {}) => ({
  input: { buildingId: 'heyuan-1', agencyId: 'west-property', phoneId, matterId: null, kind: 'wrong-number', ...over },
  key: key.padEnd(16, '0'),
})
/** A search that did not help. */
const missed = (
  key: string,
  text: string | null = '没有听说过的东西',
  outcome = 'unsure',
  communityId = 'west-street',
) => ({
  input: { communityId, outcome, text, shown: ['drain-blocked'] },
  key: key.padEnd(16, '0'),
})
const saying =
  (call: Pick<Call, 'input' | 'key'>, action: ActionName = 'contact.report'): NonNullable<Priced['before']> =>
  async (cloud, { openid }) => {
    await ask(cloud, action, call, openid)
  }

/** Rows of one page; the store reads one more to know whether there is a next page. */
const communities = 15
const page = 50

/** Doors and places, and what people say of them without being asked who they are. */
export const groundCosts: readonly Priced[] = [
  { action: 'door.open', situation: 'by the code at the door', call: byCode('7K2MXQ9RTD'), cost: cost(3, 3) },
  { action: 'door.open', situation: 'by a place chosen by hand', call: byPlace('heyuan-1', null), cost: cost(2, 2) },
  { action: 'door.open', situation: 'by a code that nobody made', call: byCode('NOBODYMADE'), cost: cost(1, 0) },
  { action: 'door.open', situation: 'by a code that was withdrawn', call: byCode('B8QXV4FZRE'), cost: cost(1, 1) },
  { action: 'door.open', situation: 'by what cannot be a code', call: byCode('不是门码'), cost: cost(0, 0) },
  { action: 'door.open', situation: 'of a building that is not there', call: byPlace('gone', null), cost: cost(1, 0) },
  {
    action: 'door.open',
    situation: 'of a unit that is not there',
    call: byPlace('heyuan-1', 'gone'),
    cost: cost(2, 2),
  },

  {
    action: 'place.list',
    situation: 'a full first page',
    call: { input: { cursor: null } },
    cost: cost(1, communities + 1),
  },
  {
    action: 'place.list',
    situation: 'a full page further on',
    call: { input: { cursor: cursor('社区00010', 'full-00010') } },
    // The cursor's own row is looked at once more: names may be equal.
    cost: cost(1, communities + 2),
  },
  { action: 'place.list', situation: 'a cursor of nobody', call: { input: { cursor: 'x' } }, cost: cost(0, 0) },

  {
    action: 'place.buildings',
    situation: 'a full first page',
    call: { input: { estateId: 'full-estate', cursor: null } },
    cost: cost(1, page + 1),
  },
  {
    action: 'place.buildings',
    situation: 'a full page further on',
    call: { input: { estateId: 'full-estate', cursor: cursor(10, 'full-building-00010') } },
    cost: cost(1, page + 2),
  },
  {
    action: 'place.buildings',
    situation: 'of an estate without buildings',
    call: { input: { estateId: 'gone', cursor: null } },
    cost: cost(1, 0),
  },
  {
    action: 'place.buildings',
    situation: 'a cursor of nobody',
    call: { input: { estateId: 'heyuan', cursor: 'x' } },
    cost: cost(0, 0),
  },

  // Six reads, one of them the rate counter; then a transaction: begin, three documents read and written, commit; then
  // a look whether somebody else said the same at the same moment.
  { action: 'contact.report', situation: 'the first time', call: report('first', 'p1201'), cost: cost(15, 3, 3) },
  {
    action: 'contact.report',
    situation: 'the same call once more',
    call: report('resent', 'p1202'),
    before: saying(report('resent', 'p1202')),
    cost: cost(1, 1),
  },
  {
    action: 'contact.report',
    situation: 'the same report under another key',
    call: report('said-again', 'p1202', { kind: 'no-answer' }),
    before: saying(report('said-before', 'p1202', { kind: 'no-answer' })),
    cost: cost(11, 5, 2),
  },
  {
    action: 'contact.report',
    situation: 'a key that was used for something else',
    call: report('used', 'p1201', { kind: 'no-answer' }),
    before: saying(report('used', 'p1201')),
    cost: cost(1, 1),
  },
  {
    action: 'contact.report',
    situation: 'a number that the directory does not have',
    call: report('unknown', 'p9999'),
    cost: cost(4, 2),
  },
  {
    action: 'contact.report',
    situation: 'by nobody',
    call: report('anonymous', 'p1201'),
    anonymous: true,
    cost: cost(0, 0),
  },

  // Who calls, the community, the words of today, the content check; then a transaction as above.
  { action: 'search.missed', situation: 'words that are new today', call: missed('new-words'), cost: cost(13, 1, 3) },
  {
    action: 'search.missed',
    situation: 'the same words once more',
    call: missed('words-again', '不知道的东西'),
    before: saying(missed('words-before', '不知道的东西'), 'search.missed'),
    cost: cost(12, 5, 3),
  },
  {
    action: 'search.missed',
    situation: 'the same call once more',
    call: missed('missed-resent', '还是不知道'),
    before: saying(missed('missed-resent', '还是不知道'), 'search.missed'),
    cost: cost(1, 1),
  },
  {
    action: 'search.missed',
    situation: 'without words, the first of the day',
    call: missed('wordless', null, 'outside'),
    cost: cost(12, 1, 3),
  },
  {
    action: 'search.missed',
    situation: 'of a community that is not there',
    call: missed('missed-nowhere', '不知道', 'unsure', 'gone'),
    cost: cost(3, 0),
  },
  {
    action: 'search.missed',
    situation: 'by nobody',
    call: missed('missed-nobody'),
    anonymous: true,
    cost: cost(0, 0),
  },
]
