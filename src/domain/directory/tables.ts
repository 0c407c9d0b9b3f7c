import { type ColumnOf, type DirectoryWords, requiredColumns, type SheetId, sheetIds } from './layout'
import { nearest, plain, tidy } from './names'
import type { Problems } from './problems'
import { cellName, type Sheet, type SheetCell, type SheetRow } from './sheet'
import { isSeen } from './unseen'

/** A row under the heads: its cells by what they are. */
export interface TableRow<Column extends string> {
  readonly number: number
  readonly cells: Readonly<Partial<Record<Column, SheetCell>>>
}

/** One sheet that was understood. */
export interface Table<Id extends SheetId> {
  readonly id: Id
  /** As the file calls it. */
  readonly name: string
  /** Column → its number, 0 is A; only those that are there. */
  readonly columns: Readonly<Partial<Record<ColumnOf<Id>, number>>>
  readonly rows: readonly TableRow<ColumnOf<Id>>[]
}
export type Tables = { readonly [Id in SheetId]?: Table<Id> }

/** Heads are looked for in this many rows; above them may stand a title. */
const headRows = 10

const isEmpty = ({ value, formula }: SheetCell) =>
  !formula && (value === null || (typeof value === 'string' && !isSeen(value)))

/** "4 楼栋" and "楼栋表" are both the sheet 楼栋; a star, a note in brackets and a colon do not change a head. */
const sheetKey = (name: string) =>
  plain(name)
    .replace(/^[\d.、_-]+/, '')
    .replace(/表$/, '')
const headKey = (head: string) =>
  plain(head)
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replace(/[*:：※]/g, '')

function sheetIdOf(name: string, words: DirectoryWords): SheetId | null {
  const key = sheetKey(name)
  return (
    sheetIds.find((id) =>
      [words.sheets[id].name, ...(words.sheets[id].also ?? [])].some((known) => sheetKey(known) === key),
    ) ?? null
  )
}

const textOf = ({ value }: SheetCell) => (typeof value === 'string' ? value : '')

function headsOf(id: SheetId, words: DirectoryWords): ReadonlyMap<string, string> {
  const columns = Object.entries(words.sheets[id].columns)
  return new Map(
    columns.flatMap(([column, { head, also = [] }]) => [head, ...also].map((word) => [headKey(word), column])),
  )
}

/** The last row with the most heads in it: at least two, or the only one that the sheet needs. A title may be one, too. */
function headRowOf(id: SheetId, { rows }: Sheet, words: DirectoryWords): SheetRow | null {
  const heads = headsOf(id, words)
  const scoreOf = ({ cells }: SheetRow) => cells.filter((cell) => heads.has(headKey(textOf(cell)))).length
  const best = rows
    .filter((row) => row.cells.some((cell) => !isEmpty(cell)))
    .slice(0, headRows)
    .map((row) => ({ row, score: scoreOf(row) }))
    .reduce((one, other) => (other.score >= one.score ? other : one), { row: null as SheetRow | null, score: 0 })
  return best.score >= Math.min(2, requiredColumns[id].length) ? best.row : null
}

function columnsOf(
  id: SheetId,
  sheet: string,
  row: SheetRow,
  words: DirectoryWords,
  problems: Problems,
): Readonly<Record<string, number>> {
  const heads = headsOf(id, words)
  const columns: Record<string, number> = {}
  for (const cell of row.cells) {
    const column = heads.get(headKey(textOf(cell)))
    if (column === undefined) continue
    const first = columns[column]
    if (first === undefined) columns[column] = cell.column
    else {
      const where = { sheet, cell: cellName(cell.column, row.number) }
      problems.add(where, 'head-twice', { head: tidyHead(cell), other: cellName(first, row.number) })
    }
  }
  return columns
}

const tidyHead = (cell: SheetCell) => tidy(textOf(cell))

/** Samples and the line of help say so in their first cell. */
function isForPeople({ cells }: SheetRow, words: DirectoryWords): boolean {
  const first = cells.filter((cell) => !isEmpty(cell)).sort((one, other) => one.column - other.column)[0]
  const text = first ? plain(textOf(first)).replace(/^[([【]/, '') : ''
  return [words.sampleMark, words.helpMark].some((mark) => text.startsWith(plain(mark)))
}

function tableOf<Id extends SheetId>(
  id: Id,
  sheet: Sheet,
  words: DirectoryWords,
  problems: Problems,
): Table<Id> | null {
  const columnWords: Readonly<Record<string, { readonly head: string }>> = words.sheets[id].columns
  const head = headRowOf(id, sheet, words)
  const needed = requiredColumns[id].map((column) => ({ column, head: columnWords[column]?.head ?? column }))
  const whole = { sheet: sheet.name, cell: null }
  if (head === null) {
    if (sheet.rows.some(({ cells }) => cells.some((cell) => !isEmpty(cell))))
      problems.add(whole, 'heads-missing', { heads: needed.map(({ head }) => head) })
    return null
  }
  const columns = columnsOf(id, sheet.name, head, words, problems)
  const missing = needed.filter(({ column }) => columns[column] === undefined)
  for (const { head: name } of missing) problems.add(whole, 'head-missing', { head: name })
  if (missing.length > 0) return null
  const byNumber = new Map(Object.entries(columns).map(([column, number]) => [number, column]))
  const rows = sheet.rows
    .filter((row) => row.number > head.number && !isForPeople(row, words))
    .map(({ number, cells }) => ({
      number,
      cells: Object.fromEntries(
        cells.flatMap((cell) => {
          const column = byNumber.get(cell.column)
          return column === undefined ? [] : [[column, cell] as const]
        }),
      ),
    }))
    .filter(({ cells }) => Object.values(cells).some((cell) => cell !== undefined && !isEmpty(cell)))
  // The columns were looked up in this sheet's own words.
  return { id, name: sheet.name, columns, rows: onlyFilled(id, rows) } as unknown as Table<Id>
}

/** The questions of the settings stand there whether or not they are answered. */
function onlyFilled<Row extends { readonly cells: Readonly<Record<string, SheetCell>> }>(
  id: SheetId,
  rows: readonly Row[],
) {
  if (id !== 'settings') return rows
  return rows.filter(({ cells }) => cells['answer'] !== undefined && !isEmpty(cells['answer']))
}

/** The sheets by what they are. Sheets that mean nothing to us are said and left alone. */
export function readTables(sheets: readonly Sheet[], words: DirectoryWords, problems: Problems): Tables {
  const tables: Partial<Record<SheetId, Table<SheetId>>> = {}
  const seen = new Map<SheetId, string>()
  const names = sheetIds.map((id) => words.sheets[id].name)
  for (const sheet of sheets) {
    const id = sheetIdOf(sheet.name, words)
    const where = { sheet: sheet.name, cell: null }
    if (id === null) {
      const isGuide = sheetKey(sheet.name) === sheetKey(words.guide.name)
      const isBlank = sheet.rows.every(({ cells }) => cells.every(isEmpty))
      if (!isGuide && !isBlank) problems.add(where, 'sheet-unknown', { nearest: nearest(sheetKey(sheet.name), names) })
      continue
    }
    const other = seen.get(id)
    seen.set(id, sheet.name)
    if (other !== undefined) problems.add(where, 'sheet-twice', { other })
    else {
      const table = tableOf(id, sheet, words, problems)
      if (table) tables[id] = table
    }
  }
  if (seen.size === 0) problems.add({ sheet: null, cell: null }, 'no-sheets', { names })
  // Each table was put under its own id.
  return tables as Tables
}

export const isBlank = (cell: SheetCell | undefined): boolean => cell === undefined || isEmpty(cell)
