import { crc32, deflateRawSync } from 'node:zlib'

/** What of a zip's entry may be a lie. Everything that is not told is as it should be. */
export interface Entry {
  readonly name: string
  readonly content: string | Uint8Array
  readonly packed?: Uint8Array
  readonly method?: number
  readonly flags?: number
  readonly crc?: number
  readonly size?: number
  readonly packedSize?: number
  /** The name in front of the file itself, which nobody shows. */
  readonly localName?: string
  /** Sizes and place stand in the extra field, as programs that stream do it. */
  readonly isLarge?: boolean
}

/** A zip, byte by byte: so it can be wrong in every way. */
export function makeZip(entries: readonly Entry[]): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content)
    const method = entry.method ?? 8
    const packed = Buffer.from(entry.packed ?? (method === 8 ? deflateRawSync(content) : content))
    const told = {
      method,
      flags: entry.flags ?? 0,
      crc: entry.crc ?? crc32(content),
      packedSize: entry.packedSize ?? packed.length,
      size: entry.size ?? content.length,
    }
    const local = Buffer.concat([localHead(told, Buffer.from(entry.localName ?? entry.name)), packed])
    directory.push(centralHead(told, Buffer.from(entry.name), at, entry.isLarge ?? false))
    files.push(local)
    at += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...files, central, end]))
}

interface Told {
  readonly method: number
  readonly flags: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
}

function common(told: Told, nameLength: number, extraLength: number): Buffer {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(told.flags, 2)
  head.writeUInt16LE(told.method, 4)
  head.writeUInt32LE(told.crc, 10)
  head.writeUInt32LE(told.packedSize, 14)
  head.writeUInt32LE(told.size, 18)
  head.writeUInt16LE(nameLength, 22)
  head.writeUInt16LE(extraLength, 24)
  return head
}

const signature = (number: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}

const localHead = (told: Told, name: Buffer) =>
  Buffer.concat([signature(0x04034b50), common(told, name.length, 0), name])

function centralHead(told: Told, name: Buffer, at: number, isLarge: boolean): Buffer {
  const elsewhere = 0xffffffff
  const extra = Buffer.alloc(isLarge ? 28 : 0)
  if (isLarge) {
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(24, 2)
    extra.writeBigUInt64LE(BigInt(told.size), 4)
    extra.writeBigUInt64LE(BigInt(told.packedSize), 12)
    extra.writeBigUInt64LE(BigInt(at), 20)
  }
  const sizes = isLarge ? { ...told, size: elsewhere, packedSize: elsewhere } : told
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(isLarge ? elsewhere : at, 10)
  return Buffer.concat([
    ...[signature(0x02014b50), Buffer.from([20, 0]), common(sizes, name.length, extra.length)],
    ...[rest, name, extra],
  ])
}

export const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

export const contentTypes = `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`
export const relationships = (targets: Readonly<Record<string, string>>, base = office) =>
  `<Relationships xmlns="${packages}/relationships">${Object.entries(targets)
    .map(([kind, target], index) => {
      const type = kind.replace(/\d+$/, '')
      return `<Relationship Id="rId${index + 1}" Type="${base}/${type}" Target="${target}"/>`
    })
    .join('')}</Relationships>`
export const workbookPart = (sheets: string, properties = '') =>
  `<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets>${sheets}</sheets></workbook>`
export const worksheet = (rows: string, after = '', before = '') =>
  `<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`
export const sharedTexts = (...items: readonly string[]) => `<sst xmlns="${main}">${items.join('')}</sst>`
export const styles = (formats: string, looks: readonly number[]) =>
  `<styleSheet xmlns="${main}"><numFmts>${formats}</numFmts><cellXfs>${looks
    .map((id) => `<xf numFmtId="${id}"/>`)
    .join('')}</cellXfs></styleSheet>`

/** The parts of a workbook with one sheet, 住户; what is given stands in their place, and undefined leaves one out. */
export function parts(
  sheet: string,
  others: Readonly<Record<string, string | Uint8Array | undefined>> = {},
): Record<string, string | Uint8Array> {
  const whole: Record<string, string | Uint8Array | undefined> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relationships({ officeDocument: 'xl/workbook.xml' }),
    'xl/workbook.xml': workbookPart('<sheet name="住户" sheetId="1" r:id="rId1"/>'),
    'xl/_rels/workbook.xml.rels': relationships({
      worksheet: 'worksheets/sheet1.xml',
      styles: 'styles.xml',
      sharedStrings: 'sharedStrings.xml',
    }),
    'xl/styles.xml': styles('', [0]),
    'xl/sharedStrings.xml': sharedTexts('<si><t>甲</t></si>', '<si><t>乙</t></si>'),
    'xl/worksheets/sheet1.xml': sheet,
    ...others,
  }
  return Object.fromEntries(
    Object.entries(whole).flatMap(([name, content]) => (content === undefined ? [] : [[name, content]])),
  )
}

/** A workbook with one sheet, 住户, of these rows. */
export const makeWorkbook = (
  rows: string,
  others: Readonly<Record<string, string | Uint8Array | undefined>> = {},
  after = '',
): Uint8Array => zipOf(parts(worksheet(rows, after), others))

export const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  makeZip(Object.entries(files).map(([name, content]) => ({ name, content })))
