import { Context, Query } from 'mingo'
import { isFields, isOperators, isRegExp, type Fields, type Value } from './values'

/*
 * Where mingo's answer is not MongoDB's, the condition is asked under another name, which is computed here. It then
 * holds at every depth, also inside `$not` and `$elemMatch`. By MongoDB's manual, "Query and Projection Operators".
 */

type Test = (document: Fields) => boolean
type Make = (path: string, operand: Value) => Test

const made: Readonly<Record<`$${string}`, Make>> = {
  $exactNull: (path, wanted) => {
    const segments = path.split('.')
    return (document) => isNullAt(document, segments) === wanted
  },
  $exactIn: (path, list) => compileIn(path, list),
  $exactNin: (path, list) => {
    const isIn = compileIn(path, list)
    return (document) => !isIn(document)
  },
  // Each is a condition of its own, so that a single value counts as well as a list.
  $exactAll: (path, list) => {
    const tests = listOf(list).map((item) => compileExact({ [path]: isOperators(item) ? item : equal(item) }))
    return (document) => tests.length > 0 && tests.every((test) => test(document))
  },
  // JavaScript knows a remainder of null, of texts and of dates; MongoDB of numbers only, without their fraction.
  $exactMod: (path, operand) => {
    const [divisor = 1, remainder = 0] = listOf(operand).map((item) => Math.trunc(Number(item)))
    const segments = path.split('.')
    return (document) =>
      valuesAt(document, segments).some(
        (value) => typeof value === 'number' && Math.trunc(value) % divisor === remainder,
      )
  },
}

const context = Context.init().addQueryOps(
  Object.fromEntries(
    Object.entries(made).map(([name, make]) => [
      name,
      // Its third is mingo's options, which its types insist on.
      (path: string, operand: unknown, _options: unknown) =>
        make(path, operand as Value) as (document: object) => boolean,
    ]),
  ),
)

/** The test for conditions on fields, whose operators are known to be good ones. */
export function compileExact(query: Fields): Test {
  const compiled = new Query(renamed(query), { context })
  return (document) => compiled.test(document)
}

function compileIn(path: string, list: Value): Test {
  const items = listOf(list)
  const tests = [compileExact({ [path]: { $in: items.filter((item) => item !== null) } })]
  if (items.includes(null)) tests.push(compileExact({ [path]: null }))
  return (document) => tests.some((test) => test(document))
}

const equal = (value: Value): Value => (isRegExp(value) ? value : { $eq: value })
const listOf = (value: Value): Value[] => (Array.isArray(value) ? value : [])

/** The same conditions, those by their other names that are computed here. */
function renamed(query: Fields): Fields {
  return Object.fromEntries(
    Object.entries(query).map(([path, condition]) => {
      if (Array.isArray(condition) && path.startsWith('$')) {
        return [path, condition.map((part) => (isFields(part) ? renamed(part) : part))]
      }
      if (condition === null) return [path, { $exactNull: true }]
      return [path, isOperators(condition) ? renamedOperators(condition) : condition]
    }),
  )
}

function renamedOperators(operators: Fields): Fields {
  return Object.fromEntries(Object.entries(operators).flatMap(([name, operand]) => renamedOperator(name, operand)))
}

function renamedOperator(name: string, operand: Value): [string, Value][] {
  const hasNull = listOf(operand).includes(null)
  if (operand === null && ['$eq', '$gte', '$lte'].includes(name)) return [['$exactNull', true]]
  if (operand === null && name === '$ne') return [['$exactNull', false]]
  if (name === '$in' && hasNull) return [['$exactIn', operand]]
  if (name === '$nin' && hasNull) return [['$exactNin', operand]]
  if (name === '$all') return [['$exactAll', operand]]
  if (name === '$mod') return [['$exactMod', operand]]
  if (name === '$not' && isOperators(operand)) return [[name, renamedOperators(operand)]]
  if (name === '$elemMatch' && isFields(operand)) {
    // Conditions on the element itself, or a query on its fields, which may begin with logic.
    return [[name, isCondition(operand) ? renamedOperators(operand) : renamed(operand)]]
  }
  return [[name, operand]]
}

const isCondition = (operand: Fields): boolean =>
  isOperators(operand) && !['$and', '$or', '$nor'].some((name) => Object.hasOwn(operand, name))

/** Null or missing. In a list of objects one without the field is enough; what is no object does not count there. */
function isNullAt(value: Value | undefined, segments: readonly string[]): boolean {
  const [segment, ...rest] = segments
  if (segment === undefined) {
    return value === undefined || value === null || (Array.isArray(value) && value.includes(null))
  }
  if (isFields(value)) return isNullAt(Object.hasOwn(value, segment) ? value[segment] : undefined, rest)
  if (!Array.isArray(value)) return true
  if (/^\d+$/.test(segment) && isNullAt(value[Number(segment)], rest)) return true
  return value.some((item) => isFields(item) && isNullAt(item, segments))
}

/** Every value that a path leads to, those in lists one by one. */
function valuesAt(value: Value | undefined, segments: readonly string[]): Value[] {
  const [segment, ...rest] = segments
  if (value === undefined) return []
  if (segment === undefined) return Array.isArray(value) ? value : [value]
  if (isFields(value)) return Object.hasOwn(value, segment) ? valuesAt(value[segment], rest) : []
  if (!Array.isArray(value)) return []
  const numbered = /^\d+$/.test(segment) ? valuesAt(value[Number(segment)], rest) : []
  return [...numbered, ...value.flatMap((item) => (isFields(item) ? valuesAt(item, segments) : []))]
}
