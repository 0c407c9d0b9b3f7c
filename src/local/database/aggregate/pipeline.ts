import { notSupported } from '../../errors'
import { newMeter } from '../../meter'
import type { IndexField } from '../index-rows'
import { matcher, readOrder, sortDocuments } from '../query'
import { rejected } from '../rejected'
import { search, type Access } from '../search'
import type { Store } from '../store'
import { isFields, type Fields, type Value } from '../values'
import { compile, evaluate } from './expression'
import { compileGroup } from './group'
import { compileLookup, type Read } from './lookup'
import { compileAddFields, compileProject } from './project'
import { compileUnwind } from './unwind'

/** One stage, such as `$match` and its value. */
export interface Stage {
  readonly name: string
  readonly value: Value
}

/** All documents of a stage at once: some stages need them together, and results are small. */
type Run = (documents: readonly Fields[]) => Fields[]
type Compile = (value: Value, read: Read) => Run

/**
 * How many results the cloud gives where the pipeline has no `$limit`, and at most: not in the manual, but reported by
 * its users (developers.weixin.qq.com/community/develop/article/doc/000624c67c8b48611dba2b12058c13).
 */
export const defaultResults = 20
export const mostResults = 10_000

const each =
  (change: (document: Fields) => Fields): Run =>
  (documents) =>
    documents.map(change)

/** The stages that are supported. Every other one is refused by name, never answered half right. */
const stages: Readonly<Record<string, Compile | undefined>> = {
  $match: (value) => {
    const matches = matcher(demandFields('$match', value))
    return (documents) => documents.filter((document) => matches(document))
  },
  $sort: (value) => {
    const order = readSort(value)
    return (documents) =>
      sortDocuments(
        documents.map((document) => ({ document })),
        order,
      ).map((item) => item.document)
  },
  $limit: (value) => {
    const count = demandCount('$limit', value, 1)
    return (documents) => documents.slice(0, count)
  },
  $skip: (value) => {
    const count = demandCount('$skip', value, 0)
    return (documents) => documents.slice(count)
  },
  $project: (value) => each(compileProject(value)),
  $addFields: (value) => each(compileAddFields(value)),
  $group: (value) => compileGroup(value),
  $unwind: (value) => {
    const unwind = compileUnwind(value)
    return (documents) => documents.flatMap(unwind)
  },
  $lookup: (value, read) => each(compileLookup(value, read)),
  $replaceRoot: (value) => each(compileReplaceRoot(value)),
  $count: (value) => {
    const valid = typeof value === 'string' && value !== '' && !value.startsWith('$') && !value.includes('.')
    if (!valid) throw rejected('the count field must be a non-empty string without "$" and "."')
    // Nothing to count gives no document, not a zero.
    return (documents) => (documents.length > 0 ? [{ [value]: documents.length }] : [])
  },
  $sortByCount: (value) => {
    const valid = (typeof value === 'string' && value.startsWith('$')) || isFields(value)
    if (!valid) throw rejected('the sortByCount field must be an expression')
    const group = compileGroup({ _id: value, count: { $sum: 1 } })
    return (documents) => group(documents).sort((a, b) => Number(b.count) - Number(a.count))
  },
}

/** Runs a pipeline: its first conditions, order and limit are planned as a query is, the rest happens in memory. */
export function aggregate(store: Store, collection: string, pipeline: readonly Stage[], access: Access = {}): Fields[] {
  const metered = { ...access, meter: access.meter ?? newMeter() }
  const read: Read = (name, query) =>
    search(store, store.catalog.get(name), { ...metered, query }).map(({ document }) => document)
  const { query, order, end, rest } = readHead(pipeline)
  // Compiled before anything is read: a mistake shows also when there is nothing to read.
  const runs = rest.map(({ name, value }) => compileStage(name, value, read))
  const found = search(store, store.catalog.get(collection), { ...metered, query, order, end })
  const results = runs.reduce<Fields[]>(
    (documents, run) => run(documents),
    found.map(({ document }) => document),
  )
  return results.slice(0, pipeline.some(({ name }) => name === '$limit') ? mostResults : defaultResults)
}

function compileStage(name: string, value: Value, read: Read): Run {
  const stage = Object.hasOwn(stages, name) ? stages[name] : undefined
  if (!stage) throw notSupported(`the aggregation stage ${name}`)
  return stage(value, read)
}

interface Head {
  readonly query: Fields
  readonly order: readonly IndexField[]
  readonly end: number
  readonly rest: readonly Stage[]
}

/** The stages at the start that a search can do: `$match`es, then a `$sort`; a `$limit` after them bounds what is read. */
function readHead(pipeline: readonly Stage[]): Head {
  const matches = takeWhile(pipeline, '$match')
  const sorts = takeWhile(pipeline.slice(matches.length), '$sort').slice(0, 1)
  const rest = pipeline.slice(matches.length + sorts.length)
  const conditions = matches.map(({ value }) => demandFields('$match', value))
  const [only] = conditions
  const [next] = rest
  return {
    query: conditions.length > 1 ? { $and: conditions } : (only ?? {}),
    order: sorts.flatMap(({ value }) => readSort(value)),
    end: next?.name === '$limit' ? demandCount('$limit', next.value, 1) : Infinity,
    rest,
  }
}

function takeWhile(pipeline: readonly Stage[], name: string): Stage[] {
  const other = pipeline.findIndex((stage) => stage.name !== name)
  return pipeline.slice(0, other < 0 ? pipeline.length : other)
}

function compileReplaceRoot(value: Value): (document: Fields) => Fields {
  if (!isFields(value) || value.newRoot === undefined) throw rejected('$replaceRoot needs "newRoot"')
  const run = compile(value.newRoot)
  return (document) => {
    const root = evaluate(run, document)
    if (!isFields(root)) throw rejected("'newRoot' expression must evaluate to an object")
    return root
  }
}

function readSort(value: Value): IndexField[] {
  const fields = demandFields('$sort', value)
  if (Object.keys(fields).length === 0) throw rejected('$sort stage must have at least one sort key')
  return readOrder(fields)
}

function demandFields(name: string, value: Value): Fields {
  if (isFields(value)) return value
  throw rejected(`the ${name} stage needs an object`)
}

function demandCount(name: string, value: Value, least: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value
  throw rejected(`the ${name} stage needs a whole number of at least ${least}`)
}
