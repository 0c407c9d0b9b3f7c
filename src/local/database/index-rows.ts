import { CloudError } from '../errors'
import { emptyArrayKey, keyOf, nullKey } from './keys'
import { isFields, type Fields, type Value } from './values'

export interface IndexField {
  readonly path: string
  readonly descending: boolean
}

/** Reads "-createdAt" as the field `createdAt`, descending. */
export function parseIndexField(text: string): IndexField {
  return text.startsWith('-') ? { path: text.slice(1), descending: true } : { path: text, descending: false }
}

interface Reached {
  /** Keys of every value the path leads to; a missing value counts as null. */
  readonly keys: Set<string>
  /** The arrays met on the way, by their path. */
  readonly arrays: Set<string>
}

/** The keys a path has in a document: one for a plain value, one for each element of an array. */
export function keysAt(document: Fields, path: string): Reached {
  const reached: Reached = { keys: new Set(), arrays: new Set() }
  walk(document, path.split('.'), 0, reached)
  if (reached.keys.size === 0) reached.keys.add(nullKey)
  return reached
}

/** The rows a document has in an index: every combination of its fields' keys. */
export function indexRows(fields: readonly IndexField[], document: Fields): string[][] {
  let rows: string[][] = [[]]
  let arrays: Set<string> | undefined
  for (const { path } of fields) {
    const reached = keysAt(document, path)
    if (reached.arrays.size > 0) {
      if (arrays && !sameRoot(arrays, reached.arrays)) {
        throw new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] cannot index parallel arrays at "${path}"`)
      }
      arrays = reached.arrays
    }
    rows = rows.flatMap((row) => [...reached.keys].map((key) => [...row, key]))
  }
  return rows
}

/** The positions of an index's fields of which one document has several keys, as bits. */
export function severalAt(fields: readonly IndexField[], document: Fields): number {
  return fields.reduce((bits, { path }, at) => (keysAt(document, path).keys.size > 1 ? bits | (1 << at) : bits), 0)
}

/**
 * Whether two fields of an index lie in the same array. MongoDB pairs them element by element. The rows here cross
 * them, which is enough to find candidates and too much to tell what is unique.
 */
export function areCrossed(fields: readonly IndexField[], document: Fields): boolean {
  return fields.filter(({ path }) => keysAt(document, path).arrays.size > 0).length > 1
}

/** MongoDB indexes two fields inside one array together, but not two arrays. */
function sameRoot(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a][0] === [...b][0]
}

function walk(value: Value | undefined, segments: readonly string[], depth: number, reached: Reached): void {
  const segment = segments[depth]
  if (segment === undefined) return addLeaf(value, segments, reached)
  if (isFields(value)) {
    walk(Object.hasOwn(value, segment) ? value[segment] : undefined, segments, depth + 1, reached)
  } else if (Array.isArray(value)) {
    reached.arrays.add(segments.slice(0, depth).join('.'))
    if (/^\d+$/.test(segment)) walk(value[Number(segment)], segments, depth + 1, reached)
    for (const item of value) if (isFields(item)) walk(item, segments, depth, reached)
    if (value.some((item) => !isFields(item))) reached.keys.add(nullKey)
  } else {
    reached.keys.add(nullKey)
  }
}

function addLeaf(value: Value | undefined, segments: readonly string[], reached: Reached): void {
  if (!Array.isArray(value)) {
    reached.keys.add(keyOf(value ?? null))
    return
  }
  reached.arrays.add(segments.join('.'))
  if (value.length === 0) reached.keys.add(emptyArrayKey)
  for (const item of value) reached.keys.add(keyOf(item))
}
