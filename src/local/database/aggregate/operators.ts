import { notSupported } from '../../errors'
import { rejected } from '../rejected'
import { isDate, isFields, type Fields, type Value } from '../values'
import { dateOperators } from './dates'
import { textOperators } from './texts'
import {
  compare,
  demandArray,
  demandInteger,
  demandNumber,
  finite,
  isEqual,
  isNullish,
  type Operator,
  type Result,
} from './values'

const exactly = (count: number, apply: Operator['apply']): Operator => ({ least: count, most: count, apply })
const between = (least: number, most: number, apply: Operator['apply']): Operator => ({ least, most, apply })

/** Null for null or missing, as most operators have it. */
const nullish =
  (apply: Operator['apply']): Operator['apply'] =>
  (args, name) =>
    args.some(isNullish) ? null : apply(args, name)

const numeric = (work: (value: number) => number): Operator =>
  exactly(
    1,
    nullish(([value], name) => finite(work(demandNumber(value, name)), name)),
  )

const comparison = (holds: (order: number) => boolean): Operator =>
  exactly(2, ([a, b], name) => holds(compare(a, b, name)))

/**
 * The operators whose meaning here is MongoDB's, by its manual ("Aggregation Pipeline Operators", 4.x). What is not
 * in this list is refused by name: an operator that is half right would be worse.
 */
export const operators: Readonly<Record<string, Operator | undefined>> = {
  $abs: numeric(Math.abs),
  $ceil: numeric(Math.ceil),
  $floor: numeric(Math.floor),
  $trunc: numeric(Math.trunc),
  $add: between(1, Infinity, nullish(add)),
  $subtract: exactly(2, nullish(subtract)),
  $multiply: between(
    1,
    Infinity,
    nullish((args, name) =>
      finite(
        args.reduce<number>((product, value) => product * demandNumber(value, name), 1),
        name,
      ),
    ),
  ),
  $divide: exactly(2, nullish(divide)),
  $mod: exactly(2, nullish(divide)),

  $eq: exactly(2, ([a, b]) => isEqual(a, b)),
  $ne: exactly(2, ([a, b]) => !isEqual(a, b)),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $cmp: exactly(2, ([a, b], name) => compare(a, b, name)),

  $arrayElemAt: exactly(
    2,
    nullish(([list, index], name) => demandArray(list, name).at(demandInteger(index, name))),
  ),
  $concatArrays: between(
    0,
    Infinity,
    nullish((lists, name) => lists.flatMap((list) => demandArray(list, name))),
  ),
  $in: exactly(2, ([value, list], name) => demandArray(list, name).some((item) => isEqual(item, value))),
  $indexOfArray: exactly(2, ([list, value], name) =>
    isNullish(list) ? null : demandArray(list, name).findIndex((item) => isEqual(item, value)),
  ),
  $isArray: exactly(1, ([value]) => Array.isArray(value)),
  $range: between(2, 3, range),
  $reverseArray: exactly(
    1,
    nullish(([list], name) => [...demandArray(list, name)].reverse()),
  ),
  $size: exactly(1, ([list], name) => demandArray(list, name).length),
  $slice: between(2, 3, nullish(slice)),
  $mergeObjects: between(0, Infinity, mergeObjects),
  $objectToArray: exactly(
    1,
    nullish(([value], name) => {
      if (!isFields(value)) throw rejected(`${name} requires an object`)
      return Object.entries(value).map(([k, v]) => ({ k, v }))
    }),
  ),
  ...textOperators,
  ...dateOperators,
}

function add(args: readonly Result[], name: string): Value {
  const dates = args.filter(isDate)
  if (dates.length > 1) throw rejected('only one date allowed in an $add expression')
  const sum = args.reduce<number>(
    (total, value) => total + (isDate(value) ? value.getTime() : demandNumber(value, name)),
    0,
  )
  return dates.length === 1 ? new Date(Math.round(finite(sum, name))) : finite(sum, name)
}

function subtract([a, b]: readonly Result[], name: string): Value {
  if (isDate(a))
    return isDate(b) ? a.getTime() - b.getTime() : new Date(Math.round(a.getTime() - demandNumber(b, name)))
  return finite(demandNumber(a, name) - demandNumber(b, name), name)
}

function divide([a, b]: readonly Result[], name: string): Value {
  const [dividend, divisor] = [demandNumber(a, name), demandNumber(b, name)]
  if (divisor === 0) throw rejected(`can't ${name} by zero`)
  return finite(name === '$mod' ? dividend % divisor : dividend / divisor, name)
}

/** Longer lists would take the memory of the whole local cloud. */
const longestRange = 100_000

function range([from, to, by = 1]: readonly Result[], name: string): Value {
  const [start, end, step] = [demandInteger(from, name), demandInteger(to, name), demandInteger(by, name)]
  if (step === 0) throw rejected(`${name} requires a non-zero step value`)
  const length = Math.max(0, Math.ceil((end - start) / step))
  if (length > longestRange) throw notSupported(`${name} with more than ${longestRange} numbers`)
  return Array.from({ length }, (_, i) => start + i * step)
}

function slice([list, ...numbers]: readonly Result[], name: string): Value {
  const items = demandArray(list, name)
  const [first = 0, count] = numbers.map((number) => demandInteger(number, name))
  if (count === undefined) return first < 0 ? items.slice(first) : items.slice(0, first)
  if (count <= 0) throw rejected(`the third argument to ${name} must be a positive number`)
  const start = first < 0 ? Math.max(0, items.length + first) : first
  return items.slice(start, start + count)
}

/** Nulls and missing ones are passed over. */
export function mergeObjects(args: readonly Result[], name: string): Value {
  return args.reduce<Fields>((merged, value) => {
    if (isNullish(value)) return merged
    if (!isFields(value)) throw rejected(`${name} requires object inputs`)
    return { ...merged, ...value }
  }, {})
}
