import * as v from 'valibot'
import type { Definition } from '../../src/cloud/store/collection'
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

const fill = (group: string, orders: readonly number[]) =>
  cloud.database.insert(
    'things',
    orders.map((order, at) => ({
      ...aThing({ _id: `${group}-${at}`, group, order, label: `${group} ${at}` }),
      shape: 1,
      version: 1,
    })),
  )
const newest = (group: string) => ({ where: { group }, order: 'order', direction: 'desc' }) as const

describe('a scan', () => {
  it('reads the wanted fields only, of a list’s items too', async () => {
    cloud.database.insert('things', [{ ...aThing({ _id: 'lean', group: 'lean' }), shape: 1, version: 3 }])
    const { rows } = await table.scan(newest('lean'), { label: true, parts: ['name'] }, { most: 5 })
    expect(rows).toEqual([
      { _id: 'lean', label: 'label of lean', order: 1, parts: [{ name: 'lid' }], shape: 1, version: 3 },
    ])
  })

  it('goes through all batches in order, and loses nothing between equal values', async () => {
    fill('many', [3, 2, 2, 2, 2, 1, 5, 2])
    const { rows, cut } = await table.scan(newest('many'), { order: true }, { most: 100, batch: 3 })
    expect(rows.map(({ order }) => order)).toEqual([5, 3, 2, 2, 2, 2, 2, 1])
    expect(new Set(rows.map(({ _id }) => _id)).size).toBe(8)
    expect(cut).toBe(false)
  })

  it.each([
    [4, true],
    [5, false],
    [6, false],
  ])('of five takes at most %i, and says where there were more', async (most, cut) => {
    const group = `most-${most}`
    fill(group, [1, 2, 3, 4, 5])
    const found = await table.scan(newest(group), { order: true }, { most, batch: 2 })
    expect(found.rows.map(({ order }) => order)).toEqual([5, 4, 3, 2, 1].slice(0, most))
    expect(found.cut).toBe(cut)
  })

  it('ends where it is told to', async () => {
    fill('until', [1, 2, 3])
    const { rows } = await table.scan({ ...newest('until'), until: 2 }, { order: true }, { most: 9 })
    expect(rows.map(({ order }) => order)).toEqual([3, 2])
  })

  it('reads a document of an older shape whole, so that it can be understood', async () => {
    const renamed: Definition<Pick<Thing, 'group' | 'order'> & { title: string }> = {
      ...things,
      shape: 2,
      upgrades: { 1: ({ label, ...rest }) => ({ ...rest, title: label }) },
      schema: v.object({ group: v.string(), order: v.number(), title: v.string() }),
    }
    fill('old', [1])
    cloud.database.insert('things', [{ _id: 'new', group: 'old', order: 2, title: 'named', shape: 2, version: 1 }])
    const { rows } = await new Table(cloud.sdk, renamed).scan(newest('old'), { title: true }, { most: 9 })
    expect(rows.map(({ title }) => title)).toEqual(['named', 'old 0'])
  })
})

describe('a count', () => {
  it('stops at a value of an indexed field', async () => {
    fill('counted', [1, 2, 2, 3])
    expect(await table.count({ group: 'counted' })).toBe(4)
    expect(await table.count({ group: 'counted' }, { order: 2 })).toBe(3)
  })
})
