import { CloudError, notSupported } from '../errors'
import { adoptNumber, isDate, isFields, isRecord, isRegExp, type Fields, type Value } from './values'

/**
 * Extended JSON, the language of the wire and of the disk. The SDK sends the canonical form, in which every number
 * is wrapped; it reads the relaxed form as well, so that is what is stored and answered.
 */

/** Parses what the SDK sent: a string of EJSON, where an empty one means "not given". */
export function parseWire(text: unknown, now: () => number = Date.now): Value | undefined {
  if (text === undefined || text === null || text === '') return undefined
  if (typeof text !== 'string') throw new CloudError('INVALID_PARAM', 'a string of EJSON is required')
  return decode(parseJson(text), now)
}

/** The same, for what has to be an object; nothing given is an empty object. */
export function parseWireFields(text: unknown, now?: () => number): Fields {
  const value = parseWire(text, now) ?? {}
  if (!isFields(value)) throw new CloudError('INVALID_PARAM', 'an EJSON object is required')
  return value
}

/** Reads a stored document. Only texts with a wrapped value need the walk, and few have one. */
export function parseStored(text: string): Fields {
  const json: unknown = JSON.parse(text)
  return (text.includes('"$') ? decode(json, Date.now) : json) as Fields
}

/** Writes a document for the disk or for a reply. */
export function toText(fields: Fields): string {
  return JSON.stringify(encode(fields))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new CloudError('INVALID_PARAM', 'malformed EJSON')
  }
}

function decode(json: unknown, now: () => number): Value {
  if (typeof json === 'number') return adoptNumber(json)
  if (Array.isArray(json)) return json.map((item) => decode(item, now))
  if (!isRecord(json)) return json as null | boolean | string
  const keys = Object.keys(json)
  const only = keys.length === 1 ? keys[0] : undefined
  const wrapped = only !== undefined && Object.hasOwn(wrappers, only) ? wrappers[only] : undefined
  if (wrapped) return wrapped(json[only ?? ''], now)
  const fields: Fields = {}
  for (const key of keys) {
    if (key === '__proto__') throw notSupported('the field name __proto__')
    fields[key] = decode(json[key], now)
  }
  return fields
}

type Unwrap = (content: unknown, now: () => number) => Value

const unwrapNumber: Unwrap = (content) => adoptNumber(Number(content))

const refuse =
  (what: string): Unwrap =>
  () => {
    throw notSupported(`a value of type ${what}`)
  }

const wrappers: Readonly<Record<string, Unwrap | undefined>> = {
  $numberInt: unwrapNumber,
  $numberLong: unwrapNumber,
  $numberDouble: unwrapNumber,
  $date: (content) => {
    const date = new Date(isRecord(content) ? Number(content.$numberLong) : (content as string | number))
    if (Number.isNaN(date.getTime())) throw new CloudError('INVALID_PARAM', 'an invalid date')
    return date
  },
  $regularExpression: (content) => {
    const { pattern, options } = isRecord(content) ? content : {}
    return patternOf(String(pattern), typeof options === 'string' ? options : '')
  },
  $tcb_server_date: (content, now) => {
    const offset = decode(isRecord(content) ? (content.offset ?? 0) : 0, now)
    return new Date(now() + Number(offset))
  },
  $oid: refuse('ObjectId'),
  $binary: refuse('Binary'),
  $numberDecimal: refuse('Decimal128'),
  $timestamp: refuse('Timestamp'),
  $minKey: refuse('MinKey'),
  $maxKey: refuse('MaxKey'),
  $undefined: () => null,
}

/** MongoDB's "x" (spaces and comments) does not exist in JavaScript; "g" and "y" mean nothing in a query. */
function patternOf(pattern: string, options: string): RegExp {
  if (options.includes('x')) throw notSupported('a regular expression with the option "x"')
  try {
    return new RegExp(pattern, options.replace(/[gyd]/g, ''))
  } catch {
    throw new CloudError('DATABASE_REQUEST_FAILED', '[FailedOperation] Regular expression is invalid')
  }
}

function encode(value: Value): unknown {
  if (isDate(value)) return { $date: isoRange(value) ? value.toISOString() : { $numberLong: String(value.getTime()) } }
  if (isRegExp(value)) return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (Array.isArray(value)) return Array.from(value, (item) => encode(item ?? null))
  if (!isFields(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encode(item)]))
}

/** The relaxed form writes dates as text from 1970 to 9999 only. */
function isoRange(date: Date): boolean {
  return date.getTime() >= 0 && date.getUTCFullYear() <= 9999
}
