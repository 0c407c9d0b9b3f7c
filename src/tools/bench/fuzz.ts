import { startDemoCloud } from '../support/demo-cloud'
import { fuzz as throwOdd } from '../support/proof/fuzz'
import { withCloud } from './cloud'
import type { Bench } from './figure'

const count = 20_000
/** The inputs are the same in every run. */
const seed = 7

export const fuzz: Bench = {
  name: 'fuzz',
  needs: ['cloud'],
  run: ({ log }) => {
    let errors = 0
    const start = () =>
      startDemoCloud({
        dataFile: ':memory:',
        log: ({ level }) => {
          if (level === 'error') errors++
        },
      })
    return withCloud(start, async (cloud) => {
      log(`${count} malformed inputs`)
      const { inputs, overHttp, answered, faults } = await throwOdd(cloud, count, seed, () => errors)
      for (const fault of faults.slice(0, 10)) log(fault)
      const figure = { bench: 'fuzz', unit: 'inputs', most: null }
      return [
        { ...figure, what: 'inputs', value: inputs, most: null, least: count },
        { ...figure, what: 'of these over HTTP to the bundle', value: overHttp },
        { ...figure, what: 'of these well formed enough to be answered with data', value: answered },
        { ...figure, what: 'neither data nor a refusal, or logged as an error', value: faults.length, most: 0 },
      ]
    })
  },
}
