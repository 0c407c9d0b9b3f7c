import { CloudError, notSupported } from '../errors'
import { compile, evaluate } from './aggregate/expression'
import { isTrue } from './aggregate/values'
import { mentionedPaths, readConditions } from './conditions'
import { compileExact } from './exact'
import { keysAt, type IndexField } from './index-rows'
import { compareKeys } from './keys'
import { rejected } from './rejected'
import { isFields, isOperators, isRegExp, type Fields, type Value } from './values'

/** Operators whose meaning here is MongoDB's. Geometry, text search and scripts are refused by name. */
const operators = new Set(
  ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'nin', 'exists', 'size', 'mod', 'all', 'elemMatch', 'type']
    .concat(['not', 'and', 'or', 'nor', 'expr', 'regex', 'options'])
    .map((name) => `$${name}`),
)

/**
 * Makes the test that decides whether a document matches. Where it is known to differ from MongoDB: texts are
 * compared by UTF-16 unit in a range (an emoji comes before some rare signs).
 */
export function matcher(query: Fields): (document: Fields) => boolean {
  if (Object.keys(query).length === 0) return () => true
  checkOperators(query)
  return guard(() => compileQuery(query))
}

type Test = (document: Fields) => boolean

/** The logic around the conditions is done here, since an `$expr` anywhere in it is computed here too. */
function compileQuery(query: Fields): Test {
  const plain: Fields = {}
  const tests: Test[] = []
  for (const [key, value] of Object.entries(query)) {
    const logic = Object.hasOwn(logical, key) ? logical[key] : undefined
    if (logic) tests.push(logic(compileParts(key, value)))
    else if (key === '$expr') tests.push(compileExpression(value))
    else plain[key] = value
  }
  if (Object.keys(plain).length > 0) {
    const matches = compileExact(plain)
    tests.push((document) => guard(() => matches(document)))
  }
  return (document) => tests.every((test) => test(document))
}

const logical: Readonly<Record<string, ((parts: readonly Test[]) => Test) | undefined>> = {
  $and: (parts) => (document) => parts.every((part) => part(document)),
  $or: (parts) => (document) => parts.some((part) => part(document)),
  $nor: (parts) => (document) => !parts.some((part) => part(document)),
}

function compileParts(operator: string, parts: Value): Test[] {
  if (Array.isArray(parts) && parts.length > 0 && parts.every(isFields)) return parts.map(compileQuery)
  throw rejected(`${operator} must be a nonempty array of objects`)
}

function compileExpression(expression: Value): Test {
  const run = compile(expression)
  return (document) => isTrue(evaluate(run, document))
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
export function sortDocuments<Item extends { document: Fields }>(
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
    checkOperand(key, item)
    checkOperators(item)
  }
  if (isOperators(value) && Object.keys(value).some((key) => !key.startsWith('$')) && !isTopLevel(value)) {
    throw new CloudError('INVALID_PARAM', 'operators and fields are mixed in one object')
  }
}

const isCount = (value: Value): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0

/** What MongoDB demands of an operand; where mingo would answer something. */
const operands: Readonly<Record<string, ((operand: Value) => boolean) | undefined>> = {
  $in: Array.isArray,
  $nin: Array.isArray,
  $all: Array.isArray,
  $size: isCount,
  $elemMatch: isFields,
  $mod: (operand) =>
    Array.isArray(operand) && operand.length === 2 && typeof operand[0] === 'number' && operand[0] !== 0,
  $not: (operand) => isRegExp(operand) || (isOperators(operand) && Object.keys(operand).length > 0),
  $regex: (operand) => isRegExp(operand) || typeof operand === 'string',
}

function checkOperand(operator: string, operand: Value): void {
  const valid = Object.hasOwn(operands, operator) ? operands[operator] : undefined
  if (valid && !valid(operand)) throw rejected(`the operand of ${operator} is not valid`)
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
