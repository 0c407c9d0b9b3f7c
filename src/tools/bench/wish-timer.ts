import { startDemoCloud } from '../support/demo-cloud'
import { letWishesWait, type Minutes } from '../support/proof/wish-minutes'
import { withCloud } from './cloud'
import type { Bench, Figure } from './figure'

const run: Minutes = { wishes: 360, runs: 3, minutes: 20 }

/** Reminders and escalations of wishes, with a timer that is repeated, overlaps with itself, and comes late. */
export const wishTimer: Bench = {
  name: 'wish-timer',
  needs: ['cloud'],
  run: () =>
    withCloud(
      () => startDemoCloud({ dataFile: ':memory:' }),
      async (cloud) => {
        const result = await letWishesWait(cloud, run)
        const figure = (what: string, value: number, most: number | null = 0): Figure => ({
          ...{ bench: 'wish-timer', value, unit: 'messages', most },
          what: `wishes, ${run.runs} runs a minute, and one an hour late: ${what}`,
        })
        return [
          {
            ...figure('reminders and escalations that had to be said', result.expected, null),
            ...{ least: 1, beside: `of ${result.wishes} wishes in ${result.runs} runs` },
          },
          figure('of these never said', result.missing),
          figure('said more than once', result.repeated),
          figure('said, and not due', result.unasked),
          figure('of what happened by itself, said more than once', result.movesRepeated),
          {
            ...figure('wishes that did not move by themselves just once', result.notMovedOnce),
            ...{ unit: 'wishes', beside: `of ${result.moved}` },
          },
        ]
      },
    ),
}
