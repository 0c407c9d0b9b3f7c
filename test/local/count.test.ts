import fc from 'fast-check'
import type { CollectionSpec } from '../../src/cloud/store/spec'
import { Database } from '../../src/local/database/database'
import { newMeter } from '../../src/local/meter'

jest.setTimeout(60_000)

const cards: CollectionSpec = {
  name: 'cards',
  indexes: [
    { name: 'by_wall', fields: ['place', 'zone', 'finds', '_id'] },
    { name: 'by_stack', fields: ['place', 'zone', 'at', '_id'] },
    { name: 'by_finds', fields: ['finds', '_id'] },
  ],
}

function withCards(documents: readonly object[]): Database {
  const database = new Database(':memory:')
  database.ensureCollection(cards)
  database.insert(
    'cards',
    documents.map((one, at) => ({ _id: `card-${at}`, ...one })),
  )
  return database
}

// Often the same, so that something is found.
const value = fc.constantFrom<unknown>('a', 'a', 'a', 'a', 1, true, null, [], ['a'], ['a', 'b'], ['a', 'b'], { a: 1 })
const card = fc.record(
  { place: value, zone: value, finds: value, at: fc.constantFrom<unknown>(1, 2, [1, 2]) },
  { requiredKeys: [] },
)
const asked = fc.constantFrom<unknown>('a', 'a', 'a', 'b', 1, true, null, ['a'], { $gt: 0 })
const query = fc.record({ place: asked, zone: asked, finds: asked }, { requiredKeys: [] })

describe('counting', () => {
  it('gives as many as are found, whatever the documents and the question are', () => {
    fc.assert(
      fc.property(fc.array(card, { maxLength: 12 }), query, (documents, wanted) => {
        // MongoDB indexes one array of a document at most.
        const fit = documents.filter((one) => Object.values(one).filter(Array.isArray).length <= 1)
        const database = withCards(fit)
        const found = database.find('cards', wanted).length
        const counted = database.count('cards', wanted)
        database.close()
        expect(counted).toBe(found)
      }),
      { numRuns: 400 },
    )
  })

  it('is metered as if the documents had been read, and names its index', () => {
    const database = withCards([
      { place: 'a', zone: 'stack', finds: [], at: 1 },
      { place: 'a', zone: 'wall', finds: ['x', 'y'], at: 2 },
    ])
    const meter = newMeter()
    expect(database.count('cards', { place: 'a', zone: 'stack' }, { meter })).toBe(1)
    expect(meter.documentsRead).toBe(1)
    expect([...meter.plans]).toEqual(['cards: by_stack(2/4)'])
    database.close()
  })
})
