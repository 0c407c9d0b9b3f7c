import { fieldsOf, upgrade, type Definition, type OldFields, type Row } from './collection'
import { encodeCursor, type PageQuery } from './page'
import { isDuplicate } from './retry'
import type { SdkDatabase } from './sdk'

/** A document to be written, as its collection keeps it. */
export interface Write {
  readonly collection: string
  readonly kind: 'insert' | 'replace' | 'remove'
  readonly document: Record<string, unknown> & { readonly _id: string }
  /** For a replace and a removal: the version that was read. */
  readonly version: number
}

/** An optional field that is not there is not stored as something. */
const withoutUndefined = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** A typed collection over the SDK. */
export class Table<Fields extends object> {
  constructor(
    private readonly database: SdkDatabase,
    readonly definition: Definition<Fields>,
  ) {}

  private get raw() {
    return this.database.collection(this.definition.name)
  }

  /** The document, upgraded to today's shape, or null. One read. */
  async find(id: string): Promise<Row<Fields> | null> {
    const { data } = await this.raw.doc(id).get()
    return data ? upgrade(this.definition, data as OldFields) : null
  }

  /** Those of these documents that are there, in no order; at most 100 ids. One read, none for no ids. */
  async findAll(ids: readonly string[]): Promise<Row<Fields>[]> {
    const wanted = [...new Set(ids)]
    if (wanted.length === 0) return []
    if (wanted.length > 100) throw new RangeError(`${wanted.length} documents in one read, at most 100`)
    const { data } = await this.raw
      .where({ _id: this.database.command.in(wanted) })
      .limit(wanted.length)
      .get()
    return data.map((document) => upgrade(this.definition, document as OldFields))
  }

  /** A new document for `commit`; pass a deterministic `_id` where a resend is possible. */
  inserting(fields: Fields & { readonly _id: string }): Write {
    const document = { ...withoutUndefined(fields), _id: fields._id, shape: this.definition.shape, version: 1 }
    return { collection: this.definition.name, kind: 'insert', document, version: 0 }
  }

  /** A changed document for `commit`, which fails if somebody else wrote since `row` was read. */
  replacing(row: Row<Fields>): Write {
    const document = { ...withoutUndefined(row), _id: row._id, shape: this.definition.shape, version: row.version + 1 }
    return { collection: this.definition.name, kind: 'replace', document, version: row.version }
  }

  /** A document that goes with `commit`, which fails if somebody else wrote since `row` was read. */
  removing({ _id, version }: Row<Fields>): Write {
    return { collection: this.definition.name, kind: 'remove', document: { _id }, version }
  }

  /** Answers false if a document with this `_id` (or unique value) is there already. One round trip. */
  async insert(fields: Fields & { readonly _id: string }): Promise<boolean> {
    try {
      await this.raw.add({ data: this.inserting(fields).document })
      return true
    } catch (error) {
      if (isDuplicate(error)) return false
      throw error
    }
  }

  /** Writes only if nobody else wrote since `row` was read; answers whether it won. One round trip. */
  async replace(row: Row<Fields>): Promise<boolean> {
    const { _id, ...fields } = this.replacing(row).document
    const { command } = this.database
    // set() on each field: a plain object would be merged into the stored one, field by field.
    const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, command.set(value)]))
    // What the row no longer has must not survive in the stored document.
    for (const name of fieldsOf(this.definition)) if (!(name in fields)) data[name] = command.remove()
    const { stats } = await this.raw.where({ _id, version: row.version }).update({ data })
    return stats.updated === 1
  }

  /** A page in the order of one indexed field, from a cursor, never by skipping. One read. */
  async page(query: PageQuery<Fields>): Promise<{ rows: Row<Fields>[]; cursor: string | null }> {
    const { where, order, direction = 'asc', until, after, limit } = query
    const { command } = this.database
    const beyond = direction === 'asc' ? 'gt' : 'lt'
    const fromOn = direction === 'asc' ? 'gte' : 'lte'
    const upTo = direction === 'asc' ? 'lte' : 'gte'
    const conditions: unknown[] = [where]
    if (until !== undefined) conditions.push({ [order]: command[upTo](until) })
    if (after) {
      // The range on the order field is what the index serves; the second part only steps over equal values.
      conditions.push({ [order]: command[fromOn](after.value) })
      conditions.push(command.or([{ [order]: command[beyond](after.value) }, { _id: command[beyond](after.id) }]))
    }
    const filled = conditions.filter((condition) => Object.keys(condition as object).length > 0)
    const filter = filled.length === 0 ? {} : filled.length === 1 ? filled[0] : command.and(filled)
    const ordered = this.raw.where(filter).orderBy(order, direction).orderBy('_id', direction)
    // One more than asked for tells whether there is a next page.
    const { data } = await ordered.limit(limit + 1).get()
    const rows = data.slice(0, limit).map((document) => upgrade(this.definition, document as OldFields))
    const last = data.length > limit ? rows.at(-1) : undefined
    return { rows, cursor: last ? encodeCursor({ value: last[order] as string | number, id: last._id }) : null }
  }

  /** How many documents match; equalities, or conditions that an index serves. One read. */
  async count(where: Partial<Fields>): Promise<number> {
    const { total } = await this.raw.where(where).count()
    return total
  }

  /**
   * Sets fields in every document that matches; answers how many. Only for what does no harm twice: it is no part of a
   * commit. The version grows, so that whoever read one of them before loses.
   */
  async setAll(where: Partial<Fields>, until: Partial<Record<keyof Fields, number>>, fields: Partial<Fields>) {
    const { command } = this.database
    const bounds = Object.entries(until).map(([name, value]) => ({ [name]: command.lte(value) }))
    const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, command.set(value)]))
    const { stats } = await this.raw
      .where(command.and([where, ...bounds]))
      .update({ data: { ...data, version: command.inc(1) } })
    return stats.updated
  }

  /**
   * Empties fields in every document up to a value of an indexed field; answers how many still held something. As
   * `setAll`: no part of a commit, harmless twice.
   */
  async strip(field: keyof Fields & string, until: string | number, names: readonly (keyof Fields & string)[]) {
    const { command } = this.database
    const held = command.or(names.map((name) => ({ [name]: command.neq(null) })))
    const data = Object.fromEntries(names.map((name) => [name, command.set(null)]))
    const { stats } = await this.raw
      .where(command.and([{ [field]: command.lte(until) }, held]))
      .update({ data: { ...data, version: command.inc(1) } })
    return stats.updated
  }

  /** How many documents have another value there. Two reads of an index. */
  async countBeside(field: keyof Fields & string, value: string): Promise<number> {
    const { command } = this.database
    const [below, above] = await Promise.all(
      [command.lt(value), command.gt(value)].map((condition) => this.raw.where({ [field]: condition }).count()),
    )
    return (below?.total ?? 0) + (above?.total ?? 0)
  }

  /** Removes these documents; answers how many there were. Not for use inside a commit. */
  async remove(ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0
    const { stats } = await this.raw.where({ _id: this.database.command.in(ids) }).remove()
    return stats.removed
  }
}
