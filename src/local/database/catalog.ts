import type { CollectionSpec, IndexSpec } from '../../cloud/store/spec'
import { CloudError, StartError } from '../errors'
import { parseStored } from './ejson'
import { indexRows, parseIndexField, severalAt } from './index-rows'
import type { PlannedIndex } from './plan'
import type { Tables } from './select'
import { isUniqueViolation, type Sqlite } from './sqlite'

/** An index and the table that holds its rows. */
export interface StoredIndex extends PlannedIndex {
  several: number
  readonly table: string
}

/** A collection and its tables. */
export interface Collection {
  readonly name: string
  readonly indexes: readonly StoredIndex[]
  readonly tables: Tables
}

interface IndexRow {
  readonly id: number
  readonly collection: number
  readonly name: string
  readonly fields: string
  readonly uniq: number
  /** 1 where an array gave a document several rows, and a bit for each field that is such an array, see `marked`. */
  readonly multikey: number
}

const schema = `
  CREATE TABLE IF NOT EXISTS collections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS indexes (
    id INTEGER PRIMARY KEY, collection INTEGER NOT NULL, name TEXT NOT NULL, fields TEXT NOT NULL,
    uniq INTEGER NOT NULL, multikey INTEGER NOT NULL DEFAULT 0, UNIQUE (collection, name)
  );
  CREATE TABLE IF NOT EXISTS marks (name TEXT PRIMARY KEY);
`

/** The cloud's own limit for one environment. */
const mostCollections = 100

/** Knows which collections and indexes there are, and makes them. */
export class Catalog {
  private readonly collections = new Map<string, Collection>()

  constructor(private readonly sqlite: Sqlite) {
    sqlite.exec(schema)
    for (const { name } of sqlite.all<{ name: string }>('SELECT name FROM collections')) this.load(name)
  }

  names(): string[] {
    return [...this.collections.keys()].sort()
  }

  has(name: string): boolean {
    return this.collections.has(name)
  }

  get(name: string): Collection {
    const collection = this.collections.get(name)
    if (collection) return collection
    throw new CloudError('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist: ${name}`)
  }

  create(name: string): void {
    if (!/^[A-Za-z][\w-]{0,63}$/.test(name)) {
      throw new CloudError('INVALID_PARAM', 'a collection is named with letters, digits, "_" and "-"')
    }
    if (this.collections.has(name)) {
      throw new CloudError('DATABASE_REQUEST_FAILED', `[ResourceUnavailable.ResourceExist] Table exist: ${name}`)
    }
    if (this.collections.size >= mostCollections) {
      throw new CloudError('DATABASE_REQUEST_FAILED', `[LimitExceeded] no more than ${mostCollections} collections`)
    }
    this.sqlite.transaction(() => {
      this.sqlite.run('INSERT INTO collections (name) VALUES (?)', [name])
      this.sqlite.exec(
        `CREATE TABLE ${documentTable(this.idOf(name))} (id TEXT NOT NULL PRIMARY KEY, doc TEXT NOT NULL)`,
      )
    })
    this.load(name)
  }

  /** Makes the collection and its indexes what the specification says; the documents stay. */
  ensure(spec: CollectionSpec): void {
    if (!this.collections.has(spec.name)) this.create(spec.name)
    const wanted = new Map(spec.indexes.map((index) => [index.name, index]))
    for (const row of this.indexRows(spec.name)) {
      const index = wanted.get(row.name)
      const same = index && row.fields === JSON.stringify(index.fields) && (row.uniq === 1) === (index.unique === true)
      if (same) wanted.delete(row.name)
      else this.drop(row)
    }
    this.load(spec.name)
    for (const index of wanted.values()) this.createIndex(spec.name, index)
  }

  createIndex(name: string, spec: IndexSpec): void {
    const collection = this.get(name)
    if (collection.indexes.some((index) => index.name === spec.name) || spec.fields.length === 0) {
      throw new CloudError('INVALID_PARAM', `the index ${spec.name} of ${name} exists already or has no fields`)
    }
    try {
      this.sqlite.transaction(() => this.build(collection, spec))
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      throw new StartError(
        'index',
        `集合 ${name} 里有重复的数据，唯一索引 ${spec.name} 无法建立。请先清理，或用 --reset 重新开始。 | The unique index ` +
          `${spec.name} cannot be made: documents of ${name} share its key. Clean them up, or start over with --reset.`,
      )
    }
    this.load(name)
  }

  /** Remembers that an array gave a document several rows: the planner has to be more careful from then on. */
  markMultikey(collection: Collection, index: StoredIndex, several: number): void {
    index.several |= several
    // Written each time: the mark that was set before may have been rolled back with its document.
    const mark = marked(index.several)
    this.sqlite.run('UPDATE indexes SET multikey = ? WHERE multikey <> ? AND collection = ? AND name = ?', [
      ...[mark, mark],
      this.idOf(collection.name),
      index.name,
    ])
  }

  private build(collection: Collection, spec: IndexSpec): void {
    const { sqlite } = this
    sqlite.run('INSERT INTO indexes (collection, name, fields, uniq) VALUES (?, ?, ?, ?)', [
      this.idOf(collection.name),
      spec.name,
      JSON.stringify(spec.fields),
      spec.unique ? 1 : 0,
    ])
    const fields = spec.fields.map(parseIndexField)
    const row = this.indexRows(collection.name).find((known) => known.name === spec.name)
    const table = indexTable(row?.id ?? 0)
    const keys = fields.map((_, i) => `k${i}`)
    const sorted = fields.map((field, i) => `k${i} ${field.descending ? 'DESC' : 'ASC'}`)
    sqlite.exec(
      `CREATE TABLE ${table} (${keys.map((key) => `${key} TEXT NOT NULL`).join(', ')}, id TEXT NOT NULL, ` +
        `PRIMARY KEY (${sorted.join(', ')}, id)) WITHOUT ROWID`,
    )
    if (spec.unique) sqlite.exec(`CREATE UNIQUE INDEX ${table}_unique ON ${table} (${keys.join(', ')})`)
    const insert = insertRow(table, fields.length)
    let several = 0
    for (const { id, doc } of sqlite.all<{ id: string; doc: string }>(
      `SELECT id, doc FROM ${collection.tables.documents}`,
    )) {
      const document = parseStored(doc)
      several |= severalAt(fields, document)
      for (const keysOfRow of indexRows(fields, document)) sqlite.run(insert, [...keysOfRow, id])
    }
    if (several !== 0) sqlite.run('UPDATE indexes SET multikey = ? WHERE id = ?', [marked(several), row?.id ?? 0])
  }

  private drop(row: IndexRow): void {
    this.sqlite.transaction(() => {
      this.sqlite.exec(`DROP TABLE ${indexTable(row.id)}`)
      this.sqlite.run('DELETE FROM indexes WHERE id = ?', [row.id])
    })
  }

  private load(name: string): void {
    const indexes = this.indexRows(name).map((row) => ({
      name: row.name,
      fields: (JSON.parse(row.fields) as string[]).map(parseIndexField),
      unique: row.uniq === 1,
      several: severalIn(row.multikey),
      table: indexTable(row.id),
    }))
    const tables = {
      documents: documentTable(this.idOf(name)),
      indexes: new Map(indexes.map((index) => [index.name, index.table])),
    }
    this.collections.set(name, { name, indexes, tables })
  }

  private indexRows(name: string): IndexRow[] {
    return this.sqlite.all<IndexRow>('SELECT * FROM indexes WHERE collection = ? ORDER BY id', [this.idOf(name)])
  }

  private idOf(name: string): number {
    return this.sqlite.get<{ id: number }>('SELECT id FROM collections WHERE name = ?', [name])?.id ?? 0
  }
}

/** How `several` is kept: files of before said only that there is such an array (1), and not which. */
const marked = (several: number): number => (several === 0 ? 0 : (several << 1) | 1)
const allFields = 0x3fffffff
const severalIn = (mark: number): number => (mark === 1 ? allFields : mark >> 1)

/** Table names are made of numbers, so that no name of a collection ever gets into SQL. */
const documentTable = (id: number): string => `documents_${id}`
const indexTable = (id: number): string => `index_${id}`

/** The statement that adds a row to an index table. */
export function insertRow(table: string, fields: number): string {
  return `INSERT INTO ${table} VALUES (${Array.from({ length: fields + 1 }, () => '?').join(', ')})`
}
