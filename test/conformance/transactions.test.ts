import type { SdkTransaction } from '../local/support/cloud'
import { localOnly, indexReason, openTarget, run } from './support/target'
import { commands, errorOf, fill, idOf } from './support/words'

const target = openTarget()
const u = commands(target)
const [from, to] = [idOf('from'), idOf('to')]

beforeEach(() =>
  fill(target.rows, [
    { _id: from, n: 100 },
    { _id: to, n: 0 },
  ]),
)
const rowsOf = (transaction: SdkTransaction) => transaction.collection('conformance_rows')
const amounts = async () => [(await target.rows.doc(from).get()).data?.n, (await target.rows.doc(to).get()).data?.n]

async function move(transaction: SdkTransaction, amount: number): Promise<void> {
  const { data } = await rowsOf(transaction).doc(from).get()
  await rowsOf(transaction)
    .doc(from)
    .update({ data: { n: Number(data?.n) - amount } })
  await rowsOf(transaction)
    .doc(to)
    .update({ data: { n: u('inc', amount) } })
}

/** A conflict shows at the write or at the commit, as the SDK passes it on. */
const isConflict = (error: unknown) => /TRANSACTION_CONFLICT|WriteConflict/.test(JSON.stringify(error) + String(error))

describe('a transaction', () => {
  it('writes all its documents', async () => {
    await target.db.runTransaction((transaction) => move(transaction, 30))
    expect(await amounts()).toEqual([70, 30])
  })

  it('gives what its work answered', async () => {
    expect(await target.db.runTransaction(async () => 'answer')).toBe('answer')
  })

  it('writes nothing after a rollback', async () => {
    const transaction = await target.db.startTransaction()
    await move(transaction, 30)
    await transaction.rollback()
    expect(await amounts()).toEqual([100, 0])
  })

  it('writes nothing where its work throws', async () => {
    const work = target.db.runTransaction(async (transaction) => {
      await move(transaction, 30)
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(await amounts()).toEqual([100, 0])
  })

  it('passes on the reason of a rollback', async () => {
    const work = target.db.runTransaction((transaction) => transaction.rollback('reason'))
    await expect(work).rejects.toBe('reason')
  })

  it('sees its own writes', async () => {
    const transaction = await target.db.startTransaction()
    await move(transaction, 30)
    expect((await rowsOf(transaction).doc(from).get()).data?.n).toBe(70)
    await transaction.rollback()
  })

  it('is not seen by others before its end', async () => {
    const transaction = await target.db.startTransaction()
    await move(transaction, 30)
    expect(await amounts()).toEqual([100, 0])
    await transaction.commit()
    expect(await amounts()).toEqual([70, 30])
  })

  it('sees the moment of its first read, whatever others write', async () => {
    const transaction = await target.db.startTransaction()
    await rowsOf(transaction).doc(from).get()
    await target.rows.doc(to).update({ data: { n: 7 } })
    expect((await rowsOf(transaction).doc(to).get()).data?.n).toBe(0)
    await transaction.rollback()
  })

  it('reads only the fields that are asked for', async () => {
    const transaction = await target.db.startTransaction()
    const { data } = await rowsOf(transaction).doc(from).field({ n: true }).get()
    expect(data).toEqual({ _id: from, n: 100 })
    await transaction.rollback()
  })

  it('finds null where there is no document', async () => {
    const transaction = await target.db.startTransaction()
    expect((await rowsOf(transaction).doc(idOf('nobody')).get()).data).toBeNull()
    await transaction.rollback()
  })

  it('adds a document', async () => {
    await target.db.runTransaction((transaction) => rowsOf(transaction).add({ data: { _id: idOf('new'), run } }))
    expect((await target.rows.doc(idOf('new')).get()).data).toEqual({ _id: idOf('new'), run })
  })

  it('makes a document by set', async () => {
    await target.db.runTransaction((transaction) =>
      rowsOf(transaction)
        .doc(idOf('new'))
        .set({ data: { run, n: 1 } }),
    )
    expect((await target.rows.doc(idOf('new')).get()).data).toEqual({ _id: idOf('new'), run, n: 1 })
  })

  it('replaces a document by set', async () => {
    await target.db.runTransaction((transaction) =>
      rowsOf(transaction)
        .doc(from)
        .set({ data: { run, m: 1 } }),
    )
    expect((await target.rows.doc(from).get()).data).toEqual({ _id: from, run, m: 1 })
  })

  it('removes a document', async () => {
    await target.db.runTransaction((transaction) => rowsOf(transaction).doc(from).remove())
    expect((await target.rows.doc(from).get()).data).toBeNull()
  })

  it('works across collections', async () => {
    await target.db.runTransaction(async (transaction) => {
      await move(transaction, 5)
      await transaction.collection('conformance_others').add({ data: { _id: idOf('log'), run } })
    })
    expect(await amounts()).toEqual([95, 5])
    expect((await target.others.doc(idOf('log')).get()).data).not.toBeNull()
  })

  it('is run again where somebody else wrote first, until it holds', async () => {
    let times = 0
    const work = async (transaction: SdkTransaction) => {
      times += 1
      await rowsOf(transaction).doc(from).get()
      if (times === 1) await target.rows.doc(from).update({ data: { n: u('inc', 1) } })
      await move(transaction, 10)
    }
    // The SDK itself tries again only where the conflict shows at the commit; our store tries again at any point.
    for (let attempt = 0; attempt < 5; attempt++) {
      const failed: unknown = await target.db.runTransaction(work).then(
        () => undefined,
        (error: unknown) => error,
      )
      if (failed === undefined) break
      expect(isConflict(failed)).toBe(true)
    }
    expect(times).toBeGreaterThan(1)
    expect(await amounts()).toEqual([91, 10])
  })

  it('of two that change the same document, one meets a conflict', async () => {
    const [first, second] = [await target.db.startTransaction(), await target.db.startTransaction()]
    await rowsOf(first).doc(from).get()
    await rowsOf(second).doc(from).get()
    const write = async (transaction: SdkTransaction, n: number) => {
      await rowsOf(transaction).doc(from).update({ data: { n } })
      await transaction.commit()
    }
    const outcomes = await Promise.allSettled([write(first, 1), write(second, 2)])
    const failed = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(failed.map(({ reason }) => isConflict(reason))).toEqual([true])
  })

  it('is over after its commit', async () => {
    const transaction = await target.db.startTransaction()
    await transaction.commit()
    await errorOf(
      rowsOf(transaction)
        .doc(from)
        .update({ data: { n: 1 } }),
    )
    expect(await amounts()).toEqual([100, 0])
  })

  it('is over after its rollback', async () => {
    const transaction = await target.db.startTransaction()
    await transaction.rollback()
    await errorOf(
      rowsOf(transaction)
        .doc(from)
        .update({ data: { n: 1 } }),
    )
    expect(await amounts()).toEqual([100, 0])
  })

  it('fails as a whole where one document exists already', async () => {
    const work = target.db.runTransaction(async (transaction) => {
      await move(transaction, 30)
      await rowsOf(transaction).add({ data: { _id: to, run } })
    })
    await errorOf(work)
    expect(await amounts()).toEqual([100, 0])
  })

  it('changes nothing where the document to update is missing', async () => {
    const { stats } = await target.db.runTransaction((transaction) =>
      rowsOf(transaction)
        .doc(idOf('nobody'))
        .update({ data: { n: 1 } }),
    )
    expect(stats.updated).toBe(0)
  })

  localOnly(indexReason)('fails as a whole where a unique key is taken', async () => {
    await target.db.collection('conformance_unique').add({ data: { code: 'taken' } })
    const work = target.db.runTransaction(async (transaction) => {
      await move(transaction, 30)
      await transaction.collection('conformance_unique').add({ data: { code: 'taken' } })
    })
    expect((await errorOf(work)).errMsg).toContain('E11000')
    expect(await amounts()).toEqual([100, 0])
  })
})
