import { notSupported } from '../../errors'
import { rejected } from '../rejected'
import { isFields, isRegExp, type Document, type Fields, type Value } from '../values'
import { parsePath, valueAt } from './values'

/** Reads the documents of another collection that a query finds. */
export type Read = (collection: string, query: Fields) => Document[]

/**
 * `$lookup` by equality: the documents of another collection whose `foreignField` holds what `localField` holds, or
 * one of its elements. Missing equals null. Each document asks once, through an index, as a `where()` would.
 */
export function compileLookup(specification: Value, read: Read): (document: Fields) => Fields {
  const fields = isFields(specification) ? specification : {}
  if ('pipeline' in fields || 'let' in fields) throw notSupported('$lookup with a pipeline')
  const wanted = ['from', 'localField', 'foreignField', 'as'] as const
  const [from = '', localField = '', foreignField = '', as = ''] = wanted.map((name) => {
    const value = fields[name]
    if (typeof value !== 'string' || value === '') throw rejected(`$lookup needs "${name}"`)
    return value
  })
  if (Object.keys(fields).length > wanted.length) throw rejected('$lookup has an unknown argument')
  const [local, target] = [parsePath(localField), parsePath(as)]
  parsePath(foreignField)
  // A name with a dot would have to make its parents; nobody needs it.
  if (target.length > 1) throw notSupported('a path as the "as" of $lookup')
  return (document) => ({ ...document, [as]: read(from, queryFor(foreignField, valueAt(document, local) ?? null)) })
}

function queryFor(foreignField: string, value: Value): Fields {
  const items = Array.isArray(value) ? value : [value]
  if (items.some((item) => isRegExp(item) || Array.isArray(item))) {
    throw notSupported('$lookup by a regular expression or by a list of lists')
  }
  return { [foreignField]: Array.isArray(value) ? { $in: value } : { $eq: value } }
}
