import { Database } from '../../../src/local/database/database'

/** Writes for ever and reports each write that was acknowledged, until it is killed. */
const database = new Database(process.argv[2] ?? '')
database.ensureCollection({ name: 'rows', indexes: [{ name: 'n', fields: ['n'], unique: true }] })
for (let n = 1; ; n++) {
  database.insert('rows', [{ n, tags: ['a', 'b'] }])
  process.send?.(n)
}
