import { Unreadable } from './refusal'
import type { Bounds } from './types'

/** What of the bounds is used up; one for a workbook, so that many small sheets count as one large one. */
export class Budget {
  private unzipped = 0
  private rows = 0
  private cells = 0
  private texts = 0
  private characters = 0

  constructor(readonly bounds: Bounds) {}

  /** `length` more bytes came out of a part that has given `sofar` bytes already and is `zipped` bytes in the file. */
  unzip(length: number, sofar: number, zipped: number): void {
    const { freeOfRatio, ratio, unzipped } = this.bounds
    const whole = sofar + length
    if (whole > freeOfRatio && whole > zipped * ratio) throw new Unreadable('zip-bomb')
    this.unzipped += length
    if (this.unzipped > unzipped) throw new Unreadable('too-large')
  }

  row(): void {
    this.rows += 1
    if (this.rows > this.bounds.rows) throw new Unreadable('too-many-rows')
  }

  cell(place: string): void {
    this.cells += 1
    if (this.cells > this.bounds.cells) throw new Unreadable('too-large', { cell: place })
  }

  text(length: number): void {
    this.texts += 1
    this.characters += length
    if (this.texts > this.bounds.texts || this.characters > this.bounds.characters) throw new Unreadable('too-large')
  }
}
