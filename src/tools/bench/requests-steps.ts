import { startDemoCloud } from '../support/demo-cloud'
import { crowdOn } from '../support/proof/request-crowd'
import { requestCells, walkRequests } from '../support/proof/request-walk'
import { withCloud } from './cloud'
import type { Bench } from './figure'

const start = () => startDemoCloud({ dataFile: ':memory:' })

/** Every state × verb × role, asked of the real function. */
export const requestSteps: Bench = {
  name: 'request-steps',
  needs: ['cloud'],
  run: ({ log }) =>
    withCloud(start, async (cloud) => {
      log(`asking ${requestCells.length} cells`)
      const { cells, allowed, wrong } = await walkRequests(cloud)
      for (const line of wrong.slice(0, 10)) log(line)
      const figure = { bench: 'request-steps', unit: 'cells', most: null }
      return [
        { ...figure, what: 'states × verbs × roles', value: cells, least: requestCells.length },
        { ...figure, what: 'of these allowed', value: allowed },
        { ...figure, what: 'answered otherwise than the table says', value: wrong.length, most: 0 },
      ]
    }),
}

/** Fifty people act on one request at once. */
export const requestCrowd: Bench = {
  name: 'request-crowd',
  needs: ['cloud'],
  run: ({ log }) =>
    withCloud(start, async (cloud) => {
      const { people, calls, accepted, told, tied, wrong, faults } = await crowdOn(cloud)
      for (const fault of faults.slice(0, 10)) log(fault)
      const figure = { bench: 'request-crowd', unit: 'acts', most: null }
      const what = (text: string) => `${people} people act on one request at once: ${text}`
      return [
        { ...figure, what: what('accepted acts'), value: accepted, least: 2, beside: `of ${calls} calls` },
        { ...figure, what: what('told what happened instead'), value: told, least: 1 },
        { ...figure, what: what('steps that more than one won'), value: tied, most: 0 },
        { ...figure, what: what('not exactly once in the history, or in it unasked'), value: wrong, most: 0 },
        { ...figure, what: what('answered neither'), value: faults.length, most: 0 },
      ]
    }),
}
