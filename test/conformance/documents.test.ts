import { openTarget, run } from './support/target'
import { bare, idOf } from './support/words'

const target = openTarget()

/** What comes back of a document that was stored. */
async function stored(data: object) {
  await target.rows.add({ data: { _id: idOf('a'), run, ...data } })
  return bare((await target.rows.doc(idOf('a')).get()).data)
}

describe('a document keeps', () => {
  it.each<[string, unknown]>([
    ['a text with signs of every kind', '家门口 😀 "\\ \n \u0001'],
    ['an empty text', ''],
    ['a whole number', 42],
    ['a number below zero', -7],
    ['a fraction', 1.25],
    ['a number beyond 32 bits', 2 ** 40],
    ['true and false', [true, false]],
    ['null', null],
    ['a moment, to the millisecond', new Date('2026-01-02T03:04:05.678Z')],
    ['a moment before 1970', new Date(-5)],
    ['an empty list', []],
    ['a list within a list', [1, ['two', [3]]]],
    ['an empty object', {}],
    ['objects within objects', { a: { b: { c: 1 } } }],
    ['a list of objects', [{ a: 1 }, { a: 2, b: null }]],
  ])('%s', async (_, value) => {
    expect(await stored({ value })).toEqual({ value })
  })
})

describe('a document', () => {
  it('drops a field that is undefined', async () => {
    expect(await stored({ a: 1, b: undefined })).toEqual({ a: 1 })
  })

  it('is given a text as its id where it has none', async () => {
    const { _id } = await target.rows.add({ data: { run, n: 1 } })
    expect(_id).toMatch(/^\S{16,}$/)
    expect((await target.rows.doc(_id).get()).data).toEqual({ _id, run, n: 1 })
  })

  it('keeps the id that it comes with', async () => {
    expect((await target.rows.add({ data: { _id: idOf('mine'), run } }))._id).toBe(idOf('mine'))
  })

  it('is null where there is none', async () => {
    expect((await target.rows.doc(idOf('nobody')).get()).data).toBeNull()
  })

  it('is made by set', async () => {
    const { stats } = await target.rows.doc(idOf('a')).set({ data: { run, n: 1 } })
    expect(stats).toEqual({ updated: 0, created: 1 })
  })

  it('is replaced by set, as a whole', async () => {
    await stored({ n: 1, old: true })
    const { stats } = await target.rows.doc(idOf('a')).set({ data: { run, n: 2 } })
    expect(stats).toEqual({ updated: 1, created: 0 })
    expect(bare((await target.rows.doc(idOf('a')).get()).data)).toEqual({ n: 2 })
  })

  it('is removed once', async () => {
    await stored({})
    expect((await target.rows.doc(idOf('a')).remove()).stats.removed).toBe(1)
    expect((await target.rows.doc(idOf('a')).remove()).stats.removed).toBe(0)
  })

  it('carries the time of the server', async () => {
    const made = await stored({ at: target.db.serverDate(), later: target.db.serverDate({ offset: 60_000 }) })
    expect(made?.at).toBeInstanceOf(Date)
    expect(Number(made?.later) - Number(made?.at)).toBe(60_000)
  })

  it('gives only the fields that are asked for', async () => {
    await stored({ a: 1, b: { c: 2, d: 3 } })
    const { data } = await target.rows.where({ run }).field({ _id: false, 'b.c': true }).get()
    expect(data).toEqual([{ b: { c: 2 } }])
  })

  it('gives all but the fields that are left out', async () => {
    await stored({ a: 1, b: 2 })
    const { data } = await target.rows.where({ run }).field({ b: false, run: false, _id: false }).get()
    expect(data).toEqual([{ a: 1 }])
  })
})
