import { isDeepStrictEqual } from 'node:util'
import { startDemoCloud } from '../support/demo-cloud'
import { expectedAfter, resent, sendAtOnce } from '../support/proof/resends'
import { withCloud } from './cloud'
import type { Bench, Figure } from './figure'

const times = 100

/** One write of each shape, sent a hundred times at once. */
export const resends: Bench = {
  name: 'resends',
  needs: ['cloud'],
  run: () =>
    withCloud(
      () => startDemoCloud({ dataFile: ':memory:' }),
      async (cloud) => {
        const figures: Figure[] = []
        for (const row of resent) {
          const { answers, replies, ...left } = await sendAtOnce(cloud, row, times)
          const figure = { bench: 'resends', unit: 'replies' }
          figures.push(
            { ...figure, what: `${row.action}, ${replies} at once: different replies`, value: answers.length, most: 1 },
            {
              ...{ bench: 'resends', unit: 'writes', most: 0 },
              what: `${row.action}, ${replies} at once: documents that one write does not leave`,
              value: isDeepStrictEqual(left, expectedAfter(row)) ? 0 : 1,
            },
          )
        }
        return figures
      },
    ),
}
