import { type RowReader, readerOf } from './cells'
import { claimIds, type IdKind, type Owned } from './ids'
import type { ColumnOf, Known, SheetId } from './layout'
import { longest } from './limits'
import { nameBook, type NameBook, plain } from './names'
import type { ProblemParams, Problems, Where } from './problems'
import type { Table, Tables } from './tables'

/** What the readers of the sheets share. */
export interface Reading {
  readonly tables: Tables
  readonly known: Known
  readonly problems: Problems
}

/** Readers for all rows of a sheet; null where the sheet is not there, or says nothing: then all stays as it is. */
export function rowsOf<Id extends SheetId>(
  table: Table<Id> | undefined,
  { known, problems }: Reading,
): readonly RowReader<ColumnOf<Id>>[] | null {
  if (table === undefined || table.rows.length === 0) return null
  return table.rows.map((row) => readerOf(table, row, known.words, problems))
}

/** Keeps the first of those that are called the same, and names both cells of the others. */
export function onceOnly<Row extends { readonly key: string; readonly name: string; readonly at: Where }>(
  rows: readonly Row[],
  problems: Problems,
): readonly Row[] {
  const cells = new Map<string, string>()
  return rows.filter(({ key, name, at }) => {
    const other = cells.get(key)
    if (other === undefined) cells.set(key, at.cell ?? '')
    else problems.add(at, 'duplicate', { name, other })
    return other === undefined
  })
}

/** Rows with their ids; of two with the same 编号 the second is said and goes on without it. */
export function identified<Row extends { readonly row: RowReader<'code'>; readonly key: string }>(
  kind: IdKind,
  rows: readonly Row[],
  before: readonly Owned[],
  { known, problems }: Reading,
): readonly (Row & { readonly id: string })[] {
  const cells = new Map<string, string>()
  const claims = rows.map(({ row, key }) => {
    const code = row.label('code', longest.code)
    if (code === null) return { code, key }
    const where = row.where('code')
    const other = cells.get(plain(code))
    if (other === undefined) cells.set(plain(code), where.cell ?? '')
    else problems.add(where, 'duplicate-code', { code, other })
    return { code: other === undefined ? code : null, key }
  })
  const ids = claimIds(known.communityId, kind, claims, before)
  return rows.map((row, at) => ({ ...row, id: ids[at] ?? '' }))
}

interface NamedThing {
  readonly id: string
  readonly name: string
}

/** What is there already, by name. */
export const ownedByName = (things: readonly NamedThing[]): readonly Owned[] =>
  things.map(({ id, name }) => ({ id, key: plain(name) }))

/** How a thing is called: exactly, and as people also say it. */
export interface LooseKeys {
  readonly key: string
  readonly loose: string
}

/**
 * What is there already, under the key of the row that means it: 1栋 in the sheet is the 1号楼 that is there, unless another
 * row or another thing may be meant too. Its door codes, homes and rooms hang on its id.
 */
export function ownedLoosely(
  claims: readonly LooseKeys[],
  before: readonly (LooseKeys & { readonly id: string })[],
): readonly Owned[] {
  const said = new Set(claims.map(({ key }) => key))
  const kept = new Set(before.map(({ key }) => key))
  const only = (loose: string, all: readonly LooseKeys[]) => {
    const same = all.filter((one) => one.loose === loose)
    return same.length === 1 ? same[0] : undefined
  }
  const unsaid = before.filter(({ key }) => !said.has(key))
  const free = claims.filter(({ key }) => !kept.has(key))
  return before.map((one) => {
    const { id, key, loose } = one
    const meant = said.has(key) || only(loose, unsaid) === undefined ? undefined : only(loose, free)
    return { id, key: meant?.key ?? key }
  })
}

export const bookOf = (things: readonly NamedThing[], loose?: (name: string) => string): NameBook<string> =>
  nameBook(
    things.map(({ id, name }) => ({ name, thing: id })),
    loose,
  )

/** The id that a cell names; a problem with the nearest name where it names none. */
export function idNamed<Column extends string>(
  row: RowReader<Column>,
  column: Column,
  book: NameBook<string>,
  kind: ProblemParams['unknown-name']['kind'],
  problems: Problems,
): string | null {
  const typed = row.label(column, longest.name)
  if (typed === null) return null
  const found = book.find(typed)
  if (found === 'ambiguous') problems.add(row.where(column), 'ambiguous-name', { name: typed })
  else if (found === null)
    problems.add(row.where(column), 'unknown-name', () => ({ kind, name: typed, nearest: book.nearest(typed) }))
  return found === 'ambiguous' ? null : found
}

/** The id of the choice that a cell or a piece of it names; a problem with the nearest and the others where none. */
export function choiceNamed<Column extends string>(
  row: RowReader<Column>,
  column: Column,
  value: string,
  book: NameBook<string>,
  problems: Problems,
): string | null {
  const found = book.find(value)
  if (found !== null && found !== 'ambiguous') return found
  const choices = book.names.slice(0, mostChoicesSaid)
  problems.add(row.where(column), 'unknown-choice', () => ({
    head: row.head(column),
    value,
    nearest: book.nearest(value),
    choices,
  }))
  return null
}

/** A sentence that lists more is not read. */
const mostChoicesSaid = 10
