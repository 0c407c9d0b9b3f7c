import path from 'node:path'
import { actions, type ActionName, type Call } from '../../contract'
import type { Database, LocalCloud } from '../../local/start'
import { askForData } from './ask'
import { inFolder, startBenchCloud, withCloud } from './cloud'
import type { Bench, Figure } from './figure'
import { building, community, doorCode } from './fill'
import { inTurns } from './measure'

/** How many documents each collection holds, first and second. */
const few = 100
const many = 100_000
const turns = 150
const batch = 1_000
/** More than a page; the same in both, so that both find as much. */
const buildingsOfEstate = 60
/** The most that a latency may grow from few documents to many. */
const mostGrowth = 1.5

interface Scenario {
  readonly action: ActionName
  readonly situation: string
  readonly call: (count: number) => Pick<Call, 'input'>
}

const cursor = (value: string | number, id: string) => Buffer.from(JSON.stringify([value, id])).toString('base64url')
const middle = (count: number) => String(Math.floor(count / 2)).padStart(5, '0')
const codeOf = (at: number) => `SCALE${String(at).padStart(6, '0')}`

/** Each way to read. An action that reads and does not stand here fails the bench. */
const scenarios: readonly Scenario[] = [
  {
    action: 'door.open',
    situation: 'by a code',
    call: (count) => ({ input: { by: 'code', code: codeOf(Math.floor(count / 2)) } }),
  },
  {
    action: 'place.list',
    situation: 'the first page',
    call: () => ({ input: { cursor: null } }),
  },
  {
    action: 'place.list',
    situation: 'from the middle on',
    // At few documents less than a page is left from the middle on: begin where a whole one is.
    call: (count) => {
      const at = count === few ? '00040' : middle(count)
      return { input: { cursor: cursor(`社区${at}`, `full-${at}`) } }
    },
  },
  {
    action: 'place.buildings',
    situation: 'the first page of an estate',
    call: () => ({ input: { estateId: 'full-estate', cursor: null } }),
  },
]

/** The reading actions that no scenario measures. */
export const unscaled = (
  known: readonly { readonly name: string; readonly kind: 'read' | 'write' }[] = actions,
  rows: readonly { readonly action: string }[] = scenarios,
): readonly string[] =>
  known
    .filter(({ name, kind }) => kind === 'read' && !rows.some(({ action }) => action === name))
    .map(({ name }) => name)

/** Every collection that is read holds `count` documents. */
function fillTo(database: Database, count: number): void {
  const inBatches = (collection: string, make: (at: number) => object) => {
    for (let from = 0; from < count; from += batch) {
      const size = Math.min(batch, count - from)
      database.insert(
        collection,
        Array.from({ length: size }, (_, at) => make(from + at)),
      )
    }
  }
  inBatches('communities', (at) => community(at, { agencies: at === 0 ? 10 : 0, mostAsked: 4 }))
  inBatches('buildings', (at) => building(at, at < buildingsOfEstate ? undefined : `other-${at % (count / 50)}`))
  // Only the first estate belongs to the community: every door leads there.
  const doors = (at: number) => `full-building-${String(at % buildingsOfEstate).padStart(5, '0')}`
  inBatches('doorCodes', (at) => doorCode(codeOf(at), doors(at)))
}

/** One instance each: which of several answers is chance. */
const cloudOf = (folder: string, count: number) => async (): Promise<LocalCloud> => {
  const cloud = await startBenchCloud({ dataFile: path.join(folder, String(count), 'data.db'), workers: 1 })
  try {
    fillTo(cloud.database, count)
    return cloud
  } catch (error) {
    await cloud.close()
    throw error
  }
}

async function measure({ action, situation, call }: Scenario, small: LocalCloud, large: LocalCloud): Promise<Figure> {
  const { first, second, ratio } = await inTurns(
    () => askForData(small, action, call(few)),
    () => askForData(large, action, call(many)),
    turns,
  )
  return {
    bench: 'scale',
    what: `${action}, ${situation}: latency at ${many} documents to that at ${few}`,
    value: ratio,
    unit: '×',
    most: mostGrowth,
    beside: `${first.toFixed(2)} ms → ${second.toFixed(2)} ms`,
  }
}

export const scale: Bench = {
  name: 'scale',
  needs: ['cloud'],
  run: ({ log }) =>
    inFolder((folder) =>
      withCloud(cloudOf(folder, few), (small) => {
        log(`filling ${many} documents into each collection`)
        return withCloud(cloudOf(folder, many), async (large) => {
          const figures: Figure[] = unscaled().map((action) => ({
            bench: 'scale',
            what: `${action}: no scenario`,
            value: Number.NaN,
            unit: '×',
            most: mostGrowth,
          }))
          for (const scenario of scenarios) figures.push(await measure(scenario, small, large))
          return figures
        })
      }),
    ),
}
