import { Database } from '../../../src/local/database/database'

/**
 * Writes for ever, in each of the ways there are, and reports each round that was acknowledged, until it is killed:
 * one document, two at once, and two in a transaction.
 */
const database = new Database(process.argv[2] ?? '')
database.ensureCollection({ name: 'rows', indexes: [{ name: 'n', fields: ['n'], unique: true }] })
database.ensureCollection({ name: 'pairs', indexes: [{ name: 'n', fields: ['n'] }] })
for (const _id of ['left', 'right']) database.modify('pairs', { _id }, { $set: { n: 0 } }, { upsert: true })
for (let n = 1; ; n++) {
  database.insert('rows', [{ n, tags: ['a', 'b'] }])
  database.insert('pairs', [{ n }, { n }])
  const { transactions } = database
  const transaction = transactions.begin()
  for (const id of ['left', 'right']) transactions.modify(transaction, 'pairs', id, { $set: { n } })
  transactions.commit(transaction)
  process.send?.(n)
}
