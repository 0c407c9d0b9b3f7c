import type { Budget } from './budget'
import type { OfficePackage } from './package'
import { Unreadable } from './refusal'

/** The longest text of a cell; Excel calls a file with a longer one damaged. */
const longestText = 32_767

/**
 * Gathers the pieces of a text of one cell: runs of different looks are one text, the sounds above Chinese or Japanese
 * characters (`rPh`) are none of it. It sees the elements inside `si` or `is`.
 */
export class TextPieces {
  private gathered = ''
  private isText = false
  private isSound = false

  /** `depth` counts from the text's own element. */
  open(name: string, depth: number): void {
    if (depth === 1) this.isSound = name === 'rPh'
    this.isText = name === 't' && !this.isSound && depth <= 2
  }

  close(): void {
    this.isText = false
  }

  /** A piece of the text, if the element that it stands in is one. */
  text(piece: string): void {
    if (this.isText) this.add(piece)
  }

  add(piece: string): void {
    this.gathered += piece
    if (this.gathered.length > longestText) throw new Unreadable('too-large')
  }

  /** What was gathered; the next text begins. */
  take(): string {
    const text = this.gathered
    this.gathered = ''
    this.isText = false
    this.isSound = false
    return text
  }
}

/** As a spreadsheet reads a text: `_x000D_` is the character of this number. */
export const cellText = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)))
    : text

/** A piece of a long text keeps the whole of it in memory; this does not. */
export const ownText = (text: string) => (text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le'))

/** The texts that cells refer to by their number. */
export function readTexts(office: OfficePackage, part: string, budget: Budget): readonly string[] {
  const texts: string[] = []
  const pieces = new TextPieces()
  office.read(part, {
    open: (name, _, depth) => {
      if (depth > 1) pieces.open(name, depth - 1)
    },
    text: (piece) => pieces.text(piece),
    close: (name, depth) => {
      pieces.close()
      if (depth !== 1 || name !== 'si') return
      const text = pieces.take()
      budget.text(text.length)
      texts.push(ownText(cellText(text)))
    },
  })
  return texts
}
