import { actions, type ActionName, type Call } from '../../contract'
import type { LocalCloud } from '../../local/start'
import { askForData } from './ask'
import { inFolder, startBenchCloud, withCloud, withProbe } from './cloud'
import type { Bench, Figure } from './figure'
import { inTurns } from './measure'
import type { ProbeWork } from './probe'
import { demoRows } from '../../local/demo-rows'
import { seed } from '../../local/seed'

const turns = 200
/** An action's latency to that of the SDK calls it must make. */
const mostOverhead = 1.3

interface Compared {
  readonly action: ActionName
  /** A call; each turn a new one, where a second one would be answered as a resend. */
  readonly call: (turn: number) => Pick<Call, 'input' | 'key'>
  readonly openid?: (turn: number) => string
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
      reads: [['resends', `raw-${turn}`], building, community, ['contactReports', `raw-${turn}`]],
      writes: [
        ['contactReports', `raw-${turn}`, reportFields(turn)],
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
      reads: [['resends', `raw-${turn}`], community, ['searchMisses', 'raw']],
      writes: [
        ['searchMisses', 'raw', missFields(turn)],
        ['resends', `raw-${turn}`, { input: 'i', result: '{}', expiresAt: 1, shape: 1, version: 1 }],
      ],
    }),
  },
]

/** The actions that stand beside nothing. */
export const uncompared = (
  names: readonly string[] = actions.map(({ name }) => name),
  rows: readonly { readonly action: string }[] = compared,
): readonly string[] => names.filter((name) => !rows.some(({ action }) => action === name))

async function measure(cloud: LocalCloud, { action, call, openid, raw }: Compared): Promise<Figure> {
  let turn = 0
  const { first, second, ratio } = await inTurns(
    () => cloud.invoke('probe', raw(++turn), { openid: 'oProbe', source: 'wx_client' }),
    () => askForData(cloud, action, call(++turn), openid?.(turn)),
    turns,
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
        for (const row of compared) figures.push(await measure(cloud, row))
        return figures
      }),
    ),
}
