import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { collection, fieldsOf, NewerShape, upgrade, type OldFields } from '../../src/cloud/store/collection'
import { definitions } from '../../src/cloud/store/documents'
import { Table } from '../../src/cloud/store/table'
import { connect, type Connected } from './support/cloud'

/** A collection with a history: `label` became `title`, then the tags came. */
const notes = collection({
  name: 'notes',
  shape: 3,
  upgrades: {
    1: ({ label, ...rest }) => ({ ...rest, title: label }),
    2: (old) => ({ ...old, tags: [] }),
  },
  retired: ['label'],
  indexes: [{ name: 'by_title', fields: ['title', '_id'] }],
  schema: v.object({ title: v.string(), tags: v.array(v.string()) }),
})

describe('a document of an earlier shape', () => {
  let cloud: Connected
  let table: Table<v.InferOutput<typeof notes.schema>>
  beforeAll(async () => {
    cloud = await connect([notes])
    table = new Table(cloud.sdk, notes)
    cloud.database.insert('notes', [
      { _id: 'first', label: '停水', shape: 1, version: 4 },
      { _id: 'unnumbered', label: '停电', version: 1 },
      { _id: 'second', title: '停气', shape: 2, version: 2 },
      { _id: 'third', title: '停暖', tags: ['冬天'], shape: 3, version: 1 },
      { _id: 'newer', title: '将来', tags: [], shape: 4, version: 1 },
    ])
  })
  afterAll(() => cloud.close())

  it.each([
    ['first', { _id: 'first', title: '停水', tags: [], shape: 3, version: 4 }],
    ['unnumbered', { _id: 'unnumbered', title: '停电', tags: [], shape: 3, version: 1 }],
    ['second', { _id: 'second', title: '停气', tags: [], shape: 3, version: 2 }],
    ['third', { _id: 'third', title: '停暖', tags: ['冬天'], shape: 3, version: 1 }],
  ])('is read as one of today’s: %s', async (id, row) => {
    expect(await table.find(id)).toEqual(row)
  })

  it('is the same in a page', async () => {
    const { rows } = await table.page({ where: { title: '停气' }, order: 'title', after: null, limit: 1 })
    expect(rows).toEqual([{ _id: 'second', title: '停气', tags: [], shape: 3, version: 2 }])
  })

  it('stays as it is until it is written, and then keeps nothing of the old shape', async () => {
    const row = await table.find('first')
    expect(cloud.database.get('notes', 'first')).toMatchObject({ label: '停水', shape: 1 })
    expect(row && (await table.replace({ ...row, tags: ['夏天'] }))).toBe(true)
    expect(cloud.database.get('notes', 'first')).toEqual({
      _id: 'first',
      title: '停水',
      tags: ['夏天'],
      shape: 3,
      version: 5,
    })
  })

  it('is not read at all when it comes from a newer release', async () => {
    await expect(table.find('newer')).rejects.toThrow(NewerShape)
    const page = table.page({ where: { title: '将来' }, order: 'title', after: null, limit: 1 })
    await expect(page).rejects.toThrow('shape 4, which this release does not know')
  })

  it('whose upgrade is missing is a fault, and not a guess', () => {
    const gap = { ...notes, upgrades: { 2: notes.upgrades[2]! } }
    expect(() => upgrade(gap, { _id: 'x', shape: 1, version: 1 })).toThrow('notes has no upgrade from shape 1')
  })
})

/** One document of each shape there ever was, kept as it was stored. */
const shapes = Object.values(definitions).flatMap((definition) =>
  Array.from({ length: definition.shape }, (_, at) => ({ name: definition.name, shape: at + 1, definition })),
)

describe('the kept sample', () => {
  const fileOf = (name: string, shape: number) => path.join(__dirname, 'samples', name, `${shape}.json`)
  const sample = (name: string, shape: number) => JSON.parse(readFileSync(fileOf(name, shape), 'utf8')) as OldFields

  it.each(shapes)('of $name in shape $shape is there', ({ name, shape }) => {
    expect(existsSync(fileOf(name, shape))).toBe(true)
    expect(sample(name, shape)).toMatchObject({ _id: expect.any(String), shape, version: expect.any(Number) })
  })

  it.each(shapes)(
    'of $name in shape $shape becomes today’s shape, with no field too many',
    ({ name, shape, ...rest }) => {
      const {
        _id,
        shape: now,
        version: _,
        ...fields
      } = upgrade<object>(rest.definition, sample(name, shape)) as OldFields
      expect(now).toBe(rest.definition.shape)
      expect(v.parse(rest.definition.schema, fields)).toEqual(fields)
    },
  )

  it.each(shapes)(
    'of $name in shape $shape has no field that a replace would leave behind',
    ({ name, shape, ...rest }) => {
      const kept = ['_id', 'shape', 'version', ...fieldsOf(rest.definition)]
      expect(Object.keys(sample(name, shape)).filter((field) => !kept.includes(field))).toEqual([])
    },
  )
})
