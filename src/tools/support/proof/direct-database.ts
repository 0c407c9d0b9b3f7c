import type {
  SdkCollection,
  SdkCommand,
  SdkDatabase,
  SdkPipeline,
  SdkQuery,
  SdkTransaction,
} from '../../../cloud/store/sdk'
import type { Database, Fields } from '../../../local/start'

/** Before each request to the database: whoever waits here is let on by somebody else. */
export type Turn = () => Promise<void>

/**
 * Lets those who wait on one by one, in an order that a seed decides: of everything that happens at once any may be
 * first. The same seed gives the same order.
 */
export function shuffledTurns(seed: number): Turn {
  const waiting: (() => void)[] = []
  let state = seed >>> 0
  /** The numbers of a linear congruence; the upper bits of one are as good as any. */
  const number = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const goOn = () => {
    const [next] = waiting.splice(number(waiting.length), 1)
    next?.()
    if (waiting.length > 0) setImmediate(goOn)
  }
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      if (waiting.length === 1) setImmediate(goOn)
    })
}

/** As the SDK sends them: operators by name. */
const command: SdkCommand = {
  set: (value) => new Operator('$set', value),
  remove: () => new Operator('$unset', ''),
  inc: (by) => new Operator('$inc', by),
  gt: (value) => ({ $gt: value }),
  gte: (value) => ({ $gte: value }),
  lt: (value) => ({ $lt: value }),
  lte: (value) => ({ $lte: value }),
  neq: (value) => ({ $ne: value }),
  in: (values) => ({ $in: values }),
  and: (conditions) => ({ $and: conditions }),
  or: (conditions) => ({ $or: conditions }),
}

class Operator {
  constructor(
    readonly name: '$set' | '$unset' | '$inc',
    readonly value: unknown,
  ) {}
}

function updateOf(data: Readonly<Record<string, unknown>>): object {
  const update: Record<string, Record<string, unknown>> = {}
  for (const [field, value] of Object.entries(data)) {
    const { name, value: given } = value instanceof Operator ? value : new Operator('$set', value)
    update[name] = { ...update[name], [field]: given }
  }
  return update
}

interface Asked {
  readonly query: object
  readonly order: Readonly<Record<string, 1 | -1>>
  readonly most: number
  readonly fields: Readonly<Record<string, boolean>>
}

/** What the SDK answers by default, and at most. */
const defaultLimit = 100

function queryOn(database: Database, name: string, turn: Turn, asked: Asked): SdkQuery {
  const on = (more: Partial<Asked>) => queryOn(database, name, turn, { ...asked, ...more })
  return {
    orderBy: (field, direction) => on({ order: { ...asked.order, [field]: direction === 'asc' ? 1 : -1 } }),
    limit: (most) => on({ most }),
    field: (fields) => on({ fields }),
    async get() {
      await turn()
      const { order, most: limit, fields: projection } = asked
      return { data: copy(database.find(name, asked.query, { order, limit, projection })) }
    },
    async count() {
      await turn()
      return { total: database.count(name, asked.query) }
    },
    async update({ data }) {
      await turn()
      const { updated } = database.modify(name, asked.query, updateOf(data), { multi: true })
      return { stats: { updated } }
    },
    async remove() {
      await turn()
      return { stats: { removed: database.remove(name, asked.query, { multi: true }) } }
    },
  }
}

type Stages = Parameters<Database['aggregate']>[1]

function pipelineOn(database: Database, name: string, turn: Turn, stages: Stages): SdkPipeline {
  const on = (stage: string, value: object) =>
    pipelineOn(database, name, turn, [...stages, { name: stage, value: value as Fields }])
  return {
    match: (query) => on('$match', query),
    addFields: (fields) => on('$addFields', fields),
    lookup: (by) => on('$lookup', by),
    project: (dropped) => on('$project', dropped),
    async end() {
      await turn()
      return { list: copy(database.aggregate(name, stages)) }
    },
  }
}

/** Nobody changes in place what the database holds. */
const copy = <Value>(value: Value): Value => structuredClone(value)

function collectionOf(database: Database, name: string, turn: Turn): SdkCollection {
  return {
    doc: (id) => ({
      async get() {
        await turn()
        return { data: copy(database.get(name, id) ?? null) }
      },
      async set({ data }) {
        await turn()
        database.modify(name, { _id: id }, data, { upsert: true })
        return { _id: id }
      },
      async remove() {
        await turn()
        return database.remove(name, { _id: id })
      },
    }),
    async add({ data }) {
      await turn()
      database.insert(name, [data])
      return { _id: String(data['_id']) }
    },
    where: (query) =>
      queryOn(database, name, turn, { query: query as object, order: {}, most: defaultLimit, fields: {} }),
    aggregate: () => pipelineOn(database, name, turn, []),
  }
}

/**
 * The local cloud's database as the store asks it, in this process: the same documents, indexes, transactions and
 * conflicts, without the SDK and its way over HTTP. For what has to happen a hundred thousand times.
 */
export function directDatabase(database: Database, turn: Turn): SdkDatabase {
  return {
    command,
    collection: (name) => collectionOf(database, name, turn),
    async runTransaction(work) {
      await turn()
      const id = database.transactions.begin()
      const within: SdkTransaction = {
        collection: (name) => ({
          doc: (document) => ({
            async get() {
              await turn()
              return { data: copy(database.transactions.get(id, name, document) ?? null) }
            },
            async set({ data }) {
              await turn()
              database.transactions.modify(id, name, document, data as Fields, { upsert: true })
              return { _id: document }
            },
            async remove() {
              await turn()
              return database.transactions.remove(id, name, document)
            },
          }),
        }),
        rollback: () => Promise.reject(new Error('nobody rolls back by hand')),
      }
      try {
        const done = await work(within)
        await turn()
        database.transactions.commit(id)
        return done
      } catch (error) {
        abort(database, id)
        throw error
      }
    },
  }
}

/** What failed has ended its transaction already. */
function abort({ transactions }: Database, id: string): void {
  try {
    transactions.abort(id)
  } catch {
    // Nothing is left of it.
  }
}
