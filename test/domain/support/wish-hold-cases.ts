import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CardSide, HeldCode } from '../../../src/domain/wish/hold'

export interface HoldCase {
  readonly words: string
  readonly side: CardSide
  /** Null: such a card may hang. */
  readonly code: HeldCode | null
}

const read = (name: string): readonly HoldCase[] =>
  readFileSync(join(__dirname, 'wish-hold', `${name}.txt`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [, code, side, words = ''] = line.split('|')
      return { words, side: side as CardSide, code: code === '' ? null : (code as HeldCode) }
    })

const isUnsafe = ({ code }: HoldCase) => code !== null
/** Every second card of each kind: what is like each other stands side by side in the file. */
const everySecond = (cases: readonly HoldCase[], from: 0 | 1) => [
  ...cases.filter(isUnsafe).filter((_, at) => at % 2 === from),
  ...cases.filter((one) => !isUnsafe(one)).filter((_, at) => at % 2 === from),
]

const first = read('first')
/** Written before the first pattern; one half was tuned on, the other only counted. */
export const tunedCases = everySecond(first, 0)
export const countedCases = everySecond(first, 1)
/** Written after the patterns stood, of which the first try caught six in ten; then tuned on. */
export const laterCases = read('later')
/** Written last, as plain people write: the first try caught 41 of 45 and held none of 40; then mended. */
export const lastCases = read('last')
