import type { IndexPlan, Plan, UnionPlan } from './plan'
import { idIndex } from './plan'

/** A statement that gives the rows `id, doc` of a plan. */
export interface Select {
  readonly sql: string
  readonly params: readonly string[]
}

/** The tables of a collection: its documents, and the rows of each index by the index's name. */
export interface Tables {
  readonly documents: string
  readonly indexes: ReadonlyMap<string, string>
}

/** Writes a plan as SQL. */
export function selectPlan(plan: Plan, tables: Tables): Select {
  if (plan.kind === 'scan') return { sql: `SELECT id, doc FROM ${tables.documents} ORDER BY rowid`, params: [] }
  if (plan.kind === 'union') return selectUnion(plan, tables)
  return plan.index === idIndex ? selectById(plan, tables) : selectByIndex(plan, tables)
}

/** Counts the rows of an index plan, without a look at the documents. */
export function selectCount(plan: IndexPlan, tables: Tables): Select {
  const { sql, params } = selectIds(plan, tables)
  return { sql: `SELECT COUNT(*) AS total FROM (${sql})`, params }
}

/** Ids are the primary key of the documents. */
function selectById(plan: IndexPlan, tables: Tables): Select {
  const { where, params } = conditionsOf(plan, () => 'id')
  const direction = plan.walk === 'backward' ? 'DESC' : 'ASC'
  return { sql: `SELECT id, doc FROM ${tables.documents}${where} ORDER BY id ${direction}`, params }
}

function selectByIndex(plan: IndexPlan, tables: Tables): Select {
  if (plan.repeats) {
    // A document must be given once.
    const ids = selectIds(plan, tables)
    return { sql: `SELECT id, doc FROM ${tables.documents} WHERE id IN (${ids.sql})`, params: ids.params }
  }
  const { where, params } = conditionsOf(plan, (i) => `x.k${i}`)
  const order = plan.walk ? ` ORDER BY ${orderOf(plan, plan.walk)}` : ''
  // CROSS JOIN keeps SQLite from reading the documents first.
  const from = `${indexTable(plan, tables)} x CROSS JOIN ${tables.documents} d ON d.id = x.id`
  return { sql: `SELECT d.id AS id, d.doc AS doc FROM ${from}${where}${order}`, params }
}

function selectUnion({ plans }: UnionPlan, tables: Tables): Select {
  const parts = plans.map((plan) => selectIds(plan, tables))
  const ids = parts.map((part) => part.sql).join(' UNION ')
  return {
    sql: `SELECT id, doc FROM ${tables.documents} WHERE id IN (${ids}) ORDER BY id`,
    params: parts.flatMap((part) => part.params),
  }
}

function selectIds(plan: IndexPlan, tables: Tables): Select {
  const byId = plan.index === idIndex
  const { where, params } = conditionsOf(plan, (i) => (byId ? 'id' : `k${i}`))
  return { sql: `SELECT id FROM ${byId ? tables.documents : indexTable(plan, tables)}${where}`, params }
}

/** SQLite takes 32,766 parameters in a statement; a longer list of keys goes in as one text. */
const mostParams = 1000

function conditionsOf(plan: IndexPlan, column: (i: number) => string): { where: string; params: string[] } {
  const parts = plan.equal.map((keys, i) => {
    if (keys.length > mostParams) return `${column(i)} IN (SELECT value FROM json_each(?))`
    return keys.length === 1 ? `${column(i)} = ?` : `${column(i)} IN (${keys.map(() => '?').join(', ')})`
  })
  const params = plan.equal.flatMap((keys) => (keys.length > mostParams ? [JSON.stringify(keys)] : keys))
  if (plan.range) {
    const { low, high } = plan.range
    const name = column(plan.equal.length)
    parts.push(`${name} ${low.open ? '>' : '>='} ?`, `${name} ${high.open ? '<' : '<='} ?`)
    params.push(low.key, high.key)
  }
  return { where: parts.length > 0 ? ` WHERE ${parts.join(' AND ')}` : '', params }
}

/** The order of the index itself, so that SQLite walks it and sorts nothing. Equal keys are settled by the id. */
function orderOf({ index }: IndexPlan, walk: 'forward' | 'backward'): string {
  const backward = walk === 'backward'
  const columns = index.fields.map((field, i) => `x.k${i} ${field.descending !== backward ? 'DESC' : 'ASC'}`)
  return [...columns, `x.id ${backward ? 'DESC' : 'ASC'}`].join(', ')
}

function indexTable(plan: IndexPlan, tables: Tables): string {
  const table = tables.indexes.get(plan.index.name)
  if (table === undefined) throw new Error(`no table for the index ${plan.index.name}`)
  return table
}
