import type { LocalCloud } from '../../src/local/start'
import { byThreads, inOneProcess, raceFor, type Race } from '../../src/tools/support/proof/wish-race'
import { startProduct } from './support/cloud'

jest.setTimeout(240_000)

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())

/** Everybody was answered as they should be: those who won, and those who came too late. */
const fair = ({ rounds, people, places }: Race) => ({
  ...{ rounds, calls: rounds * people, shownNext: rounds * (people - places) },
  ...{ tooFew: 0, tooMany: 0, otherwise: 0, faults: [] },
})

describe('many people who claim one wish at once', () => {
  it.each([1, 2])('are one winner and 99 who see the next wish, in whatever order they come: lot %i', async (seed) => {
    const race = { rounds: 2, people: 100, places: 1 } as const
    expect(await raceFor(cloud, race, inOneProcess(cloud, seed))).toEqual(fair(race))
  })

  it('are two winners where it needs two', async () => {
    const race = { rounds: 2, people: 100, places: 2 } as const
    expect(await raceFor(cloud, race, inOneProcess(cloud, 4))).toEqual(fair(race))
  })

  it('are one winner also by the shipped bundle and the real SDK', async () => {
    const race = { rounds: 1, people: 50, places: 1 } as const
    expect(await raceFor(cloud, race, byThreads(cloud))).toEqual(fair(race))
  })

  it('are two winners by the shipped bundle, where it needs two', async () => {
    const race = { rounds: 1, people: 40, places: 2 } as const
    expect(await raceFor(cloud, race, byThreads(cloud))).toEqual(fair(race))
  })
})
