import { JSDOM } from 'jsdom'
import { inflateRawSync } from 'node:zlib'

/** A workbook as another program reads it: unzipped by zlib, parsed by a strict XML parser. */
export interface ReadWorkbook {
  /** The names of the zip's entries, in their order. */
  readonly parts: readonly string[]
  /** A part as a document; throws where it is no XML. */
  part(name: string): Document
  readonly sheet: Document
  /** The rows from the top, each with the text of each cell, or the number as it stands there. */
  readonly rows: readonly (readonly string[])[]
  readonly cells: ReadonlyMap<string, Element>
  /** How a cell looks: its `xf` in `xl/styles.xml`. */
  formatOf(cell: string): Element
}

export function readWorkbook(bytes: Uint8Array): ReadWorkbook {
  const files = unzip(Buffer.from(bytes))
  const part = (name: string) => parse(files.get(name)?.toString('utf8') ?? '')
  const texts = children(part('xl/sharedStrings.xml').documentElement, 'si').map(textOfItem)
  const textOf = (cell: Element) => {
    const value = children(cell, 'v')[0]?.textContent ?? ''
    return cell.getAttribute('t') === 's' ? (texts[Number(value)] ?? `no text ${value}`) : value
  }
  const sheet = part('xl/worksheets/sheet1.xml')
  const rows = children(all(sheet, 'sheetData')[0]!, 'row').map((row) => children(row, 'c'))
  const cells = new Map(rows.flat().map((cell) => [cell.getAttribute('r') ?? '', cell]))
  const formats = [...(all(part('xl/styles.xml'), 'cellXfs')[0]?.children ?? [])]
  return {
    parts: [...files.keys()],
    part,
    sheet,
    rows: rows.map((row) => row.map(textOf)),
    cells,
    formatOf: (cell) => formats[Number(cells.get(cell)?.getAttribute('s'))]!,
  }
}

/** The elements of a name, wherever they stand. */
export const all = (within: Document | Element, name: string): Element[] => [
  ...within.getElementsByTagNameNS('http://schemas.openxmlformats.org/spreadsheetml/2006/main', name),
]

/** Without looking further down, which takes long in a large sheet. */
const children = (within: Element, name: string) => [...within.children].filter(({ localName }) => localName === name)

const parse = (xml: string) => new JSDOM(xml, { contentType: 'application/xml' }).window.document

/** Spaces at the ends count only where the file says so. */
function textOfItem(item: Element): string {
  const text = children(item, 't')[0]
  const content = unescaped(text?.textContent ?? '')
  return text?.getAttribute('xml:space') === 'preserve' ? content : content.trim()
}

/** As a spreadsheet reads a text: `_x000D_` is the character of this number. */
const unescaped = (text: string) =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)))

/** By the directory at the file's end, which is what a spreadsheet goes by. */
function unzip(file: Buffer): Map<string, Buffer> {
  const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  const files = new Map<string, Buffer>()
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset))
    const name = file.toString('utf8', at + 46, at + 46 + nameLength!)
    const entry = file.readUInt32LE(at + 42)
    const start = entry + 30 + file.readUInt16LE(entry + 26) + file.readUInt16LE(entry + 28)
    const packed = file.subarray(start, start + file.readUInt32LE(at + 20))
    const content = file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)
    if (content.length !== file.readUInt32LE(at + 24)) throw new Error(`${name} has another length`)
    files.set(name, content)
    at += 46 + nameLength! + extra! + comment!
  }
  return files
}
