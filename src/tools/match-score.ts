import { heldOf } from '../domain/wish/hold'
import { judgedOf, offerOf, readRows, wishOf } from './match-score/cards'
import { run, type Trial } from './match-score/trial'
import { isEntry, runTool, Sentence } from './support/entry'

const usage = 'npm run -s match:score -- WISHES.jsonl OFFERS.jsonl PAIRS.jsonl'

export interface Asked {
  readonly wishes: string
  readonly offers: string
  readonly pairs: string
}

export function readArguments(args: readonly string[]): Asked {
  const [wishes, offers, pairs, ...more] = args
  const flag = args.find((arg) => arg.startsWith('--'))
  if (flag !== undefined) throw new Sentence(`${flag}?\n${usage}`)
  if (wishes === undefined || offers === undefined || pairs === undefined || more.length > 0) throw new Sentence(usage)
  return { wishes, offers, pairs }
}

const rounded = (value: number, digits: number) => Number(value.toFixed(digits))

/** The line that is printed: these names, in this order. A share of nothing is null: JSON has no NaN. */
export function lineOf({ n, p95ms, ...shares }: Trial): string {
  const { recall5, ndcg5, badAboveGood, recall5ByKind, kindTop1, kindTop3, unsafeCaught, safeHeld } = shares
  const ordered = { recall5, ndcg5, badAboveGood, recall5ByKind, kindTop1, kindTop3, unsafeCaught, safeHeld }
  const four = Object.fromEntries(Object.entries(ordered).map(([name, value]) => [name, rounded(value, 4)]))
  return JSON.stringify({ n, ...four, p95ms: rounded(p95ms, 3) })
}

export const scoreFiles = ({ wishes, offers, pairs }: Asked): Trial =>
  run(
    {
      wishes: readRows(wishes).map(wishOf),
      offers: readRows(offers).map(offerOf),
      judged: readRows(pairs).map(judgedOf),
    },
    (words, side) => heldOf(words, side) !== null,
  )

const main = (args: readonly string[]): void => console.log(lineOf(scoreFiles(readArguments(args))))

if (isEntry(__filename)) runTool((args) => Promise.resolve().then(() => main(args)))
