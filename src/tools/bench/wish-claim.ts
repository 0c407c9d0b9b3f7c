import type { LocalCloud } from '../../local/start'
import { startDemoCloud } from '../support/demo-cloud'
import { byThreads, inOneProcess, raceFor, type Api, type Race } from '../support/proof/wish-race'
import { withCloud } from './cloud'
import type { Bench, Figure } from './figure'

const people = 100
const seed = 20261122

interface Run {
  readonly how: string
  readonly api: (cloud: LocalCloud) => Api
  readonly race: Race
}
const drawn = { how: 'any order of theirs', api: (cloud: LocalCloud) => inOneProcess(cloud, seed) } as const
const real = { how: 'real SDK, 4 instances', api: byThreads } as const
const runs: readonly Run[] = [
  { ...real, race: { rounds: 40, people, places: 1 } },
  { ...real, race: { rounds: 20, people, places: 2 } },
  { ...drawn, race: { rounds: 1000, people, places: 1 } },
  { ...drawn, race: { rounds: 250, people, places: 2 } },
]

/** A hundred people claim one wish at once, a thousand times over: as many win as it needs, and know it. */
export const wishClaim: Bench = {
  name: 'wish-claim',
  needs: ['cloud'],
  run: ({ log }) =>
    withCloud(
      () => startDemoCloud({ dataFile: ':memory:' }),
      async (cloud) => {
        const figures: Figure[] = []
        for (const { how, api, race } of runs) {
          log(`${race.rounds} rounds of ${people} people, ${how}`)
          const { calls, shownNext, tooFew, tooMany, otherwise, faults } = await raceFor(cloud, race, api(cloud))
          for (const fault of [...new Set(faults)].slice(0, 10)) log(fault)
          const who = race.places === 1 ? 'one helper' : 'two helpers'
          const figure = (what: string, value: number, most: number | null = 0, unit = 'rounds'): Figure => ({
            ...{ bench: 'wish-claim', value, unit, most },
            what: `${people} people claim a wish for ${who}, ${how}: ${what}`,
          })
          figures.push(
            { ...figure('rounds', race.rounds, null), least: race.rounds, beside: `${calls} calls` },
            figure('more winners than places', tooMany),
            figure('fewer winners than places', tooFew),
            figure('the wish says something else than its winners were told', otherwise),
            figure('answered neither with a place nor with the next wish', faults.length, 0, 'calls'),
            {
              ...figure('too late, and shown the next wish', shownNext, null, 'calls'),
              least: race.rounds * (people - race.places),
            },
          )
        }
        return figures
      },
    ),
}
