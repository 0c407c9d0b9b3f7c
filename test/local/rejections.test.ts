import { Database } from '../../src/local/database/database'
import { connectSdk, startCloud, type SdkCollection, type SdkDatabase, type Started } from './support/cloud'

let cloud: Started
let db: SdkDatabase
let cards: SdkCollection
const c = (name: string, ...operands: unknown[]) => db.command[name]?.(...operands)

beforeAll(async () => {
  cloud = await startCloud({
    collections: [
      {
        name: 'cards',
        indexes: [
          { name: 'owner_at', fields: ['owner', '-at'] },
          { name: 'code', fields: ['code'], unique: true },
        ],
      },
    ],
  })
  db = connectSdk(cloud)
  cards = db.collection('cards')
})
afterAll(() => cloud.close())
beforeEach(() => {
  cloud.database.remove('cards', {}, { multi: true })
})

describe('a query without an index', () => {
  it.each([
    ['by a field that is not indexed', () => cards.where({ colour: 'red' }).get()],
    ['by the second field of an index', () => cards.where({ at: c('gt', new Date()) }).get()],
    ['without a condition', () => cards.get()],
    ['without a condition, counted', () => cards.where({}).count()],
    ['with one alternative that is not indexed', () => cards.where(c('or', [{ owner: 'u' }, { n: 1 }]) ?? {}).get()],
    ['by what is not so', () => cards.where({ owner: c('neq', 'u') }).get()],
    ['sorted by an index but filtered without one', () => cards.where({ n: 1 }).orderBy('owner', 'asc').get()],
    ['to update', () => cards.where({ n: 1 }).update({ data: { n: 2 } })],
    ['to remove', () => cards.where({ n: 1 }).remove()],
  ])('fails %s', async (_, query) => {
    await expect(query()).rejects.toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('NoIndex') })
  })

  it('says which index is missing, and no value', async () => {
    const query = cards.where({ colour: 'secret', size: c('gt', 4711) }).orderBy('at', 'desc')
    const error = (await query.get().catch((reason: unknown) => reason)) as { errMsg: string }
    expect(error.errMsg).toContain('"cards" (conditions on colour, size, sorted by -at)')
    expect(error.errMsg).toContain("missing index: { name: 'colour_at_size', fields: ['colour', '-at', 'size'] }")
    expect(error.errMsg).not.toMatch(/secret|4711/)
  })

  it('is allowed in the order of an index, because it reads no more than it gives', async () => {
    cloud.database.insert('cards', [
      { _id: 'b', code: '1' },
      { _id: 'a', code: '2' },
      { _id: 'c', code: '3' },
    ])
    expect((await cards.orderBy('_id', 'desc').limit(2).get()).data.map(({ _id }) => _id)).toEqual(['c', 'b'])
    expect((await cards.orderBy('owner', 'asc').orderBy('at', 'desc').limit(2).get()).data).toHaveLength(2)
  })
})

describe('a unique index', () => {
  it('refuses a second document with the key', async () => {
    await cards.add({ data: { _id: 'a', code: 'A1' } })
    await cards.add({ data: { _id: 'b', code: 'A2' } })
    const duplicate = { errCode: -502001, errMsg: expect.stringContaining('E11000') }
    await expect(cards.add({ data: { code: 'A1' } })).rejects.toMatchObject(duplicate)
    await expect(cards.doc('b').update({ data: { code: 'A1' } })).rejects.toMatchObject(duplicate)
    await expect(cards.doc('c').set({ data: { code: 'A1' } })).rejects.toMatchObject(duplicate)
    await expect(cards.add({ data: { _id: 'a', code: 'A3' } })).rejects.toMatchObject(duplicate)
    expect(cloud.database.count('cards')).toBe(2)
  })

  it('counts a missing field as null', async () => {
    await cards.add({ data: { _id: 'a' } })
    await expect(cards.add({ data: { code: null } })).rejects.toMatchObject({
      errMsg: expect.stringContaining('E11000'),
    })
  })

  it('frees the key of a document that is changed or removed', async () => {
    await cards.add({ data: { _id: 'a', code: 'A1' } })
    await cards.doc('a').update({ data: { code: 'A2' } })
    await cards.add({ data: { _id: 'b', code: 'A1' } })
    await cards.doc('b').remove()
    await cards.add({ data: { _id: 'c', code: 'A1' } })
    expect(cloud.database.count('cards')).toBe(2)
  })
})

describe('what MongoDB rejects is rejected', () => {
  it.each([
    ['inc of a text', { n: 'x' }, () => ({ n: c('inc', 1) })],
    ['inc of null', { n: null }, () => ({ n: c('inc', 1) })],
    ['mul of a text', { n: 'x' }, () => ({ n: c('mul', 2) })],
    ['push to a text', { a: 'x' }, () => ({ a: c('push', [1]) })],
    ['push to null', { a: null }, () => ({ a: c('push', [1]) })],
    ['addToSet to an object', { a: {} }, () => ({ a: c('addToSet', 1) })],
    ['pull from a number', { a: 1 }, () => ({ a: c('pull', 1) })],
    ['pop from a text', { a: 'x' }, () => ({ a: c('pop') })],
    ['a field under null', { o: null }, () => ({ 'o.a': 1 })],
    ['a field under a text', { o: 'x' }, () => ({ 'o.a.b': 1 })],
    ['a field under an array', { o: [{ a: 1 }] }, () => ({ 'o.a': 1 })],
    ['inc under null', { o: null }, () => ({ 'o.a': c('inc', 1) })],
    ['an operator as a stored name', {}, () => ({ o: c('set', { $x: 1 }) })],
    ['a field and its parent', { o: {} }, () => ({ o: c('set', {}), 'o.a': 1 })],
  ])('%s', async (_, before, data) => {
    await cards.add({ data: { _id: 'k', code: 'A', ...before } })
    await expect(cards.doc('k').update({ data: data() })).rejects.toMatchObject({ errCode: expect.any(Number) })
    expect((await cards.doc('k').get()).data).toEqual({ _id: 'k', code: 'A', ...before })
  })
})

it('a missing collection is named', async () => {
  const missing = { errCode: -502005, errMsg: expect.stringContaining('nowhere') }
  await expect(db.collection('nowhere').add({ data: {} })).rejects.toMatchObject(missing)
  await expect(db.collection('nowhere').doc('x').get()).rejects.toMatchObject(missing)
  await expect(db.collection('nowhere').where({ _id: 'x' }).count()).rejects.toMatchObject(missing)
  await db.createCollection('nowhere')
  await db.collection('nowhere').add({ data: { _id: 'x' } })
  await expect(db.createCollection('nowhere')).rejects.toMatchObject({ errMsg: expect.stringContaining('Table exist') })
})

it.each<[string, object]>([
  ['that keeps and drops', { n: true, owner: false }],
  ['of a field and a part of it', { o: true, 'o.a': true }],
  ['that computes', { n: { $concat: ['$a', '$b'] } }],
  ['with an object', { o: { a: true } }],
])('a projection %s is refused', async (_, fields) => {
  await cards.add({ data: { _id: 'k', code: 'A', owner: 'u' } })
  await expect(cards.where({ owner: 'u' }).field(fields).get()).rejects.toMatchObject({ errCode: expect.any(Number) })
})

it('what is not there yet says so instead of answering wrongly', async () => {
  const unsupported = { errMsg: expect.stringContaining('not supported by the local cloud yet') }
  await expect(
    cards
      .aggregate()
      .bucket({ groupBy: '$n', boundaries: [0, 1] })
      .end(),
  ).rejects.toMatchObject(unsupported)
  await expect(cards.where({ _id: 'x', n: NaN }).get()).rejects.toMatchObject(unsupported)
})

describe('what mingo accepts and MongoDB does not is rejected', () => {
  const database = new Database(':memory:')
  database.createCollection('c')
  beforeEach(() => database.remove('c', {}, { multi: true }))
  afterAll(() => database.close())

  it.each<[string, object, object]>([
    ['an operator without fields', {}, { $set: {} }],
    ['inc by a text', { n: 1 }, { $inc: { n: '1' } }],
    ['inc of a list', { n: [1] }, { $inc: { n: 1 } }],
    ['mul of a date', { n: new Date(0) }, { $mul: { n: 2 } }],
    ['push to a date', { a: new Date(0) }, { $push: { a: 1 } }],
    ['push of each of a text', { a: [] }, { $push: { a: { $each: 'xy' } } }],
    ['push with an unknown modifier', { a: [] }, { $push: { a: { $each: [1], $first: true } } }],
    ['push with half a slice', { a: [] }, { $push: { a: { $each: [1], $slice: 0.5 } } }],
    ['push with modifiers only', { a: [] }, { $push: { a: { $slice: 1 } } }],
    ['addToSet of each of a number', { a: [] }, { $addToSet: { a: { $each: 1 } } }],
    ['pop of two', { a: [1, 2] }, { $pop: { a: 2 } }],
    ['pop in the objects of a list', { a: [{ b: [1] }] }, { $pop: { 'a.b': 1 } }],
    ['pull under null', { o: null }, { $pull: { 'o.a': 1 } }],
    ['pullAll of one value', { a: [1] }, { $pullAll: { a: 1 } }],
    ['pull by an unknown condition', { a: [1] }, { $pull: { a: { $near: 1 } } }],
    ['rename to itself', { a: 1 }, { $rename: { a: 'a' } }],
    ['rename to no name', { a: 1 }, { $rename: { a: '' } }],
    ['rename out of a list', { a: [{ b: 1 }] }, { $rename: { 'a.0.b': 'c' } }],
    ['rename into what another operator changes', { a: 1 }, { $rename: { a: 'b' }, $set: { b: 2 } }],
    ['a field and a part of it', { a: {} }, { $set: { a: 1 }, $inc: { 'a.b': 1 } }],
    ['the _id', {}, { $set: { _id: 'other' } }],
    ['a part of the _id', {}, { $unset: { '_id.x': '' } }],
    ['another _id by replacing', {}, { _id: 'other', n: 1 }],
    ['a place before the start of a list', { a: [1] }, { $set: { 'a.-1': 2 } }],
    ['a place far behind the end of a list', { a: [1] }, { $set: { 'a.2000000': 2 } }],
    ['a field under false', { o: false }, { $set: { 'o.a': 1 } }],
    ['min under null', { o: null }, { $min: { 'o.a': 1 } }],
    ['an empty name in a path', {}, { $set: { 'o..a': 1 } }],
    ['a name with a dot', {}, { $set: { o: { 'a.b': 1 } } }],
    ['more than a hundred levels', {}, { $set: { o: nested(100) } }],
  ])('%s', (_, before, update) => {
    database.insert('c', [{ _id: 'k', ...before }])
    expect(() => database.modify('c', { _id: 'k' }, update)).toThrow(/\[FailedOperation\]|\$near is not supported/)
    expect(database.get('c', 'k')).toEqual({ _id: 'k', ...before })
  })

  it.each<[string, object]>([
    ['in without a list', { n: { $in: 1 } }],
    ['all without a list', { n: { $all: 1 } }],
    ['half a size', { n: { $size: 1.5 } }],
    ['a size below zero', { n: { $size: -1 } }],
    ['a remainder of zero', { n: { $mod: [0, 1] } }],
    ['a remainder without a list', { n: { $mod: 2 } }],
    ['an element that is no condition', { n: { $elemMatch: 1 } }],
    ['not of a value', { n: { $not: 1 } }],
    ['no alternatives', { $or: [] }],
    ['alternatives that are no conditions', { $or: [1] }],
  ])('a query with %s', (_, query) => {
    database.insert('c', [{ _id: 'k', n: 1 }])
    expect(() => database.find('c', query)).toThrow(/FailedOperation|INVALID|is not valid/)
  })

  it('a hundred collections are enough, as in the cloud', () => {
    const full = new Database(':memory:')
    for (let i = 0; i < 100; i++) full.createCollection(`c${i}`)
    expect(() => full.createCollection('c100')).toThrow('no more than 100 collections')
    full.close()
  })
})

it('a place behind the end of a list leaves nulls between', () => {
  const database = new Database(':memory:')
  database.ensureCollection({ name: 'c', indexes: [{ name: 'a', fields: ['a'] }] })
  database.insert('c', [{ _id: 'k', a: [1] }])
  database.modify('c', { _id: 'k' }, { $set: { 'a.3': 4 } })
  expect(database.get('c', 'k')?.a).toEqual([1, null, null, 4])
  expect(database.find('c', { a: null }, { scans: 'refuse' })).toHaveLength(1)
  database.close()
})

it('names that every object has are names like others', async () => {
  await cards.add({ data: { _id: 'k', code: 'A', owner: 'u', constructor: 1, nested: { toString: 'x' } } })
  const { data } = await cards.where({ owner: 'u', constructor: 1 }).get()
  expect(data).toEqual([{ _id: 'k', code: 'A', owner: 'u', constructor: 1, nested: { toString: 'x' } }])
})

it('a pattern that cannot be read, or would be read otherwise, is refused', async () => {
  const find = (regexp: string, options: string) =>
    cards.where({ owner: 'u', code: db.RegExp({ regexp, options }) }).get()
  await expect(find('(', '')).rejects.toMatchObject({
    errMsg: expect.stringContaining('Regular expression is invalid'),
  })
  await expect(find('a b', 'x')).rejects.toMatchObject({ errMsg: expect.stringContaining('option "x"') })
})

/** An object within an object, this deep. */
function nested(levels: number): object {
  return levels === 0 ? {} : { o: nested(levels - 1) }
}

describe('a unique index over two fields of one list', () => {
  const database = new Database(':memory:')
  database.ensureCollection({
    name: 'lists',
    indexes: [{ name: 'pairs', fields: ['items.a', 'items.b'], unique: true }],
  })
  afterAll(() => database.close())

  it('is refused by name where a document has several, because MongoDB pairs them and this cloud does not', () => {
    const two = {
      items: [
        { a: 1, b: 2 },
        { a: 3, b: 4 },
      ],
    }
    expect(() => database.insert('lists', [two])).toThrow('a unique index over two fields of a list')
    expect(database.count('lists')).toBe(0)
  })

  it('is kept where a document has one', () => {
    database.insert('lists', [{ items: [{ a: 1, b: 2 }] }])
    expect(() => database.insert('lists', [{ items: [{ a: 1, b: 2 }] }])).toThrow('E11000')
  })
})
