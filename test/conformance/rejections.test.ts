import { indexReason, localOnly, openTarget, run, strictReason } from './support/target'
import { commands, errorOf, fill, idOf } from './support/words'

const target = openTarget()
const u = commands(target)
const withIndex = localOnly(indexReason)
const strict = localOnly(strictReason)

describe('an update that MongoDB rejects fails and changes nothing:', () => {
  it.each<[string, object, () => object]>([
    ['inc of a text', { n: 'x' }, () => ({ n: u('inc', 1) })],
    ['inc of null', { n: null }, () => ({ n: u('inc', 1) })],
    ['mul of a text', { n: 'x' }, () => ({ n: u('mul', 2) })],
    ['push to a text', { a: 'x' }, () => ({ a: u('push', 1) })],
    ['push to null', { a: null }, () => ({ a: u('push', 1) })],
    ['pop from a number', { a: 1 }, () => ({ a: u('pop') })],
    ['pull from a text', { a: 'x' }, () => ({ a: u('pull', 1) })],
    ['addToSet to an object', { a: {} }, () => ({ a: u('addToSet', 1) })],
    ['a field under null', { o: null }, () => ({ 'o.a': 1 })],
    ['a field under a text', { o: 'x' }, () => ({ 'o.a': 1 })],
    ['a field under a list', { o: [1] }, () => ({ 'o.a': 1 })],
    ['a field and its parent', { o: {} }, () => ({ o: u('set', {}), 'o.a': 1 })],
  ])('%s', async (_, before, data) => {
    const row = { _id: idOf('a'), run, ...before }
    await target.rows.add({ data: { ...row } })
    expect((await errorOf(target.rows.doc(idOf('a')).update({ data: data() }))).errCode).toBe(-502001)
    expect((await target.rows.doc(idOf('a')).get()).data).toEqual(row)
  })
})

describe('fails with the code of the cloud:', () => {
  it('an id that exists', async () => {
    await fill(target.rows, [{ _id: idOf('a') }])
    const { errCode, errMsg } = await errorOf(target.rows.add({ data: { _id: idOf('a'), run } }))
    expect(errCode).toBe(-502001)
    expect(errMsg).toContain('E11000')
  })

  it.each<[string, () => Promise<unknown>]>([
    ['get', () => target.db.collection('conformance_nowhere').where({ run }).get()],
    ['add', () => target.db.collection('conformance_nowhere').add({ data: { run } })],
    [
      'update',
      () =>
        target.db
          .collection('conformance_nowhere')
          .doc('x')
          .update({ data: { n: 1 } }),
    ],
    ['remove', () => target.db.collection('conformance_nowhere').where({ run }).remove()],
    ['count', () => target.db.collection('conformance_nowhere').where({ run }).count()],
  ])('a missing collection, for %s', async (_, work) => {
    expect((await errorOf(work())).errCode).toBe(-502005)
  })

  it('a missing collection, for aggregate', async () => {
    const error = await errorOf(target.db.collection('conformance_nowhere').aggregate().match({ run }).end())
    expect(error.errMsg).toMatch(/not exist/i)
  })

  it('a collection that exists already', async () => {
    expect((await errorOf(target.db.createCollection('conformance_rows'))).errMsg).toMatch(/exist/i)
  })

  it('a pattern that cannot be read', async () => {
    const pattern = target.db.RegExp({ regexp: '(', options: '' })
    expect((await errorOf(target.rows.where({ run, code: pattern }).get())).errCode).toBe(-502001)
  })

  withIndex('a second document with a unique key', async () => {
    const unique = target.db.collection('conformance_unique')
    await unique.add({ data: { code: 'A' } })
    const { errCode, errMsg } = await errorOf(unique.add({ data: { code: 'A' } }))
    expect(errCode).toBe(-502001)
    expect(errMsg).toContain('E11000')
  })

  withIndex('a second document without a unique key, which counts as null', async () => {
    const unique = target.db.collection('conformance_unique')
    await unique.add({ data: { code: null } })
    expect((await errorOf(unique.add({ data: { other: 1 } }))).errMsg).toContain('E11000')
  })

  withIndex('an update that takes a unique key', async () => {
    const unique = target.db.collection('conformance_unique')
    await unique.add({ data: { _id: 'k', code: 'K' } })
    await unique.add({ data: { code: 'L' } })
    expect((await errorOf(unique.doc('k').update({ data: { code: 'L' } }))).errMsg).toContain('E11000')
  })

  strict('a query that no index serves', async () => {
    const { errCode, errMsg } = await errorOf(target.rows.where({ colour: 'red' }).get())
    expect(errCode).toBe(-502001)
    expect(errMsg).toContain('NoIndex')
  })

  strict('an aggregation that no index serves', async () => {
    expect((await errorOf(target.rows.aggregate().count('n').end())).errMsg).toContain('NoIndex')
  })
})

localOnly('the SDK cannot remove a collection again')('a collection is made and used at once', async () => {
  await target.db.createCollection('conformance_made')
  await fill(target.db.collection('conformance_made'), [{ _id: 'a' }])
  expect((await target.db.collection('conformance_made').doc('a').get()).data).toEqual({ _id: 'a', run })
})
