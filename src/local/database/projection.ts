import { notSupported } from '../errors'
import { compileProject } from './aggregate/project'
import { matcher } from './query'
import { rejected } from './rejected'
import { isFields, isOperators, type Fields, type Value } from './values'

/** Changes the list that a field holds, or leaves the field away. */
type Pick = (value: Value) => Value | undefined

/**
 * Leaves the wanted fields of each document. A `$slice` alone keeps all other fields, an `$elemMatch` keeps none, as in
 * MongoDB (mingo drops them for both).
 */
export function compileProjection(projection: Fields): (document: Fields) => Fields {
  const plain: Fields = {}
  const picks = new Map<string, Pick>()
  let keeps = false
  for (const [path, value] of Object.entries(projection)) {
    if (typeof value === 'number' || typeof value === 'boolean') {
      plain[path] = value
      keeps ||= Boolean(value)
    } else {
      const { operator, pick } = compilePick(path, value)
      picks.set(path, pick)
      keeps ||= operator === '$elemMatch'
    }
  }
  if (keeps) for (const path of picks.keys()) plain[path] = 1
  const select = Object.keys(plain).length > 0 ? compileProject(plain) : (document: Fields) => document
  return (document) => pickAll(select(document), picks)
}

function pickAll(document: Fields, picks: ReadonlyMap<string, Pick>): Fields {
  if (picks.size === 0) return document
  const made = { ...document }
  for (const [name, pick] of picks) {
    const value = made[name]
    const picked = value === undefined ? undefined : pick(value)
    if (picked === undefined) delete made[name]
    else made[name] = picked
  }
  return made
}

function compilePick(path: string, value: Value): { operator: string; pick: Pick } {
  const [operator = 'a value that is no number', ...more] = isFields(value) ? Object.keys(value) : []
  const make = Object.hasOwn(makers, operator) ? makers[operator] : undefined
  if (!make || more.length > 0 || !isFields(value)) throw notSupported(`${operator} in a projection`)
  if (path.includes('.')) throw notSupported(`${operator} of a path in a projection`)
  return { operator, pick: make(value[operator] ?? null) }
}

const makers: Readonly<Record<string, ((operand: Value) => Pick) | undefined>> = {
  $slice: (operand) => {
    const [skip, limit] = readSlice(operand)
    return (value) => {
      if (!Array.isArray(value)) return value
      const start = skip < 0 ? Math.max(0, value.length + skip) : skip
      return value.slice(start, limit === undefined ? undefined : start + limit)
    }
  },
  $elemMatch: (operand) => {
    if (!isFields(operand)) throw rejected('$elemMatch in a projection needs an object')
    // A condition on the element itself is read as one on a field that holds it.
    const single = isOperators(operand)
    const matches = matcher(single ? { item: operand } : operand)
    const fits = (item: Value) => (single ? matches({ item }) : isFields(item) && matches(item))
    return (value) => {
      const found = Array.isArray(value) ? value.find(fits) : undefined
      return found === undefined ? undefined : [found]
    }
  },
}

/** `3`: the first three, `-3`: the last three, `[skip, limit]`. */
function readSlice(operand: Value): [skip: number, limit?: number] {
  const [skip, limit, ...more] = Array.isArray(operand) ? operand : []
  if (Number.isInteger(operand)) return Number(operand) < 0 ? [Number(operand)] : [0, Number(operand)]
  const valid = Number.isInteger(skip) && Number.isInteger(limit) && Number(limit) > 0 && more.length === 0
  if (!valid) throw rejected('$slice in a projection takes a number, or how many to skip and a positive limit')
  return [Number(skip), Number(limit)]
}
