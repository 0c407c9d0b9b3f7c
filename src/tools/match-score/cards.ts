import { readFileSync } from 'node:fs'
import type { CardTimes, DayPart, OfferCard, Rhythm, WishCard, WishWho } from '../../domain/wish/card'
import { dayParts, rhythms, wishWhos } from '../../domain/wish/card'
import { Sentence } from '../support/entry'

// The three files of a match score: labelled wishes, labelled offers, and wishes with offers judged good, maybe, bad.

export interface LabelledWish {
  readonly card: WishCard
  readonly kinds: readonly string[]
  readonly isUnsafe: boolean
}

export interface LabelledOffer {
  readonly card: OfferCard
  readonly kinds: readonly string[]
  readonly isUnsafe: boolean
}

export interface Judged {
  readonly wish: string
  readonly good: readonly string[]
  readonly maybe: readonly string[]
  readonly bad: readonly string[]
}

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The rows of a JSONL file; what is wrong is a sentence that names the line. */
export function rowsOf(content: string, name: string): readonly Row[] {
  return content.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return []
    try {
      const row: unknown = JSON.parse(line)
      if (isRow(row)) return [row]
    } catch {
      // Said below.
    }
    throw new Sentence(`${name}:${at + 1} 不是一个 JSON 对象 (is no JSON object)`)
  })
}

export const readRows = (file: string): readonly Row[] => {
  try {
    return rowsOf(readFileSync(file, 'utf8'), file)
  } catch (error) {
    if (error instanceof Sentence) throw error
    throw new Sentence(`读不了 ${file} (cannot be read)`)
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
const oneOf = <T extends string>(all: readonly T[], value: unknown): T | null =>
  all.find((one) => one === value) ?? null

function timesOf(when: unknown): CardTimes | null {
  if (!isRow(when)) return null
  const weekdays = Array.isArray(when.weekday) ? when.weekday : [when.weekday]
  const parts: readonly unknown[] = Array.isArray(when.part) ? when.part : [when.part]
  return {
    weekdays: weekdays.filter((day): day is number => typeof day === 'number'),
    parts: parts.map((part) => oneOf<DayPart>(dayParts, part)).filter((part) => part !== null),
    every: oneOf<Rhythm>(rhythms, when.every),
    dates: [],
    note: textOf(when.note),
  }
}

const isUnsafe = ({ unsafe }: Row) => textOf(unsafe) !== ''

export function wishOf(row: Row): LabelledWish {
  return {
    card: {
      id: textOf(row.id),
      words: textOf(row.text),
      kinds: [],
      isSure: false,
      times: timesOf(row.when),
      who: oneOf<WishWho>(wishWhos, row.who) ?? 'other',
      isGoods: row.goods === true,
      wants: textsOf(row.constraints),
      isUrgent: row.urgent === true,
      spot: null,
      since: 0,
      person: null,
    },
    kinds: textsOf(row.kinds),
    isUnsafe: isUnsafe(row),
  }
}

export function offerOf(row: Row): LabelledOffer {
  return {
    card: {
      id: textOf(row.id),
      words: textOf(row.text),
      kinds: [],
      isSure: false,
      times: timesOf(row.when),
      capacity: typeof row.capacity === 'number' ? row.capacity : null,
      taken: 0,
      limits: textsOf(row.constraints),
      communityId: null,
      buildingIds: [],
      person: null,
      // The files do not say whose identity was checked.
      isChecked: true,
    },
    kinds: textsOf(row.kinds),
    isUnsafe: isUnsafe(row),
  }
}

export function judgedOf(row: Row): Judged {
  const bad: readonly unknown[] = Array.isArray(row.bad) ? row.bad : []
  return {
    wish: textOf(row.wish),
    good: textsOf(row.good),
    maybe: textsOf(row.maybe),
    bad: bad.map((one) => (isRow(one) ? textOf(one.offer) : textOf(one))).filter((id) => id !== ''),
  }
}
