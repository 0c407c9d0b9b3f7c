import { deflateSync } from 'node:zlib'

/** The number of an object in a file. */
export type ObjectId = number

export const reference = (id: ObjectId): string => `${id} 0 R`

/** A number as PDF writes it; thousandths of a point are finer than any printer. */
export const decimal = (value: number): string => String(Number(value.toFixed(3)))

/** A text in a dictionary, such as a title: UTF-16 with its mark. */
export function textString(text: string): string {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  return `<${bytes.toString('hex')}>`
}

/**
 * Writes a PDF 1.7 file (ISO 32000-1) object by object. What it is given it keeps as it is: a picture is copied once, at
 * the end. The same objects give the same bytes.
 */
export class PdfFile {
  private readonly objects: (readonly Uint8Array[])[] = []

  /** The number of an object that others name before it is known. */
  reserve(): ObjectId {
    this.objects.push([])
    return this.objects.length
  }

  /** `dictionary` with its brackets; a stream's entry for the length is added. */
  add(dictionary: string, stream?: Uint8Array): ObjectId {
    const id = this.reserve()
    this.fill(id, dictionary, stream)
    return id
  }

  fill(id: ObjectId, dictionary: string, stream?: Uint8Array): void {
    const head = stream ? dictionary.replace(/>>$/, `/Length ${stream.length}>>\nstream\n`) : dictionary
    const body = stream ? [stream, ascii('\nendstream')] : []
    this.objects[id - 1] = [ascii(`${id} 0 obj\n${head}`), ...body, ascii('\nendobj\n')]
  }

  /** Operators of a page or a letter. */
  addDrawing(operators: string, dictionary = '<<>>'): ObjectId {
    return this.add(dictionary.replace(/>>$/, '/Filter/FlateDecode>>'), deflateSync(ascii(operators)))
  }

  finish(root: ObjectId, info: ObjectId): Uint8Array {
    // The second line says to programs that copy files: this is not text.
    const parts: Uint8Array[] = [ascii('%PDF-1.7\n'), Uint8Array.of(0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a)]
    let length = parts.reduce((sum, part) => sum + part.length, 0)
    const places = this.objects.map((object) => {
      const place = length
      parts.push(...object)
      length += object.reduce((sum, part) => sum + part.length, 0)
      return `${String(place).padStart(10, '0')} 00000 n \n`
    })
    const size = this.objects.length + 1
    parts.push(
      ascii(`xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`),
      ascii(`trailer\n<</Size ${size}/Root ${reference(root)}/Info ${reference(info)}>>\n`),
      ascii(`startxref\n${length}\n%%EOF\n`),
    )
    return Buffer.concat(parts)
  }
}

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1')
