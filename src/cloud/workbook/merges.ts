import type { Budget } from './budget'
import { placeName, rangeOf, type Range } from './places'
import { damaged, Unreadable } from './refusal'
import type { OpenCell, OpenRow } from './rows'
import type { Attributes } from './xml'

/** Gathers the merged ranges of a sheet, which the file tells behind its rows. */
export class MergedRanges {
  private readonly ranges: Range[] = []

  constructor(private readonly budget: Budget) {}

  add(attributes: Attributes): void {
    const range = rangeOf(attributes.get('ref') ?? '')
    if (!range) throw damaged()
    // What lies beyond the columns that are read has no value there: such a value is refused.
    if (range.from.column > this.budget.bounds.columns) return
    if (this.ranges.length >= this.budget.bounds.merged) throw new Unreadable('too-large')
    this.ranges.push(range)
  }

  /**
   * Marks the cells of the rows, adds those that lie empty under a merge, and answers the ranges that touched a row.
   * A cell of two ranges makes the file damaged; so no file makes this walk over a cell twice.
   */
  mark(rows: readonly OpenRow[]): readonly string[] {
    const touched = this.ranges.filter((range) => this.markRange(rows, range))
    for (const row of rows) row.cells.sort((one, other) => one.column - other.column)
    return touched.map(({ from, to }) => `${placeName(from)}:${placeName(to)}`)
  }

  private markRange(rows: readonly OpenRow[], range: Range): boolean {
    const first = firstFrom(rows, range.from.row)
    let index = first
    for (let row = rows[index]; row && row.number <= range.to.row; row = rows[index]) {
      this.markRow(row, range)
      index += 1
    }
    return index > first
  }

  private markRow(row: OpenRow, { from, to }: Range): void {
    const last = Math.min(to.column, this.budget.bounds.columns)
    for (let column = from.column; column <= last; column += 1) {
      const cell = row.cells.find((one) => one.column === column) ?? this.covered(row, column)
      if (cell.merged) throw damaged(placeName({ column, row: row.number }))
      cell.merged = true
    }
  }

  private covered(row: OpenRow, column: number): OpenCell {
    this.budget.cell(placeName({ column, row: row.number }))
    const cell: OpenCell = { column, value: null, type: 'empty', formula: false, merged: false }
    row.cells.push(cell)
    return cell
  }
}

/** The place of the first row that is not above `number`. */
function firstFrom(rows: readonly OpenRow[], number: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rows[middle]?.number ?? 0) < number) low = middle + 1
    else high = middle
  }
  return low
}
