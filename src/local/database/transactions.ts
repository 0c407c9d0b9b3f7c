import { randomUUID } from 'node:crypto'
import { CloudError } from '../errors'
import { newMeter, type Meter } from '../meter'
import type { Collection } from './catalog'
import { indexRows } from './index-rows'
import { keyOf } from './keys'
import { duplicateKey, type Change, type Store } from './store'
import { applyUpdate, checkedDocument, checkedId } from './updates'
import type { Document, DocumentId, Fields } from './values'

/** A transaction that takes longer is given up. */
export const transactionLifetimeMs = 30_000

interface Overlaid {
  readonly collection: Collection
  readonly id: string
  readonly after?: Document
}

interface Transaction {
  /** The clock of writes when it began: it sees the documents of that moment. */
  readonly start: number
  /** By the machine's clock, since this is a duration: somebody may move the cloud's clock meanwhile. */
  readonly expires: number
  /** The call of a function that began it, where there is one. */
  readonly owner?: string
  readonly written: Map<string, Overlaid>
}

/** What a document was before a write. */
interface Past {
  readonly at: number
  readonly before?: Document
}

/**
 * Transactions as MongoDB has them: a snapshot of the moment they began, their own writes over it, and a conflict if
 * somebody else has written a document that they want to write. The first to commit wins. Only documents by id can
 * take part, as in the real cloud.
 */
export class Transactions {
  private readonly open = new Map<string, Transaction>()
  /** Earlier states of documents, kept while a transaction that may need them is open. */
  private readonly past = new Map<string, Past[]>()
  /** When each document in `past` was written, the earliest first. */
  private readonly writes: { readonly at: number; readonly key: string }[] = []
  private clock = 0

  constructor(
    private readonly store: Store,
    /** ms; only differences count. */
    private readonly now: () => number = () => performance.now(),
  ) {
    store.onWrite((changes) => this.remember(changes))
  }

  begin(owner?: string): string {
    this.sweep()
    const id = randomUUID()
    const expires = this.now() + transactionLifetimeMs
    this.open.set(id, { start: this.clock, expires, ...(owner && { owner }), written: new Map() })
    return id
  }

  /** Whether this call of a function has a transaction that has not ended yet. */
  isOpenFor(owner: string): boolean {
    this.sweep()
    return [...this.open.values()].some((transaction) => transaction.owner === owner)
  }

  get(transactionId: string, collection: string, id: DocumentId, meter: Meter = newMeter()): Document | undefined {
    const transaction = this.find(transactionId)
    const document = this.see(transaction, this.store.catalog.get(collection), keyOf(checkedId(id)))
    if (document) meter.documentsRead += 1
    return document
  }

  insert(transactionId: string, collection: string, fields: Fields & { _id: DocumentId }): void {
    this.change(transactionId, collection, fields._id, (current) => {
      if (current) throw duplicateKey(collection, '_id_', ['_id'])
      return checkedDocument(fields, fields._id)
    })
  }

  /** Answers whether there was a document to change, and whether it had to be made. */
  modify(
    transactionId: string,
    collection: string,
    id: DocumentId,
    update: Fields,
    { upsert = false } = {},
  ): { updated: number; upserted: boolean; document?: Document } {
    let before: Document | undefined
    const document = this.change(transactionId, collection, id, (current) => {
      before = current
      if (current) return applyUpdate(current, update)
      return upsert ? applyUpdate({ _id: id }, update) : undefined
    })
    // As outside of a transaction: a document that stays as it was is not counted.
    const updated = before && document && keyOf(before) !== keyOf(document) ? 1 : 0
    return { updated, upserted: !before && upsert, document }
  }

  remove(transactionId: string, collection: string, id: DocumentId): number {
    let removed = 0
    this.change(transactionId, collection, id, (current) => {
      removed = current ? 1 : 0
      return undefined
    })
    return removed
  }

  /** Writes everything at once, or fails with a conflict and writes nothing. */
  commit(transactionId: string, meter: Meter = newMeter()): void {
    const transaction = this.find(transactionId)
    try {
      const changes = [...transaction.written.values()].map(({ collection: { name }, id, after }): Change => {
        const collection = this.store.catalog.get(name)
        if (this.writtenSince(transaction, collection, id)) throw conflict()
        return { collection, id, before: this.store.read(collection, id), after }
      })
      this.store.write(changes.filter(({ before, after }) => before ?? after))
      meter.documentsWritten += changes.length
    } catch (error) {
      // The key was free when the document was written here, so somebody has taken it since.
      throw error instanceof CloudError && error.message.includes('E11000') ? conflict() : error
    } finally {
      this.end(transactionId)
    }
  }

  abort(transactionId: string): void {
    this.find(transactionId)
    this.end(transactionId)
  }

  private find(transactionId: string): Transaction {
    this.sweep()
    const transaction = this.open.get(transactionId)
    if (transaction) return transaction
    throw new CloudError(
      'DATABASE_TRANSACTION_NOT_EXIST',
      '[ResourceNotFound] NoSuchTransaction: the transaction has ended, failed or timed out',
    )
  }

  /** Writes one document into the transaction. Whatever fails ends the transaction, as in MongoDB. */
  private change(
    transactionId: string,
    name: string,
    documentId: DocumentId,
    make: (current: Document | undefined) => Document | undefined,
  ): Document | undefined {
    const transaction = this.find(transactionId)
    const collection = this.store.catalog.get(name)
    const id = keyOf(checkedId(documentId))
    try {
      if (this.writtenSince(transaction, collection, id)) throw conflict()
      const current = this.see(transaction, collection, id)
      const after = make(current)
      if (!current && !after) return undefined
      if (after) this.checkUnique(transaction, { collection, id, after })
      transaction.written.set(place(collection, id), { collection, id, after })
      return after
    } catch (error) {
      this.end(transactionId)
      throw error
    }
  }

  private see(transaction: Transaction, collection: Collection, id: string): Document | undefined {
    const own = transaction.written.get(place(collection, id))
    if (own) return own.after
    const past = this.past.get(place(collection, id))?.find(({ at }) => at > transaction.start)
    return past ? past.before : this.store.read(collection, id)
  }

  private writtenSince(transaction: Transaction, collection: Collection, id: string): boolean {
    return this.past.get(place(collection, id))?.some(({ at }) => at > transaction.start) ?? false
  }

  private checkUnique(transaction: Transaction, { collection, id, after }: Required<Overlaid>): void {
    const others = [...transaction.written.values()].filter(
      (own) => own.collection.name === collection.name && own.id !== id,
    )
    for (const index of collection.indexes.filter(({ unique }) => unique)) {
      const taken = new Set(
        others.flatMap((own) => (own.after ? indexRows(index.fields, own.after).map((row) => row.join('\0')) : [])),
      )
      for (const row of indexRows(index.fields, after)) {
        const holder = this.store.uniqueHolder(index, row, id)
        // A holder that this transaction has changed counts as it is now, which is in `taken`.
        const held = holder !== undefined && !transaction.written.has(place(collection, holder))
        if (held || taken.has(row.join('\0'))) {
          throw duplicateKey(
            collection.name,
            index.name,
            index.fields.map(({ path }) => path),
          )
        }
      }
    }
  }

  private remember(changes: readonly Change[]): void {
    this.clock += 1
    if (this.open.size === 0) return
    for (const { collection, id, before } of changes) {
      const key = place(collection, id)
      const states = this.past.get(key) ?? []
      states.push({ at: this.clock, before })
      this.past.set(key, states)
      this.writes.push({ at: this.clock, key })
    }
  }

  private sweep(): void {
    const now = this.now()
    for (const [id, { expires }] of this.open) if (expires <= now) this.end(id)
  }

  private end(transactionId: string): void {
    this.open.delete(transactionId)
    this.forget()
  }

  /** Under a steady load some transaction is always open: what only those before it needed goes all the same. */
  private forget(): void {
    // They are in the order in which they began.
    const [oldest] = this.open.values()
    const start = oldest?.start ?? this.clock
    const kept = this.writes.findIndex(({ at }) => at > start)
    for (const { key } of this.writes.splice(0, kept < 0 ? this.writes.length : kept)) {
      const states = this.past.get(key)
      states?.shift()
      if (states?.length === 0) this.past.delete(key)
    }
  }
}

const place = (collection: Collection, id: string): string => `${collection.name}/${id}`

/** The code and the words by which callers recognize a conflict and try again. */
function conflict(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[DATABASE_TRANSACTION_CONFLICT] WriteConflict: another operation has written this document; run the transaction again',
  )
}
