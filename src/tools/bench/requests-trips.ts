import type { ActionName } from '../../contract'
import type { LocalCloud } from '../../local/start'
import { fresh } from '../support/proof/documents'
import { ask } from './ask'
import { withCloud } from './cloud'
import { startPriced } from './costs'
import { requestCosts } from './costs/requests'
import type { Bench, Figure } from './figure'

/** What the issue asks: every single request to the database counted, role and rate checks and a commit among them. */
const most: Readonly<Partial<Record<ActionName, number>>> = {
  'request.submit': 7,
  'request.list': 3,
  'request.day': 3,
  'request.register': 3,
  'request.mine': 3,
  'request.similar': 3,
  'request.show': 3,
  'request.public': 3,
}
/** Nothing was lost and asked for again. */
const isOrdinary = (situation: string) => situation !== 'the same call once more'

async function tripsOf(cloud: LocalCloud, { action, call, before, anonymous }: (typeof requestCosts)[number]) {
  const { openid = fresh('oTrips'), ...asked } = typeof call === 'function' ? call(cloud) : call
  await before?.(cloud, { ...asked, openid })
  await ask(cloud, action, asked, anonymous ? null : openid)
  return cloud.calls.filter((record) => record.action === action).at(-1)?.databaseTrips ?? Number.NaN
}

/** Round trips to the database of filing, of a page of a list, and of one request. */
export const requestTrips: Bench = {
  name: 'request-trips',
  needs: ['cloud'],
  run: () =>
    withCloud(startPriced, async (cloud) => {
      const figures: Figure[] = []
      for (const row of requestCosts) {
        const { action, situation } = row
        if (most[action] === undefined) continue
        figures.push({
          ...{ bench: 'request-trips', what: `${action}, ${situation}: database round trips` },
          ...{ value: await tripsOf(cloud, row), unit: 'calls' },
          most: isOrdinary(situation) ? (most[action] ?? null) : null,
          ...(isOrdinary(situation) ? {} : { better: 'less' as const }),
        })
      }
      return figures
    }),
}
