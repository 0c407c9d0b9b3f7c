import type { LocalCloud } from '../../src/local/start'
import { costs, priceOf, startPriced, unpriced } from '../../src/tools/bench/costs'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startPriced()
})
afterAll(() => cloud.close())

describe('what an action costs the database', () => {
  it.each(costs.map((row) => [`${row.action}, ${row.situation}`, row] as const))(
    '%s: exactly what the table says',
    async (_, row) => {
      expect(await priceOf(cloud, row)).toEqual(row.cost)
    },
  )

  it('stands in the table for every action', () => {
    expect(unpriced()).toEqual([])
  })

  it('is asked of an action that the table does not know', () => {
    expect(unpriced(['door.open', 'wall.paint'])).toEqual(['wall.paint'])
  })
})
