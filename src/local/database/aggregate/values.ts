import { rejected } from '../rejected'
import { compareKeys, keyOf } from '../keys'
import { isDate, isFields, type Value } from '../values'
import { notSupported } from '../../errors'

/** What an expression gives: `undefined` is MongoDB's "missing", which is not null. */
export type Result = Value | undefined

/** An operator whose arguments are all computed before it. */
export interface Operator {
  /** How many arguments it takes. */
  readonly least: number
  readonly most: number
  readonly apply: (args: readonly Result[], name: string) => Result
}

export const isNullish = (value: Result): value is null | undefined => value === undefined || value === null

/** False, null, 0 and missing are false; an empty text and an empty array are true, unlike in JavaScript. */
export const isTrue = (value: Result): boolean => !(isNullish(value) || value === false || value === 0)

/**
 * MongoDB's order of any two values, the type first; missing comes before null. Two different objects or arrays are
 * refused, because their order depends on the order of fields, which is not kept here.
 */
export function compare(a: Result, b: Result, what: string): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1
  const [left, right] = [keyOf(a), keyOf(b)]
  if (left === right) return 0
  const both = (Array.isArray(a) && Array.isArray(b)) || (isFields(a) && isFields(b))
  if (both) throw notSupported(`${what} of two objects or arrays`)
  return Math.sign(compareKeys(left, right))
}

export function isEqual(a: Result, b: Result): boolean {
  if (a === undefined || b === undefined) return a === b
  return keyOf(a) === keyOf(b)
}

/** The value a path leads to. An array on the way gives the array of what its objects hold there; nulls end it. */
export function valueAt(value: Result, path: readonly string[]): Result {
  const [segment, ...rest] = path
  if (segment === undefined) return value
  if (Array.isArray(value)) {
    return value.map((item) => valueAt(item, path)).filter((item): item is Value => item !== undefined)
  }
  if (!isFields(value) || !Object.hasOwn(value, segment)) return undefined
  return valueAt(value[segment], rest)
}

/** Reads `a.b` and refuses what MongoDB refuses in a field path. */
export function parsePath(path: string): string[] {
  const segments = path.split('.')
  if (segments.some((segment) => segment === '')) throw rejected('FieldPath must not have an empty field name')
  if (segments.some((segment) => segment.startsWith('$')))
    throw rejected("FieldPath field names may not start with '$'")
  return segments
}

export function demandNumber(value: Result, operator: string): number {
  if (typeof value === 'number') return value
  throw rejected(`${operator} only supports numeric types`)
}

export function demandInteger(value: Result, operator: string): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value
  throw rejected(`${operator} needs a whole number`)
}

export function demandText(value: Result, operator: string): string {
  if (typeof value === 'string') return value
  throw rejected(`${operator} requires a string argument`)
}

export function demandArray(value: Result, operator: string): Value[] {
  if (Array.isArray(value)) return value
  throw rejected(`The argument to ${operator} must be an array`)
}

export function demandDate(value: Result, operator: string): Date {
  if (isDate(value)) return value
  throw rejected(`${operator} requires a date`)
}

/** A result as a number that can be stored: MongoDB has NaN and Infinity, here they are refused. */
export function finite(value: number, operator: string): number {
  if (Number.isFinite(value)) return value === 0 ? 0 : value
  throw notSupported(`NaN or Infinity as the result of ${operator}`)
}
