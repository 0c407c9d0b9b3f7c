import { Query } from 'mingo'
import { CloudError, notSupported } from '../errors'
import { mentionedPaths, readConditions } from './conditions'
import { keysAt, type IndexField } from './index-rows'
import { compareKeys } from './keys'
import { adopt, isFields, isOperators, type Document, type Fields, type Value } from './values'

/** Operators whose meaning here is MongoDB's. Geometry, text search and scripts are refused by name. */
const operators = new Set(
  ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'nin', 'exists', 'size', 'mod', 'all', 'elemMatch', 'type']
    .concat(['not', 'and', 'or', 'nor', 'expr', 'regex', 'options'])
    .map((name) => `$${name}`),
)

/**
 * Makes the test that decides whether a document matches. Where mingo is known to differ from MongoDB: texts are
 * compared by UTF-16 unit in a range (an emoji comes before some rare signs), and `'list.field': null` overlooks
 * elements of the list that lack the field.
 */
export function matcher(query: Fields): (document: Document) => boolean {
  if (Object.keys(query).length === 0) return () => true
  checkOperators(query)
  const compiled = guard(() => new Query(query))
  return (document) => guard(() => compiled.test(document))
}

/** Leaves the wanted fields of each document. */
export function project(documents: Document[], projection: Fields | undefined): Fields[] {
  if (!projection || Object.keys(projection).length === 0) return documents
  return guard(() => new Query({}).find<Fields>(documents, projection).all().map(adopt)) as Fields[]
}

/** Reads `{ createdAt: -1, _id: 1 }`. */
export function readOrder(order: Fields | undefined): IndexField[] {
  return Object.entries(order ?? {}).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1) throw new CloudError('INVALID_PARAM', `the order of "${path}" is 1 or -1`)
    return { path, descending: direction === -1 }
  })
}

/**
 * Sorts as an index does, by the same keys: an array counts as its smallest element, or as its largest one when
 * descending. Equal documents are settled by their id, so that pages are stable.
 */
export function sortDocuments<Item extends { document: Document }>(
  items: readonly Item[],
  order: readonly IndexField[],
): Item[] {
  const fields = [...order, { path: '_id', descending: false }]
  const keyed = items.map((item) => ({
    item,
    keys: fields.map(({ path, descending }) => {
      const keys = [...keysAt(item.document, path).keys]
      return keys.reduce((a, b) => (compareKeys(a, b) < 0 === descending ? b : a))
    }),
  }))
  keyed.sort((a, b) => {
    for (const [i, { descending }] of fields.entries()) {
      const difference = compareKeys(a.keys[i] ?? '', b.keys[i] ?? '')
      if (difference !== 0) return descending ? -difference : difference
    }
    return 0
  })
  return keyed.map(({ item }) => item)
}

/**
 * The failure that a query without an index meets. In the real cloud it would succeed, slower with every document,
 * until it times out; here it fails at once and says which index is missing. It names fields, never values.
 */
export function scanRefused(collection: string, query: Fields, order: readonly IndexField[]): CloudError {
  const { paths } = readConditions(query)
  const exact = [...paths].filter(([, bounds]) => bounds.in).map(([path]) => path)
  const ranges = [...paths].filter(([, { low, high }]) => low ?? high).map(([path]) => path)
  const sorted = order.map(({ path, descending }) => (descending ? `-${path}` : path))
  const bare = (field: string) => field.replace(/^-/, '')
  const fields = [...exact, ...sorted, ...ranges].filter(
    (field, i, all) => all.findIndex((other) => bare(other) === bare(field)) === i,
  )
  const asked = mentionedPaths(query)
  const conditions = asked.length > 0 ? `conditions on ${asked.join(', ')}` : 'no condition'
  const sorting = sorted.length > 0 ? `, sorted by ${sorted.join(', ')}` : ''
  const useful = exact.length + ranges.length > 0
  const advice = useful
    ? `missing index: { name: '${fields.map(bare).join('_')}', fields: [${fields.map((field) => `'${field}'`).join(', ')}] }`
    : asked.length > 0
      ? 'none of these conditions can use an index: add one that can, an equality or a range'
      : 'add a condition, or sort by an index and set a limit'
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] NoIndex: this query reads the whole collection "${collection}" (${conditions}${sorting}); ` +
      `${advice} | 这个查询会读完整个集合「${collection}」，缺少索引`,
  )
}

/** Every operator is known, so that `mingo` never guesses. */
function checkOperators(value: Value): void {
  if (Array.isArray(value)) return value.forEach(checkOperators)
  if (!isFields(value)) return
  for (const [key, item] of Object.entries(value)) {
    // What stands inside $expr is an aggregation expression, which has operators of its own.
    if (key === '$expr') continue
    if (key.startsWith('$') && !operators.has(key)) throw notSupported(`the query operator ${key}`)
    checkOperators(item)
  }
  if (isOperators(value) && Object.keys(value).some((key) => !key.startsWith('$')) && !isTopLevel(value)) {
    throw new CloudError('INVALID_PARAM', 'operators and fields are mixed in one object')
  }
}

/** `$and`, `$or`, `$nor` and `$expr` stand beside fields; all other operators stand alone. */
function isTopLevel(value: Fields): boolean {
  const logical = ['$and', '$or', '$nor', '$expr']
  return Object.keys(value).every((key) => !key.startsWith('$') || logical.includes(key))
}

/** What mingo refuses, MongoDB refuses as well. Its message may quote a value, so it is not passed on. */
function guard<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof CloudError) throw error
    throw new CloudError('DATABASE_REQUEST_FAILED', '[FailedOperation] the query or projection is not valid')
  }
}
