import { join } from 'node:path'
import { Database } from '../../src/local/database/database'
import { transactionLifetimeMs } from '../../src/local/database/transactions'
import { call, connectSdk, startCloud, type SdkDatabase, type SdkTransaction, type Started } from './support/cloud'

let cloud: Started
let db: SdkDatabase
const account = (id: string) => db.collection('accounts').doc(id)
const balance = (id: string) => cloud.database.get('accounts', id)?.balance
const inc = (amount: number) => db.command.inc?.(amount)

beforeAll(async () => {
  cloud = await startCloud({
    collections: [{ name: 'accounts', indexes: [{ name: 'name', fields: ['name'], unique: true }] }],
  })
  db = connectSdk(cloud)
})
afterAll(() => cloud.close())
beforeEach(() => {
  cloud.database.remove('accounts', {}, { multi: true })
  cloud.database.insert('accounts', [
    { _id: 'a', name: 'A', balance: 100 },
    { _id: 'b', name: 'B', balance: 0 },
  ])
})

async function move(transaction: SdkTransaction, amount: number): Promise<void> {
  const from = await transaction.collection('accounts').doc('a').get()
  await transaction
    .collection('accounts')
    .doc('a')
    .update({ data: { balance: Number(from.data?.balance) - amount } })
  await transaction
    .collection('accounts')
    .doc('b')
    .update({ data: { balance: inc(amount) } })
}

it('writes everything at the end, and nobody sees it before', async () => {
  await db.runTransaction(async (transaction) => {
    await move(transaction, 30)
    await transaction.collection('accounts').add({ data: { _id: 'log', name: 'L' } })
    expect((await transaction.collection('accounts').doc('a').get()).data?.balance).toBe(70)
    expect((await account('a').get()).data?.balance).toBe(100)
    expect((await account('log').get()).data).toBeNull()
  })
  expect([balance('a'), balance('b')]).toEqual([70, 30])
  expect(cloud.database.count('accounts')).toBe(3)
})

it('sets, removes and makes documents', async () => {
  await db.runTransaction(async (transaction) => {
    const accounts = transaction.collection('accounts')
    await accounts.doc('a').remove()
    await accounts.doc('b').set({ data: { name: 'B2' } })
    await accounts.doc('c').set({ data: { name: 'C' } })
    expect((await accounts.doc('a').get()).data).toBeNull()
  })
  expect(cloud.database.find('accounts', {}, { order: { _id: 1 } })).toEqual([
    { _id: 'b', name: 'B2' },
    { _id: 'c', name: 'C' },
  ])
})

it('writes nothing after a rollback or an error', async () => {
  await expect(
    db.runTransaction(async (transaction) => {
      await move(transaction, 30)
      await transaction.rollback('no')
    }),
  ).rejects.toBe('no')
  await expect(
    db.runTransaction(async (transaction) => {
      await move(transaction, 30)
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect([balance('a'), balance('b')]).toEqual([100, 0])
})

it('is run again by the SDK when the commit meets a conflict', async () => {
  let runs = 0
  await db.runTransaction(async (transaction) => {
    runs += 1
    await move(transaction, 30)
    if (runs === 1) await account('a').update({ data: { balance: inc(-1) } })
  })
  expect(runs).toBe(2)
  expect([balance('a'), balance('b')]).toEqual([69, 30])
})

it('meets a conflict at once when it writes what has changed since it began', async () => {
  const transaction = await db.startTransaction()
  const accounts = transaction.collection('accounts')
  expect((await accounts.doc('a').get()).data?.balance).toBe(100)
  await account('a').update({ data: { balance: inc(-1) } })
  // It still sees the moment it began.
  expect((await accounts.doc('a').get()).data?.balance).toBe(100)
  const conflict = { errMsg: expect.stringMatching(/DATABASE_TRANSACTION_CONFLICT.*WriteConflict/) }
  await expect(accounts.doc('a').update({ data: { balance: 0 } })).rejects.toMatchObject(conflict)
  // The conflict has ended it.
  const ended = { errMsg: expect.stringContaining('NoSuchTransaction') }
  await expect(accounts.doc('b').update({ data: { balance: 0 } })).rejects.toMatchObject(ended)
  expect([balance('a'), balance('b')]).toEqual([99, 0])
})

it('conflicts with a removal and with a new document of the same id', async () => {
  const transaction = await db.startTransaction()
  await transaction
    .collection('accounts')
    .doc('a')
    .update({ data: { balance: 1 } })
  await account('a').remove()
  await expect(transaction.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' })
  expect((await account('a').get()).data).toBeNull()

  const other = await db.startTransaction()
  await other.collection('accounts').add({ data: { _id: 'n', name: 'N1' } })
  await db.collection('accounts').add({ data: { _id: 'n', name: 'N2' } })
  await expect(other.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' })
})

it('lets only one of many transactions win at a time, and loses no money', async () => {
  const attempt = async (): Promise<void> => {
    try {
      await db.runTransaction((transaction) => move(transaction, 1), 0)
    } catch (error) {
      const { errMsg, message } = error as { errMsg?: string; message?: string }
      if (!/WriteConflict/.test(errMsg ?? message ?? '')) throw error
      await attempt()
    }
  }
  await Promise.all(Array.from({ length: 20 }, attempt))
  expect([balance('a'), balance('b')]).toEqual([80, 20])
})

it('keeps unique keys unique', async () => {
  const duplicate = { errMsg: expect.stringContaining('E11000') }
  const add = (data: object) =>
    db.runTransaction(async (transaction) => {
      await transaction.collection('accounts').add({ data })
    })
  await expect(add({ _id: 'x', name: 'A' })).rejects.toMatchObject(duplicate)
  await expect(add({ _id: 'a', name: 'X' })).rejects.toMatchObject(duplicate)
  // Two documents may exchange their keys, one after the other.
  await db.runTransaction(async (transaction) => {
    const accounts = transaction.collection('accounts')
    await accounts.doc('a').update({ data: { name: 'between' } })
    await accounts.doc('b').update({ data: { name: 'A' } })
    await accounts.doc('a').update({ data: { name: 'B' } })
  })
  expect(cloud.database.find('accounts', { name: 'A' })).toMatchObject([{ _id: 'b' }])
})

it('refuses where(), which the SDK does not send into the transaction', async () => {
  const transaction = await db.startTransaction()
  const query = transaction.collection('accounts').where({ _id: 'a' })
  await expect(query.get()).rejects.toMatchObject({ errCode: -501007 })
  await transaction.rollback()
})

describe('where() in a function that has a transaction open', () => {
  const code = `
    const cloud = require(${JSON.stringify(join(__dirname, '../../node_modules/wx-server-sdk'))})
    cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
    const db = cloud.database({ throwOnNotFound: false })
    const messageOf = (promise) => promise.then(({ stats }) => stats, (error) => error.errMsg)
    exports.main = async ({ how }) => {
      const rows = db.collection('rows')
      if (how === 'after') await db.runTransaction((t) => t.collection('rows').doc('a').update({ data: { n: 1 } }))
      if (how === 'beside') {
        const held = await db.startTransaction()
        await held.collection('rows').doc('a').get()
        const { result } = await cloud.callFunction({ name: 'writer', data: { how: 'without' } })
        await held.rollback()
        return result
      }
      if (how === 'without') return messageOf(rows.where({ _id: 'a' }).update({ data: { n: 2 } }))
      if (how === 'after') return messageOf(rows.where({ _id: 'a' }).update({ data: { n: 2 } }))
      const transaction = await db.startTransaction()
      const inside = transaction.collection('rows').where({ _id: 'a' })
      const answer = await messageOf(how === 'update' ? inside.update({ data: { n: 3 } }) : inside.remove())
      await transaction.rollback()
      return answer
    }`
  let inside: Started
  beforeAll(async () => {
    inside = await startCloud({ bundles: { writer: code }, collections: [{ name: 'rows', indexes: [] }] })
    inside.database.insert('rows', [{ _id: 'a', n: 0 }])
  })
  afterAll(() => inside.close())

  it.each(['update', 'remove'])('fails loudly for %s, and writes nothing', async (how) => {
    const before = inside.database.get('rows', 'a')
    expect((await call(inside, 'writer', { how })).result).toContain('OutsideTransaction')
    expect(inside.database.get('rows', 'a')).toEqual(before)
  })

  it.each(['without', 'after', 'beside'])('works %s one', async (how) => {
    inside.database.modify('rows', { _id: 'a' }, { $set: { n: 0 } })
    expect((await call(inside, 'writer', { how })).result).toEqual({ updated: 1 })
  })
})

it('is given up after its lifetime', () => {
  let now = 0
  const database = new Database(':memory:', Date.now, () => now)
  database.createCollection('c')
  const id = database.transactions.begin()
  database.transactions.insert(id, 'c', { _id: 'x' })
  now += transactionLifetimeMs
  expect(() => database.transactions.commit(id)).toThrow('NoSuchTransaction')
  expect(database.count('c')).toBe(0)
  database.close()
})

it('outlives a move of the clock', () => {
  let now = Date.now()
  const database = new Database(':memory:', () => now)
  database.createCollection('c')
  const id = database.transactions.begin()
  database.transactions.insert(id, 'c', { _id: 'x' })
  now += 24 * 3_600_000
  database.transactions.commit(id)
  expect(database.count('c')).toBe(1)
  database.close()
})

it('keeps no more of the past than the open ones need, and all that they need', () => {
  const database = new Database(':memory:')
  database.createCollection('c')
  database.insert('c', [{ _id: 'x', n: 0 }])
  const { transactions } = database
  const kept = () => [...(transactions as unknown as { past: Map<string, unknown[]> }).past.values()].flat().length
  // One begins before the one before it has ended, as under a steady load.
  let older = transactions.begin()
  for (let n = 1; n <= 100; n++) {
    database.modify('c', { _id: 'x' }, { $set: { n } })
    const younger = transactions.begin()
    database.modify('c', { _id: 'x' }, { $set: { other: n } })
    expect(transactions.get(older, 'c', 'x')).toMatchObject({ n: n - 1 })
    transactions.abort(older)
    expect(transactions.get(younger, 'c', 'x')).toMatchObject({ n })
    older = younger
  }
  expect(kept()).toBeLessThan(4)
  transactions.abort(older)
  expect(kept()).toBe(0)
  database.close()
})

it('counts a document that stays as it was as little as a write outside does', async () => {
  const transaction = await db.startTransaction()
  const inside = transaction.collection('accounts').doc('a')
  expect((await inside.update({ data: { balance: 100 } })).stats.updated).toBe(0)
  expect((await inside.update({ data: { balance: 99 } })).stats.updated).toBe(1)
  await transaction.rollback()
})
