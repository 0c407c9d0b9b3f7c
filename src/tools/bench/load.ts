import { demoRows } from '../../local/demo-rows'
import { seed } from '../../local/seed'
import type { LocalCloud } from '../../local/start'
import { askForData } from './ask'
import { inFolder, startBenchCloud, withCloud, withProbe } from './cloud'
import type { Bench, Figure } from './figure'
import type { ProbeWork } from './probe'
import type { Work } from './measure'

const callerCounts = [1, 8, 64] as const
/** How long callers call without a pause, each in as many rounds, ours and the raw calls in turns. */
const roundMs = 1_500
const rounds = 2

const code = '7K2MXQ9RTD'
const raw: ProbeWork = {
  kind: 'documents',
  ids: [
    ['doorCodes', code],
    ['buildings', 'heyuan-1'],
    ['communities', 'west-street'],
  ],
}

export interface Load {
  readonly calls: number
  readonly errors: number
  readonly ms: number
}

/** So many callers at once, each calling again as soon as it is answered, until the time is over. */
export async function sustain(call: Work, callers: number, ms: number): Promise<Load> {
  const begun = performance.now()
  const end = begun + ms
  let calls = 0
  let errors = 0
  const caller = async () => {
    do {
      calls += 1
      await call().catch(() => (errors += 1))
    } while (performance.now() < end)
  }
  await Promise.all(Array.from({ length: callers }, caller))
  return { calls, errors, ms: performance.now() - begun }
}

const sum = (loads: readonly Load[]): Load => ({
  calls: loads.reduce((all, { calls }) => all + calls, 0),
  errors: loads.reduce((all, { errors }) => all + errors, 0),
  ms: loads.reduce((all, { ms }) => all + ms, 0),
})
const rateOf = ({ calls, errors, ms }: Load) => Math.round(((calls - errors) * 1000) / ms)

async function measure(cloud: LocalCloud, callers: number): Promise<readonly Figure[]> {
  const ours: Load[] = []
  const others: Load[] = []
  for (let round = 0; round < rounds; round++) {
    ours.push(await sustain(() => askForData(cloud, 'door.open', { input: { by: 'code', code } }), callers, roundMs))
    const probe = () => cloud.invoke('probe', raw, { openid: 'oProbe', source: 'wx_client' })
    others.push(await sustain(probe, callers, roundMs))
  }
  const who = callers === 1 ? '1 caller' : `${callers} callers`
  const { calls, errors } = sum(ours)
  return [
    {
      bench: 'load',
      what: `door.open, ${who}: answered`,
      value: rateOf(sum(ours)),
      unit: 'calls/s',
      most: null,
      better: 'more',
      beside: `${rateOf(sum(others))} calls/s of the raw SDK calls`,
    },
    { bench: 'load', what: `door.open, ${who}: errors`, value: errors, unit: 'calls', most: 0, beside: `of ${calls}` },
  ]
}

const startCloud = (functionsFolder: string) => async (): Promise<LocalCloud> => {
  const cloud = await startBenchCloud({ functionsFolder })
  seed(cloud.database, demoRows())
  return cloud
}

export const load: Bench = {
  name: 'load',
  needs: ['cloud'],
  run: () =>
    inFolder(async (folder) =>
      withCloud(startCloud(await withProbe(folder)), async (cloud) => {
        const figures: Figure[] = []
        for (const callers of callerCounts) figures.push(...(await measure(cloud, callers)))
        return figures
      }),
    ),
}
