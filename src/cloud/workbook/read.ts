import { readBook, type NamedSheet } from './book'
import { Budget } from './budget'
import type { CellWords } from './cell'
import { readMeanings } from './formats'
import { otherKind } from './kind'
import { MergedRanges } from './merges'
import { OfficePackage } from './package'
import { damaged, Unreadable } from './refusal'
import { RowReader } from './rows'
import { readTexts } from './texts'
import { workbookBounds, type Bounds, type Workbook, type WorkbookRefusal, type WorkbookSheet } from './types'

/**
 * An .xlsx or .xlsm file (ECMA-376, also strict) as rows of values; macros, pictures and links in it are never opened.
 * Formulas and merged cells are marked, not resolved. Any bytes may come in: what is no such file, or more than the
 * bounds, is refused.
 */
export function readWorkbook(bytes: Uint8Array, bounds: Bounds = workbookBounds): Workbook | WorkbookRefusal {
  if (bytes.length > bounds.bytes) return { refused: 'too-large' }
  const other = otherKind(bytes)
  if (other) return { refused: other }
  try {
    return read(bytes, new Budget(bounds))
  } catch (fault) {
    if (fault instanceof Unreadable) return fault.refusal()
    throw fault
  }
}

function read(bytes: Uint8Array, budget: Budget): Workbook {
  const office = new OfficePackage(bytes, budget)
  const book = readBook(office, office.main(), budget)
  const words: CellWords = {
    isFrom1904: book.isFrom1904,
    meanings: book.styles === undefined ? [] : readMeanings(office, book.styles),
    texts: book.texts === undefined ? undefined : readTexts(office, book.texts, budget),
  }
  return { sheets: book.sheets.map((sheet) => inSheet(sheet, () => readSheet(office, sheet, words, budget))) }
}

function inSheet<Result>({ name }: NamedSheet, work: () => Result): Result {
  try {
    return work()
  } catch (fault) {
    throw fault instanceof Unreadable ? fault.within(name) : fault
  }
}

function readSheet(office: OfficePackage, sheet: NamedSheet, words: CellWords, budget: Budget): WorkbookSheet {
  const reader = new RowReader(words, budget)
  const merges = new MergedRanges(budget)
  let section = ''
  office.read(sheet.part, {
    open: (name, attributes, depth) => {
      if (depth === 0 && name !== 'worksheet') throw damaged()
      if (depth === 1) section = name
      if (section === 'sheetData') reader.open(name, attributes, depth)
      if (section === 'mergeCells' && depth === 2 && name === 'mergeCell') merges.add(attributes)
    },
    text: (piece, depth) => {
      if (section === 'sheetData') reader.text(piece, depth)
    },
    close: (name, depth) => {
      if (section === 'sheetData') reader.close(name, depth)
    },
  })
  const merged = merges.mark(reader.rows)
  return { name: sheet.name, rows: reader.rows, hidden: sheet.hidden, merged }
}
