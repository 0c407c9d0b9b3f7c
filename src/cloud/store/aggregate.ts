import { upgrade, type Definition, type OldFields, type Row } from './collection'
import type { SdkDatabase } from './sdk'

/** Documents of a collection that are read together with another document: those whose field holds a value. */
export interface Look<Fields extends object> {
  readonly from: Definition<Fields>
  readonly field: (keyof Fields & string) | '_id'
  /** The value; or a field of the document, whose value it is. */
  readonly equals: string | { readonly own: string }
  /** Fields that are heavy and not needed: they do not come along. */
  readonly without?: readonly (keyof Fields & string)[]
}
export type Looks<Found> = { readonly [Name in keyof Found]: Look<Found[Name] & object> }

/** A document, and what was looked up with it. */
export interface Together<Fields, Found> {
  readonly row: Row<Fields>
  readonly found: { readonly [Name in keyof Found]: readonly Row<Found[Name]>[] }
}

/** Where a value stands while it is looked up by. */
const given = (name: string) => `given_${name}`

/**
 * The document with all that is looked up by equality, as the cloud's `lookup` has it; null where there is none. One round
 * trip; a second one where some are of an older shape and were not read whole.
 */
export async function readTogether<Fields extends object, Found>(
  database: SdkDatabase,
  root: Definition<Fields>,
  id: string,
  looks: Looks<Found>,
): Promise<Together<Fields, Found> | null> {
  const lean = await ask(database, root, id, looks, true)
  const isOld = entriesOf(looks).some(
    ([name, { from, without }]) => without && lean?.[name]?.some(({ shape }) => shape !== from.shape),
  )
  const read = isOld ? await ask(database, root, id, looks, false) : lean
  if (!read) return null
  const { row, ...rest } = read
  const found = entriesOf(looks).map(([name, { from }]) => [name, (rest[name] ?? []).map((one) => upgrade(from, one))])
  return {
    row: upgrade(root, row?.[0] ?? {}),
    found: Object.fromEntries(found) as Together<Fields, Found>['found'],
  }
}

const entriesOf = <Found>(looks: Looks<Found>): [string, Look<object>][] =>
  // TypeScript does not know what the values of a mapped type have in common.
  Object.entries(looks as unknown as Readonly<Record<string, Look<object>>>)

/** What came back, by name; `row`: the document itself. */
type Came = Readonly<Record<string, readonly OldFields[]>>

async function ask<Found>(
  database: SdkDatabase,
  root: Definition<object>,
  id: string,
  looks: Looks<Found>,
  isLean: boolean,
): Promise<Came | null> {
  const entries = entriesOf(looks)
  const values = entries.flatMap(([name, { equals }]) => (typeof equals === 'string' ? [[given(name), equals]] : []))
  let pipeline = database.collection(root.name).aggregate().match({ _id: id })
  // A lookup goes by a field of the document, so that a value has to become one first. No id begins with "$".
  if (values.length > 0) pipeline = pipeline.addFields(Object.fromEntries(values) as Record<string, string>)
  for (const [name, { from, field, equals }] of entries)
    pipeline = pipeline.lookup({
      ...{ from: from.name, foreignField: field, as: `found_${name}` },
      localField: typeof equals === 'string' ? given(name) : equals.own,
    })
  const dropped = entries.flatMap(([name, { without = [] }]) =>
    (without as readonly string[]).map((field) => [`found_${name}.${field}`, 0]),
  )
  if (isLean && dropped.length > 0) pipeline = pipeline.project(Object.fromEntries(dropped) as Record<string, 0>)
  const { list } = await pipeline.end()
  const [only] = list
  if (!only) return null
  const names = new Set(entries.flatMap(([name]) => [given(name), `found_${name}`]))
  const row = Object.fromEntries(Object.entries(only).filter(([name]) => !names.has(name)))
  return {
    ...Object.fromEntries(entries.map(([name]) => [name, (only[`found_${name}`] ?? []) as OldFields[]])),
    row: [row],
  }
}
