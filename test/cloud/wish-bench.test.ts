import type { LocalCloud } from '../../src/local/start'
import { letWishesWait } from '../../src/tools/support/proof/wish-minutes'
import { startProduct } from './support/cloud'

let cloud: LocalCloud
beforeEach(async () => {
  cloud = await startProduct()
})
afterEach(() => cloud.close())

describe('the timer over wishes, three times over each minute and then an hour late', () => {
  it('says each reminder and escalation once to each whom it concerns, and forgets nobody', async () => {
    const run = { wishes: 48, runs: 3, minutes: 4 }
    const { expected, missing, repeated, unasked, moved, notMovedOnce, movesRepeated } = await letWishesWait(cloud, run)
    expect({ missing, repeated, unasked, notMovedOnce, movesRepeated }).toEqual({
      ...{ missing: 0, repeated: 0, unasked: 0, notMovedOnce: 0, movesRepeated: 0 },
    })
    expect(expected).toBeGreaterThan(48)
    expect(moved).toBeGreaterThan(3)
  }, 180_000)
})
