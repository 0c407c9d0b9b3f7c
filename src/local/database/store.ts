import { CloudError, notSupported } from '../errors'
import { Catalog, insertRow, type Collection, type StoredIndex } from './catalog'
import { parseStored, toText } from './ejson'
import { areCrossed, indexRows, severalAt } from './index-rows'
import type { IndexPlan, Plan } from './plan'
import { selectCount, selectPlan } from './select'
import { isUniqueViolation, type Sqlite } from './sqlite'
import type { Document } from './values'

/** One document before and after a write; absent before: inserted, absent after: removed. */
export interface Change {
  readonly collection: Collection
  /** The key of the document's id. */
  readonly id: string
  readonly before?: Document
  readonly after?: Document
}

/** MongoDB's limit for one document. */
const maxDocumentBytes = 16 * 1024 * 1024

/** Keeps documents and their index rows. Every write of the database passes through `write`. */
export class Store {
  readonly catalog: Catalog
  private readonly listeners: ((changes: readonly Change[]) => void)[] = []

  constructor(private readonly sqlite: Sqlite) {
    this.catalog = new Catalog(sqlite)
  }

  onWrite(listener: (changes: readonly Change[]) => void): void {
    this.listeners.push(listener)
  }

  read(collection: Collection, id: string): Document | undefined {
    const row = this.sqlite.get<{ doc: string }>(`SELECT doc FROM ${collection.tables.documents} WHERE id = ?`, [id])
    return row && (parseStored(row.doc) as Document)
  }

  /**
   * The documents a plan reads, in its order. They are fetched in growing batches, so that the reader of a first page
   * does not pay for the last one. Nothing may be written while they are read.
   */
  *candidates(collection: Collection, plan: Plan, first = 100): Generator<{ id: string; document: Document }> {
    const { sql, params } = selectPlan(plan, collection.tables)
    let size = first
    for (let offset = 0; ; offset += size, size *= 4) {
      const rows = this.sqlite.all<{ id: string; doc: string }>(`${sql} LIMIT ? OFFSET ?`, [...params, size, offset])
      for (const { id, doc } of rows) yield { id, document: parseStored(doc) as Document }
      if (rows.length < size) return
    }
  }

  /** How many documents a plan reads that gives each of them once. */
  countRows(collection: Collection, plan: IndexPlan): number {
    const { sql, params } = selectCount(plan, collection.tables)
    return this.sqlite.get<{ total: number }>(sql, params)?.total ?? 0
  }

  /** Writes all changes or none of them. */
  write(changes: readonly Change[]): void {
    if (changes.length === 0) return
    this.sqlite.transaction(() => this.apply(changes))
    for (const listener of this.listeners) listener(changes)
  }

  /** Writes the changes if the mark is not there yet, and leaves the mark with them. */
  writeOnce(mark: string, changes: () => readonly Change[]): boolean {
    if (this.sqlite.get('SELECT name FROM marks WHERE name = ?', [mark])) return false
    const made = changes()
    this.sqlite.transaction(() => {
      this.apply(made)
      this.sqlite.run('INSERT INTO marks VALUES (?)', [mark])
    })
    for (const listener of this.listeners) listener(made)
    return true
  }

  /** The id of another document that holds a unique key. */
  uniqueHolder(index: StoredIndex, keys: readonly string[], id: string): string | undefined {
    const where = keys.map((_, i) => `k${i} = ?`).join(' AND ')
    return this.sqlite.get<{ id: string }>(`SELECT id FROM ${index.table} WHERE ${where} AND id <> ?`, [...keys, id])
      ?.id
  }

  close(): void {
    // The side journal goes back into the file, which can then be copied on its own.
    this.sqlite.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    this.sqlite.close()
  }

  private apply(changes: readonly Change[]): void {
    // All old index rows go first: two documents may exchange a unique key in one write.
    const added = changes.map((change) => this.removeRows(change))
    changes.forEach((change, i) => {
      this.writeDocument(change)
      for (const { index, rows } of added[i] ?? []) this.addRows(change, index, rows)
    })
  }

  private writeDocument({ collection, id, before, after }: Change): void {
    const table = collection.tables.documents
    if (!after) {
      this.sqlite.run(`DELETE FROM ${table} WHERE id = ?`, [id])
      return
    }
    const text = toText(after)
    if (text.length > maxDocumentBytes / 3 && Buffer.byteLength(text) > maxDocumentBytes) {
      throw new CloudError(
        'DATABASE_REQUEST_FAILED',
        `[FailedOperation] a document of ${collection.name} exceeds 16 MB`,
      )
    }
    if (before) {
      this.sqlite.run(`UPDATE ${table} SET doc = ? WHERE id = ?`, [text, id])
      return
    }
    try {
      this.sqlite.run(`INSERT INTO ${table} (id, doc) VALUES (?, ?)`, [id, text])
    } catch (error) {
      throw isUniqueViolation(error) ? duplicateKey(collection.name, '_id_', ['_id']) : error
    }
  }

  /** Removes the rows that the new document does not have, and answers those the old one did not have. */
  private removeRows({ collection, id, before, after }: Change): { index: StoredIndex; rows: string[][] }[] {
    return collection.indexes.map((index) => {
      const old = new Map((before ? indexRows(index.fields, before) : []).map((row) => [row.join('\0'), row]))
      const rows: string[][] = []
      for (const row of after ? indexRows(index.fields, after) : []) {
        if (!old.delete(row.join('\0'))) rows.push(row)
      }
      const where = index.fields.map((_, i) => `k${i} = ?`).join(' AND ')
      for (const row of old.values())
        this.sqlite.run(`DELETE FROM ${index.table} WHERE ${where} AND id = ?`, [...row, id])
      return { index, rows }
    })
  }

  private addRows({ collection, id, after }: Change, index: StoredIndex, rows: readonly string[][]): void {
    if (after && indexRows(index.fields, after).length > 1) {
      if (index.unique && areCrossed(index.fields, after))
        throw notSupported('a unique index over two fields of a list')
      this.catalog.markMultikey(collection, index, severalAt(index.fields, after))
    }
    const insert = insertRow(index.table, index.fields.length)
    try {
      for (const row of rows) this.sqlite.run(insert, [...row, id])
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      const paths = index.fields.map((field) => field.path)
      throw duplicateKey(collection.name, index.name, paths)
    }
  }
}

/** MongoDB's error for a key that exists; its values stay out of the message. */
export function duplicateKey(collection: string, index: string, paths: readonly string[]): CloudError {
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} ` +
      `index: ${index} dup key: { ${paths.join(', ')} }}]}, {<nil>}]`,
  )
}
