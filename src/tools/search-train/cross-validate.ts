import { makeFinder, type Entry, type Found } from '../../domain/search'
import { learnModel, type Aim, type Language } from './learn-model'
import type { Saying } from './sayings'

/** How a finder did on sayings that it had not learnt from, as issue 4 and `search:score` count. */
export interface Measured {
  readonly n: number
  readonly top1: number
  readonly top3: number
  readonly emergencyRecall: number
  readonly falseDanger: number
  readonly oosRejected: number
  readonly inScopeRejected: number
}

type Asked = Pick<Saying, 'text' | 'expect' | 'danger'>
type Pair = readonly [asked: Asked, found: Found]

const share = (pairs: readonly Pair[], holds: (pair: Pair) => boolean) =>
  pairs.length === 0 ? Number.NaN : Number((pairs.filter(holds).length / pairs.length).toFixed(4))

export function measure(pairs: readonly Pair[]): Measured {
  const ours = pairs.filter(([{ expect }]) => expect.length > 0)
  const others = pairs.filter(([{ expect }]) => expect.length === 0)
  const within = (most: number) =>
    share(ours, ([{ expect }, { hits }]) => hits.slice(0, most).some(({ id }) => expect.includes(id)))
  return {
    n: pairs.length,
    top1: within(1),
    top3: within(3),
    emergencyRecall: share(
      pairs.filter(([{ danger }]) => danger === true),
      ([{ expect }, { hits }]) => hits.slice(0, 3).some(({ id, danger }) => danger && expect.includes(id)),
    ),
    falseDanger: share(
      pairs.filter(([{ danger }]) => danger === false),
      ([, { hits }]) => hits.some(({ danger }) => danger),
    ),
    oosRejected: share(others, ([, { hits }]) => hits.length === 0),
    inScopeRejected: share(ours, ([, { hits }]) => hits.length === 0),
  }
}

/** The same saying is always in the same part. */
export function partOf(text: string, parts: number): number {
  let mixed = 7
  for (const character of text) mixed = (Math.imul(mixed, 31) + (character.codePointAt(0) ?? 0)) >>> 0
  return mixed % parts
}

/** Learns on all but one part, `parts` times, and asks what was left out. Names are always known. */
export function crossValidate(sayings: readonly Saying[], aim: Aim, language: Language, parts: number): Measured {
  const entries: Entry[] = aim.things.map((id) => ({ id, name: id, group: '', danger: aim.dangers.includes(id) }))
  const pairs: Pair[] = []
  for (let part = 0; part < parts; part++) {
    const isAsked = ({ text, source }: Saying) =>
      source !== 'name' && source !== 'context' && partOf(text, parts) === part
    const left = new Set(sayings.filter(isAsked).map(({ text }) => text))
    // What is asked must not be known from the same words in a context either.
    const isKnown = ({ text, source }: Saying) =>
      source !== 'context' || ![...left].some((one) => text.startsWith(one) || text.endsWith(one))
    const model = learnModel(
      sayings.filter((saying) => !isAsked(saying) && isKnown(saying)),
      aim,
      language,
    )
    const finder = makeFinder({ entries, model })
    pairs.push(...sayings.filter(isAsked).map((saying): Pair => [saying, finder.look(saying.text)]))
    console.log(`${part + 1}/${parts}`, JSON.stringify(measure(pairs)))
  }
  return measure(pairs)
}
