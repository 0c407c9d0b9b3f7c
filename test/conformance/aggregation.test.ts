import type { SdkAggregation } from '../local/support/cloud'
import { localOnly, openTarget, run } from './support/target'
import { commands, errorOf, expressions, fill, idOf } from './support/words'

const target = openTarget()
const q = commands(target)
const $ = expressions(target)

beforeEach(async () => {
  await fill(target.rows, [
    { _id: idOf('a'), n: 1, owner: 'ann', tags: ['x', 'y'], at: new Date('2026-01-31T20:00:00Z'), key: 'k1' },
    { _id: idOf('b'), n: 5, owner: 'ann', tags: [], key: 'k2', name: '家门口' },
    { _id: idOf('c'), n: 3, owner: 'bob', tags: ['x'], inner: { deep: 7 } },
  ])
})

/** The list that a pipeline over this run's documents gives. */
const list = async (build: (start: SdkAggregation) => SdkAggregation) =>
  (await build(target.rows.aggregate().match({ run })).end()).list
const sorted = (start: SdkAggregation) => start.sort({ _id: 1 })

describe('a stage of an aggregation', () => {
  it.each<[string, (start: SdkAggregation) => SdkAggregation, () => object[]]>([
    [
      'match with a command',
      (a) =>
        a
          .match({ n: q('gt', 2) })
          .sort({ n: 1 })
          .project({ _id: 0, n: 1 }),
      () => [{ n: 3 }, { n: 5 }],
    ],
    ['sort, skip and limit', (a) => a.sort({ n: -1 }).skip(1).limit(1).project({ _id: 0, n: 1 }), () => [{ n: 3 }]],
    [
      'project that computes',
      (a) => sorted(a).project({ _id: 0, twice: $('multiply', ['$n', 2]) }),
      () => [{ twice: 2 }, { twice: 10 }, { twice: 6 }],
    ],
    [
      'project that leaves out',
      (a) => a.match({ n: 3 }).project({ _id: 0, run: 0, tags: 0, owner: 0 }),
      () => [{ n: 3, inner: { deep: 7 } }],
    ],
    [
      'addFields',
      (a) =>
        a
          .match({ n: 3 })
          .addFields({ 'inner.more': $('add', ['$n', 1]) })
          .project({ _id: 0, inner: 1 }),
      () => [{ inner: { deep: 7, more: 4 } }],
    ],
    [
      'group with sum, avg, min and max',
      (a) =>
        a
          .group({ _id: '$owner', sum: $('sum', '$n'), avg: $('avg', '$n'), min: $('min', '$n'), max: $('max', '$n') })
          .sort({ _id: 1 }),
      () => [
        { _id: 'ann', sum: 6, avg: 3, min: 1, max: 5 },
        { _id: 'bob', sum: 3, avg: 3, min: 3, max: 3 },
      ],
    ],
    [
      'group with first, last and push in order',
      (a) =>
        a.sort({ n: 1 }).group({ _id: null, first: $('first', '$n'), last: $('last', '$n'), all: $('push', '$n') }),
      () => [{ _id: null, first: 1, last: 5, all: [1, 3, 5] }],
    ],
    ['group with a count', (a) => a.group({ _id: null, count: $('sum', 1) }), () => [{ _id: null, count: 3 }]],
    [
      'group with each value once',
      (a) => a.group({ _id: null, owners: $('addToSet', '$owner') }).project({ _id: 0, count: $('size', '$owners') }),
      () => [{ count: 2 }],
    ],
    [
      'group by two fields',
      (a) =>
        a
          .group({ _id: { owner: '$owner', big: $('gt', ['$n', 2]) }, n: $('sum', 1) })
          .sort({ n: 1, '_id.owner': 1, '_id.big': 1 }),
      () => [
        { _id: { owner: 'ann', big: false }, n: 1 },
        { _id: { owner: 'ann', big: true }, n: 1 },
        { _id: { owner: 'bob', big: true }, n: 1 },
      ],
    ],
    [
      'group by what is missing, which is null',
      (a) => a.group({ _id: '$key', n: $('sum', 1) }).match({ _id: null }),
      () => [{ _id: null, n: 1 }],
    ],
    [
      'unwind',
      (a) => sorted(a).unwind('$tags').project({ _id: 0, tags: 1 }),
      () => [{ tags: 'x' }, { tags: 'y' }, { tags: 'x' }],
    ],
    [
      'unwind with places, that keeps empty lists',
      (a) =>
        sorted(a)
          .unwind({ path: '$tags', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true })
          .project({ _id: 0, i: 1, tags: 1 }),
      () => [{ tags: 'x', i: 0 }, { tags: 'y', i: 1 }, { i: null }, { tags: 'x', i: 0 }],
    ],
    ['count', (a) => a.count('total'), () => [{ total: 3 }]],
    ['count of nothing', (a) => a.match({ n: 99 }).count('total'), () => []],
    [
      'sortByCount',
      (a) => a.unwind('$tags').sortByCount('$tags'),
      () => [
        { _id: 'x', count: 2 },
        { _id: 'y', count: 1 },
      ],
    ],
    ['replaceRoot', (a) => a.match({ n: 3 }).replaceRoot({ newRoot: '$inner' }), () => [{ deep: 7 }]],
  ])('%s', async (_, build, expected) => {
    expect(await list(build)).toEqual(expected())
  })

  it('lookup by equality', async () => {
    await fill(target.others, [
      { _id: idOf('o1'), key: 'k1' },
      { _id: idOf('o2'), key: 'k1' },
    ])
    const found = await list((a) =>
      sorted(a)
        .match({ owner: 'ann' })
        .lookup({ from: 'conformance_others', localField: 'key', foreignField: 'key', as: 'others' })
        .project({ _id: 0, n: 1, count: $('size', '$others') }),
    )
    expect(found).toEqual([
      { n: 1, count: 2 },
      { n: 5, count: 0 },
    ])
  })
})

describe('an aggregation computes', () => {
  it.each<[string, string, () => unknown, unknown]>([
    ['a condition', 'c', () => $('cond', { if: $('gt', ['$n', 2]), then: 'big', else: 'small' }), 'big'],
    [
      'a choice of several',
      'a',
      () => $('switch', { branches: [{ case: $('lt', ['$n', 2]), then: 'few' }], default: 'many' }),
      'few',
    ],
    ['a value instead of nothing', 'c', () => $('ifNull', ['$key', 'none']), 'none'],
    ['a joined text', 'b', () => $('concat', ['<', '$name', '>']), '<家门口>'],
    ['the signs of a text', 'b', () => $('strLenCP', '$name'), 3],
    ['a part of a text', 'b', () => $('substrCP', ['$name', 1, 2]), '门口'],
    ['a filtered list', 'a', () => $('filter', { input: '$tags', as: 'tag', cond: $('eq', ['$$tag', 'y']) }), ['y']],
    [
      'a mapped list',
      'a',
      () => $('map', { input: '$tags', as: 'tag', in: $('concat', ['$$tag', '!']) }),
      ['x!', 'y!'],
    ],
    ['an element from the end', 'a', () => $('arrayElemAt', ['$tags', -1]), 'y'],
    ['whether a list has a value', 'a', () => $('in', ['x', '$tags']), true],
    [
      'a day in China',
      'a',
      () => $('dateToString', { date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' }),
      '2026-02-01',
    ],
    ['an hour in UTC', 'a', () => $('hour', '$at'), 20],
    ['and, or, not', 'a', () => $('and', [$('or', [false, '$n']), $('not', [$('eq', ['$n', 2])])]), true],
    ['a named value', 'b', () => $('let', { vars: { m: $('subtract', ['$n', 1]) }, in: $('divide', ['$$m', 2]) }), 2],
  ])('%s', async (_, name, expression, expected) => {
    const found = await list((a) => a.match({ _id: idOf(name) }).project({ _id: 0, value: expression() }))
    expect(found).toEqual([{ value: expected }])
  })

  it.each<[string, () => unknown]>([
    ['a sum with a text', () => $('add', ['$owner', 1])],
    ['a division by zero', () => $('divide', ['$n', 0])],
    ['the size of what is no list', () => $('size', '$owner')],
  ])('and fails for %s', async (_, expression) => {
    await errorOf(list((a) => a.project({ value: expression() })))
  })
})

it('an aggregation gives twenty results unless it has a limit', async () => {
  await Promise.all(Array.from({ length: 30 }, (_, i) => target.rows.add({ data: { run, n: 100 + i } })))
  expect(await list((a) => a)).toHaveLength(20)
  expect(await list((a) => a.limit(25))).toHaveLength(25)
})

localOnly('the real cloud can do it')('a stage that the local cloud lacks is refused by name', async () => {
  const error = await errorOf(list((a) => a.bucket({ groupBy: '$n', boundaries: [0, 10] })))
  expect(error.errMsg).toContain('$bucket is not supported by the local cloud yet')
})
