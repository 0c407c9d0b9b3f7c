import { actions, type ActionName, type Call } from '../../contract'
import type { CallRecord, LocalCloud } from '../../local/start'
import { startDemoCloud } from '../support/demo-cloud'
import { ask } from './ask'
import { withCloud } from './cloud'
import type { Bench, Figure } from './figure'
import { fill } from './fill'

/** What an action asks of the database, as the local cloud counts it. */
export interface Cost {
  readonly roundTrips: number
  /** Documents looked at, which is more than those given back if an index narrows little. */
  readonly documentsRead: number
  readonly documentsWritten: number
}

/** One row of the table: an action in a situation, how to bring it about, and what it may cost there. */
export interface Priced {
  readonly action: ActionName
  readonly situation: string
  readonly call: Pick<Call, 'input' | 'key'>
  /** Calls and documents that come before, and are not counted. */
  readonly before?: (cloud: LocalCloud) => Promise<void>
  /** Whether anybody is behind the call; somebody unless said. */
  readonly anonymous?: true
  readonly cost: Cost
}

const cost = (roundTrips: number, documentsRead: number, documentsWritten = 0): Cost => ({
  roundTrips,
  documentsRead,
  documentsWritten,
})

const byCode = (code: string) => ({ input: { by: 'code', code } })
const byPlace = (buildingId: string, unitId: string | null) => ({ input: { by: 'place', buildingId, unitId } })
const cursor = (value: string | number, id: string) => Buffer.from(JSON.stringify([value, id])).toString('base64url')

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
const already =
  (call: Priced['call'], action: ActionName = 'contact.report') =>
  async (cloud: LocalCloud) => {
    await ask(cloud, action, call)
  }

/** Rows of one page; the store reads one more to know whether there is a next page. */
const communities = 15
const page = 50

/** Every action in every situation that costs something else. The tests hold it exactly, and want a row for each action. */
export const costs: readonly Priced[] = [
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

  // Four reads; then a transaction: begin, two documents read and written, commit.
  { action: 'contact.report', situation: 'the first time', call: report('first', 'p1201'), cost: cost(10, 2, 2) },
  {
    action: 'contact.report',
    situation: 'the same call once more',
    call: report('resent', 'p1202'),
    before: already(report('resent', 'p1202')),
    cost: cost(1, 1),
  },
  {
    action: 'contact.report',
    situation: 'the same report under another key',
    call: report('said-again', 'p1202', { kind: 'no-answer' }),
    before: already(report('said-before', 'p1202', { kind: 'no-answer' })),
    cost: cost(8, 3, 1),
  },
  {
    action: 'contact.report',
    situation: 'a key that was used for something else',
    call: report('used', 'p1201', { kind: 'no-answer' }),
    before: already(report('used', 'p1201')),
    cost: cost(1, 1),
  },
  {
    action: 'contact.report',
    situation: 'a number that the directory does not have',
    call: report('unknown', 'p9999'),
    cost: cost(3, 2),
  },
  {
    action: 'contact.report',
    situation: 'by nobody',
    call: report('anonymous', 'p1201'),
    anonymous: true,
    cost: cost(0, 0),
  },

  // Who calls, the community, the words of today, the content check; then a transaction as above.
  { action: 'search.missed', situation: 'words that are new today', call: missed('new-words'), cost: cost(10, 1, 2) },
  {
    action: 'search.missed',
    situation: 'the same words once more',
    call: missed('words-again', '不知道的东西'),
    before: already(missed('words-before', '不知道的东西'), 'search.missed'),
    cost: cost(9, 3, 2),
  },
  {
    action: 'search.missed',
    situation: 'the same call once more',
    call: missed('missed-resent', '还是不知道'),
    before: already(missed('missed-resent', '还是不知道'), 'search.missed'),
    cost: cost(1, 1),
  },
  {
    action: 'search.missed',
    situation: 'without words, the first of the day',
    call: missed('wordless', null, 'outside'),
    cost: cost(9, 1, 2),
  },
  {
    action: 'search.missed',
    situation: 'of a community that is not there',
    call: missed('missed-nowhere', '不知道', 'unsure', 'gone'),
    cost: cost(2, 0),
  },
  {
    action: 'search.missed',
    situation: 'by nobody',
    call: missed('missed-nobody'),
    anonymous: true,
    cost: cost(0, 0),
  },
]

/** The actions of the contract that the table does not know. */
export const unpriced = (
  names: readonly string[] = actions.map(({ name }) => name),
  rows: readonly Pick<Priced, 'action'>[] = costs,
): readonly string[] => names.filter((name) => !rows.some(({ action }) => action === name))

/** What a row costs now, as the local cloud counted its call. */
export async function priceOf(cloud: LocalCloud, { action, call, before, anonymous }: Priced): Promise<Cost> {
  await before?.(cloud)
  await ask(cloud, action, call, anonymous ? null : undefined)
  const { roundTrips, documentsRead, documentsWritten } = lastCall(cloud)
  return { roundTrips, documentsRead, documentsWritten }
}

function lastCall({ calls }: LocalCloud): CallRecord {
  const last = calls.at(-1)
  if (!last) throw new Error('nobody called')
  return last
}

/** The data that the table is about: the demo, and full lists beside it. */
export async function startPriced(): Promise<LocalCloud> {
  const cloud = await startDemoCloud({ dataFile: ':memory:' })
  fill(cloud.database)
  return cloud
}

const figures = ({ action, situation, cost }: Priced, now: Cost): readonly Figure[] =>
  (
    [
      ['database round trips', 'calls', 'roundTrips'],
      ['documents read', 'documents', 'documentsRead'],
      ['documents written', 'documents', 'documentsWritten'],
    ] as const
  ).map(([what, unit, name]) => ({
    bench: 'costs',
    what: `${action}, ${situation}: ${what}`,
    value: now[name],
    unit,
    most: cost[name],
  }))

export const costsBench: Bench = {
  name: 'costs',
  needs: ['cloud'],
  run: () =>
    withCloud(startPriced, async (cloud) => {
      const found: Figure[] = unpriced().map((action) => ({
        bench: 'costs',
        what: `${action}: no row in the table of costs`,
        value: Number.NaN,
        unit: 'calls',
        most: 0,
      }))
      for (const priced of costs) found.push(...figures(priced, await priceOf(cloud, priced)))
      return found
    }),
}
