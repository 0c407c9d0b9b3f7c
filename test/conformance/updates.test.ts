import { openTarget, run } from './support/target'
import { bare, commands, errorOf, fill, idOf } from './support/words'

const target = openTarget()
const u = commands(target)

/** The document after an update. */
async function updated(before: object, data: object) {
  await target.rows.add({ data: { _id: idOf('a'), run, ...before } })
  await target.rows.doc(idOf('a')).update({ data })
  return bare((await target.rows.doc(idOf('a')).get()).data)
}

describe('update', () => {
  it.each<[string, object, () => object, object]>([
    ['sets a field', { a: 1 }, () => ({ b: 2 }), { a: 1, b: 2 }],
    ['sets a field to null', { a: 1 }, () => ({ a: null }), { a: null }],
    [
      'merges an object',
      { o: { a: 1, c: { d: 1 } } },
      () => ({ o: { b: 2, c: { e: 2 } } }),
      { o: { a: 1, b: 2, c: { d: 1, e: 2 } } },
    ],
    ['replaces an object by set', { o: { a: 1 } }, () => ({ o: u('set', { b: 2 }) }), { o: { b: 2 } }],
    ['replaces a list', { a: [1, 2] }, () => ({ a: [3] }), { a: [3] }],
    ['makes the way to a path', {}, () => ({ 'o.a.b': 1 }), { o: { a: { b: 1 } } }],
    ['sets an element of a list', { a: [1, 2] }, () => ({ 'a.1': 5 }), { a: [1, 5] }],
    ['sets inside an object of a list', { a: [{ b: 1 }] }, () => ({ 'a.0.b': 2 }), { a: [{ b: 2 }] }],
    ['fills a list with null up to a new element', { a: [1] }, () => ({ 'a.2': 3 }), { a: [1, null, 3] }],
    ['removes a field', { a: 1, b: 2 }, () => ({ a: u('remove') }), { b: 2 }],
    ['removes a field inside an object', { o: { a: 1, b: 2 } }, () => ({ o: { a: u('remove') } }), { o: { b: 2 } }],
    ['renames a field', { a: 1 }, () => ({ a: u('rename', 'b') }), { b: 1 }],
    ['counts up', { n: 1 }, () => ({ n: u('inc', 2) }), { n: 3 }],
    ['counts down', { n: 1 }, () => ({ n: u('inc', -2) }), { n: -1 }],
    ['counts up from nothing', {}, () => ({ n: u('inc', 2) }), { n: 2 }],
    ['multiplies', { n: 3 }, () => ({ n: u('mul', 4) }), { n: 12 }],
    ['multiplies nothing to zero', {}, () => ({ n: u('mul', 4) }), { n: 0 }],
    ['keeps the smaller', { a: 5, b: 5 }, () => ({ a: u('min', 3), b: u('min', 9) }), { a: 3, b: 5 }],
    ['keeps the greater', { a: 5, b: 5 }, () => ({ a: u('max', 3), b: u('max', 9) }), { a: 5, b: 9 }],
    ['pushes a value', { a: [1] }, () => ({ a: u('push', 2) }), { a: [1, 2] }],
    ['pushes several values', { a: [1] }, () => ({ a: u('push', [2, 3]) }), { a: [1, 2, 3] }],
    ['pushes into nothing', {}, () => ({ a: u('push', 1) }), { a: [1] }],
    ['pushes at a place', { a: [1, 2] }, () => ({ a: u('push', { each: [9], position: 1 }) }), { a: [1, 9, 2] }],
    [
      'pushes, sorts and cuts',
      { a: [3, 1] },
      () => ({ a: u('push', { each: [2, 5], sort: 1, slice: -3 }) }),
      { a: [2, 3, 5] },
    ],
    [
      'pushes objects and sorts by a field',
      { a: [{ n: 2 }] },
      () => ({ a: u('push', { each: [{ n: 1 }], sort: { n: 1 } }) }),
      { a: [{ n: 1 }, { n: 2 }] },
    ],
    ['takes the last', { a: [1, 2] }, () => ({ a: u('pop') }), { a: [1] }],
    ['takes the first', { a: [1, 2] }, () => ({ a: u('shift') }), { a: [2] }],
    ['puts in front', { a: [3] }, () => ({ a: u('unshift', [1, 2]) }), { a: [1, 2, 3] }],
    ['pulls a value, wherever it stands', { a: [1, 2, 1] }, () => ({ a: u('pull', 1) }), { a: [2] }],
    ['pulls several values', { a: [1, 2, 3, 2] }, () => ({ a: u('pullAll', [2, 3]) }), { a: [1] }],
    ['adds to a set what is new', { a: [1, 2] }, () => ({ a: u('addToSet', 3) }), { a: [1, 2, 3] }],
    ['adds nothing to a set that has it', { a: [1, 2] }, () => ({ a: u('addToSet', 2) }), { a: [1, 2] }],
    [
      'does several things at once',
      { n: 1, a: [1] },
      () => ({ n: u('inc', 1), a: u('push', 2), b: 'x' }),
      { n: 2, a: [1, 2], b: 'x' },
    ],
  ])('%s', async (_, before, data, after) => {
    expect(await updated(before, data())).toEqual(after)
  })

  it('writes the time of the server', async () => {
    const row = await updated({}, { at: target.db.serverDate() })
    expect(row?.at).toBeInstanceOf(Date)
  })

  it('says how many it changed', async () => {
    await fill(target.rows, [{ n: 1 }, { n: 2 }, { n: 3 }])
    const { stats } = await target.rows.where({ run, n: u('gte', 2) }).update({ data: { hot: true } })
    expect(stats.updated).toBe(2)
  })

  it('of nobody changes nothing, and is no error', async () => {
    expect((await target.rows.doc(idOf('nobody')).update({ data: { n: 1 } })).stats.updated).toBe(0)
  })

  it('with a condition lets one of many win', async () => {
    await fill(target.rows, [{ _id: idOf('a') }])
    const claim = () => target.rows.where({ _id: idOf('a'), by: u('exists', false) }).update({ data: { by: 'me' } })
    const claims = await Promise.all(Array.from({ length: 10 }, claim))
    expect(claims.filter(({ stats }) => stats.updated === 1)).toHaveLength(1)
  })

  it('counts every step of many at once', async () => {
    await fill(target.rows, [{ _id: idOf('a'), n: 0 }])
    const step = () => target.rows.doc(idOf('a')).update({ data: { n: u('inc', 1) } })
    await Promise.all(Array.from({ length: 10 }, step))
    expect((await target.rows.doc(idOf('a')).get()).data?.n).toBe(10)
  })

  it('is refused with another _id', async () => {
    await fill(target.rows, [{ _id: idOf('a') }])
    expect((await errorOf(target.rows.doc(idOf('a')).update({ data: { _id: 'b' } }))).errMsg).toMatch(/_id/)
  })
})

describe('remove', () => {
  it('says how many it removed', async () => {
    await fill(target.rows, [{ n: 1 }, { n: 2 }, { n: 3 }])
    expect((await target.rows.where({ run, n: u('lte', 2) }).remove()).stats.removed).toBe(2)
    expect((await target.rows.where({ run }).count()).total).toBe(1)
  })

  it('of nobody removes nothing, and is no error', async () => {
    expect((await target.rows.where({ run, n: 99 }).remove()).stats.removed).toBe(0)
  })
})
