import { columnName } from '../sheet/grid'

export interface Place {
  /** 1 is A. */
  readonly column: number
  /** 1 is the first. */
  readonly row: number
}

export interface Range {
  readonly from: Place
  readonly to: Place
}

/** As far as a sheet of Excel goes: to XFD1048576. */
const lastColumn = 16_384
export const lastRow = 1_048_576

export const placeName = ({ column, row }: Place) => `${columnName(column - 1)}${row}`

/** `B12` as a place; nothing where no sheet has such a one. */
export function placeOf(name: string): Place | undefined {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})$/i.exec(name) ?? []
  if (!letters) return undefined
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  const row = Number(digits)
  return column > lastColumn || row > lastRow ? undefined : { column, row }
}

/** `A3:A8`, or one cell, as a range; nothing where no sheet has such a one or its ends are the wrong way round. */
export function rangeOf(name: string): Range | undefined {
  const [first = '', second = first, ...more] = name.split(':')
  const from = placeOf(first)
  const to = placeOf(second)
  if (more.length || !from || !to || from.column > to.column || from.row > to.row) return undefined
  return { from, to }
}

export const isOneCell = ({ from, to }: Range) => from.column === to.column && from.row === to.row

export const isWithin = ({ from, to }: Range, { column, row }: Place) =>
  column >= from.column && column <= to.column && row >= from.row && row <= to.row
