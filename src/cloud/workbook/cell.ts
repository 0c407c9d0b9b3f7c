import type { NumberMeaning } from './formats'
import { dateOf, isoDate } from './dates'
import { damaged } from './refusal'
import { cellText, ownText } from './texts'
import type { CellType, CellValue } from './types'

/** What the whole workbook says about its cells. */
export interface CellWords {
  readonly texts: readonly string[] | undefined
  readonly meanings: readonly NumberMeaning[]
  readonly isFrom1904: boolean
}

/** A cell as it stands in the file. */
export interface RawCell {
  /** In A1 style. */
  readonly place: string
  /** Its kind (`t`), a number where none is said. */
  readonly kind: string
  /** Its look (`s`). */
  readonly look: string | undefined
  /** What stands in `v`, or in `is` where its kind is inlineStr. */
  readonly content: string
}

export interface ReadValue {
  readonly type: CellType
  readonly value: CellValue
}

/** Nothing, or nothing but spaces: what looks empty is. */
const empty: ReadValue = { type: 'empty', value: null }

const text = (value: string): ReadValue => (value.trim() === '' ? empty : { type: 'text', value: ownText(value) })
const unreadable = (value: string): ReadValue => ({ type: 'error', value: value.slice(0, 100) })

const numberShape = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
/** Excel keeps 15 digits of a number. */
const beyondDigits = 1e15

/** The value of a cell. An index into a list that is not there makes the file damaged: its neighbours may be wrong too. */
export function readValue(cell: RawCell, words: CellWords): ReadValue {
  const { kind, content } = cell
  if (kind === 'inlineStr' || kind === 'str') return text(cellText(content))
  const told = content.trim()
  if (told === '') return empty
  if (kind === 's') return text(sharedText(told, cell, words))
  if (kind === 'b') return booleanOf(told)
  if (kind === 'd') return dated(isoDate(told), told)
  if (kind === 'n') return numberOf(told, cell, words)
  if (kind === 'e') return unreadable(told)
  throw damaged(cell.place)
}

function sharedText(told: string, { place }: RawCell, { texts }: CellWords): string {
  const found = /^\d{1,9}$/.test(told) ? texts?.[Number(told)] : undefined
  if (found === undefined) throw damaged(place)
  return found
}

function booleanOf(told: string): ReadValue {
  if (told === '1' || told === 'true') return { type: 'boolean', value: true }
  if (told === '0' || told === 'false') return { type: 'boolean', value: false }
  return unreadable(told)
}

function numberOf(told: string, cell: RawCell, words: CellWords): ReadValue {
  const value = Number(told)
  if (!numberShape.test(told) || !Number.isFinite(value)) return unreadable(told)
  const meaning = meaningOf(cell, words)
  if (meaning !== 'number') return dated(dateOf(value, meaning, words.isFrom1904), told)
  return { type: Math.abs(value) >= beyondDigits ? 'long-number' : 'number', value }
}

function dated(date: ReturnType<typeof dateOf>, told: string): ReadValue {
  if (date === undefined) return unreadable(told)
  return { type: typeof date === 'string' ? 'time' : 'date', value: date }
}

function meaningOf({ look, place }: RawCell, { meanings }: CellWords): NumberMeaning {
  // Some programs number their looks and leave the styles out.
  if (!look || !meanings.length) return 'number'
  const meaning = /^\d{1,9}$/.test(look) ? meanings[Number(look)] : undefined
  if (!meaning) throw damaged(place)
  return meaning
}
