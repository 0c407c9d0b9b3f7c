import type { Budget } from './budget'
import { readValue, type CellWords } from './cell'
import { isOneCell, isWithin, lastRow, placeName, placeOf, rangeOf, type Place, type Range } from './places'
import { damaged, Unreadable } from './refusal'
import { TextPieces } from './texts'
import type { SheetCell, SheetRow } from './types'
import type { Attributes, XmlHandler } from './xml'

/** As its reader fills it; once it is whole, nobody changes it. */
export type OpenCell = { -readonly [Key in keyof SheetCell]: SheetCell[Key] }
export interface OpenRow extends SheetRow {
  readonly cells: OpenCell[]
}

/** Formulas that fill several cells; more of them on one sheet nobody has. */
const mostArrays = 1000

/**
 * Reads the rows of a sheet from the top down. What is empty leaves nothing behind: of 100,000 formatted rows there is
 * none in memory. Rows and cells have to come in their order, once each, as the format wants it; a program that tells
 * no places counts on.
 */
export class RowReader implements XmlHandler {
  readonly rows: OpenRow[] = []
  private readonly arrays: Range[] = []
  private readonly pieces = new TextPieces()
  private row = 0
  private isHidden = false
  private cells: OpenCell[] = []
  private column = 0
  private kind = ''
  private look: string | undefined
  private hasFormula = false
  private isValue = false

  constructor(
    private readonly words: CellWords,
    private readonly budget: Budget,
  ) {}

  /** `depth` is that of the whole sheet: rows have 2, cells 3, what they hold 4. */
  open(name: string, attributes: Attributes, depth: number): void {
    if (depth === 2 && name === 'row') this.openRow(attributes)
    if (depth === 3 && name === 'c') this.openCell(attributes)
    if (depth === 4) this.openContent(name, attributes)
    if (depth > 4 && this.kind === 'inlineStr') this.pieces.open(name, depth - 4)
  }

  text(piece: string, depth: number): void {
    if (this.isValue && depth === 4) this.pieces.add(piece)
    else if (depth > 4) this.pieces.text(piece)
  }

  close(name: string, depth: number): void {
    if (depth >= 4) this.pieces.close()
    if (depth === 4) this.isValue = false
    if (depth === 3 && name === 'c') this.closeCell()
    if (depth === 2 && name === 'row') this.closeRow()
  }

  private get place(): Place {
    return { column: this.column, row: this.row }
  }

  private openRow(attributes: Attributes): void {
    const told = attributes.get('r')
    const number = told === undefined ? this.row + 1 : Number(/^[1-9][0-9]{0,6}$/.test(told) ? told : 0)
    if (number <= this.row || number > lastRow) throw damaged(`A${this.row + 1}`)
    this.row = number
    this.column = 0
    this.cells = []
    this.isHidden = /^(1|true)$/.test(attributes.get('hidden') ?? '')
  }

  private openCell(attributes: Attributes): void {
    const told = attributes.get('r')
    const next: Place = { column: this.column + 1, row: this.row }
    const place = told === undefined ? next : placeOf(told)
    if (!place || place.row !== this.row || place.column < next.column) throw damaged(placeName(next))
    this.column = place.column
    this.kind = attributes.get('t') ?? 'n'
    this.look = attributes.get('s')
    this.hasFormula = false
    this.pieces.take()
  }

  private openContent(name: string, attributes: Attributes): void {
    this.isValue = name === 'v' && this.kind !== 'inlineStr'
    if (name !== 'f') return
    this.hasFormula = true
    const range = rangeOf(attributes.get('ref') ?? '')
    // One that fills its own cell only, as newer Excels write many, says nothing about others.
    if (attributes.get('t') !== 'array' || !range || isOneCell(range)) return
    if (this.arrays.length >= mostArrays) throw new Unreadable('too-large', { cell: placeName(this.place) })
    this.arrays.push(range)
  }

  private closeCell(): void {
    const content = this.pieces.take()
    // Most cells of a formatted sheet: nothing to name, nothing to keep.
    if (content === '' && !this.hasFormula) return
    const place = placeName(this.place)
    const { type, value } = readValue({ place, kind: this.kind, look: this.look, content }, this.words)
    const isFilled = this.arrays.some((range) => isWithin(range, this.place))
    const formula = this.hasFormula || isFilled
    if (type === 'empty' && !formula) return
    if (this.column > this.budget.bounds.columns) throw new Unreadable('too-many-columns', { cell: place })
    this.budget.cell(place)
    if (type === 'text' && this.kind !== 's') this.budget.text(content.length)
    this.cells.push({ column: this.column, value, type, formula, merged: false })
  }

  private closeRow(): void {
    if (!this.cells.length) return
    this.budget.row()
    this.rows.push({ number: this.row, cells: this.cells, hidden: this.isHidden })
  }
}
