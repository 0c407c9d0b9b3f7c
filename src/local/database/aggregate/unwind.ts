import { rejected } from '../rejected'
import { isFields, type Fields, type Value } from '../values'
import { parsePath, type Result } from './values'

interface Unwind {
  readonly path: readonly string[]
  readonly indexField?: string
  readonly keepsEmpty: boolean
}

/** `$unwind`: a document for each element of an array; a value that is no array stands for itself. */
export function compileUnwind(specification: Value): (document: Fields) => Fields[] {
  const { path, indexField, keepsEmpty } = readUnwind(specification)
  return (document) => {
    const value = fieldAt(document, path)
    const numbered = (made: Fields, index: number | null) =>
      indexField === undefined ? made : replaceAt(made, parsePath(indexField), index)
    if (Array.isArray(value) && value.length > 0) {
      return value.map((item, index) => numbered(replaceAt(document, path, item), index))
    }
    const empty = value === undefined || value === null || Array.isArray(value)
    if (!empty) return [numbered(document, null)]
    if (!keepsEmpty) return []
    return [numbered(Array.isArray(value) ? replaceAt(document, path, undefined) : document, null)]
  }
}

function readUnwind(specification: Value): Unwind {
  const {
    path,
    includeArrayIndex,
    preserveNullAndEmptyArrays = false,
    ...unknown
  } = isFields(specification) ? specification : { path: specification }
  const [other] = Object.keys(unknown)
  if (other !== undefined) throw rejected(`unrecognized option to $unwind stage: ${other}`)
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw rejected("path option to $unwind stage should be prefixed with a '$'")
  if (typeof preserveNullAndEmptyArrays !== 'boolean') throw rejected('preserveNullAndEmptyArrays must be a boolean')
  const index = includeArrayIndex
  if (index !== undefined && (typeof index !== 'string' || index === '' || index.startsWith('$'))) {
    throw rejected('includeArrayIndex must be a non-empty string that does not start with "$"')
  }
  return {
    path: parsePath(path.slice(1)),
    keepsEmpty: preserveNullAndEmptyArrays,
    ...(index === undefined ? {} : { indexField: index }),
  }
}

/** Unlike an expression, this does not look into arrays on the way. */
function fieldAt(value: Result, path: readonly string[]): Result {
  return path.reduce<Result>((at, name) => (isFields(at) && Object.hasOwn(at, name) ? at[name] : undefined), value)
}

/** A copy with another value at a path; `undefined` removes the field. */
function replaceAt(fields: Fields, [first = '', ...rest]: readonly string[], value: Result): Fields {
  const copy = { ...fields }
  const child = copy[first]
  const made = rest.length === 0 ? value : replaceAt(isFields(child) ? child : {}, rest, value)
  if (made === undefined) delete copy[first]
  else copy[first] = made
  return copy
}
