import { normalisePhone } from '../people/phone'
import { type Day, dayOf } from '../time/clock'
import type { ColumnOf, DirectoryWords, SheetId } from './layout'
import { longest } from './limits'
import { tidy } from './names'
import type { Problems, Where } from './problems'
import { cellName, type SheetCell } from './sheet'
import { isBlank, type Table, type TableRow } from './tables'
import { withoutUnseen } from './unseen'

/**
 * One row, read cell by cell. Each reader answers null where the cell is blank, and where it is wrong: then it has said
 * so. Whoever needs a value asks `needed` first.
 */
export interface RowReader<Column extends string> {
  readonly where: (column: Column) => Where
  readonly head: (column: Column) => string
  readonly isBlank: (column: Column) => boolean
  /** Whether the sheet has the column at all: where it has not, what stood there before stays. */
  readonly has: (column: Column) => boolean
  /** Words that are no number: a name. */
  readonly name: (column: Column, most?: number) => string | null
  /** Words that may be a whole number: a building, a room, a code. */
  readonly label: (column: Column, most?: number) => string | null
  /** Words with marks or lines between them. */
  readonly list: (column: Column) => string | null
  /** Any words, numbers too. */
  readonly text: (column: Column, most?: number) => string | null
  readonly whole: (column: Column, least: number, most: number) => number | null
  readonly day: (column: Column) => Day | null
  readonly isYes: (column: Column) => boolean
  /** Says what is missing; false where something is. */
  readonly needed: (...columns: readonly Column[]) => boolean
}

const toDay = (year: string, month: string, date: string): Day | null => {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const at = Date.parse(`${day}T00:00:00Z`)
  // The 31st of a month that has none would slip into the next one.
  return Number.isNaN(at) || dayOf(at) !== day ? null : day
}

/** 2026-1-5, 2026/1/5, 2026.1.5, 2026年1月5日 and 20260105. */
export function readDay(typed: string): Day | null {
  const plain = withoutUnseen(typed).normalize('NFKC').replace(/\s+/g, '')
  const found = /^(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(20\d\d)(\d\d)(\d\d)$/.exec(plain)
  return found ? toDay(found[1] ?? '', found[2] ?? '', found[3] ?? '') : null
}

const keepLines = (text: string) => text.split('\n').map(tidy).join('\n')

const wholePattern = /^(-?\d+)(?:\.0+)?[^\d]?$/

/** Readers for one row of a table. */
export function readerOf<Id extends SheetId>(
  table: Table<Id>,
  row: TableRow<ColumnOf<Id>>,
  words: DirectoryWords,
  problems: Problems,
): RowReader<ColumnOf<Id>> {
  type Column = ColumnOf<Id>
  const columnWords: Readonly<Record<string, { readonly head: string }>> = words.sheets[table.id].columns
  const head = (column: Column) => columnWords[column]?.head ?? column
  const where = (column: Column): Where => ({
    sheet: table.name,
    cell: cellName(row.cells[column]?.column ?? table.columns[column] ?? 0, row.number),
  })
  const say: Problems['add'] = problems.add
  const said = new Set<Column>()

  /** What makes a cell unfit, whatever it should hold; null where nothing does. */
  const faultOf = ({ formula, merged, type }: SheetCell) => {
    if (formula) return 'formula'
    if (merged) return 'merged'
    return type === 'error' ? 'error-here' : type === 'long-number' ? 'digits-lost' : null
  }

  /** The cell, unless it is blank or unfit; that is said once. */
  const fit = (column: Column): SheetCell | null => {
    const cell: SheetCell | undefined = row.cells[column]
    if (cell === undefined || (isBlank(cell) && !cell.merged)) return null
    const fault = faultOf(cell)
    if (fault === null) return cell
    const params = { head: head(column), value: `${typeof cell.value === 'object' ? '' : cell.value}` }
    if (!said.has(column)) say(where(column), fault, params)
    said.add(column)
    return null
  }

  const wordsOf = (column: Column, most: number, numbers: 'none' | 'whole' | 'any', neat = tidy): string | null => {
    const cell = fit(column)
    const value = cell?.value ?? null
    if (value === null) return null
    if (typeof value === 'object' || cell?.type === 'time')
      return (say(where(column), 'date-here', { head: head(column) }), null)
    if (typeof value === 'boolean') return (say(where(column), 'logic-here', { head: head(column) }), null)
    const isWrongNumber =
      typeof value === 'number' && (numbers === 'none' || (numbers === 'whole' && !Number.isInteger(value)))
    if (isWrongNumber) return (say(where(column), 'number-here', { head: head(column), value: `${value}` }), null)
    const text = neat(`${value}`)
    if ([...text].length > most) return (say(where(column), 'too-long', { head: head(column), most }), null)
    return text
  }

  return {
    where,
    head,
    isBlank: (column) => isBlank(row.cells[column]),
    has: (column) => table.columns[column] !== undefined,
    name: (column, most = longest.name) => wordsOf(column, most, 'none'),
    label: (column, most = longest.label) => wordsOf(column, most, 'whole'),
    list: (column) => wordsOf(column, longest.list, 'whole', keepLines),
    text: (column, most = longest.description) => wordsOf(column, most, 'any'),
    whole(column, least, most) {
      const value = fit(column)?.value ?? null
      if (value === null) return null
      if (typeof value === 'object') return (say(where(column), 'date-here', { head: head(column) }), null)
      const number = Number(wholePattern.exec(withoutUnseen(`${value}`).normalize('NFKC').trim())?.[1] ?? NaN)
      if (Number.isNaN(number))
        return (say(where(column), 'not-a-number', { head: head(column), value: `${value}` }), null)
      if (number < least || number > most)
        return (say(where(column), 'out-of-range', { head: head(column), least, most }), null)
      return number
    },
    day(column) {
      const value = fit(column)?.value ?? null
      if (value === null) return null
      if (typeof value === 'object') return value.date
      const day = readDay(`${value}`)
      if (day === null) say(where(column), 'date-unclear', { value: `${value}` })
      return day
    },
    isYes(column) {
      const value = fit(column)?.value ?? null
      if (value === null) return false
      if (typeof value === 'boolean') return value
      const text = typeof value === 'object' ? value.date : tidy(`${value}`)
      if (words.yes.includes(text)) return true
      const choices = [...words.yes.slice(0, 1), ...words.no.slice(0, 1)]
      if (!words.no.includes(text))
        say(where(column), 'unknown-choice', { head: head(column), value: text, nearest: null, choices })
      return false
    },
    needed(...columns) {
      const missing = columns.filter((column) => isBlank(row.cells[column]) && !row.cells[column]?.merged)
      for (const column of missing) say(where(column), 'missing', { head: head(column) })
      return columns.every((column) => missing.includes(column) === false && fit(column) !== null)
    },
  }
}

/** The number of a household or a member, as digits; a problem where it is none. */
export function personPhone<Column extends string>(
  row: RowReader<Column>,
  column: Column,
  problems: Problems,
): string | null {
  const typed = row.text(column)
  if (typed === null) return null
  const number = normalisePhone(typed)
  const meant = number === null ? normalisePhone(`0${typed}`) : null
  if (meant !== null) problems.add(row.where(column), 'phone-lost-zero', { value: typed, meant })
  else if (number === null) problems.add(row.where(column), 'phone-unclear', { value: typed })
  return number
}
