import { posterWords as words } from '../../text/poster'
import { fit, lineHeight, type Fitted, type Room } from './fit'
import { decimal } from './pdf'
import type { Type } from './type'

/** A4, in points. */
export const paper = { width: 595.276, height: 841.89 }
const millimetre = 72 / 25.4

/** So much at each edge no printer in an office leaves white by itself. */
const margin = 14 * millimetre
const inner = paper.width - 2 * margin
const centre = paper.width / 2

/**
 * The code with its white edge. The smallest codes of links have 25 squares, and the edge another 8: without it, they
 * are still 110 mm wide.
 */
const codeSide = 146 * millimetre
export const codePlace = { left: centre - codeSide / 2, bottom: 51 * millimetre, side: codeSide }

/** As in `app.scss`: they stay apart where a printer has black only. */
const lake = '0.059 0.357 0.4 rg\n'
const ink = '0.133 0.149 0.169 rg\n'
const softInk = '0.353 0.38 0.412 rg\n'
const white = '1 g\n'
const line = '0.059 0.357 0.4 RG 1.5 w\n'

const band = { height: 23 * millimetre, top: paper.height - margin }
/** Between the band and the code. */
const names = { top: band.top - band.height, bottom: codePlace.bottom + codeSide }
const estateRoom: Room = { width: inner, height: 32, largest: 24, comfortable: 18 }
const placeRoom: Room = { width: inner, height: 116, largest: 92, comfortable: 72 }

export interface PosterText {
  readonly estate: string
  /** From large to small: the building and its unit. */
  readonly place: readonly string[]
  readonly codeText: string
}

/** Operators of a page but for its code. */
export function drawPage(type: Type, { estate, place, codeText }: PosterText): string {
  const centred = (text: string, size: number, y: number) =>
    type.set(text, { size, x: centre - (type.width(text) * size) / 2, y })
  const oneLine = (text: string, room: { largest: number; width?: number }) =>
    Math.min(room.largest, (room.width ?? inner) / type.width(text))
  /** Lines around `middle`, which is halfway up their letters. */
  const block = ({ lines, size }: Fitted, middle: number) =>
    lines
      .map((text, index) => {
        const below = (index - (lines.length - 1) / 2) * lineHeight
        return centred(text, size, middle - (below + letterMiddle) * size)
      })
      .join('')
  const width = (text: string) => type.width(text)
  const headline = oneLine(words.headline, { largest: 44, width: inner - 40 })
  const foot = `${words.code(codeText)} · ${words.free}`
  return [
    lake,
    roundedBox({ left: margin, bottom: band.top - band.height, width: inner, height: band.height }, 12),
    'f\n',
    white,
    centred(words.headline, headline, band.top - band.height / 2 - letterMiddle * headline),
    softInk,
    block(fit([estate], estateRoom, width), names.top - 25),
    ink,
    block(fit(place, placeRoom, width), (names.top - 36 + names.bottom) / 2),
    line,
    roundedBox({ left: codePlace.left, bottom: codePlace.bottom, width: codeSide, height: codeSide }, 12),
    'S\n',
    ink,
    centred(words.how, oneLine(words.how, { largest: 18 }), codePlace.bottom - 30),
    lake,
    centred(words.withoutPhone, oneLine(words.withoutPhone, { largest: 20 }), codePlace.bottom - 60),
    ink,
    centred(words.station, oneLine(words.station, { largest: 18 }), codePlace.bottom - 84),
    softInk,
    centred(foot, oneLine(foot, { largest: 11 }), margin),
  ].join('')
}

/** Halfway up a Chinese letter, from its base line, in sizes. */
const letterMiddle = 0.38

interface Box {
  readonly left: number
  readonly bottom: number
  readonly width: number
  readonly height: number
}

/** How far the two points that bend a line lie from the end of a quarter of a circle. */
const bend = 0.4477

function roundedBox({ left, bottom, width, height }: Box, radius: number): string {
  const [right, top] = [left + width, bottom + height]
  const near = radius * bend
  const drawn = (operator: string, ...numbers: number[]) => `${numbers.map(decimal).join(' ')} ${operator}\n`
  return [
    drawn('m', left + radius, bottom),
    drawn('l', right - radius, bottom),
    drawn('c', right - near, bottom, right, bottom + near, right, bottom + radius),
    drawn('l', right, top - radius),
    drawn('c', right, top - near, right - near, top, right - radius, top),
    drawn('l', left + radius, top),
    drawn('c', left + near, top, left, top - near, left, top - radius),
    drawn('l', left, bottom + radius),
    drawn('c', left, bottom + near, left + near, bottom, left + radius, bottom),
    'h\n',
  ].join('')
}
