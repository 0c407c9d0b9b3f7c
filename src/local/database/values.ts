import { CloudError, notSupported } from '../errors'

/** Everything a document may hold here. */
export type Value = null | boolean | number | string | Date | RegExp | Value[] | Fields
export interface Fields {
  [field: string]: Value
}
export type DocumentId = string | number
export type Document = Fields & { _id: DocumentId }

/** By tag and not by `instanceof`: values also come from other realms (test runners, node's own clones). */
function tag(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1)
}

export const isDate = (value: unknown): value is Date => tag(value) === 'Date'
export const isRegExp = (value: unknown): value is RegExp => tag(value) === 'RegExp'

/** A plain object: neither null, an array, a date nor a regular expression. */
export function isFields(value: Value | undefined): value is Fields {
  return isRecord(value)
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return tag(value) === 'Object'
}

/** An object of operators such as `{ $gt: 1 }`, as opposed to a value that happens to be an object. */
export function isOperators(value: Value | undefined): value is Fields {
  return isFields(value) && Object.keys(value).some((key) => key.startsWith('$'))
}

/**
 * A deep copy made of this realm's objects. `mingo` compares constructors, so every value that reaches it has to be
 * made here. Undefined fields are dropped, as the SDK drops them.
 */
export function adopt(value: unknown): Value {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return adoptNumber(value)
    case 'object':
      return value === null ? null : adoptObject(value)
    case 'undefined':
      return null
    default:
      throw new CloudError('INVALID_PARAM', `a ${typeof value} cannot be stored`)
  }
}

/** The same, for what has to be a plain object. */
export function adoptFields(value: unknown): Fields {
  const fields = adopt(value)
  if (!isFields(fields)) throw new CloudError('INVALID_PARAM', 'a plain object is required')
  return fields
}

export function adoptNumber(value: number): number {
  if (!Number.isFinite(value)) throw notSupported('NaN or Infinity')
  // Minus zero equals zero in every comparison but not in its bits, which the index keys are made of.
  return value === 0 ? 0 : value
}

function adoptObject(value: object): Value {
  // `map` would leave the holes that a write beyond the end of an array makes; they are stored as null.
  if (Array.isArray(value)) return Array.from(value, adopt)
  if (isDate(value)) {
    if (Number.isNaN(value.getTime())) throw new CloudError('INVALID_PARAM', 'an invalid date cannot be stored')
    return new Date(value.getTime())
  }
  if (isRegExp(value)) return new RegExp(value.source, value.flags)
  if (!isRecord(value)) throw notSupported(`a value of type ${tag(value)}`)
  const copy: Fields = {}
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__') throw notSupported('the field name __proto__')
    if (item !== undefined) copy[key] = adopt(item)
  }
  return copy
}
