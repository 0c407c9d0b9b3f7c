import { strToU8, zipSync } from 'fflate'
import { sheetWords as words } from '../../text/sheet'
import { columnName, Grid } from './grid'
import { columnWidths, rankWidth, rowHeight } from './layout'
import { sheetXml } from './page'
import { contentTypesXml, rootRelationshipsXml, workbookRelationshipsXml, workbookXml } from './parts'
import { stylesXml } from './styles'
import { SharedTexts } from './words'

/** A register of one day, in words that are ready to be read. */
export interface DaySheet {
  /** Large at the top: whose register. */
  readonly title: string
  /** Below it: which day, which grid. */
  readonly subtitle: string
  /** The heads of the columns; the rank (序号) comes before them by itself. */
  readonly columns: readonly string[]
  /** A text for each column; what is missing is an empty cell, what is too much is left out. */
  readonly rows: readonly (readonly string[])[]
  /** Below the table: who signs. */
  readonly foot: string
  /** How wide each column is beside the others; without it, as its texts need. They fill the page. */
  readonly widths?: readonly number[]
}

const headRow = 3
/** Of every file, so that the same register gives the same bytes. By its parts: a zip knows no time zones. */
const zipDate = new Date(2000, 0, 1)
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/**
 * The register as an .xlsx file (ECMA-376), to be printed on A4 across like the paper one on the wall. Every cell but
 * the rank is a text; nothing that somebody wrote becomes a formula. The same register gives the same bytes.
 */
export async function dayWorkbook(sheet: DaySheet): Promise<Uint8Array> {
  const texts = new SharedTexts()
  const rows = sheet.rows.map((row) => sheet.columns.map((_, column) => row[column] ?? ''))
  const widths = columnWidths(sheet.columns, rows, sheet.widths)
  const grid = new Grid(sheet.columns.length + 1, texts)
  fill(grid, { ...sheet, rows }, widths)
  const lastColumn = columnName(sheet.columns.length)
  return packed({
    '[Content_Types].xml': contentTypesXml,
    '_rels/.rels': rootRelationshipsXml,
    'xl/workbook.xml': workbookXml(words.name, headRow, `$${lastColumn}$${grid.height}`),
    'xl/_rels/workbook.xml.rels': workbookRelationshipsXml,
    'xl/worksheets/sheet1.xml': sheetXml({
      headRow,
      lastCell: `${lastColumn}${grid.height}`,
      widths: [rankWidth, ...widths],
      rows: grid.rowsXml(),
      merged: grid.mergedXml(),
      foot: words.pages('&P', '&N'),
    }),
    'xl/styles.xml': stylesXml(),
    'xl/sharedStrings.xml': texts.xml(),
  })
}

function fill(grid: Grid, { title, subtitle, columns, rows, foot }: DaySheet, widths: readonly number[]): void {
  grid.banner(title, 'title', 36)
  grid.banner(subtitle, 'subtitle', 24)
  grid.head([words.rank, ...columns], rowHeight(columns, widths))
  rows.forEach((row, index) => grid.entry(index + 1, row, rowHeight(row, widths)))
  if (!rows.length) grid.banner(words.empty, 'middle', 48)
  // Room to sign by hand.
  grid.banner(foot, 'foot', 48)
}

function packed(files: Readonly<Record<string, string>>): Uint8Array {
  const parts = Object.entries(files).map(([name, xml]) => [name, strToU8(declaration + xml)] as const)
  return zipSync(Object.fromEntries(parts), { level: 6, mtime: zipDate })
}
