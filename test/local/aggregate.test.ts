import fc from 'fast-check'
import { Database } from '../../src/local/database/database'
import type { Stage } from '../../src/local/database/aggregate/pipeline'
import type { Fields, Value } from '../../src/local/database/values'
import { newMeter } from '../../src/local/meter'

let database: Database
const stages = (...list: Fields[]): Stage[] =>
  list.map((stage) => ({ name: Object.keys(stage)[0] ?? '', value: Object.values(stage)[0] ?? null }))
const run = (...list: Fields[]) => database.aggregate('rows', stages(...list))

beforeEach(() => {
  database = new Database(':memory:')
  database.ensureCollection({ name: 'rows', indexes: [{ name: 'owner_n', fields: ['owner', 'n'] }] })
  database.ensureCollection({ name: 'people', indexes: [{ name: 'name', fields: ['name'] }] })
})
afterEach(() => database.close())

describe('a stage', () => {
  beforeEach(() => {
    database.insert('rows', [
      { _id: '1', owner: 'ann', n: 1, tags: ['x', 'y'], place: { town: 'A', street: 's' } },
      { _id: '2', owner: 'ann', n: 5, tags: [], place: { town: 'B' } },
      { _id: '3', owner: 'bob', n: 3, tags: ['x'] },
      { _id: '4', owner: 'eve', n: null },
    ])
  })
  const ids = (...list: Fields[]) => run(...list).map(({ _id }) => _id)

  it.each<[string, Fields[], Value]>([
    [
      '$match after another stage',
      [{ $addFields: { m: '$n' } }, { $match: { m: { $gte: 3 } } }, { $project: { n: 1 } }],
      [
        { _id: '2', n: 5 },
        { _id: '3', n: 3 },
      ],
    ],
    [
      '$sort with null first, then $skip and $limit',
      [{ $sort: { n: 1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { _id: 1 } }],
      [{ _id: '1' }, { _id: '3' }],
    ],
    [
      '$group with its accumulators',
      [
        { $match: { owner: 'ann' } },
        {
          $group: {
            _id: '$owner',
            sum: { $sum: '$n' },
            count: { $sum: 1 },
            avg: { $avg: '$n' },
            min: { $min: '$n' },
            max: { $max: '$n' },
            first: { $first: '$_id' },
            last: { $last: '$_id' },
            all: { $push: '$place.street' },
          },
        },
      ],
      [{ _id: 'ann', sum: 6, count: 2, avg: 3, min: 1, max: 5, first: '1', last: '2', all: ['s'] }],
    ],
    [
      '$group by what is missing, which is null',
      [{ $group: { _id: '$place.town', n: { $sum: 1 } } }, { $sort: { _id: 1 } }],
      [
        { _id: null, n: 2 },
        { _id: 'A', n: 1 },
        { _id: 'B', n: 1 },
      ],
    ],
    [
      '$group of nothing that is a number',
      [
        { $match: { _id: '4' } },
        { $group: { _id: null, sum: { $sum: '$n' }, avg: { $avg: '$n' }, max: { $max: '$n' } } },
      ],
      [{ _id: null, sum: 0, avg: null, max: null }],
    ],
    [
      '$group with each value once',
      [{ $unwind: '$tags' }, { $group: { _id: null, tags: { $addToSet: '$tags' } } }],
      [{ _id: null, tags: ['x', 'y'] }],
    ],
    [
      '$unwind, which drops empty lists',
      [{ $unwind: '$tags' }, { $project: { tags: 1 } }],
      [
        { _id: '1', tags: 'x' },
        { _id: '1', tags: 'y' },
        { _id: '3', tags: 'x' },
      ],
    ],
    [
      '$unwind that keeps and counts them',
      [
        { $unwind: { path: '$tags', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true } },
        { $match: { _id: { $in: ['2', '3'] } } },
        { $project: { tags: 1, i: 1 } },
      ],
      [
        { _id: '2', i: null },
        { _id: '3', tags: 'x', i: 0 },
      ],
    ],
    [
      '$unwind of what is no list',
      [{ $match: { _id: '1' } }, { $unwind: '$owner' }, { $project: { owner: 1 } }],
      [{ _id: '1', owner: 'ann' }],
    ],
    [
      '$project by dropping',
      [{ $match: { _id: '1' } }, { $project: { _id: 0, n: 0, tags: 0, 'place.town': 0 } }],
      [{ owner: 'ann', place: { street: 's' } }],
    ],
    [
      '$project by computing',
      [{ $match: { _id: '1' } }, { $project: { _id: 0, where: { town: '$place.town' }, word: 'n', list: ['$n'] } }],
      [{ where: { town: 'A' }, word: 'n', list: [1] }],
    ],
    [
      '$project inside an object',
      [{ $match: { _id: '1' } }, { $project: { place: { street: true } } }],
      [{ _id: '1', place: { street: 's' } }],
    ],
    [
      '$addFields inside an object',
      [{ $match: { _id: '2' } }, { $addFields: { 'place.code': { $add: ['$n', 1] } } }, { $project: { place: 1 } }],
      [{ _id: '2', place: { town: 'B', code: 6 } }],
    ],
    ['$replaceRoot', [{ $match: { _id: '1' } }, { $replaceRoot: { newRoot: '$place' } }], [{ town: 'A', street: 's' }]],
    ['$count', [{ $match: { owner: 'ann' } }, { $count: 'total' }], [{ total: 2 }]],
    ['$count of nothing', [{ $match: { owner: 'nobody' } }, { $count: 'total' }], []],
    [
      '$sortByCount',
      [{ $unwind: '$tags' }, { $sortByCount: '$tags' }],
      [
        { _id: 'x', count: 2 },
        { _id: 'y', count: 1 },
      ],
    ],
  ])('%s', (_, list, expected) => {
    expect(run(...list)).toEqual(expected)
  })

  it('$lookup finds by a value, by an element, and null for what is missing', () => {
    database.insert('people', [{ _id: 'p1', name: 'x', town: 1 }, { _id: 'p2', name: 'y' }, { _id: 'p3' }])
    const lookup = { $lookup: { from: 'people', localField: 'tags', foreignField: 'name', as: 'found' } }
    const found = run(lookup, { $project: { found: '$found._id' } })
    expect(found).toEqual([
      { _id: '1', found: ['p1', 'p2'] },
      { _id: '2', found: [] },
      { _id: '3', found: ['p1'] },
      { _id: '4', found: ['p3'] },
    ])
  })

  it.each<[string, Fields]>([
    ['$bucket', { $bucket: { groupBy: '$n', boundaries: [0, 2] } }],
    ['$facet', { $facet: { a: [] } }],
    ['$geoNear', { $geoNear: {} }],
    ['$sample', { $sample: { size: 1 } }],
    ['$out', { $out: 'rows' }],
    ['$lookup with a pipeline', { $lookup: { from: 'people', let: {}, pipeline: [], as: 'found' } }],
    ['the accumulator $stdDevPop', { $group: { _id: null, x: { $stdDevPop: '$n' } } }],
    ['the query operator $where', { $match: { $where: 'true' } }],
    ['constructor', { constructor: 1 }],
  ])('says that %s is not supported', (what, stage) => {
    expect(() => run({ $match: { owner: 'ann' } }, stage)).toThrow(`${what} is not supported by the local cloud yet`)
  })

  it.each<[string, Fields]>([
    ['no limit', { $limit: 0 }],
    ['a sort without fields', { $sort: {} }],
    ['a sort by a word', { $sort: { n: 'up' } }],
    ['a projection that keeps and drops', { $project: { n: 1, owner: 0 } }],
    ['a projection of a field and a part of it', { $project: { place: 1, 'place.town': 1 } }],
    ['an empty projection', { $project: {} }],
    ['a group without _id', { $group: { n: { $sum: 1 } } }],
    ['a group with a plain value', { $group: { _id: null, n: 1 } }],
    ['an unwind without "$"', { $unwind: 'tags' }],
    ['a lookup without "as"', { $lookup: { from: 'people', localField: 'a', foreignField: 'name' } }],
    ['a root that is no object', { $replaceRoot: { newRoot: '$n' } }],
    ['an empty name for a count', { $count: '' }],
  ])('refuses %s', (_, stage) => {
    expect(() => run({ $match: { owner: 'ann' } }, stage)).toThrow(/FailedOperation|is 1 or -1/)
  })

  it('gives twenty results where there is no limit, as the cloud does', () => {
    database.insert(
      'rows',
      Array.from({ length: 30 }, (_, n) => ({ owner: 'many', n })),
    )
    expect(ids({ $match: { owner: 'many' } })).toHaveLength(20)
    expect(ids({ $match: { owner: 'many' } }, { $limit: 25 })).toHaveLength(25)
    expect(run({ $match: { owner: 'many' } }, { $count: 'n' })).toEqual([{ n: 30 }])
  })
})

describe('what is read', () => {
  beforeEach(() => {
    database.insert(
      'rows',
      Array.from({ length: 40 }, (_, n) => ({ owner: `u${n % 4}`, n, name: `p${n % 2}` })),
    )
    database.insert('people', [{ name: 'p0' }, { name: 'p1' }, { name: 'other' }])
  })
  const metered = (...list: Fields[]) => {
    const meter = newMeter()
    database.aggregate('rows', stages(...list), { scans: 'refuse', meter })
    return { read: meter.documentsRead, plans: [...meter.plans] }
  }

  it('is what the first conditions and the limit leave, in the order of an index', () => {
    const owner = { $match: { owner: 'u1' } }
    expect(metered(owner, { $match: { n: { $gt: 20 } } }, { $sort: { n: -1 } }, { $group: { _id: null } })).toEqual({
      read: 5,
      plans: ['rows: owner_n(2/2), in order'],
    })
    expect(metered(owner, { $sort: { n: 1 } }, { $limit: 3 }).read).toBe(3)
    expect(metered({ $sort: { _id: 1 } }, { $limit: 3 }).read).toBe(3)
  })

  it('counts what a lookup reads', () => {
    const lookup = { $lookup: { from: 'people', localField: 'name', foreignField: 'name', as: 'found' } }
    expect(metered({ $match: { owner: 'u1' } }, lookup)).toEqual({
      read: 20,
      plans: ['rows: owner_n(1/2)', 'people: name(1/1)'],
    })
  })

  it.each<[string, Fields[]]>([
    ['without a condition', [{ $count: 'n' }]],
    ['by a field without an index', [{ $match: { name: 'p1' } }]],
    ['with its condition too late', [{ $addFields: { m: 1 } }, { $match: { owner: 'u1' } }]],
    ['in the order of an index, but without a limit', [{ $sort: { owner: 1 } }]],
    [
      'from another collection by a field without an index',
      [{ $match: { owner: 'u1' } }, { $lookup: { from: 'people', localField: 'n', foreignField: 'age', as: 'found' } }],
    ],
  ])('is never a whole collection: %s', (_, list) => {
    expect(() => metered(...list)).toThrow('NoIndex')
  })
})

describe('whatever the documents and the pipeline', () => {
  const number = fc.integer({ min: -3, max: 3 })
  const row = fc.record({ owner: fc.constantFrom('u', 'v'), n: number, m: fc.oneof(number, fc.constant(null)) })
  const rows = fc.array(row, { maxLength: 12 }).map((list) => list.map((fields, i) => ({ _id: `d${i}`, ...fields })))
  const head: fc.Arbitrary<Fields[]> = fc
    .tuple(
      fc.constantFrom<Fields[]>(
        [],
        [{ $match: { owner: 'u' } }],
        [{ $match: { n: { $gt: 0 } } }, { $match: { m: null } }],
      ),
      fc.constantFrom<Fields[]>([], [{ $sort: { n: 1, _id: 1 } }], [{ $sort: { n: -1, _id: 1 } }]),
      fc.constantFrom<Fields[]>([], [{ $limit: 3 }], [{ $skip: 1 }, { $limit: 2 }]),
    )
    .map((parts) => parts.flat())

  it('the planned head gives what a plain reading gives', () => {
    const fill = (indexes: { name: string; fields: string[] }[], list: readonly object[]) => {
      const made = new Database(':memory:')
      made.ensureCollection({ name: 'rows', indexes })
      made.insert('rows', list)
      return made
    }
    fc.assert(
      fc.property(rows, head, (list, pipeline) => {
        // Without a sort an index gives its own order; then only the documents count, so all of them are asked for.
        const sorted = pipeline.some((stage) => '$sort' in stage)
        const whole = sorted ? pipeline : [...pipeline.filter((stage) => '$match' in stage), { $sort: { _id: 1 } }]
        const indexed = fill(
          [
            { name: 'a', fields: ['owner', '-n'] },
            { name: 'b', fields: ['n', '_id'] },
          ],
          list,
        )
        const plain = fill([], list)
        // Behind this stage nothing is planned.
        const unplanned = stages({ $addFields: { _id: '$_id' } }, ...whole, { $limit: 1000 })
        expect(indexed.aggregate('rows', stages(...whole, { $limit: 1000 }))).toEqual(
          plain.aggregate('rows', unplanned),
        )
        indexed.close()
        plain.close()
      }),
      { numRuns: 150 },
    )
  })
})
