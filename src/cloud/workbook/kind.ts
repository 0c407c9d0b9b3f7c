import type { RefusalCode } from './types'

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, index) => bytes[index] === byte)

const zip = [0x50, 0x4b, 0x03, 0x04]
/** A zip without a file in it. */
const emptyZip = [0x50, 0x4b, 0x05, 0x06]
/** The container of Office before 2007, and of everything with a password since. */
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Says by its first bytes why a file is no .xlsx; nothing where it may be one. */
export function otherKind(bytes: Uint8Array): RefusalCode | undefined {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, zip)) return undefined
  if (startsWith(bytes, emptyZip)) return 'not-excel'
  if (startsWith(bytes, compound)) return compoundKind(bytes)
  return textKind(bytes)
}

/** The names in a compound file's own directory tell what lies in it; each is UTF-16 at a multiple of 128 bytes. */
function compoundKind(bytes: Uint8Array): RefusalCode {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const holds = (name: string) => {
    const wanted = Buffer.from(`${name}\0`, 'utf16le')
    let at = file.indexOf(wanted)
    while (at >= 0 && at % 128 !== 0) at = file.indexOf(wanted, at + 1)
    return at >= 0
  }
  if (holds('EncryptedPackage')) return 'encrypted'
  return ['Workbook', 'WORKBOOK', 'Book', 'BOOK'].some(holds) ? 'old-excel' : 'not-excel'
}

const looked = 4096

/** As text in one of the encodings that Chinese spreadsheets save text in; nothing where it is none. */
function asText(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, looked)
  if (startsWith(start, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(start)
  // Between the printable ones there are no others in a text; a picture or a PDF's streams have many.
  if (start.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) return undefined
  return new TextDecoder('utf-8').decode(start)
}

/** Old exports call a web page or an XML of 2003 ".xls", and Excel opens them. */
const tableInText = /<table[\s>]|progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet/i

function textKind(bytes: Uint8Array): RefusalCode {
  const text = asText(bytes)
  if (text === undefined || /^\s*(%PDF|[{[])/.test(text)) return 'not-excel'
  if (/^\ufeff?\s*</.test(text)) return tableInText.test(text) ? 'old-excel' : 'not-excel'
  const [first = ''] = text.split(/\r?\n/)
  return /[,\t;，]/.test(first) ? 'csv' : 'not-excel'
}
