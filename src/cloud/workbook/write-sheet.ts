import type { CellValue, RowKind, WrittenSheet } from '../../domain/directory/sheet'
import { columnName } from '../sheet/grid'
import { rowHeight } from '../sheet/layout'
import { cellText, looksLikeFormula, type SharedTexts } from '../sheet/words'
import { serialOf } from './dates'
import { choicesXml } from './write-choices'
import { lookOf, type LookName } from './write-styles'

type WrittenRow = WrittenSheet['rows'][number]

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const narrowest = 4
/** No spreadsheet knows a wider column. */
const widest = 255

/** The sheet's part. The order inside it is the format's. */
export function sheetXml(sheet: WrittenSheet, texts: SharedTexts, isFirst: boolean): string {
  const top = topRows(sheet.rows)
  return [
    `<worksheet xmlns="${main}">`,
    `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">${pane(top)}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="18"/>',
    columnsXml(sheet),
    `<sheetData>${sheet.rows.map((row, index) => rowXml(row, index + 1, sheet.widths, texts)).join('')}</sheetData>`,
    choicesXml(sheet.choices ?? [], top + 1),
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    '</worksheet>',
  ].join('')
}

/** How many rows stay on the screen: the head and its help, with whatever stands above them. */
function topRows(rows: readonly WrittenRow[]): number {
  return rows.reduce((top, { kind }, index) => (kind === 'head' || kind === 'help' ? index + 1 : top), 0)
}

const pane = (top: number) =>
  top > 0 ? `<pane ySplit="${top}" topLeftCell="A${top + 1}" activePane="bottomLeft" state="frozen"/>` : ''

/**
 * Each column's own look is a text, for the rows that people will fill: room 3-2 does not become the 2nd of March, a
 * phone keeps its first 0.
 */
function columnsXml({ widths }: WrittenSheet): string {
  const columns = widths.map((width, index) => {
    const place = `min="${index + 1}" max="${index + 1}"`
    return `<col ${place} width="${Math.min(widest, Math.max(narrowest, width))}" style="${lookOf('text')}" customWidth="1"/>`
  })
  return columns.length ? `<cols>${columns.join('')}</cols>` : ''
}

/** Rows with long words are as high as these need; the others as a spreadsheet likes. */
function heightOf({ kind, cells }: WrittenRow, widths: readonly number[]): string {
  if (kind === 'data' || kind === 'sample') return ''
  const height = rowHeight(
    cells.map((value) => (typeof value === 'string' ? value : '')),
    widths,
  )
  return ` ht="${height}" customHeight="1"`
}

function rowXml(row: WrittenRow, number: number, widths: readonly number[], texts: SharedTexts): string {
  const cells = row.cells.map((value, index) => cellXml(value, `${columnName(index)}${number}`, row.kind, texts))
  return `<row r="${number}"${heightOf(row, widths)}>${cells.join('')}</row>`
}

function cellXml(value: CellValue, place: string, kind: RowKind, texts: SharedTexts): string {
  if (value === null) return ''
  if (typeof value === 'string') return textXml(value, place, kind, texts)
  if (typeof value === 'boolean') return `<c r="${place}" s="${lookOf('plain')}" t="b"><v>${value ? 1 : 0}</v></c>`
  if (typeof value === 'number') return numberXml(value, place, kind, texts)
  const serial = serialOf(value.date)
  // What no spreadsheet has a number for stays readable.
  if (serial === undefined) return textXml(value.date, place, kind, texts)
  return `<c r="${place}" s="${lookOf('day')}"><v>${serial}</v></c>`
}

/** Below a head as whole digits (never 1.39E+10); one that a spreadsheet cannot keep exactly goes as a text. */
function numberXml(value: number, place: string, kind: RowKind, texts: SharedTexts): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return textXml(String(value), place, kind, texts)
  return `<c r="${place}" s="${lookOf(Number.isInteger(value) ? 'whole' : 'plain')}"><v>${value}</v></c>`
}

const lookOfText: Readonly<Record<RowKind, LookName>> = {
  words: 'words',
  head: 'head',
  help: 'help',
  sample: 'sample',
  data: 'text',
}

function textXml(raw: string, place: string, kind: RowKind, texts: SharedTexts): string {
  const text = cellText(raw)
  if (text === '') return ''
  const look = lookOfText[kind]
  const isQuoted = looksLikeFormula(text) && (look === 'words' || look === 'text')
  return `<c r="${place}" s="${lookOf(isQuoted ? `${look}Quoted` : look)}" t="s"><v>${texts.rankOf(text)}</v></c>`
}
