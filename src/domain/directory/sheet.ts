import type { Day } from '../time/clock'

/** A date cell, as a calendar day. */
export interface DateValue {
  readonly date: Day
}
export type CellValue = string | number | boolean | DateValue | null

/** One cell as the reader of workbooks gives it. */
export interface SheetCell {
  /** 0 is column A. */
  readonly column: number
  readonly value: CellValue
  /**
   * What the value is beyond its own type, where the reader knows: a `long-number` lost its last digits, a `time` is a
   * time of day that Excel made, an `error` is #N/A and the like.
   */
  readonly type?: string
  /** It is worked out from others: `value` is only what was shown last. */
  readonly formula: boolean
  /** It is part of a merged area. */
  readonly merged: boolean
}

export interface SheetRow {
  /** As Excel counts: 1 is the first. */
  readonly number: number
  readonly cells: readonly SheetCell[]
}

/** One sheet as the reader of workbooks gives it; empty rows and cells may be left out. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly SheetRow[]
}

/** What a row is there for, so that the writer can dress it. */
export type RowKind = 'words' | 'head' | 'help' | 'sample' | 'data'

/** What a column offers below its head when somebody clicks into a cell. */
export interface Choices {
  /** 1 is A, as people count. */
  readonly column: number
  /** Of one row alone. */
  readonly row?: number
  /** Words to choose from, together at most 255 characters and none with a comma; or a column of another sheet. */
  readonly from: readonly string[] | { readonly sheet: string; readonly column: number; readonly firstRow: number }
  /** Anything else is refused by the spreadsheet. Without it the words are an offer, as where several may stand. */
  readonly isOnly?: boolean
}

/** One sheet to be written. */
export interface WrittenSheet {
  readonly name: string
  /** One for each column, in characters of Latin width. */
  readonly widths: readonly number[]
  readonly rows: readonly { readonly kind: RowKind; readonly cells: readonly CellValue[] }[]
  readonly choices?: readonly Choices[]
}

/** 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last
}

export const cellName = (column: number, row: number): string => `${columnLetters(column)}${row}`
