/** Why a file cannot be read as a workbook at all. */
export type RefusalCode =
  /** No byte in it. */
  | 'empty'
  /** A picture, a PDF, a letter, a zip of other things. */
  | 'not-excel'
  /** A spreadsheet, but in another format (.xls, .xlsb, .ods, a web page with a table): to be saved as .xlsx. */
  | 'old-excel'
  /** Text with commas or tabs, whatever the file's name says: to be saved as .xlsx. */
  | 'csv'
  /** With a password. */
  | 'encrypted'
  /** More bytes, zipped or unzipped, more texts or more cells than `Bounds` allows. */
  | 'too-large'
  | 'too-many-sheets'
  | 'too-many-rows'
  /** A value stands too far to the right; the cell is named. */
  | 'too-many-columns'
  /** Unpacks to far more than its size, or into far too many files. */
  | 'zip-bomb'
  /** Broken off, changed or made by a faulty program; where it is known, the cell is named. */
  | 'damaged'
  | 'no-sheets'

export interface WorkbookRefusal {
  readonly refused: RefusalCode
  /** Where, if that is known: the sheet's name and the cell in A1 style. */
  readonly sheet?: string
  readonly cell?: string
}

/** The most that is read. What a file says about its own sizes is believed nowhere. */
export interface Bounds {
  /** Of the file as it comes. */
  readonly bytes: number
  /** Of everything that is read of it, unzipped. */
  readonly unzipped: number
  /** So many times its zipped size a part may have, once it is larger than `freeOfRatio`. */
  readonly ratio: number
  readonly freeOfRatio: number
  /** Files inside the zip. */
  readonly entries: number
  readonly sheets: number
  /** Rows with something in them, of all sheets together. */
  readonly rows: number
  /** Columns that may hold something. */
  readonly columns: number
  /** Cells with something in them, of all sheets together. */
  readonly cells: number
  /** Different texts of the workbook, and the characters of all of them together. */
  readonly texts: number
  readonly characters: number
  /** Merged ranges of one sheet. */
  readonly merged: number
}

const megabyte = 1024 * 1024

export const workbookBounds: Bounds = {
  bytes: 5 * megabyte,
  unzipped: 50 * megabyte,
  ratio: 100,
  freeOfRatio: megabyte,
  entries: 2000,
  sheets: 20,
  rows: 20_000,
  columns: 40,
  cells: 200_000,
  texts: 200_000,
  characters: 6_000_000,
  merged: 10_000,
}

/** A day, and the time of day if the cell has one. */
export interface CellDate {
  /** YYYY-MM-DD */
  readonly date: string
  /** HH:MM */
  readonly time?: string
}

export type CellValue = string | number | boolean | CellDate | null

/**
 * What a cell holds. long-number: a whole number of more than 15 digits, of which Excel has lost the last ones; time: a
 * time of day without a day, as `HH:MM`; error: `#N/A` and the like, or a date that does not exist, as it stands in the
 * file; empty: nothing, but under a merge or with a formula.
 */
export type CellType = 'text' | 'number' | 'long-number' | 'boolean' | 'date' | 'time' | 'error' | 'empty'

export interface SheetCell {
  /** 1 is A. */
  readonly column: number
  /** A number's digits are all there up to 15 of them: a phone typed as a number is `String(value)`. */
  readonly value: CellValue
  readonly type: CellType
  /** The value was reckoned, not typed. */
  readonly formula: boolean
  /** Belongs to several cells that were made one. Only the first of them has a value. */
  readonly merged: boolean
}

export interface SheetRow {
  /** As the spreadsheet shows it: 1 is the first. */
  readonly number: number
  /** Cells with something in them, from left to right. */
  readonly cells: readonly SheetCell[]
  /** Not to be seen on the screen, as after filtering. It is read all the same. */
  readonly hidden: boolean
}

export interface WorkbookSheet {
  readonly name: string
  /** Rows with something in them, from the top down. */
  readonly rows: readonly SheetRow[]
  readonly hidden: boolean
  /** The merged ranges that touch these rows, such as `A3:A8`. */
  readonly merged: readonly string[]
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[]
}
