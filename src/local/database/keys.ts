import { isDate, isRegExp, type Value } from './values'

/**
 * Text keys whose byte order is MongoDB's order of values: first the type, then the value. SQLite compares them as
 * bytes of UTF-8, which is how MongoDB compares strings too.
 */
const types = {
  emptyArray: '0',
  null: '1',
  number: '2',
  string: '3',
  object: '4',
  array: '5',
  boolean: '8',
  date: '9',
  regexp: 'A',
} as const

/** MongoDB indexes an empty array as "undefined", below null. */
export const emptyArrayKey: string = types.emptyArray
export const nullKey: string = types.null

/** The key of a single value; the elements of an array are the caller's business. */
export function keyOf(value: Value): string {
  if (value === null) return types.null
  if (typeof value === 'number') return types.number + numberKey(value)
  if (typeof value === 'string') return types.string + stringKey(value)
  if (typeof value === 'boolean') return types.boolean + (value ? '1' : '0')
  if (isDate(value)) return types.date + numberKey(value.getTime())
  if (isRegExp(value)) return types.regexp + stringKey(`/${value.source}/${value.flags}`)
  if (Array.isArray(value)) return types.array + JSON.stringify(value.map(keyOf))
  // Objects that mingo calls equal, whatever the order of their fields, have to share a key.
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return types.object + stringKey(JSON.stringify(entries.map(([key, item]) => [key, keyOf(item)])))
}

/** All keys of the same type lie in [start, end). */
export function typeRange(key: string): { start: string; end: string } {
  const type = key.charAt(0)
  return { start: type, end: String.fromCharCode(type.charCodeAt(0) + 1) }
}

/** The types whose keys are ordered as their values, so that a range of values is a range of keys. */
export function hasOrderedKeys(value: Value): boolean {
  return typeof value === 'number' || typeof value === 'string' || isDate(value)
}

/** The range of all strings that start with a prefix. */
export function prefixRange(prefix: string): { start: string; end: string } {
  const start = types.string + stringKey(prefix)
  return { start, end: `${start}\u{10FFFF}` }
}

/** Compares two keys as SQLite does, by code point; JavaScript compares by UTF-16 unit. */
export function compareKeys(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i)
    const right = b.charCodeAt(i)
    if (left !== right) return codePointOrder(left) - codePointOrder(right)
  }
  return a.length - b.length
}

/** Moves the surrogates, which stand for the highest code points, above all other units. */
function codePointOrder(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800
  return unit >= 0xd800 ? unit + 0x2000 : unit
}

const bytes = Buffer.alloc(8)

/** The bits of a double, turned so that they sort as the number does. */
function numberKey(value: number): string {
  bytes.writeDoubleBE(value === 0 ? 0 : value)
  const negative = (bytes.readUInt8(0) & 0x80) !== 0
  for (let i = 0; i < 8; i++) {
    const byte = bytes.readUInt8(i)
    bytes.writeUInt8(negative ? ~byte & 0xff : i === 0 ? byte ^ 0x80 : byte, i)
  }
  return bytes.toString('hex')
}

/** The driver ends a text at NUL, so NUL is written otherwise, in the same place of the order. */
function stringKey(text: string): string {
  if (!text.includes('\0') && !text.includes('\x01')) return text
  return text.replaceAll('\x01', '\x01\x02').replaceAll('\0', '\x01\x01')
}
