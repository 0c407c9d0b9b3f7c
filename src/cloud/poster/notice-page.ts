import { noticePosterWords as words } from '../../text/notice-poster'
import { fit, lineHeight, type Room } from './fit'
import { paper } from './page'
import { decimal } from './pdf'
import type { Type } from './type'

const millimetre = 72 / 25.4
/** So much at each edge no printer in an office leaves white by itself. */
const margin = 14 * millimetre
const inner = paper.width - 2 * margin

/** Large enough to be scanned from a step away. */
const codeSide = 62 * millimetre
export const noticeCodePlace = { left: margin, bottom: margin, side: codeSide }

/** As in `app.scss`: they stay apart where a printer has black only. */
const colours = {
  danger: '0.706 0.137 0.094',
  lake: '0.059 0.357 0.4',
  ink: '0.133 0.149 0.169',
  soft: '0.353 0.38 0.412',
}
const paint = (colour: keyof typeof colours) => `${colours[colour]} rg\n`
const white = '1 g\n'

const band = { height: 24 * millimetre, bottom: paper.height - margin - 24 * millimetre }
const whatRoom: Room = { width: inner, height: 128, largest: 110, comfortable: 56 }
const lineRoom: Room = { width: inner, height: 84, largest: 38, comfortable: 26 }
/** From large to as small as people can still read at a door. */
const bodySizes = [24, 22, 20, 18, 16, 15, 14, 13] as const
/** Right of the code. */
const beside = { left: margin + codeSide + 18, width: inner - codeSide - 18 }

/** The words of a notice on one sheet. */
export interface NoticeText {
  /** 紧急通知, 社区通知. */
  readonly head: string
  readonly isDanger: boolean
  /** What it means, in a word or a title: 停水. */
  readonly what: string
  /** The estate and its buildings. */
  readonly place: string
  readonly where: string
  /** Empty: no time was said. */
  readonly when: string
  readonly body: string
  readonly call: string
  readonly from: string
}

/** Operators of a page but for its code: what it means, when, where, the words, and at the foot whom to call. */
export function drawNoticePage(type: Type, sheet: NoticeText): string {
  const width = (text: string) => type.width(text)
  const parts: string[] = [
    paint(sheet.isDanger ? 'danger' : 'lake'),
    bandBox(),
    white,
    centred(type, sheet.head, 46, band.bottom + band.height * 0.32),
  ]
  let top = band.bottom - 10
  const block = (text: string, room: Room, colour: keyof typeof colours) => {
    if (text === '') return
    const { lines, size } = fit([text], room, width)
    parts.push(paint(colour))
    for (const line of lines) {
      top -= size * lineHeight
      parts.push(centred(type, line, size, top + size * 0.22))
    }
    top -= 8
  }
  block(sheet.what, whatRoom, sheet.isDanger ? 'danger' : 'ink')
  block(sheet.when, lineRoom, 'ink')
  block(sheet.where === '' ? sheet.place : `${sheet.place} ${sheet.where}`, lineRoom, 'ink')
  const bottom = noticeCodePlace.bottom + codeSide + 12
  const { lines, size } = wrapped(sheet.body, { width: inner, height: top - 6 - bottom }, width)
  parts.push(paint('ink'))
  lines.forEach((line, at) => parts.push(type.set(line, { size, x: margin, y: top - (at + 1) * size * bodyLine })))
  return parts.join('') + foot(type, sheet)
}

const bodyLine = 1.45

function centred(type: Type, text: string, largest: number, y: number): string {
  const size = Math.min(largest, inner / Math.max(type.width(text), Number.MIN_VALUE))
  return type.set(text, { size, x: paper.width / 2 - (type.width(text) * size) / 2, y })
}

const bandBox = () => `${[margin, band.bottom, inner, band.height].map(decimal).join(' ')} re\nf\n`

/** Right of the code, from its upper edge down. */
function foot(type: Type, { call, from }: NoticeText): string {
  const rows = [
    { text: words.scan, largest: 22, colour: 'lake' },
    { text: words.after, largest: 16, colour: 'soft' },
    { text: call, largest: 26, colour: 'ink' },
    { text: from, largest: 16, colour: 'soft' },
  ] as const
  const step = codeSide / (rows.length + 0.4)
  return rows
    .map(({ text, largest, colour }, at) => {
      const size = Math.min(largest, beside.width / Math.max(type.width(text), Number.MIN_VALUE))
      const y = noticeCodePlace.bottom + codeSide - (at + 0.8) * step
      return paint(colour) + type.set(text, { size, x: beside.left, y })
    })
    .join('')
}

interface Wrapped {
  readonly lines: readonly string[]
  readonly size: number
}

/** As large as it all fits in; what does not even fit small is cut, and the last line says so. */
function wrapped(
  body: string,
  { width, height }: { readonly width: number; readonly height: number },
  measure: (text: string) => number,
): Wrapped {
  for (const size of bodySizes) {
    const lines = linesOf(body, width / size, measure)
    if (lines.length * size * bodyLine <= height) return { lines, size }
  }
  const size = bodySizes[bodySizes.length - 1] ?? 13
  const most = Math.max(1, Math.floor(height / (size * bodyLine)) - 1)
  return { lines: [...linesOf(body, width / size, measure).slice(0, most), words.more], size }
}

/** What must not begin a line in Chinese. */
const closing = /[，。、；：！？）”’》]/u

function linesOf(body: string, most: number, measure: (text: string) => number): string[] {
  return body.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    for (const letter of Array.from(paragraph)) {
      if (line !== '' && measure(line + letter) > most && !closing.test(letter)) {
        lines.push(line)
        line = ''
      }
      line += letter
    }
    return [...lines, line]
  })
}
