import { startDemoCloud } from '../support/demo-cloud'
import { letMinutesPass, type Minutes } from '../support/proof/request-minutes'
import { withCloud } from './cloud'
import type { Bench, Figure } from './figure'

const run: Minutes = { requests: 320, runs: 3, minutes: 20 }

/** Reminders and escalations, with a timer that is repeated, overlaps with itself, and comes late. */
export const requestTimer: Bench = {
  name: 'request-timer',
  needs: ['cloud'],
  run: () =>
    withCloud(
      () => startDemoCloud({ dataFile: ':memory:' }),
      async (cloud) => {
        const result = await letMinutesPass(cloud, run)
        const figure = (what: string, value: number, most: number | null = 0): Figure => ({
          ...{ bench: 'request-timer', value, unit: 'messages', most },
          what: `${run.runs} runs a minute, and one an hour late: ${what}`,
        })
        return [
          {
            ...figure('reminders and escalations that had to be said', result.expected, null),
            ...{ least: 1, beside: `of ${result.requests} requests in ${result.runs} runs` },
          },
          figure('of these never said', result.missing),
          figure('said more than once', result.repeated),
          figure('said, and not due', result.unasked),
          {
            ...figure('requests that did not move by themselves just once', result.notMovedOnce),
            ...{ unit: 'requests', beside: `of ${result.moved}` },
          },
        ]
      },
    ),
}
