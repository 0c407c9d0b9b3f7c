import fc from 'fast-check'
import { decodeCursor, type PageQuery } from '../../src/cloud/store/page'
import { Table } from '../../src/cloud/store/table'
import { connect, type Connected } from './support/cloud'
import { aThing, things } from './support/things'

type Thing = Omit<ReturnType<typeof aThing>, '_id'>
let cloud: Connected
let table: Table<Thing>
beforeAll(async () => {
  cloud = await connect([things])
  table = new Table(cloud.sdk, things)
})
afterAll(() => cloud.close())

/** Every page from the first to the last, following the cursors. */
async function pages(query: Omit<PageQuery<Thing>, 'after'>) {
  const found: (readonly { readonly _id: string; readonly order: number }[])[] = []
  let cursor: string | null = null
  do {
    const after: PageQuery<Thing>['after'] = cursor === null ? null : decodeCursor(cursor, 'number')
    const page = await table.page({ ...query, after })
    found.push(page.rows)
    cursor = page.cursor
  } while (cursor !== null)
  return found
}

const fill = (group: string, orders: readonly number[]) =>
  // The ids go against the order, so that the order by value shows.
  cloud.database.insert(
    'things',
    orders.map((order, at) => ({
      ...aThing({ _id: `${group}-${String(999 - at)}`, group, order }),
      shape: 1,
      version: 1,
    })),
  )

const byOrder = (a: { order: number; _id: string }, b: { order: number; _id: string }) =>
  a.order - b.order || (a._id < b._id ? -1 : 1)

describe('a page', () => {
  it('of nothing is empty and the last', async () => {
    expect(await table.page({ where: { group: 'none' }, order: 'order', after: null, limit: 5 })).toEqual({
      rows: [],
      cursor: null,
    })
  })

  it('is the last when it takes just what is left', async () => {
    fill('four', [1, 2, 3, 4])
    const found = await pages({ where: { group: 'four' }, order: 'order', limit: 2 })
    expect(found.map((rows) => rows.length)).toEqual([2, 2])
  })

  it('ends where it is told to, that value included', async () => {
    fill('until', [1, 2, 2, 3])
    const upTo = async (direction: 'asc' | 'desc') =>
      (await pages({ where: { group: 'until' }, order: 'order', direction, until: 2, limit: 2 })).flat()
    expect((await upTo('asc')).map(({ order }) => order)).toEqual([1, 2, 2])
    expect((await upTo('desc')).map(({ order }) => order)).toEqual([3, 2, 2])
  })

  it('neither repeats nor loses a row when others come and go between the pages', async () => {
    fill('moving', [10, 20, 30, 40])
    const query = { where: { group: 'moving' }, order: 'order', limit: 2 } as const
    const first = await table.page({ ...query, after: null })
    cloud.database.remove('things', { _id: first.rows[0]?._id })
    cloud.database.insert('things', [{ ...aThing({ _id: 'moving-new', group: 'moving', order: 5 }), version: 1 }])
    const second = await table.page({ ...query, after: decodeCursor(first.cursor ?? '', 'number') })
    expect([...first.rows, ...second.rows].map(({ order }) => order)).toEqual([10, 20, 30, 40])
  })

  it('follows the cursors through every row exactly once, in order, however many are equal', async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 25 }),
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom('asc' as const, 'desc' as const),
        async (orders, limit, direction) => {
          const group = `run${run++}`
          fill(group, orders)
          const found = await pages({ where: { group }, order: 'order', direction, limit })
          const expected = cloud.database.find('things', { group }) as { _id: string; order: number }[]
          expected.sort((a, b) => (direction === 'asc' ? byOrder(a, b) : byOrder(b, a)))
          expect(found.flat().map(({ _id }) => _id)).toEqual(expected.map(({ _id }) => _id))
          expect(found.slice(0, -1).every((rows) => rows.length === limit)).toBe(true)
          expect(found.at(-1)?.length).toBe(orders.length === 0 ? 0 : ((orders.length - 1) % limit) + 1)
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('a cursor', () => {
  it.each([
    '',
    'garbage',
    Buffer.from('{}').toString('base64url'),
    Buffer.from('[1]').toString('base64url'),
    Buffer.from('[{"$gt":""},"x"]').toString('base64url'),
    Buffer.from('["a",{"$ne":1}]').toString('base64url'),
    Buffer.from('[null,"x"]').toString('base64url'),
  ])('that is none of ours, %j, is known as such', (cursor) => {
    expect([decodeCursor(cursor, 'string'), decodeCursor(cursor, 'number')]).toEqual([null, null])
  })

  it('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (cursor) => {
        expect(() => decodeCursor(cursor, 'string')).not.toThrow()
      }),
    )
  })
})
