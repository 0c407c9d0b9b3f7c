import { notSupported } from '../../errors'
import { rejected } from '../rejected'
import { demandInteger, demandText, isNullish, type Operator, type Result } from './values'

/** Operators on texts. Positions count code points: an emoji is one, as in MongoDB's `…CP` operators. */
export const textOperators: Readonly<Record<string, Operator>> = {
  $concat: { least: 1, most: Infinity, apply: concat },
  $toLower: { least: 1, most: 1, apply: ([text], name) => ascii(text, name).toLowerCase() },
  $toUpper: { least: 1, most: 1, apply: ([text], name) => ascii(text, name).toUpperCase() },
  $strLenCP: { least: 1, most: 1, apply: ([text], name) => [...demandText(text, name)].length },
  $strLenBytes: { least: 1, most: 1, apply: ([text], name) => Buffer.byteLength(demandText(text, name)) },
  $substrCP: { least: 3, most: 3, apply: substring },
  $split: { least: 2, most: 2, apply: split },
  $indexOfCP: { least: 2, most: 2, apply: indexOf },
}

function concat(args: readonly Result[], name: string): Result {
  return args.some(isNullish) ? null : args.map((text) => demandText(text, name)).join('')
}

/** MongoDB defines upper and lower case for ASCII only; what has a case beyond that is refused. */
function ascii(value: Result, name: string): string {
  if (isNullish(value)) return ''
  const text = demandText(value, name)
  const beyond = [...text].some((sign) => sign > '\x7f' && sign.toLowerCase() !== sign.toUpperCase())
  if (beyond) throw notSupported(`${name} of letters outside of ASCII`)
  return text
}

function substring([value, from, count]: readonly Result[], name: string): Result {
  const [start, length] = [demandInteger(from, name), demandInteger(count, name)]
  if (start < 0 || length < 0) throw rejected(`${name}: the start and the length must not be negative`)
  if (isNullish(value)) return ''
  return [...demandText(value, name)].slice(start, start + length).join('')
}

function split([value, by]: readonly Result[], name: string): Result {
  if (isNullish(value) || isNullish(by)) return null
  const delimiter = demandText(by, name)
  if (delimiter === '') throw rejected(`${name} requires a non-empty separator`)
  return demandText(value, name).split(delimiter)
}

function indexOf([value, part]: readonly Result[], name: string): Result {
  if (isNullish(value)) return null
  const text = demandText(value, name)
  const index = text.indexOf(demandText(part, name))
  return index < 0 ? -1 : [...text.slice(0, index)].length
}
