import { update as mingoUpdate } from 'mingo'
import { CloudError, notSupported } from '../errors'
import { keyOf } from './keys'
import { adoptFields, isFields, type Document, type DocumentId, type Fields, type Value } from './values'

type Check = (current: Value | undefined, operand: Value, path: string, operator: string) => void

/** The operators the SDK can send, with what MongoDB demands of the field they change (mingo is silent there). */
const checks: Readonly<Record<string, Check | undefined>> = {
  $set: accept,
  $unset: accept,
  $min: accept,
  $max: accept,
  $inc: demandNumber,
  $mul: demandNumber,
  $push: demandPush,
  $pop: demandArray,
  $pull: demandArray,
  $pullAll: demandArray,
  $addToSet: demandArray,
  $rename: demandTarget,
}

/** These leave a document alone if the path leads nowhere; all others would have to make the path. */
const neverMakesPath = new Set(['$unset', '$pop', '$pull', '$pullAll', '$rename'])

/** Whether an update holds operators; without any it replaces the document. */
export function isReplacement(update: Fields): boolean {
  return !Object.keys(update).some((key) => key.startsWith('$'))
}

/** The document after the update, as a new object. Throws where MongoDB rejects the update. */
export function applyUpdate(document: Document, update: Fields): Document {
  if (isReplacement(update)) return checkedDocument({ ...adoptFields(update), _id: document._id }, document._id)
  const changed = adoptFields(document) as Document
  for (const [operator, operands] of Object.entries(update)) checkOperator(changed, operator, operands)
  checkConflicts(update)
  const { emptyArrays, rest } = arrange(changed, update)
  try {
    mingoUpdate(changed, { $set: emptyArrays })
    mingoUpdate(changed, rest, [], {}, { cloneMode: 'deep' })
  } catch {
    // The message of mingo may quote a value.
    throw rejected(`the update with ${Object.keys(update).join(', ')} is not valid`)
  }
  return checkedDocument(adoptFields(changed), document._id)
}

/**
 * Says the same to mingo in a way it gets right. On a missing array it would forget `$slice` and `$sort`, so the array
 * is made first; from an array with duplicates `$addToSet` would remove them, so it becomes a `$push` of what is new.
 */
function arrange(document: Document, update: Fields): { emptyArrays: Fields; rest: Fields } {
  const { $addToSet, ...rest } = update
  const pushes: Fields = isFields(rest.$push) ? { ...rest.$push } : {}
  for (const [path, operand] of Object.entries(isFields($addToSet) ? $addToSet : {})) {
    const current = valueAt(document, path.split('.'))
    const known = new Set(Array.isArray(current) ? current.map(keyOf) : [])
    const items = isFields(operand) && Array.isArray(operand.$each) ? operand.$each : [operand]
    // Adding the key to the set also drops an item that is given twice.
    pushes[path] = { $each: items.filter((item) => !known.has(keyOf(item)) && known.add(keyOf(item))) }
  }
  const missing = Object.keys(pushes).filter((path) => valueAt(document, path.split('.')) === undefined)
  const emptyArrays = Object.fromEntries(missing.map((path) => [path, []]))
  return { emptyArrays, rest: Object.keys(pushes).length > 0 ? { ...rest, $push: pushes } : rest }
}

/** A document as it may be stored: an id, and no field name that is an operator or a path. */
export function checkedDocument(fields: Fields, id: DocumentId): Document {
  checkNames(fields)
  return { ...fields, _id: checkedId(id) }
}

export function checkedId(id: unknown): DocumentId {
  if ((typeof id === 'string' && id !== '') || (typeof id === 'number' && Number.isFinite(id))) return id
  throw new CloudError('INVALID_PARAM', 'an _id is a text or a number')
}

function checkNames(value: Value): void {
  if (Array.isArray(value)) value.forEach(checkNames)
  if (!isFields(value)) return
  for (const [name, item] of Object.entries(value)) {
    if (name === '' || name.startsWith('$') || name.includes('.')) {
      // Newer MongoDB stores such names but cannot query, update or index them; older ones and drivers reject them.
      throw rejected(`a field name must not be empty, start with "$" or contain ".": "${name}"`)
    }
    checkNames(item)
  }
}

function checkOperator(document: Document, operator: string, operands: Value | undefined): void {
  const check = checks[operator]
  if (!check) throw notSupported(`the update operator ${operator}`)
  if (!isFields(operands)) throw rejected(`${operator} needs an object of fields`)
  for (const [path, operand] of Object.entries(operands)) {
    if (path === '_id' || path.startsWith('_id.'))
      throw rejected("Mod on _id not allowed: the field '_id' is immutable")
    const segments = path.split('.')
    if (segments.some((segment) => segment.startsWith('$'))) throw notSupported('a positional update path')
    if (segments.includes('')) throw rejected(`the update path '${path}' has an empty field name`)
    if (!neverMakesPath.has(operator)) checkParents(document, segments)
    check(valueAt(document, segments), operand, path, operator)
    if (operator === '$rename' && typeof operand === 'string') checkParents(document, operand.split('.'))
  }
}

/** MongoDB makes missing parents, but never looks for a field in a null, a scalar or an array. */
function checkParents(document: Document, segments: readonly string[]): void {
  let parent: Value = document
  for (const [i, segment] of segments.entries()) {
    const index = Array.isArray(parent) && /^\d+$/.test(segment)
    if (!isFields(parent) && !index) {
      throw rejected(`Cannot create field '${segment}' in element '${segments.slice(0, i).join('.')}'`)
    }
    const child: Value | undefined = childOf(parent, segment)
    if (child === undefined) return
    parent = child
  }
}

function valueAt(document: Document, segments: readonly string[]): Value | undefined {
  return segments.reduce<Value | undefined>(childOf, document)
}

function childOf(parent: Value | undefined, segment: string): Value | undefined {
  if (Array.isArray(parent)) return /^\d+$/.test(segment) ? parent[Number(segment)] : undefined
  return isFields(parent) && Object.hasOwn(parent, segment) ? parent[segment] : undefined
}

/** No two operators may change the same field, or a field and its parent. */
function checkConflicts(update: Fields): void {
  const paths = Object.values(update).flatMap((operands) => (isFields(operands) ? Object.keys(operands) : []))
  const targets = Object.values(isFields(update.$rename) ? update.$rename : {}).map(String)
  const sorted = [...paths, ...targets].sort()
  for (const path of sorted) {
    const clash = sorted.filter((other) => other === path || other.startsWith(`${path}.`)).length > 1
    if (clash) throw rejected(`Updating the path '${path}' would create a conflict at '${path}'`)
  }
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

function demandArray(current: Value | undefined, _: Value, path: string, operator: string): void {
  if (current !== undefined && !Array.isArray(current)) {
    throw rejected(`The field '${path}' must be an array for ${operator}`)
  }
}

function demandPush(current: Value | undefined, operand: Value, path: string, operator: string): void {
  demandArray(current, operand, path, operator)
  const sort = isFields(operand) ? operand.$sort : undefined
  if (isFields(sort) && Object.keys(sort).length > 1) throw notSupported('$push with a $sort of several fields')
}

function demandTarget(_: Value | undefined, operand: Value, path: string): void {
  const valid = typeof operand === 'string' && operand !== '' && operand !== '_id' && !operand.startsWith('_id.')
  if (!valid) throw rejected(`$rename of '${path}' needs the name of another field`)
}

function rejected(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`)
}
