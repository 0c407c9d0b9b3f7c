import { readTogether, type Looks, type Together } from './aggregate'
import { fieldsOf, upgrade, type Definition, type OldFields, type Row } from './collection'
import { encodeCursor, projectionOf, type Equal, type Lean, type PageQuery, type Wanted } from './page'
import { isDuplicate } from './retry'
import type { SdkDatabase, SdkQuery } from './sdk'

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

  /** The document with what is looked up by equality in other collections, or null. One round trip. */
  findWith<Found>(id: string, looks: Looks<Found>): Promise<Together<Fields, Found> | null> {
    return readTogether(this.database, this.definition, id, looks)
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

  /** Removes it only if nobody else wrote since `row` was read; answers whether it won. One round trip. */
  async removeOne({ _id, version }: Row<Fields>): Promise<boolean> {
    const { stats } = await this.raw.where({ _id, version }).remove()
    return stats.removed === 1
  }

  /** A page in the order of one indexed field, from a cursor, never by skipping. One read. */
  async page(query: PageQuery<Fields>): Promise<{ rows: Row<Fields>[]; cursor: string | null }> {
    const { order, limit } = query
    // One more than asked for tells whether there is a next page.
    const { data } = await this.inOrder(query)
      .limit(limit + 1)
      .get()
    const rows = data.slice(0, limit).map((document) => upgrade(this.definition, document as OldFields))
    const last = data.length > limit ? rows.at(-1) : undefined
    return { rows, cursor: last ? encodeCursor({ value: last[order] as string | number, id: last._id }) : null }
  }

  /** Everything that a page may hold, in its order. */
  private inOrder({ where, order, direction = 'asc', until, after }: Omit<PageQuery<Fields>, 'limit'>): SdkQuery {
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
    const ordered = this.raw.where(filter).orderBy(order, direction)
    return order === '_id' ? ordered : ordered.orderBy('_id', direction)
  }

  /**
   * The first `most` of a page's order, with no more than the wanted fields: for figures over many documents. `cut`: there
   * are more. One read for each `batch` of them, and a second one where some are of an older shape, which is known only
   * whole.
   */
  async scan<const Asked extends Wanted<Fields>>(
    query: Omit<PageQuery<Fields>, 'after' | 'limit'>,
    wanted: Asked,
    { most, batch = 500 }: { readonly most: number; readonly batch?: number },
  ): Promise<{ rows: Lean<Fields, Asked>[]; cut: boolean }> {
    const projection = projectionOf({ ...wanted, [query.order]: true })
    const rows: Row<Fields>[] = []
    for (let isMore = true; isMore && rows.length <= most;) {
      const last = rows.at(-1)
      const after = last ? { value: last[query.order] as string | number, id: last._id } : null
      const limit = Math.min(batch, most + 1 - rows.length)
      const ordered = this.inOrder({ ...query, after }).limit(limit)
      const { data: lean } = await ordered.field(projection).get()
      const isOld = lean.some(({ shape }) => shape !== this.definition.shape)
      const { data } = isOld
        ? await this.inOrder({ ...query, after })
            .limit(limit)
            .get()
        : { data: lean }
      rows.push(...data.map((document) => upgrade(this.definition, document as OldFields)))
      isMore = data.length === limit
    }
    return { rows: rows.slice(0, most) as unknown as Lean<Fields, Asked>[], cut: rows.length > most }
  }

  /**
   * Those that match, have one of these values in a field, and lie beyond a bound of another; in no order. At most
   * `limit`, 1,000 at the most. One read.
   */
  async among<Name extends keyof Fields & string>(
    where: Equal<Fields>,
    among: { readonly field: Name; readonly values: readonly Fields[Name][] },
    beyond: { readonly field: keyof Fields & string; readonly value: number },
    limit: number,
  ): Promise<Row<Fields>[]> {
    const { command } = this.database
    const conditions = [
      where,
      { [among.field]: command.in([...among.values]) },
      { [beyond.field]: command.gt(beyond.value) },
    ]
    const { data } = await this.raw.where(command.and(conditions)).limit(limit).get()
    return data.map((document) => upgrade(this.definition, document as OldFields))
  }

  /**
   * Those that match and hold one of these elements in a list of theirs, each once, in no order; at most `limit`, 1,000 at
   * the most. One read.
   */
  async holding<Name extends keyof Fields & string>(
    where: Equal<Fields>,
    { field, values }: { readonly field: Name; readonly values: readonly string[] },
    limit: number,
  ): Promise<Row<Fields>[]> {
    const { command } = this.database
    const { data } = await this.raw
      .where(command.and([where, { [field]: command.in([...values]) }]))
      .limit(limit)
      .get()
    return data.map((document) => upgrade(this.definition, document as OldFields))
  }

  /**
   * How many documents match, of these up to a value of an indexed field where it is given, and without those that hold
   * what is named last. One read.
   */
  async count(
    where: Equal<Fields>,
    upTo: { readonly [Name in keyof Fields]?: number } = {},
    without: Equal<Fields> = {},
  ): Promise<number> {
    const { command } = this.database
    const bounds = [
      ...Object.entries(upTo).map(([name, value]) => ({ [name]: command.lte(value) })),
      ...Object.entries(without).map(([name, value]) => ({ [name]: command.neq(value) })),
    ]
    const { total } = await this.raw.where(bounds.length === 0 ? where : command.and([where, ...bounds])).count()
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
  async strip(field: keyof Fields & string, until: string | number, names: readonly string[]) {
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
