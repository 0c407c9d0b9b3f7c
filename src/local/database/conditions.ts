import { emptyArrayKey, hasOrderedKeys, keyOf, nullKey, prefixRange, typeRange } from './keys'
import { isFields, isOperators, isRegExp, type Fields, type Value } from './values'

/** An end of a range of keys. */
export interface Edge {
  readonly key: string
  readonly open: boolean
}

/** What a query demands of one path, as far as an index can serve it. */
export interface Bounds {
  /** One of these keys. */
  in?: readonly string[]
  low?: Edge
  high?: Edge
}

/** The part of a query an index can narrow; `mingo` judges the documents that are left. */
export interface Conditions {
  readonly paths: Map<string, Bounds>
  /** Lists of alternatives, one list for each `$or`. */
  readonly alternatives: Fields[][]
}

/** Collects the bounds that every matching document satisfies. */
export function readConditions(query: Fields): Conditions {
  const conditions: Conditions = { paths: new Map(), alternatives: [] }
  collect(query, '', conditions)
  return conditions
}

/** The paths a query speaks of, for messages. */
export function mentionedPaths(query: Fields): string[] {
  const paths = new Set<string>()
  for (const [key, value] of Object.entries(query)) {
    if (!key.startsWith('$')) paths.add(key)
    else if (Array.isArray(value)) {
      for (const part of value) if (isFields(part)) mentionedPaths(part).forEach((path) => paths.add(path))
    }
  }
  return [...paths]
}

function collect(query: Fields, prefix: string, conditions: Conditions): void {
  for (const [key, value] of Object.entries(query)) {
    if (key === '$and' && Array.isArray(value)) {
      for (const part of value) if (isFields(part)) collect(part, prefix, conditions)
    } else if (key === '$or' && Array.isArray(value) && prefix === '') {
      conditions.alternatives.push(value.filter(isFields))
    } else if (!key.startsWith('$')) {
      demand(prefix + key, value, conditions)
    }
  }
}

function demand(path: string, value: Value, conditions: Conditions): void {
  const bounds = conditions.paths.get(path) ?? {}
  conditions.paths.set(path, bounds)
  if (isRegExp(value)) addPattern(bounds, value)
  else if (!isOperators(value)) bounds.in = equalKeys(value)
  else {
    for (const [operator, operand] of Object.entries(value)) addOperator(path, bounds, operator, operand, conditions)
  }
}

function addOperator(path: string, bounds: Bounds, operator: string, operand: Value, conditions: Conditions): void {
  switch (operator) {
    case '$eq':
      if (!isRegExp(operand)) bounds.in = equalKeys(operand)
      return
    case '$in':
      if (Array.isArray(operand) && !operand.some(isRegExp)) bounds.in = [...new Set(operand.flatMap(equalKeys))]
      return
    case '$exists':
      // A missing field is indexed as null.
      if (operand === false) bounds.in = [nullKey]
      return
    case '$all':
      // Each of them has to be there; one is enough to narrow.
      if (Array.isArray(operand) && operand[0] !== undefined) demandElement(path, operand[0], conditions)
      return
    case '$elemMatch':
      demandElement(path, { $elemMatch: operand }, conditions)
      return
    case '$regex':
      if (isRegExp(operand)) addPattern(bounds, operand)
      return
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      addRange(bounds, operator, operand)
  }
}

function demandElement(path: string, element: Value, conditions: Conditions): void {
  if (!isOperators(element)) {
    if (!isRegExp(element)) demand(path, element, conditions)
    return
  }
  const inside = element.$elemMatch
  if (!isFields(inside)) return
  if (isOperators(inside)) {
    // Conditions on the element itself; each of these holds for the array's index rows as well.
    for (const [operator, operand] of Object.entries(inside)) {
      if (['$eq', '$in', '$gt', '$gte', '$lt', '$lte'].includes(operator)) {
        demand(path, { [operator]: operand }, conditions)
      }
    }
  } else {
    collect(inside, `${path}.`, conditions)
  }
}

/** The keys under which a document that equals the value is found: an array stands under its elements. */
function equalKeys(value: Value): string[] {
  if (!Array.isArray(value)) return [keyOf(value)]
  const [first] = value
  return [first === undefined ? emptyArrayKey : keyOf(first), keyOf(value)]
}

function addRange(bounds: Bounds, operator: '$gt' | '$gte' | '$lt' | '$lte', operand: Value): void {
  if (!hasOrderedKeys(operand)) return
  const edge = { key: keyOf(operand), open: operator === '$gt' || operator === '$lt' }
  if (operator === '$gt' || operator === '$gte') bounds.low = edge
  else bounds.high = edge
}

/** Only a plain prefix such as /^12-/ is a range; every other pattern has to look at all values. */
function addPattern(bounds: Bounds, pattern: RegExp): void {
  const prefix = /^\^([^\\^$.*+?()[\]{}|]+)$/.exec(pattern.source)?.[1]
  if (prefix === undefined || pattern.flags !== '') return
  const { start, end } = prefixRange(prefix)
  bounds.low = { key: start, open: false }
  bounds.high = { key: end, open: false }
}

/**
 * The range of keys that the bounds allow, closed at both sides by the type: MongoDB compares within one type only.
 * With an array, one element may satisfy the one side and another element the other, so only one side narrows.
 */
export function rangeOf({ low, high }: Bounds, multikey: boolean): { low: Edge; high: Edge } | undefined {
  const edge = low ?? high
  if (!edge) return undefined
  const type = typeRange(edge.key)
  const start = { key: type.start, open: false }
  const end = { key: type.end, open: true }
  if (!low || !high) return { low: low ?? start, high: high ?? end }
  const together = !multikey && typeRange(high.key).start === type.start
  return together ? { low, high } : { low, high: end }
}
