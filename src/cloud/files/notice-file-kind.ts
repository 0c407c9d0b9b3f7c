import type { noticeFileKinds } from '../../contract'
import { Unreadable } from '../workbook/refusal'
import { Zip } from '../workbook/zip'

export type NoticeFileKind = (typeof noticeFileKinds)[number]

/** What a file is called after: .pdf, .docx, .xlsx. */
export const kindByName = (name: string): NoticeFileKind | null => {
  const ending = /\.([a-z]+)$/i.exec(name.trim())?.[1]?.toLowerCase()
  return ending === 'pdf' || ending === 'docx' || ending === 'xlsx' ? ending : null
}

/** Programs leave out a little before the mark of a PDF file, and put blanks after its end. */
const pdfHead = 1024
const pdfTail = 2048
/** Far beyond what a document of ten megabytes needs. */
const mostParts = 5000

/** The part without which an Office file is none of its kind. */
const mainParts = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml' } as const
/** Programs that run when somebody opens it: no notice needs them. */
const macros = ['word/vbaProject.bin', 'xl/vbaProject.bin', 'xl/macrosheets/sheet1.xml']

/** What a file is by its own bytes, whatever it is called; null: nothing that a notice may carry, or cut off. */
export function kindByBytes(bytes: Uint8Array): NoticeFileKind | null {
  if (isPdf(bytes)) return 'pdf'
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null
  try {
    const zip = new Zip(bytes, mostParts)
    if (!zip.has('[Content_Types].xml') || macros.some((part) => zip.has(part))) return null
    const found = (['docx', 'xlsx'] as const).filter((kind) => zip.find(mainParts[kind]) !== undefined)
    return found.length === 1 ? (found[0] ?? null) : null
  } catch (fault) {
    if (fault instanceof Unreadable) return null
    throw fault
  }
}

function isPdf(bytes: Uint8Array): boolean {
  const text = (part: Uint8Array) => Buffer.from(part).toString('latin1')
  const begins = text(bytes.subarray(0, pdfHead)).includes('%PDF-')
  return begins && text(bytes.subarray(-pdfTail)).includes('%%EOF')
}
