import { bitReader, bitWriter } from './bits'
import { featureBits } from './features'

/** What was learnt of how people speak: `npm run search:train` writes it, `makeFinder` reads it. */
export interface Model {
  /** Fingerprint of the sayings that it was learnt from. */
  readonly learntFrom: string
  /** What can be found, in the order of the table's columns; one more column after them is for none of these. */
  readonly things: readonly string[]
  /** Which of them can be a danger; one more column after them is for no danger at all. */
  readonly dangers: readonly string[]
  /** Where each column starts. */
  readonly biases: readonly number[]
  /** What the sixteen weights of the table stand for: in the columns of things, and in those of dangers. */
  readonly levels: { readonly things: readonly number[]; readonly dangers: readonly number[] }
  readonly features: number
  /** How many weights there are in all. */
  readonly pairs: number
  /** Feature after feature, see `unpack`. */
  readonly table: string
  readonly sounds: string
  /** Words that are polite and say nothing. */
  readonly fillers: readonly string[]
  /** What stands before something that is not so. */
  readonly denials: readonly string[]
  /** What follows a denial and says what is so instead ("not a fire, but"). */
  readonly turns: readonly string[]
  readonly limits: Limits
}

/** Chosen on sayings that the model had not learnt from; all are shares of 0 … 1. */
export interface Limits {
  /** From here on a text is none of ours. */
  readonly outside: number
  /** Below this the best hit is a guess. */
  readonly unsure: number
  /** From here on it is a danger, heard in the whole text and in a piece of it. */
  readonly danger: number
  readonly dangerInPiece: number
}

/** One feature of the table: how much it counts, and what it says for and against each column. */
export interface Row {
  readonly feature: number
  /** 0 … 15, see `rarity`. */
  readonly rarity: number
  /** Column → level, the columns ascending. */
  readonly weights: readonly (readonly [column: number, level: number])[]
}

/** How much a feature counts: rare ones more. */
export const rarityOf = (step: number): number => 1.5 + step / 2
export const mostRarity = 15

/** How many bits the smaller part of a number takes that is mostly small. */
const bits = { gap: featureBits - 14, rarity: 4, count: 2, column: 4, level: 4 } as const

/** Rows with ascending features → text. */
export function pack(rows: readonly Row[]): string {
  const writer = bitWriter()
  let before = -1
  for (const { feature, rarity, weights } of rows) {
    writer.writeSmall(feature - before - 1, bits.gap)
    before = feature
    writer.write(rarity, bits.rarity)
    writer.writeSmall(weights.length - 1, bits.count)
    let columnBefore = -1
    for (const [column, level] of weights) {
      writer.writeSmall(column - columnBefore - 1, bits.column)
      columnBefore = column
      writer.write(level, bits.level)
    }
  }
  return writer.text()
}

export interface Table {
  /** Feature → its place in `starts`. */
  readonly places: ReadonlyMap<number, number>
  readonly rarities: Float32Array
  /** Where the weights of a place start; one more at the end. */
  readonly starts: Int32Array
  readonly columns: Uint16Array
  readonly weights: Float32Array
}

/** The table as it is asked. Levels are turned into weights by the half in which their column stands. */
export function unpack({ table, features, pairs, things, levels }: Model): Table {
  const reader = bitReader(table)
  const places = new Map<number, number>()
  const rarities = new Float32Array(features)
  const starts = new Int32Array(features + 1)
  const columns = new Uint16Array(pairs)
  const weights = new Float32Array(pairs)
  let pair = 0
  let feature = -1
  for (let place = 0; place < features; place++) {
    feature += reader.readSmall(bits.gap) + 1
    places.set(feature, place)
    rarities[place] = rarityOf(reader.read(bits.rarity))
    const count = reader.readSmall(bits.count) + 1
    let column = -1
    for (let at = 0; at < count; at++) {
      column += reader.readSmall(bits.column) + 1
      const level = reader.read(bits.level)
      columns[pair] = column
      weights[pair] = (column <= things.length ? levels.things : levels.dangers)[level] ?? 0
      pair++
    }
    starts[place + 1] = pair
  }
  return { places, rarities, starts, columns, weights }
}
