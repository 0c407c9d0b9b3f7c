import { isJpeg, printedJpeg } from './jpeg'
import { decimal, reference, type ObjectId, type PdfFile } from './pdf'
import { isPng, printedPng } from './png'

/** A QR code of our own: the squares inside its white edge. */
export interface CodeSquares {
  /** How many squares a side has. */
  readonly side: number
  readonly isDark: (row: number, column: number) => boolean
}

/** The bytes of a PNG or JPEG, as `wxacode.getUnlimited` answers them, or the squares of a code of our own. */
export type CodeImage = Uint8Array | CodeSquares

/** Where a code goes: a square from (left, bottom), in points. */
interface Place {
  readonly left: number
  readonly bottom: number
  readonly side: number
}

/** What draws a code on a page, and the picture that it names, if any. */
interface DrawnCode {
  readonly operators: string
  /** For the page's dictionary of objects. */
  readonly pictures: string
}

/** Readers of codes need so many squares of white on each side. */
const edge = 4

export function drawCode(file: PdfFile, image: CodeImage, place: Place): DrawnCode {
  return 'isDark' in image
    ? { operators: drawSquares(image, place), pictures: '' }
    : { operators: showPicture(place), pictures: `/Code ${reference(addPicture(file, image))}` }
}

/** Printed as lines, a code has sharp edges at any size. */
function drawSquares({ side, isDark }: CodeSquares, place: Place): string {
  const square = place.side / (side + 2 * edge)
  const bars: string[] = []
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      if (!isDark(row, column) || (column > 0 && isDark(row, column - 1))) continue
      let end = column + 1
      while (end < side && isDark(row, end)) end++
      const left = place.left + (edge + column) * square
      const bottom = place.bottom + (edge + side - 1 - row) * square
      // A little into the next row: screens show a light line between two bars that only touch.
      const size = [(end - column) * square, square * 1.03]
      bars.push(`${[left, bottom, ...size].map(decimal).join(' ')} re\n`)
    }
  }
  return `0 g\n${bars.join('')}f\n`
}

/** As wide and as high as the place, whatever it measures: codes are square. */
const showPicture = ({ left, bottom, side }: Place) =>
  `q ${[side, 0, 0, side, left, bottom].map(decimal).join(' ')} cm /Code Do Q\n`

function addPicture(file: PdfFile, image: Uint8Array): ObjectId {
  const { width, height, entries, bytes } = printed(Buffer.from(image.buffer, image.byteOffset, image.byteLength))
  return file.add(`<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}${entries}>>`, bytes)
}

function printed(bytes: Buffer) {
  if (isPng(bytes)) return printedPng(bytes)
  if (isJpeg(bytes)) return printedJpeg(bytes)
  throw new Error('the picture of a code is neither PNG nor JPEG')
}
