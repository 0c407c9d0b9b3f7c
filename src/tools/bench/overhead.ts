import { actions, type ActionName, type Call } from '../../contract'
import type { LocalCloud } from '../../local/start'
import { askForData } from './ask'
import { inFolder, startBenchCloud, withCloud, withProbe } from './cloud'
import { usual } from './costs/priced'
import type { Bench, Figure } from './figure'
import { fill } from './fill'
import { fillNotices } from './fill-notices'
import { fillPeople } from './fill-people'
import { fillRequests } from './fill-requests'
import { fillWishes } from './fill-wishes'
import { inTurns } from './measure'
import { directoryBeside } from './overhead/directory'
import { filesBeside, workOfTheirOwn } from './overhead/files'
import { noticesBeside } from './overhead/notices'
import { peopleBeside } from './overhead/people'
import { requestsBeside } from './overhead/requests'
import { wishesBeside } from './overhead/wishes'
import type { Beside } from './overhead/raw'
import type { ProbeWork } from './probe'
import { demoRows } from '../../local/demo-rows'
import { seed } from '../../local/seed'

const turns = 200
/** Of the many actions about people: each turn has a caller and a subject of its own, made before. */
const fewTurns = 40
const warmUp = 20
/** More than a page of every list. */
const fullLists = 25
/** An action's latency to that of the SDK calls it must make. */
const mostOverhead = 1.3

interface Compared {
  readonly action: ActionName
  /** A call; each turn a new one, where a second one would be answered as a resend. */
  readonly call: (turn: number) => Pick<Call, 'input' | 'key'>
  readonly openid?: (turn: number) => string | undefined
  /** The SDK calls without which it cannot be answered. */
  readonly raw: (turn: number) => ProbeWork
}

const building = ['buildings', 'heyuan-1'] as const
const community = ['communities', 'west-street'] as const
const reportFields = (turn: number) => ({
  communityId: 'west-street',
  buildingId: 'heyuan-1',
  agencyId: 'west-property',
  phoneId: 'p1201',
  number: '000-8888 1201',
  matterId: 'drain-blocked',
  kind: 'wrong-number',
  reporter: `raw-${turn}`,
  receivedAt: 1,
  shape: 1,
  version: 1,
})

const missFields = (turn: number) => ({
  communityId: 'west-street',
  day: '2026-01-01',
  outcome: 'outside',
  text: null,
  count: turn,
  shown: [],
  shape: 1,
  version: turn,
})

/** Each action beside the SDK calls that it must make. An action that does not stand here fails the bench. */
const compared: readonly Compared[] = [
  {
    action: 'door.open',
    call: () => ({ input: { by: 'code', code: '7K2MXQ9RTD' } }),
    raw: () => ({ kind: 'documents', ids: [['doorCodes', '7K2MXQ9RTD'], building, community] }),
  },
  {
    action: 'place.list',
    call: () => ({ input: { cursor: null } }),
    raw: () => ({ kind: 'page', collection: 'communities', where: {}, order: 'name', limit: 16 }),
  },
  {
    action: 'place.buildings',
    call: () => ({ input: { estateId: 'heyuan', cursor: null } }),
    raw: () => ({ kind: 'page', collection: 'buildings', where: { estateId: 'heyuan' }, order: 'order', limit: 51 }),
  },
  {
    action: 'contact.report',
    call: (turn) => ({
      input: {
        buildingId: 'heyuan-1',
        agencyId: 'west-property',
        phoneId: 'p1201',
        matterId: 'drain-blocked',
        kind: 'wrong-number',
      },
      key: `overhead-${String(turn).padStart(10, '0')}`,
    }),
    openid: (turn) => `oOverhead_${turn}`,
    raw: (turn) => ({
      kind: 'write',
      reads: [
        ['resends', `raw-${turn}`],
        ['counters', `raw-${turn}`],
        building,
        community,
        ['contactReports', `raw-${turn}`],
      ],
      writes: [
        ['contactReports', `raw-${turn}`, reportFields(turn)],
        ['counters', `raw-${turn}`, { count: 1, expiresAt: 1, shape: 1, version: 1 }],
        ['resends', `raw-${turn}`, { input: 'i', result: '{}', expiresAt: 1, shape: 1, version: 1 }],
      ],
    }),
  },
  {
    action: 'search.missed',
    // Without words: what the content check takes is WeChat's.
    call: (turn) => ({
      input: { communityId: 'west-street', outcome: 'outside', text: null, shown: [] },
      key: `overhead-${String(turn).padStart(10, '0')}`,
    }),
    openid: (turn) => `oOverhead_${turn}`,
    raw: (turn) => ({
      kind: 'write',
      reads: [['resends', `raw-${turn}`], ['counters', `raw-${turn}`], community, ['searchMisses', 'raw']],
      writes: [
        ['searchMisses', 'raw', missFields(turn)],
        ['counters', `raw-${turn}`, { count: 1, expiresAt: 1, shape: 1, version: 1 }],
        ['resends', `raw-${turn}`, { input: 'i', result: '{}', expiresAt: 1, shape: 1, version: 1 }],
      ],
    }),
  },
]

const beside: readonly Beside[] = [
  ...peopleBeside,
  ...requestsBeside,
  ...wishesBeside,
  ...noticesBeside,
  // Before the directory is changed, which makes the community larger.
  ...filesBeside,
  ...directoryBeside,
]

/** The actions that stand beside nothing. */
export const uncompared = (
  names: readonly string[] = actions.map(({ name }) => name).filter((name) => !(name in workOfTheirOwn)),
  rows: readonly { readonly action: string }[] = [...compared, ...beside],
): readonly string[] => names.filter((name) => !rows.some(({ action }) => action === name))

/** A row about people as the others: its calls are made before, since making them is not what is measured. */
function prepared(cloud: LocalCloud, { action, by, situation, fields, call, openid, raw }: Beside): Compared {
  const make = call ?? usual(action, by, situation, fields)
  const calls = Array.from({ length: fewTurns + warmUp }, () => ({ ...make(cloud), ...(openid ? { openid } : {}) }))
  const at = (turn: number) => calls[turn - 1] ?? { input: null }
  return {
    ...{ action, raw },
    call: (turn) => ({ input: at(turn).input, ...(at(turn).key ? { key: at(turn).key ?? '' } : {}) }),
    openid: (turn) => at(turn).openid,
  }
}

async function measure(cloud: LocalCloud, { action, call, openid, raw }: Compared, turns: number): Promise<Figure> {
  let turn = 0
  let rawTurn = 0
  const { first, second, ratio } = await inTurns(
    () => cloud.invoke('probe', raw(++rawTurn), { openid: 'oProbe', source: 'wx_client' }),
    () => askForData(cloud, action, call(++turn), openid?.(turn)),
    turns,
    warmUp,
  )
  return {
    bench: 'overhead',
    what: `${action}: latency to that of its raw SDK calls`,
    value: ratio,
    unit: '×',
    most: mostOverhead,
    beside: `${first.toFixed(2)} ms raw, ${second.toFixed(2)} ms ours`,
  }
}

/** In memory: the disk's time would be shared by both and make them look alike. */
const startCloud = (functionsFolder: string) => async (): Promise<LocalCloud> => {
  const cloud = await startBenchCloud({ functionsFolder, workers: 1 })
  seed(cloud.database, demoRows())
  fill(cloud.database)
  fillPeople(cloud.database, { count: fullLists, ofOne: fullLists })
  fillRequests(cloud.database, { count: fullLists, ofOne: fullLists })
  fillWishes(cloud.database, { count: fullLists, ofOne: fullLists })
  fillNotices(cloud.database, { count: 2 * fullLists, ofOne: fullLists })
  return cloud
}

export const overhead: Bench = {
  name: 'overhead',
  needs: ['cloud'],
  run: () =>
    inFolder(async (folder) =>
      withCloud(startCloud(await withProbe(folder)), async (cloud) => {
        const figures: Figure[] = uncompared().map((action) => ({
          bench: 'overhead',
          what: `${action}: no raw SDK calls to compare with`,
          value: Number.NaN,
          unit: '×',
          most: mostOverhead,
        }))
        for (const row of compared) figures.push(await measure(cloud, row, turns))
        for (const row of beside) figures.push(await measure(cloud, prepared(cloud, row), fewTurns))
        return figures
      }),
    ),
}
