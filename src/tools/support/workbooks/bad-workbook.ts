import type { WorkbookRefusal } from '../../../cloud/workbook'
import { makeZip, parts, worksheet } from './make-workbook'

/** A file that somebody uploads by mistake or in bad faith, and the answer that it deserves. */
export interface BadWorkbook {
  readonly name: string
  readonly bytes: () => Uint8Array
  readonly answer: WorkbookRefusal
}

export const bad = (
  name: string,
  bytes: () => Uint8Array,
  refused: WorkbookRefusal['refused'],
  cell?: string,
): BadWorkbook => ({
  name,
  bytes,
  answer: cell === undefined ? { refused } : { refused, sheet: '住户', cell },
})
/** Wrong somewhere in the sheet that people see. */
export const badSheet = (
  name: string,
  bytes: () => Uint8Array,
  refused: WorkbookRefusal['refused'] = 'damaged',
): BadWorkbook => ({
  name,
  bytes,
  answer: { refused, sheet: '住户' },
})

export const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))
export const many = (count: number, piece: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => piece(index)).join('')
export const fine = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
export const megabytes = (count: number) => new Uint8Array(count * 1024 * 1024)
export const withEntry = (change: (entry: { name: string; content: string | Uint8Array }) => object) => () =>
  makeZip(
    Object.entries(parts(worksheet(fine))).map(([name, content]) => ({ name, content, ...change({ name, content }) })),
  )
export const inSheetPart = (lie: object) => withEntry(({ name }) => (name.endsWith('sheet1.xml') ? lie : {}))

/** Read without harm: nothing stands in it, or what is wrong is never opened. */
export interface HarmlessWorkbook {
  readonly name: string
  readonly bytes: () => Uint8Array
  /** How many are read. */
  readonly rows: number
}
