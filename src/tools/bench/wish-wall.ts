import path from 'node:path'
import type { ActionName, InputOf, openWall, OutputOf, pageWall, Reply } from '../../contract'
import type { LocalCloud } from '../../local/start'
import { ask, askForData } from './ask'
import { inFolder, startBenchCloud, withCloud } from './cloud'
import type { Bench, Figure } from './figure'
import { fullDoor } from './fill'
import { fillWishes, fullWall } from './fill-wishes'
import { inTurns } from './measure'

const few = 100
const many = 100_000
/** More than a page, in both: so that both find as much. */
const newest = 60
const turns = 60
const mostGrowth = 1.5
const mostTrips = 3

const { communityId } = fullWall
const whole = { communityId, group: null, buildingId: null, part: null, order: 'newest' } as const
type Zone = InputOf<typeof pageWall>['zone']

interface Look {
  readonly action: ActionName
  readonly what: string
  readonly input: Omit<InputOf<typeof openWall>, 'order'> & {
    readonly order: 'newest' | 'longest'
    readonly zone?: Zone
  }
  /** Goes on where the page before has ended. */
  readonly isSecond?: boolean
}
const first = (what: string, over: Partial<Look['input']> = {}): Look => ({
  ...{ action: 'wall.open', what, input: { ...whole, ...over } },
})
const second = (zone: Zone): Look => ({
  ...{ action: 'wall.page', what: `the second page of the ${zone}`, input: { ...whole, zone }, isSecond: true },
})
/** Both zones as they come, sieved by each of the three and by all of them at once, and page by page. */
const looks: readonly Look[] = [
  first('newest'),
  first('longest waiting', { order: 'longest' }),
  first('of one group', { group: 'errands' }),
  first('of one building', { buildingId: fullDoor.buildingId }),
  first('of one part of the day', { part: 'morning' }),
  first('by all of them', { group: 'errands', buildingId: fullDoor.buildingId, part: 'morning' }),
  second('wishes'),
  second('offers'),
  second('stack'),
]

const cloudOf = (folder: string, count: number) => async (): Promise<LocalCloud> => {
  const cloud = await startBenchCloud({ dataFile: path.join(folder, String(count), 'data.db'), workers: 1 })
  fillWishes(cloud.database, { count, ofOne: newest })
  return cloud
}

/** What is asked there: of a second page, from where its first one has ended. */
async function callOf(cloud: LocalCloud, { action, input, isSecond }: Look): Promise<object> {
  if (!isSecond) return input
  const reply = (await ask(cloud, action, { input: { ...input, cursor: null } })) as Reply<OutputOf<typeof pageWall>>
  if (!reply.ok || reply.data.cursor === null) throw new Error(`there is no second page of the ${input.zone ?? ''}`)
  return { ...input, cursor: reply.data.cursor }
}

async function measured(look: Look, small: LocalCloud, large: LocalCloud): Promise<readonly Figure[]> {
  const [atFew, atMany] = [await callOf(small, look), await callOf(large, look)]
  const {
    first: one,
    second: other,
    ratio,
  } = await inTurns(
    () => askForData(small, look.action, { input: atFew }),
    () => askForData(large, look.action, { input: atMany }),
    turns,
  )
  const trips = large.calls.filter(({ action }) => action === look.action).at(-1)?.databaseTrips ?? Number.NaN
  const what = `${look.action}, ${look.what}`
  return [
    {
      ...{ bench: 'wish-wall', what: `${what}: time at ${many} cards of each colour to that at ${few}` },
      ...{ value: ratio, unit: '×', most: mostGrowth, beside: `${one.toFixed(2)} ms → ${other.toFixed(2)} ms` },
    },
    { bench: 'wish-wall', what: `${what}: database round trips`, value: trips, unit: 'calls', most: mostTrips },
  ]
}

/** The wall, with a hundred cards and with a hundred thousand. */
export const wishWall: Bench = {
  name: 'wish-wall',
  needs: ['cloud'],
  run: ({ log }) =>
    inFolder((folder) =>
      withCloud(cloudOf(folder, few), (small) => {
        log(`hanging ${many} cards of each colour`)
        return withCloud(cloudOf(folder, many), async (large) => {
          const figures: Figure[] = []
          for (const look of looks) figures.push(...(await measured(look, small, large)))
          return figures
        })
      }),
    ),
}
