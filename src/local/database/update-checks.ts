import { notSupported } from '../errors'
import { matcher } from './query'
import { rejected } from './rejected'
import { isFields, isOperators, type Value } from './values'

/** Throws where MongoDB rejects the operand, or the value that the field has now; mingo is silent there. */
export type Check = (current: Value | undefined, operand: Value, path: string, operator: string) => void

/** The operators that the SDK can send, by MongoDB's manual, "Update Operators". */
const checks: Readonly<Record<string, Check | undefined>> = {
  $set: accept,
  $unset: accept,
  $min: accept,
  $max: accept,
  $inc: demandNumber,
  $mul: demandNumber,
  $push: demandPush,
  $pop: demandPop,
  $pull: demandPull,
  $pullAll: demandPullAll,
  $addToSet: demandAddToSet,
  $rename: demandTarget,
}

export function checkOf(operator: string): Check {
  const check = Object.hasOwn(checks, operator) ? checks[operator] : undefined
  if (check) return check
  throw notSupported(`the update operator ${operator}`)
}

function accept(): void {
  // Any value will do.
}

function demandNumber(current: Value | undefined, operand: Value, path: string, operator: string): void {
  if (typeof operand !== 'number') throw rejected(`${operator} on '${path}' needs a number`)
  if (current !== undefined && typeof current !== 'number') {
    throw rejected(`Cannot apply ${operator} to a value of non-numeric type: '${path}'`)
  }
}

function demandArray(current: Value | undefined, path: string, operator: string): void {
  if (current !== undefined && !Array.isArray(current)) {
    throw rejected(`The field '${path}' must be an array for ${operator}`)
  }
}

function demandPush(current: Value | undefined, operand: Value, path: string, operator: string): void {
  demandArray(current, path, operator)
  if (!isFields(operand) || operand.$each === undefined) {
    if (isOperators(operand)) throw rejected(`${operator} on '${path}': modifiers need $each`)
    return
  }
  for (const [name, value] of Object.entries(operand)) {
    const valid = Object.hasOwn(modifiers, name) && modifiers[name]?.(value)
    if (!valid) throw rejected(`${operator} on '${path}': ${name} is not known or not valid`)
  }
  if (isFields(operand.$sort) && Object.keys(operand.$sort).length > 1) {
    throw notSupported('$push with a $sort of several fields')
  }
}

const isDirection = (value: Value) => value === 1 || value === -1

const modifiers: Readonly<Record<string, ((value: Value) => boolean) | undefined>> = {
  $each: Array.isArray,
  $slice: Number.isInteger,
  $position: Number.isInteger,
  $sort: (value) => isDirection(value) || (isFields(value) && Object.values(value).every(isDirection)),
}

function demandPop(current: Value | undefined, operand: Value, path: string, operator: string): void {
  demandArray(current, path, operator)
  if (!isDirection(operand)) throw rejected(`${operator} on '${path}' expects 1 or -1`)
}

/** A condition is read as a query reads it, so it may hold nothing that a query may not hold. */
function demandPull(current: Value | undefined, operand: Value, path: string, operator: string): void {
  demandArray(current, path, operator)
  if (isFields(operand)) matcher(isOperators(operand) ? { item: operand } : operand)
}

function demandPullAll(current: Value | undefined, operand: Value, path: string, operator: string): void {
  demandArray(current, path, operator)
  if (!Array.isArray(operand)) throw rejected(`${operator} on '${path}' requires an array argument`)
}

function demandAddToSet(current: Value | undefined, operand: Value, path: string, operator: string): void {
  demandArray(current, path, operator)
  if (!isOperators(operand)) return
  const valid = Array.isArray(operand.$each) && Object.keys(operand).length === 1
  if (!valid) throw rejected(`${operator} on '${path}' takes a value, or $each with an array`)
}

function demandTarget(_: Value | undefined, operand: Value, path: string): void {
  const valid = typeof operand === 'string' && operand !== '' && operand !== '_id' && !operand.startsWith('_id.')
  if (!valid) throw rejected(`$rename of '${path}' needs the name of another field`)
}
