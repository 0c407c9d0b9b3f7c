import { randomBytes } from 'node:crypto'
import type { CollectionSpec, IndexSpec } from '../../cloud/store/spec'
import { newMeter } from '../meter'
import { aggregate, type Stage } from './aggregate/pipeline'
import { count } from './count'
import { openDataFile } from './data-file'
import { keyOf } from './keys'
import { describePlan, planQuery } from './plan'
import { compileProjection } from './projection'
import { readOrder } from './query'
import { search, type Access } from './search'
import { Store, type Change } from './store'
import { Transactions } from './transactions'
import type { Sqlite } from './sqlite'
import { applyUpdate, checkedDocument, checkedId } from './updates'
import { adoptFields, type Document, type DocumentId, type Fields } from './values'

export interface FindOptions extends Access {
  /** `{ createdAt: -1 }` */
  readonly order?: Fields
  readonly offset?: number
  readonly limit?: number
  readonly projection?: Fields
}

export interface ModifyOptions extends Access {
  /** All matching documents and not only the first one. */
  readonly multi?: boolean
  /** Makes the document with the `_id` of the query if there is none. */
  readonly upsert?: boolean
}

/** The document database: MongoDB's meaning by `mingo`, kept in SQLite. */
export class Database {
  readonly transactions: Transactions
  /** The other parts of the cloud keep their few rows in the same file, so that one copy of it holds everything. */
  readonly sqlite: Sqlite
  private readonly store: Store

  /** Opens the data in a file, or in memory for `:memory:`. */
  constructor(
    file: string,
    readonly now: () => number = Date.now,
    /** What measures how long a transaction is open, in ms. */
    stopwatch?: () => number,
  ) {
    this.sqlite = openDataFile(file)
    this.store = new Store(this.sqlite)
    this.transactions = new Transactions(this.store, stopwatch)
  }

  collections(): string[] {
    return this.store.catalog.names()
  }

  createCollection(name: string): void {
    this.store.catalog.create(name)
  }

  createIndex(collection: string, index: IndexSpec): void {
    this.store.catalog.createIndex(collection, index)
  }

  /** The indexes of a collection, as they would be specified; the one of its ids is not among them. */
  indexes(collection: string): IndexSpec[] {
    return this.store.catalog.get(collection).indexes.map(({ name, fields, unique }) => ({
      name,
      fields: fields.map(({ path, descending }) => (descending ? `-${path}` : path)),
      ...(unique && { unique }),
    }))
  }

  /** Makes a collection and its indexes what the specification says; the documents stay. */
  ensureCollection(spec: CollectionSpec): void {
    this.store.catalog.ensure(spec)
  }

  insert(collection: string, documents: readonly object[], { meter = newMeter() }: Access = {}): DocumentId[] {
    const changes = this.insertions(collection, documents)
    this.store.write(changes)
    meter.documentsWritten += changes.length
    return changes.map(({ after }) => after._id)
  }

  /** Inserts all rows the first time it is called for this data, and never again; answers whether it did. */
  insertOnce(mark: string, rows: readonly { collection: string; documents: readonly object[] }[]): boolean {
    return this.store.writeOnce(mark, () => rows.flatMap((row) => this.insertions(row.collection, row.documents)))
  }

  get(collection: string, id: DocumentId, { meter = newMeter() }: Access = {}): Document | undefined {
    const document = this.store.read(this.store.catalog.get(collection), keyOf(checkedId(id)))
    if (document) meter.documentsRead += 1
    return document
  }

  find(collection: string, query: object = {}, options: FindOptions = {}): Fields[] {
    const { offset = 0, limit = Infinity, projection, ...access } = options
    const order = readOrder(options.order)
    const found = search(this.store, this.store.catalog.get(collection), {
      ...access,
      query,
      order,
      end: offset + limit,
    })
    const documents = found.slice(offset).map(({ document }) => document)
    return documents.map(compileProjection(projection ?? {}))
  }

  count(collection: string, query: object = {}, access: Access = {}): number {
    return count(this.store, this.store.catalog.get(collection), query, access)
  }

  /** Runs a pipeline of stages; its first conditions and order are planned as those of a query. */
  aggregate(collection: string, stages: readonly Stage[], access: Access = {}): Fields[] {
    return aggregate(this.store, collection, stages, access)
  }

  /** Changes the first matching document, or all of them. */
  modify(collection: string, query: object, update: object, options: ModifyOptions = {}): ModifyResult {
    const { multi = false, upsert = false, meter = newMeter(), ...access } = options
    const target = this.store.catalog.get(collection)
    const fields = adoptFields(update)
    const found = search(this.store, target, { ...access, meter, query, end: multi ? Infinity : 1 })
    if (found.length === 0 && upsert) return this.upsert(collection, adoptFields(query), fields, { meter })
    const changes = found.map(({ id, document }) => {
      return { collection: target, id, before: document, after: applyUpdate(document, fields) }
    })
    // A document that stays as it was is not counted, and not written.
    const real = changes.filter(({ before, after }) => keyOf(before) !== keyOf(after))
    this.store.write(real)
    meter.documentsWritten += real.length
    return { updated: real.length, document: changes[0]?.after }
  }

  /** Removes the first matching document, or all of them; answers how many. */
  remove(collection: string, query: object, options: ModifyOptions = {}): number {
    const { multi = false, meter = newMeter(), ...access } = options
    const target = this.store.catalog.get(collection)
    const found = search(this.store, target, { ...access, meter, query, end: multi ? Infinity : 1 })
    this.store.write(found.map(({ id, document }) => ({ collection: target, id, before: document })))
    meter.documentsWritten += found.length
    return found.length
  }

  /** How a query would be found, in a few words. */
  explain(collection: string, query: object, order?: Fields): string {
    const fields = readOrder(order)
    return describePlan(planQuery(this.store.catalog.get(collection).indexes, adoptFields(query), fields), fields)
  }

  close(): void {
    this.store.close()
  }

  private upsert(collection: string, query: Fields, update: Fields, { meter }: Access): ModifyResult {
    const document = applyUpdate({ _id: checkedId(query._id) }, update)
    this.insert(collection, [document], { meter })
    return { updated: 0, upsertedId: document._id, document }
  }

  private insertions(collection: string, documents: readonly object[]): (Change & { after: Document })[] {
    const target = this.store.catalog.get(collection)
    return documents.map((document) => {
      const fields = adoptFields(document)
      const after = checkedDocument(fields, checkedId(fields._id ?? newId()))
      return { collection: target, id: keyOf(after._id), after }
    })
  }
}

export interface ModifyResult {
  readonly updated: number
  readonly upsertedId?: DocumentId
  /** The first document that was found or made, as it is now. */
  readonly document?: Document
}

/** An id as the real cloud makes them. */
export function newId(): string {
  return randomBytes(16).toString('hex')
}
