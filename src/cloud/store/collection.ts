import * as v from 'valibot'
import type { CollectionSpec, IndexSpec } from './spec'

/** What every document carries beside its own fields. */
export interface Kept {
  readonly _id: string
  /** The number of the shape it was written in. */
  readonly shape: number
  /** Grows by one with each write; `replace` compares it. */
  readonly version: number
}
export type Row<Fields> = Fields & Kept

/** A document as older code wrote it. */
export type OldFields = Record<string, unknown>

/** A collection as data: its fields, its present shape, how older shapes become it, and its indexes. */
export interface Definition<Fields extends object> extends CollectionSpec {
  readonly schema: v.GenericSchema<unknown, Fields> & { readonly entries: v.ObjectEntries }
  readonly shape: number
  /** shape n → the fields of shape n + 1. One entry for each earlier shape. */
  readonly upgrades: Readonly<Record<number, (old: OldFields) => OldFields>>
  /** Fields that only earlier shapes had: a replace takes them out of the document. */
  readonly retired?: readonly string[]
  readonly indexes: readonly IndexSpec[]
}

export const collection = <Fields extends object>(definition: Definition<Fields>): Definition<Fields> => definition

/** Thrown when a document comes from code newer than this: it must not be read as if it were understood. */
export class NewerShape extends Error {
  constructor(name: string, shape: number) {
    super(`a document of ${name} has shape ${shape}, which this release does not know`)
  }
}

/** A document as stored → as today's code knows it; the next write keeps the new shape. */
export function upgrade<Fields extends object>(definition: Definition<Fields>, stored: OldFields): Row<Fields> {
  const { _id, shape: from, version, ...rest } = stored
  const shape = typeof from === 'number' ? from : 1
  if (shape > definition.shape) throw new NewerShape(definition.name, shape)
  let fields: OldFields = rest
  for (let step = shape; step < definition.shape; step++) {
    const next = definition.upgrades[step]
    if (!next) throw new Error(`${definition.name} has no upgrade from shape ${step}`)
    fields = next(fields)
  }
  return { ...fields, _id, shape: definition.shape, version } as Row<Fields>
}

/** Every field that a stored document may have, whichever release wrote it. */
export const fieldsOf = ({ schema, retired = [] }: Definition<object>): readonly string[] => [
  ...Object.keys(schema.entries),
  ...retired,
]

/** A document as the store writes it first; throws if its fields are not of the collection's shape. For seeds. */
export function firstDocument<Fields extends object>(
  definition: Definition<Fields>,
  { _id, ...fields }: object & { readonly _id: string },
): Row<Fields> {
  return { ...v.parse(definition.schema, fields), _id, shape: definition.shape, version: 1 }
}
