import fc from 'fast-check'
import { Query } from 'mingo'
import type { CollectionSpec } from '../../src/cloud/store/spec'
import { Database } from '../../src/local/database/database'
import { parseIndexField } from '../../src/local/database/index-rows'
import { compareKeys, keyOf } from '../../src/local/database/keys'
import { describePlan, planQuery, type PlannedIndex } from '../../src/local/database/plan'
import { newMeter } from '../../src/local/meter'
import { matcher } from '../../src/local/database/query'
import { adoptFields, type Fields, type Value } from '../../src/local/database/values'

jest.setTimeout(60_000)

const anIndex = (name: string, fields: string[], overrides: Partial<PlannedIndex> = {}): PlannedIndex => ({
  name,
  fields: fields.map(parseIndexField),
  unique: false,
  several: 0,
  ...overrides,
})

describe('the planner', () => {
  const indexes = [
    anIndex('byOwner', ['owner', '-at', '_id']),
    anIndex('byCode', ['code'], { unique: true }),
    anIndex('byTag', ['tags', 'at'], { several: 1 }),
  ]
  const plan = (query: Fields, ...order: string[]) => {
    const fields = order.map(parseIndexField)
    return describePlan(planQuery(indexes, query, fields), fields)
  }

  it.each<[string, Fields, string[], string]>([
    ['an id', { _id: 'x', owner: 'u' }, [], '_id_(1/1)'],
    ['some ids', { _id: { $in: ['x', 'y'] } }, [], '_id_(1/1)'],
    ['a unique key before others', { code: 'x', owner: 'u', at: 1 }, [], 'byCode(1/1)'],
    ['a prefix in the order of the index', { owner: 'u' }, ['-at', '_id'], 'byOwner(1/3), in order'],
    ['the reversed order', { owner: 'u' }, ['at', '-_id'], 'byOwner(1/3), in order'],
    ['a mixed order', { owner: 'u' }, ['at', '_id'], 'byOwner(1/3), sorted in memory'],
    ['a range in order', { owner: 'u', at: { $lt: 5 } }, ['-at'], 'byOwner(2/3), in order'],
    ['several values in no order', { owner: { $in: ['u', 'v'] } }, ['-at'], 'byOwner(1/3), sorted in memory'],
    [
      'several values in the order of the index',
      { owner: { $in: ['u', 'v'] } },
      ['owner', '-at'],
      'byOwner(1/3), in order',
    ],
    ['a condition inside $and', { $and: [{ n: 1 }, { owner: 'u' }] }, [], 'byOwner(1/3)'],
    ['alternatives', { $or: [{ owner: 'u' }, { code: 'c' }] }, ['at'], 'byOwner or byCode, sorted in memory'],
    ['alternatives beside a condition', { owner: 'u', $or: [{ n: 1 }, { n: 2 }] }, [], 'byOwner(1/3)'],
    [
      'alternatives within alternatives',
      { $or: [{ $or: [{ owner: 'u' }, { _id: 'x' }] }, { code: 'c' }] },
      [],
      'byOwner or _id_ or byCode',
    ],
    ['an element of an array', { tags: 'x' }, [], 'byTag(1/2)'],
    ['an element of an array, in the order behind it', { tags: 'x' }, ['-at'], 'byTag(1/2), in order'],
    ['an array is never in order', { tags: 'x' }, ['tags'], 'byTag(1/2), sorted in memory'],
    ['several elements of an array in no order', { tags: { $in: ['x', 'y'] } }, ['at'], 'byTag(1/2), sorted in memory'],
    ['a range behind an element of an array', { tags: 'x', at: { $gt: 1, $lt: 5 } }, ['at'], 'byTag(2/2), in order'],
    ['all elements', { tags: { $all: ['x', 'y'] } }, [], 'byTag(1/2)'],
    ['a missing field', { owner: { $exists: false } }, [], 'byOwner(1/3)'],
    ['the start of a text', { code: /^ab/ }, [], 'byCode(1/1)'],
    ['nothing but an order', {}, ['-owner', 'at'], 'byOwner(0/3), in order'],
    ['nothing', {}, [], 'scan'],
    ['an alternative without an index', { $or: [{ owner: 'u' }, { n: 1 }] }, [], 'scan'],
    ['a pattern in the middle', { code: /ab/ }, [], 'scan'],
    ['what is not so', { owner: { $ne: 'u' }, code: { $nin: ['x'] } }, [], 'scan'],
    ['a second field only', { at: 1 }, [], 'scan'],
    ['an order beside a condition without an index', { n: 1 }, ['owner'], 'scan'],
  ])('finds by %s', (_, query, order, expected) => {
    expect(plan(query, ...order)).toBe(expected)
  })
})

/** Few names and values, so that documents and queries meet. */
const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value>(
    null,
    true,
    false,
    0,
    1,
    2,
    3,
    -1,
    1.5,
    -1e9,
    2 ** 40,
    '',
    'a',
    'ab',
    'b',
    '家',
    '\0',
    '\u0001a',
  ),
  fc.integer({ min: 0, max: 3 }).map((n) => new Date(n * 1000)),
  fc.constantFrom<Value>({}, { x: 1 }, { x: 'a' }),
)
/** Numbers meet in ranges, where arrays and signs are difficult. */
const number = fc.constantFrom<Value>(-1e9, -2, -1, 0, 1, 1.5, 2, 3)
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 2, arbitrary: number },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(number, { maxLength: 3 }) },
)
const nested = fc.oneof(
  value,
  fc.record({ x: value }, { requiredKeys: [] }),
  fc.array(fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }), { maxLength: 2 }),
)
const documents = fc
  .array(fc.record({ a: value, b: scalar, c: nested }, { requiredKeys: [] }), { maxLength: 14 })
  .map((list) => list.map((fields, i) => adoptFields({ ...fields, _id: i % 5 === 4 ? i : `d${i}` })))

const path = fc.constantFrom('a', 'b', 'c', 'c.x', 'c.y', '_id')
const operand: fc.Arbitrary<Value> = fc.oneof(scalar, fc.constantFrom<Value>('d1', 'd7', 4))
const condition: fc.Arbitrary<Value> = fc.oneof(
  operand,
  value,
  fc.constantFrom<Value>(/^a/, /b/),
  fc.record({ $eq: operand }),
  fc.record({ $in: fc.array(operand, { maxLength: 3 }) }),
  fc.record({ $gt: operand, $lte: operand }, { requiredKeys: [] }).filter((o) => Object.keys(o).length > 0),
  fc.record({ $gte: operand, $lt: operand }, { requiredKeys: [] }).filter((o) => Object.keys(o).length > 0),
  fc.record({ $gt: number, $lt: number }),
  fc.record({ $gte: number, $lte: number }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $ne: operand }),
  fc.record({ $nin: fc.array(operand, { maxLength: 2 }) }),
  fc.record({ $all: fc.array(operand, { minLength: 1, maxLength: 2 }) }),
  fc.record({ $elemMatch: fc.record({ x: operand, y: operand }, { requiredKeys: ['x'] }) }),
  fc.record({ $elemMatch: fc.record({ $gte: operand }) }),
  fc.record({ $size: fc.integer({ min: 0, max: 2 }) }),
)
const plain: fc.Arbitrary<Fields> = fc
  .array(fc.tuple(path, condition), { maxLength: 3 })
  .map((entries) => Object.fromEntries(entries))
const query: fc.Arbitrary<Fields> = fc.oneof(
  { weight: 3, arbitrary: plain },
  {
    weight: 1,
    arbitrary: fc
      .tuple(plain, fc.array(plain, { minLength: 1, maxLength: 2 }), fc.constantFrom('$or', '$and', '$nor'))
      .map(([rest, parts, operator]): Fields => ({ ...rest, [operator]: parts })),
  },
)
const indexFields = fc
  .uniqueArray(path, { minLength: 1, maxLength: 3 })
  .chain((paths) => fc.tuple(...paths.map((name) => fc.constantFrom(name, `-${name}`))))
const order = fc
  .uniqueArray(path, { maxLength: 2 })
  .chain((paths) => fc.tuple(...paths.map((name) => fc.tuple(fc.constant(name), fc.constantFrom(1, -1)))))

/** Parallel arrays cannot be indexed, as in MongoDB; such documents are left out. */
function fill(database: Database, list: readonly Fields[]): Fields[] {
  return list.filter((document) => {
    try {
      database.insert('c', [document])
      return true
    } catch (error) {
      if (error instanceof Error && error.message.includes('parallel arrays')) return false
      throw error
    }
  })
}

describe('whatever the documents, indexes and query', () => {
  it('the planned result is that of a plain scan', () => {
    fc.assert(
      fc.property(documents, fc.array(indexFields, { maxLength: 3 }), query, order, (list, indexes, where, sort) => {
        const names = indexes.map((fields, i) => ({ name: `i${i}`, fields }))
        const spec: CollectionSpec = { name: 'c', indexes: names }
        const database = new Database(':memory:')
        database.ensureCollection(spec)
        const stored = fill(database, list)
        // The matcher decides, and has its cases elsewhere; a plan may neither lose nor add anything.
        const wanted = stored.filter(matcher(adoptFields(where)))
        const ids = (found: readonly Fields[]) => found.map(({ _id }) => keyOf(_id ?? null)).sort(compareKeys)
        const sorting = Object.fromEntries(sort)
        const found = database.find('c', where, { order: sorting })
        expect(ids(found)).toEqual(ids(wanted))
        // The order is the same as that of a collection without any index.
        const plainDatabase = new Database(':memory:')
        plainDatabase.createCollection('c')
        fill(plainDatabase, stored)
        const total = { ...sorting, ...('_id' in sorting ? {} : { _id: 1 }) }
        expect(database.find('c', where, { order: total })).toEqual(plainDatabase.find('c', where, { order: total }))
        expect(database.find('c', where, { order: total, offset: 1, limit: 3 })).toEqual(
          plainDatabase.find('c', where, { order: total }).slice(1, 4),
        )
        database.close()
        plainDatabase.close()
      }),
      { numRuns: 300 },
    )
  })

  it('a range over numbers and arrays misses nothing', () => {
    const held = fc.oneof(number, fc.array(number, { maxLength: 3 }))
    const edge = fc.constantFrom('$gt', '$gte', '$lt', '$lte')
    const range = fc.array(fc.tuple(edge, number), { minLength: 1, maxLength: 2 })
    fc.assert(
      fc.property(fc.array(held, { maxLength: 8 }), range, (list, edges) => {
        const database = new Database(':memory:')
        database.ensureCollection({ name: 'c', indexes: [{ name: 'a', fields: ['a'] }] })
        const where = adoptFields({ a: Object.fromEntries(edges) })
        const stored = list.map((a, i) => adoptFields({ _id: `d${i}`, a }))
        database.insert('c', stored)
        const found = database.find('c', where, { scans: 'refuse', order: { _id: 1 } })
        expect(found).toEqual(stored.filter((document) => new Query(where).test(document)))
        database.close()
      }),
      { numRuns: 300 },
    )
  })

  it('one element of an array is found in the order behind it, each document once', () => {
    const list = fc.array(
      fc.record({
        tags: fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 4 }),
        at: fc.integer({ min: 0, max: 4 }),
      }),
      { maxLength: 20 },
    )
    const bound = fc.integer({ min: 0, max: 4 })
    fc.assert(
      fc.property(list, bound, bound, fc.constantFrom(1, -1), (rows, low, high, way) => {
        const database = new Database(':memory:')
        database.ensureCollection({ name: 'c', indexes: [{ name: 'byTag', fields: ['tags', 'at', '_id'] }] })
        const plainDatabase = new Database(':memory:')
        plainDatabase.createCollection('c')
        for (const one of [database, plainDatabase])
          one.insert(
            'c',
            rows.map((row, at) => adoptFields({ ...row, _id: `d${at}` })),
          )
        const where = adoptFields({ tags: 'x', at: { $gte: low, $lte: high } })
        const meter = newMeter()
        const order = { at: way, _id: way }
        expect(database.find('c', where, { order, limit: 3, meter })).toEqual(
          plainDatabase.find('c', where, { order, limit: 3 }),
        )
        expect([...meter.plans]).toEqual(['c: byTag(2/3), in order'])
        database.close()
        plainDatabase.close()
      }),
      { numRuns: 200 },
    )
  })

  it('the index follows every change', () => {
    const change = fc.record({
      id: fc.integer({ min: 0, max: 6 }),
      fields: fc.record({ a: value, b: scalar }, { requiredKeys: [] }),
    })
    fc.assert(
      fc.property(fc.array(fc.option(change), { maxLength: 12 }), value, (changes, wanted) => {
        const database = new Database(':memory:')
        database.ensureCollection({ name: 'c', indexes: [{ name: 'a', fields: ['a', '-b'] }] })
        for (const [i, step] of changes.entries()) {
          if (step) database.modify('c', { _id: `d${step.id}` }, step.fields, { upsert: true })
          else database.remove('c', { _id: `d${i % 7}` })
        }
        const all = database.find('c')
        const expected = all.filter(matcher(adoptFields({ a: wanted })))
        expect(database.find('c', { a: wanted }, { order: { _id: 1 } })).toEqual(
          expected.sort((a, b) => compareKeys(keyOf(a._id ?? null), keyOf(b._id ?? null))),
        )
        // Walked from end to end, the index has every document once.
        expect(database.find('c', {}, { order: { a: 1, b: -1 } })).toHaveLength(all.length)
        database.close()
      }),
      { numRuns: 150 },
    )
  })
})

describe('keys', () => {
  it('are ordered as the values', () => {
    const ascending: Value[] = [
      null,
      -1e9,
      -1.5,
      0,
      1e-9,
      1,
      2 ** 40,
      '',
      '\0',
      '\u0001',
      'a',
      'a\0',
      'aa',
      '家',
      '！',
      '😀',
    ]
    ascending.push({}, [], false, true, new Date(-1), new Date(0), new Date(1e12))
    const keys = ascending.map(keyOf)
    expect([...keys].sort(compareKeys)).toEqual(keys)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('are compared by code point, as SQLite and MongoDB do', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(Math.sign(compareKeys(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))))
      }),
    )
  })
})
