import path from 'node:path'
import { startDemoCloud } from '../support/demo-cloud'
import { reachAfterAll, type ReachWorld } from '../support/proof/notice-reach'
import { inFolder } from './cloud'
import type { Bench, Figure } from './figure'

const world: ReachWorld = { buildings: 20, rooms: 175, steps: 1500, seed: 20261122 }

/** Whom a notice reached, counted after a random history with resends, lost replies and a crash, against a model. */
export const noticeReach: Bench = {
  name: 'notice-reach',
  needs: ['cloud'],
  run: ({ log }) =>
    inFolder(async (folder) => {
      const start = () => startDemoCloud({ dataFile: path.join(folder, 'data.db'), empty: true })
      const { compared, wrong, openings, ticks, lost, refused, trips, thrice } = await reachAfterAll(start, world)
      for (const one of wrong.slice(0, 20)) log(one)
      const figure = (what: string, value: number, most: number | null, unit = 'figures'): Figure => ({
        ...{ bench: 'notice-reach', value, unit, most },
        what: `${world.buildings} buildings, ${world.buildings * world.rooms} households: ${what}`,
      })
      return [
        { ...figure('figures compared with the model', compared, null), least: 100 },
        figure('figures that are wrong', wrong.length, 0),
        figure('people who opened it', openings, null, 'people'),
        figure('ticks, also undone ones', ticks, null, 'ticks'),
        figure('calls whose reply was lost, sent again', lost, null, 'calls'),
        figure('calls refused', refused, 0, 'calls'),
        figure('visiting list: database round trips', trips, 3, 'calls'),
        { ...figure('a tick sent three times stands', thrice, 1, 'times'), least: 1 },
      ]
    }),
}
