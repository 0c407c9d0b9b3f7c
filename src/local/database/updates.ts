import { update as mingoUpdate } from 'mingo'
import { CloudError, notSupported } from '../errors'
import { keyOf } from './keys'
import { rejected } from './rejected'
import { checkOf } from './update-checks'
import { adoptFields, isFields, type Document, type DocumentId, type Fields, type Value } from './values'

/** These leave a document alone if the path cannot lead anywhere; all others fail then. */
const anyPath = new Set(['$unset', '$rename'])

/** Whether an update holds operators; without any it replaces the document. */
export function isReplacement(update: Fields): boolean {
  return !Object.keys(update).some((key) => key.startsWith('$'))
}

/** The document after the update, as a new object. Throws where MongoDB rejects the update. */
export function applyUpdate(document: Document, update: Fields): Document {
  if (isReplacement(update)) return replaced(document, adoptFields(update))
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

function replaced(document: Document, update: Fields): Document {
  if (update._id !== undefined && update._id !== document._id) {
    throw rejected("the (immutable) field '_id' was found to have been altered")
  }
  return checkedDocument({ ...update, _id: document._id }, document._id)
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

/** MongoDB's limit: https://www.mongodb.com/docs/manual/reference/limits/#mongodb-limit-Nested-Depth-for-BSON-Documents */
const mostLevels = 100

function checkNames(value: Value, level = 1): void {
  if (level > mostLevels) throw rejected(`a document may not be nested deeper than ${mostLevels} levels`)
  if (Array.isArray(value)) value.forEach((item) => checkNames(item, level + 1))
  if (!isFields(value)) return
  for (const [name, item] of Object.entries(value)) {
    if (name === '' || name.startsWith('$') || name.includes('.')) {
      // Newer MongoDB stores such names but cannot query, update or index them; older ones and drivers reject them.
      throw rejected(`a field name must not be empty, start with "$" or contain ".": "${name}"`)
    }
    checkNames(item, level + 1)
  }
}

function checkOperator(document: Document, operator: string, operands: Value | undefined): void {
  const check = checkOf(operator)
  if (!isFields(operands) || Object.keys(operands).length === 0) {
    throw rejected(`'${operator}' is empty. You must specify a field like so: {${operator}: {<field>: ...}}`)
  }
  for (const [path, operand] of Object.entries(operands)) {
    if (path === '_id' || path.startsWith('_id.'))
      throw rejected("Mod on _id not allowed: the field '_id' is immutable")
    const segments = path.split('.')
    if (segments.some((segment) => segment.startsWith('$'))) throw notSupported('a positional update path')
    if (segments.includes('')) throw rejected(`the update path '${path}' has an empty field name`)
    if (!anyPath.has(operator)) checkParents(document, segments)
    check(valueAt(document, segments), operand, path, operator)
    if (operator === '$rename' && typeof operand === 'string') {
      if (passesArray(document, segments))
        throw rejected(`The source field of $rename cannot be in an array: '${path}'`)
      checkParents(document, operand.split('.'))
    }
  }
}

/** MongoDB's limit for the nulls between an array's end and a new element. */
const mostPadding = 1_500_000

/** MongoDB makes missing parents, but never looks for a field in a null, a scalar or an array. */
function checkParents(document: Document, segments: readonly string[]): void {
  let parent: Value = document
  for (const [i, segment] of segments.entries()) {
    const index = Array.isArray(parent) && /^\d+$/.test(segment)
    if (Array.isArray(parent) && index && Number(segment) > parent.length + mostPadding) {
      throw rejected(`Cannot fill an array with nulls up to element ${segment}`)
    }
    if (!isFields(parent) && !index) {
      throw rejected(`Cannot create field '${segment}' in element '${segments.slice(0, i).join('.')}'`)
    }
    const child: Value | undefined = childOf(parent, segment)
    if (child === undefined) return
    parent = child
  }
}

function passesArray(document: Document, segments: readonly string[]): boolean {
  return segments.some((_, i) => Array.isArray(valueAt(document, segments.slice(0, i))))
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
