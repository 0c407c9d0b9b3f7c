import { makeFinder } from '../../domain/search'
import { serviceEntries } from '../../knowledge/service-finder'
import { partOf } from '../search-train/cross-validate'
import { learnModel, type Aim, type Language } from '../search-train/learn-model'
import { sides, type CardSaying } from './cards'

/** How well kinds were found, as `match:score` counts. */
export interface FoundShares {
  readonly n: number
  /** The first kind found is one of the card's. */
  readonly kindTop1: number
  /** The card's main kind is among the first three found. */
  readonly kindTop3: number
}

type Asked = Pick<CardSaying, 'expect'>
/** A card, and the kinds that were found in it, the likeliest first. */
export type Answered = readonly [asked: Asked, found: readonly string[]]

const share = (answers: readonly Answered[], holds: (answer: Answered) => boolean) =>
  answers.length === 0 ? Number.NaN : Number((answers.filter(holds).length / answers.length).toFixed(4))

export function foundShares(answers: readonly Answered[]): FoundShares {
  return {
    n: answers.length,
    kindTop1: share(answers, ([{ expect }, [first = '']]) => expect.includes(first)),
    kindTop3: share(answers, ([{ expect }, found]) => found.slice(0, 3).includes(expect[0] ?? '')),
  }
}

/** Asked is what people may write: neither objects in sentences, nor words among words, nor what is of no kind. */
const mayBeAsked = ({ source, file, expect }: CardSaying) =>
  source === 'said' && file !== 'objects.json' && expect.length > 0

/** Learns on all but one part, `parts` times, and asks what was left out. */
export function crossValidateKinds(
  sayings: readonly CardSaying[],
  aim: Aim,
  language: Language,
  parts: number,
): Readonly<Record<string, FoundShares>> {
  const answers: (readonly [CardSaying, readonly string[]])[] = []
  for (let part = 0; part < parts; part++) {
    const left = sayings.filter((saying) => mayBeAsked(saying) && partOf(saying.text, parts) === part)
    const texts = [...new Set(left.map(({ text }) => text))]
    // What is asked must not be known from the same words among others either.
    const isKnown = ({ text, source }: CardSaying) =>
      source === 'context' ? !texts.some((one) => text.startsWith(one) || text.endsWith(one)) : !texts.includes(text)
    const model = learnModel(sayings.filter(isKnown), aim, language)
    const finder = makeFinder({ entries: serviceEntries, model })
    answers.push(...left.map((saying) => [saying, finder.find(saying.text).map(({ id }) => id)] as const))
  }
  const of = (holds: (saying: CardSaying) => boolean) => foundShares(answers.filter(([saying]) => holds(saying)))
  return {
    ...Object.fromEntries(sides.map((side) => [side, of((saying) => saying.side === side)])),
    ...Object.fromEntries(aim.things.map((id) => [id, of(({ expect }) => expect[0] === id)])),
  }
}
