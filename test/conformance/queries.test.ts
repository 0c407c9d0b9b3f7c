import { openTarget, run } from './support/target'
import { bare, commands, expressions, fill, idOf, namesOf } from './support/words'

const target = openTarget()
const q = commands(target)
const $ = expressions(target)

const at = (day: number) => new Date(Date.UTC(2026, 0, day))
const rows = [
  { _id: idOf('a'), n: 1, code: 'A1', tags: ['x', 'y'], at: at(1), place: { town: 'east', no: 3 } },
  { _id: idOf('b'), n: 5, code: 'A2', tags: ['x'], at: at(2), place: { town: 'west', no: 4 }, hot: true },
  {
    _id: idOf('c'),
    n: 9,
    code: 'b1',
    tags: [],
    at: at(3),
    parts: [
      { p: 1, q: 9 },
      { p: 2, q: 3 },
    ],
  },
  { _id: idOf('d'), n: null, code: '甲-1', list: [1, 2, 3], parts: [{ p: 2, q: 9 }] },
  { _id: idOf('e'), n: 'text' },
]

/** The names of the documents that match beside those that other cases left. */
const found = (query: object) => namesOf(target.rows.where({ run, ...query }).orderBy('_id', 'asc'))

describe('where finds by', () => {
  beforeEach(() => fill(target.rows, rows))

  it.each<[string, () => object, string[]]>([
    ['a value', () => ({ n: 5 }), ['b']],
    ['eq', () => ({ code: q('eq', 'A1') }), ['a']],
    ['neq, which takes a missing field too', () => ({ hot: q('neq', true) }), ['a', 'c', 'd', 'e']],
    ['gt', () => ({ n: q('gt', 5) }), ['c']],
    ['gte', () => ({ n: q('gte', 5) }), ['b', 'c']],
    ['lt, within numbers only', () => ({ n: q('lt', 5) }), ['a']],
    ['lte', () => ({ n: q('lte', 5) }), ['a', 'b']],
    ['a range of texts', () => ({ code: q('gte', 'A').and(q('lt', 'B')) }), ['a', 'b']],
    ['a range of moments', () => ({ at: q('gt', at(1)).and(q('lte', at(3))) }), ['b', 'c']],
    ['in', () => ({ n: q('in', [1, 9, 100]) }), ['a', 'c']],
    ['in with null, which takes a missing field too', () => ({ hot: q('in', [null]) }), ['a', 'c', 'd', 'e']],
    ['nin', () => ({ n: q('nin', [1, 9]) }), ['b', 'd', 'e']],
    ['and', () => ({ n: q('and', [q('gt', 1), q('lt', 9)]) }), ['b']],
    ['or on one field', () => ({ n: q('or', [q('lt', 2), q('gt', 8)]) }), ['a', 'c']],
    ['not', () => ({ n: q('not', q('gt', 1)) }), ['a', 'd', 'e']],
    ['exists', () => ({ hot: q('exists', true) }), ['b']],
    ['exists not', () => ({ n: q('exists', true), code: q('exists', false) }), ['e']],
    ['null, which takes a missing field too', () => ({ code: null }), ['e']],
    ['mod', () => ({ n: q('mod', 4, 1) }), ['a', 'b', 'c']],
    ['mod, of numbers only', () => ({ n: q('mod', 1, 0) }), ['a', 'b', 'c']],
    ['at least null, which takes a missing field too', () => ({ hot: q('gte', null) }), ['a', 'c', 'd', 'e']],
    ['an element of a list', () => ({ tags: 'x' }), ['a', 'b']],
    ['a whole list', () => ({ tags: ['x'] }), ['b']],
    ['an empty list', () => ({ tags: [] }), ['c']],
    ['all elements', () => ({ tags: q('all', ['y', 'x']) }), ['a']],
    ['all elements, where a single value is a list of one', () => ({ code: q('all', ['A1']) }), ['a']],
    ['size', () => ({ tags: q('size', 2) }), ['a']],
    ['elemMatch of one object', () => ({ parts: q('elemMatch', { p: 2, q: 9 }) }), ['d']],
    ['two conditions on different objects of a list', () => ({ 'parts.p': 2, 'parts.q': 9 }), ['c', 'd']],
    ['a place in a list', () => ({ 'list.1': 2 }), ['d']],
    ['a path in words', () => ({ 'place.town': 'west' }), ['b']],
    ['a path as an object', () => ({ place: { no: 3 } }), ['a']],
    ['a whole object', () => ({ place: q('eq', { town: 'east', no: 3 }) }), ['a']],
    ['a pattern', () => ({ code: /^A/ }), ['a', 'b']],
    ['a pattern without regard to case', () => ({ code: /^B/i }), ['c']],
    ['the RegExp of the SDK', () => ({ code: target.db.RegExp({ regexp: '^a\\d$', options: 'i' }) }), ['a', 'b']],
    ['a pattern of Chinese', () => ({ code: /甲/ }), ['d']],
    ['an expression over two fields', () => q('expr', $('gt', ['$place.no', '$n'])), ['a']],
  ])('%s', async (_, query, names) => {
    expect(await found(query())).toEqual(names)
  })

  it('or across fields', async () => {
    const query = q('and', [{ run }, q('or', [{ n: 1 }, { hot: true }])])
    expect(await namesOf(target.rows.where(query).orderBy('_id', 'asc'))).toEqual(['a', 'b'])
  })

  it.each<[string, () => unknown, string[]]>([
    ['null', () => null, ['lacking', 'missing', 'null', 'scalar']],
    ['in with null', () => q('in', [null, 1]), ['full', 'lacking', 'missing', 'null', 'scalar']],
    ['neq null', () => q('neq', null), ['empty', 'full', 'texts']],
    ['nin with null', () => q('nin', [null, 1]), ['empty', 'texts']],
    ['not of null', () => q('not', q('eq', null)), ['empty', 'full', 'texts']],
  ])('%s on a field of the objects of a list, where one that lacks it is enough', async (_, condition, names) => {
    await target.rows.where({ run }).remove()
    await fill(target.rows, [
      { _id: idOf('empty'), steps: [] },
      { _id: idOf('full'), steps: [{ done: 1 }, { done: 2 }] },
      { _id: idOf('lacking'), steps: [{ done: 2 }, { other: 1 }] },
      { _id: idOf('missing') },
      { _id: idOf('null'), steps: [{ done: null }] },
      { _id: idOf('scalar'), steps: 1 },
      { _id: idOf('texts'), steps: ['a'] },
    ])
    expect(await found({ 'steps.done': condition() })).toEqual(names)
  })

  it('nor across fields', async () => {
    const query = q('and', [{ run }, q('nor', [{ n: q('gte', 1) }, { code: /甲/ }])])
    expect(await namesOf(target.rows.where(query))).toEqual(['e'])
  })

  it('an id', async () => {
    expect(await namesOf(target.rows.where({ _id: idOf('c') }))).toEqual(['c'])
  })
})

describe('field gives', () => {
  const parts = [{ p: 1 }, { p: 2 }, { p: 3 }]
  const place = { town: 'east', no: 3 }
  beforeEach(() => fill(target.rows, [{ _id: idOf('a'), n: 1, parts, place }]))
  const project = (name: string, operand: unknown) => {
    const { project: made } = target.db.command as unknown as { project: Record<string, (operand: unknown) => unknown> }
    return made[name]?.(operand)
  }

  it.each<[string, () => object, object]>([
    [
      'the first of a list, and all other fields',
      () => ({ parts: project('slice', 1) }),
      { n: 1, parts: [{ p: 1 }], place },
    ],
    ['the last of a list', () => ({ n: 1, parts: project('slice', -1) }), { n: 1, parts: [{ p: 3 }] }],
    [
      'a part of a list, without another field',
      () => ({ n: 0, parts: project('slice', [1, 1]) }),
      { parts: [{ p: 2 }], place },
    ],
    [
      'the first that fits, and no other field',
      () => ({ parts: project('elemMatch', { p: 2 }) }),
      { parts: [{ p: 2 }] },
    ],
    ['nothing where nothing fits', () => ({ n: 1, parts: project('elemMatch', { p: 9 }) }), { n: 1 }],
    ['a field of each object in a list', () => ({ 'parts.p': 1 }), { parts }],
    ['an object without one of its fields', () => ({ 'place.no': 0, parts: 0 }), { n: 1, place: { town: 'east' } }],
  ])('%s', async (_, fields, expected) => {
    const [row] = (
      await target.rows
        .where({ _id: idOf('a') })
        .field(fields())
        .get()
    ).data
    expect(bare(row)).toEqual(expected)
  })
})

describe('a list of documents', () => {
  beforeEach(() => fill(target.rows, rows))
  const all = () => target.rows.where({ run })

  it('comes in rising order: null, numbers, texts', async () => {
    expect(await namesOf(all().orderBy('n', 'asc'))).toEqual(['d', 'a', 'b', 'c', 'e'])
  })

  it('comes in falling order', async () => {
    expect(await namesOf(all().orderBy('n', 'desc'))).toEqual(['e', 'c', 'b', 'a', 'd'])
  })

  it('comes in the order of several fields', async () => {
    await fill(target.rows, [{ _id: idOf('f'), n: 1, code: 'Z' }])
    const query = target.rows
      .where({ run, n: q('lte', 5) })
      .orderBy('n', 'desc')
      .orderBy('code', 'desc')
    expect(await namesOf(query)).toEqual(['b', 'f', 'a'])
  })

  it('comes in the order of a path', async () => {
    const query = target.rows.where({ run, place: q('exists', true) }).orderBy('place.no', 'desc')
    expect(await namesOf(query)).toEqual(['b', 'a'])
  })

  it('is cut by skip and limit', async () => {
    expect(await namesOf(all().orderBy('_id', 'asc').skip(1).limit(2))).toEqual(['b', 'c'])
  })

  it('is empty behind its end', async () => {
    expect(await namesOf(all().orderBy('_id', 'asc').skip(10))).toEqual([])
  })

  it('is counted without regard to limit', async () => {
    expect((await all().limit(2).count()).total).toBe(5)
  })

  it('has a hundred documents unless more are asked for', async () => {
    await Promise.all(Array.from({ length: 101 }, (_, n) => target.rows.add({ data: { run, n } })))
    expect((await all().get()).data).toHaveLength(100)
    expect((await all().limit(1000).get()).data).toHaveLength(106)
  })
})
