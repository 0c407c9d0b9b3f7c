import {
  anyOf,
  featuresOf,
  mostRarity,
  pack,
  piecesOf,
  rarityOf,
  readSounds,
  runsOf,
  type Limits,
  type Model,
  type Row,
  type Sounds,
} from '../../domain/search'
import { blank, teach, thin, type Example, type Vector, type Weights } from './learn'
import { levelsFor, nearestLevel } from './levels'
import type { Saying } from './sayings'

/** What is known of the language beside the sayings. */
export interface Language {
  readonly sounds: string
  readonly fillers: readonly string[]
  readonly denials: readonly string[]
  readonly turns: readonly string[]
}

/** What may be learnt. */
export interface Aim {
  readonly things: readonly string[]
  readonly dangers: readonly string[]
  readonly limits: Limits
  readonly learntFrom: string
  /** How many pairs of a feature and a column the model keeps: its size. */
  readonly pairs: { readonly things: number; readonly dangers: number }
  /** How fast it learns, `usualRate` unless said: slower where there are fewer sayings. */
  readonly rate?: number
}

/** What stands in one saying only says nothing of the next. */
const leastCount = 2
const seed = 20261121
/** How much it counts for keeping a feature that it is there often: less than evenly, rare ones carry the meaning. */
const countPower = 0.35
const usualRate = 0.5
const first = { rounds: 6, seed }
/** It is thinned out little by little, to so many times what is to stay: what is left takes over what the rest said. */
const thinning = [3, 1.6, 1]
const between = { rounds: 3, seed: seed + 2 }
const second = { rounds: 5, seed: seed + 1 }
/** A piece of a saying that is no danger is none either; there are many of them. */
const pieceWeight = 0.7
/** Where danger is arguable, it counts as one for so much. */
const arguable = 0.6
const arguableWeight = 0.5

interface Text {
  readonly features: readonly number[]
  readonly things: Example['targets'] | null
  readonly dangers: Example['targets'] | null
  readonly thingsWeight: number
  readonly dangersWeight: number
}

const evenly = (columns: readonly number[], sum = 1) => columns.map((column) => [column, sum / columns.length] as const)

/** Saying by saying what is to be learnt from it, and from its pieces. */
function textsOf(sayings: readonly Saying[], { things, dangers }: Aim, language: Language, sounds: Sounds): Text[] {
  const fillers = anyOf(language.fillers)
  const thing = new Map(things.map((id, at) => [id, at]))
  const risk = new Map(dangers.map((id, at) => [id, at]))
  const columnsOf = (ids: readonly string[], of: ReadonlyMap<string, number>) => ids.flatMap((id) => of.get(id) ?? [])
  return sayings.flatMap(({ text, expect, danger, weight = 1 }) => {
    const runs = runsOf(text, fillers)
    const risks = columnsOf(expect, risk)
    const calm = [dangers.length, 1] as const
    const whole: Text = {
      features: [...featuresOf(runs, sounds)],
      things: expect.length === 0 ? [[things.length, 1]] : evenly(columnsOf(expect, thing)),
      dangers:
        danger === false
          ? [calm]
          : danger === true
            ? evenly(risks)
            : [...evenly(risks, arguable), [dangers.length, 1 - arguable]],
      thingsWeight: weight,
      dangersWeight: danger === null ? arguableWeight : 1,
    }
    if (danger !== false || dangers.length === 0) return [whole]
    const pieces = piecesOf(runs)
    if (pieces.length < 2) return [whole]
    return [
      whole,
      ...pieces.map((piece) => ({
        features: [...featuresOf([piece], sounds)],
        things: null,
        dangers: [calm],
        thingsWeight: 0,
        dangersWeight: pieceWeight,
      })),
    ]
  })
}

interface Vocabulary {
  readonly places: ReadonlyMap<number, number>
  /** Step by step as it ships, so that learning sees what the phone will. */
  readonly rarities: readonly number[]
  readonly counts: readonly number[]
}

function vocabularyOf(texts: readonly Text[], keep: (feature: number, count: number) => boolean): Vocabulary {
  const counts = new Map<number, number>()
  const whole = texts.filter(({ things }) => things !== null)
  for (const { features } of whole) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const kept = [...counts].filter(([feature, count]) => keep(feature, count)).sort(([a], [b]) => a - b)
  const step = (count: number) =>
    Math.max(
      0,
      Math.min(
        mostRarity,
        Math.round((Math.log(1 + whole.length / count) - rarityOf(0)) / (rarityOf(1) - rarityOf(0))),
      ),
    )
  return {
    places: new Map(kept.map(([feature], place) => [feature, place])),
    rarities: kept.map(([, count]) => step(count)),
    counts: kept.map(([, count]) => count),
  }
}

function vectorOf(features: readonly number[], { places, rarities }: Vocabulary): Vector {
  const known = features.flatMap((feature) => places.get(feature) ?? [])
  const values = Float32Array.from(known, (place) => rarityOf(rarities[place] ?? 0))
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1
  return { features: Int32Array.from(known), values: values.map((value) => value / length) }
}

/** The two heads of the model: what it is, and whether it is a danger. */
const heads = ['things', 'dangers'] as const
type Head = (typeof heads)[number]

function examplesOf(texts: readonly Text[], head: Head, vocabulary: Vocabulary, aim: Aim): Example[] {
  // Where nothing is a danger there is nothing to tell apart.
  if (aim[head].length === 0) return []
  return texts.flatMap((text) => {
    const targets = text[head]
    if (targets === null) return []
    const weight = head === 'things' ? text.thingsWeight : text.dangersWeight
    return [{ vector: vectorOf(text.features, vocabulary), targets, weight }]
  })
}

/** The weights of the vocabulary `from` carried over to `to`, which has fewer features. */
function carried(weights: Weights, from: Vocabulary, to: Vocabulary): Weights {
  const features = [...to.places.keys()].map((feature) => from.places.get(feature) ?? 0)
  const starts = new Int32Array(features.length + 1)
  const pairs: number[] = []
  features.forEach((feature, place) => {
    for (let pair = weights.starts[feature] ?? 0; pair < (weights.starts[feature + 1] ?? 0); pair++) pairs.push(pair)
    starts[place + 1] = pairs.length
  })
  return {
    ...weights,
    starts,
    columns: Int32Array.from(pairs, (pair) => weights.columns[pair] ?? 0),
    values: Float32Array.from(pairs, (pair) => weights.values[pair] ?? 0),
    moved: Float32Array.from(pairs, (pair) => weights.moved[pair] ?? 0),
  }
}

/** Learns both heads on everything, keeps what matters, and learns again with what is left. */
export function learnModel(sayings: readonly Saying[], aim: Aim, language: Language): Model {
  const { rate = usualRate } = aim
  const sounds = readSounds(language.sounds)
  const texts = textsOf(sayings, aim, language, sounds)
  const all = vocabularyOf(texts, (_, count) => count >= leastCount)
  const importance = Float32Array.from(
    all.rarities,
    (rarity, at) => rarityOf(rarity) * (all.counts[at] ?? 0) ** countPower,
  )
  const thinned = heads.map((head) => {
    const examples = examplesOf(texts, head, all, aim)
    const weights = blank(examples, all.places.size, aim[head].length + 1)
    teach(weights, examples, { ...first, rate })
    return thinning.reduce((now, times) => {
      const left = thin(now, importance, times * aim.pairs[head])
      teach(left, examples, { ...between, rate })
      return left
    }, weights)
  })
  const used = new Set(
    [...all.places].flatMap(([feature, place]) =>
      thinned.some(({ starts }) => (starts[place + 1] ?? 0) > (starts[place] ?? 0)) ? [feature] : [],
    ),
  )
  const vocabulary = vocabularyOf(texts, (feature) => used.has(feature))
  const [things, dangers] = heads.map((head, at) => {
    const weights = carried(thinned[at] as Weights, all, vocabulary)
    teach(weights, examplesOf(texts, head, vocabulary, aim), { ...second, rate })
    return weights
  }) as [Weights, Weights]
  const levels = { things: levelsFor([...things.values]), dangers: levelsFor([...dangers.values]) }
  return {
    learntFrom: aim.learntFrom,
    things: aim.things,
    dangers: aim.dangers,
    biases: [...things.biases, ...dangers.biases].map((bias) => Number(bias.toFixed(3))),
    levels,
    features: vocabulary.places.size,
    pairs: things.values.length + dangers.values.length,
    table: pack(rowsOf(vocabulary, { things, dangers }, levels)),
    ...language,
    limits: aim.limits,
  }
}

function rowsOf(vocabulary: Vocabulary, of: Readonly<Record<Head, Weights>>, levels: Model['levels']): Row[] {
  return [...vocabulary.places].map(([feature, place]) => ({
    feature,
    rarity: vocabulary.rarities[place] ?? 0,
    weights: heads.flatMap((head) => {
      const { starts, columns, values, biases } = of[head]
      // The columns of dangers stand after those of things and of none.
      const before = head === 'things' ? 0 : of.things.biases.length
      return Array.from({ length: (starts[place + 1] ?? 0) - (starts[place] ?? 0) }, (_, at) => {
        const pair = (starts[place] ?? 0) + at
        return [
          before + Math.min(columns[pair] ?? 0, biases.length),
          nearestLevel(levels[head], values[pair] ?? 0),
        ] as const
      })
    }),
  }))
}
