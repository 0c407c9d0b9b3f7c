import { actions } from '../../contract'
import type { CallRecord, LocalCloud } from '../../local/start'
import { startDemoCloud } from '../support/demo-cloud'
import { fresh, idOf } from '../support/proof/documents'
import { ask } from './ask'
import { withCloud } from './cloud'
import { contentCosts } from './costs/content'
import { directoryCosts } from './costs/directory'
import { fileCosts } from './costs/files'
import { groundCosts } from './costs/ground'
import { keeperCosts } from './costs/keeper'
import { messageCosts } from './costs/message'
import { noticeCosts } from './costs/notices'
import { peopleCosts } from './costs/people'
import type { Cost, Priced } from './costs/priced'
import { requestCosts } from './costs/requests'
import { roleCosts } from './costs/roles'
import { wishCosts } from './costs/wishes'
import type { Bench, Figure } from './figure'
import { fill } from './fill'
import { fillNotices } from './fill-notices'
import { fillPeople } from './fill-people'
import { fillRequests } from './fill-requests'
import { fillWishes } from './fill-wishes'

/** Every action in every situation that costs something else. The tests hold it exactly, and want a row for each action. */
export const costs: readonly Priced[] = [
  ...groundCosts,
  ...peopleCosts,
  ...roleCosts,
  ...contentCosts,
  ...messageCosts,
  ...keeperCosts,
  ...requestCosts,
  ...wishCosts,
  // Before the directory is changed, which each revision and building makes dearer.
  ...fileCosts,
  ...directoryCosts,
  // Last: their buildings would make the directory dearer.
  ...noticeCosts,
]

/** The actions of the contract that the table does not know. */
export const unpriced = (
  names: readonly string[] = actions.map(({ name }) => name),
  rows: readonly Pick<Priced, 'action'>[] = costs,
): readonly string[] => names.filter((name) => !rows.some(({ action }) => action === name))

const membersOf = ({ database }: LocalCloud) => database.find('memberships').map(idOf)

/** What a row costs now, as the local cloud counted its call. */
export async function priceOf(cloud: LocalCloud, { action, call, before, anonymous }: Priced): Promise<Cost> {
  const members = membersOf(cloud)
  const { openid = fresh('oBench'), ...asked } = typeof call === 'function' ? call(cloud) : call
  await before?.(cloud, { ...asked, openid })
  await ask(cloud, action, asked, anonymous ? null : openid)
  const { roundTrips, documentsRead, documentsWritten } = lastCall(cloud, action)
  // Keepers are told of what comes: those made for this row would make the next one dearer.
  for (const _id of membersOf(cloud)) if (!members.includes(_id)) cloud.database.remove('memberships', { _id })
  return { roundTrips, documentsRead, documentsWritten }
}

function lastCall({ calls }: LocalCloud, action: string): CallRecord {
  const last = calls.filter((call) => call.action === action).at(-1)
  if (!last) throw new Error('nobody called')
  return last
}

/** More than a page of every list of people's things. */
const fullLists = 25

/** The data that the table is about: the demo, and full lists beside it. */
export async function startPriced(): Promise<LocalCloud> {
  const cloud = await startDemoCloud({ dataFile: ':memory:' })
  fill(cloud.database)
  fillPeople(cloud.database, { count: fullLists, ofOne: fullLists })
  fillRequests(cloud.database, { count: fullLists, ofOne: fullLists })
  fillWishes(cloud.database, { count: fullLists, ofOne: fullLists })
  fillNotices(cloud.database, { count: 2 * fullLists, ofOne: fullLists })
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
