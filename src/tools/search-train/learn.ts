/** Softmax regression over sparse features, learnt by Adagrad, then thinned out to what a phone can carry. */

/** A text as features of the vocabulary, with how much each counts. */
export interface Vector {
  readonly features: Int32Array
  readonly values: Float32Array
}

export interface Example {
  readonly vector: Vector
  /** What it belongs to, in shares that make 1. */
  readonly targets: readonly (readonly [column: number, share: number])[]
  readonly weight: number
}

/** What each feature says for and against columns: only pairs that have been seen together have a weight. */
export interface Weights {
  /** Feature → where its pairs start; one more at the end. */
  starts: Int32Array
  columns: Int32Array
  values: Float32Array
  /** Adagrad's memory of how far each weight has come. */
  moved: Float32Array
  readonly biases: Float32Array
  readonly biasesMoved: Float32Array
}

/** Mulberry32: the same order each time, so that the same sayings give the same model. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function packed(pairs: readonly ReadonlyMap<number, number>[], columns: number): Weights {
  const starts = new Int32Array(pairs.length + 1)
  pairs.forEach((pair, feature) => (starts[feature + 1] = (starts[feature] ?? 0) + pair.size))
  return {
    starts,
    columns: Int32Array.from(pairs.flatMap((pair) => [...pair.keys()])),
    values: Float32Array.from(pairs.flatMap((pair) => [...pair.values()])),
    moved: new Float32Array(starts[pairs.length] ?? 0).fill(1e-3),
    biases: new Float32Array(columns),
    biasesMoved: new Float32Array(columns).fill(1e-2),
  }
}

/** Nothing learnt yet: a weight of nought for each pair that stands together in an example. */
export function blank(examples: readonly Example[], features: number, columns: number): Weights {
  const pairs = Array.from({ length: features }, () => new Map<number, number>())
  for (const { vector, targets } of examples)
    for (const feature of vector.features) for (const [column] of targets) pairs[feature]?.set(column, 0)
  return packed(
    pairs.map((pair) => new Map([...pair].sort(([a], [b]) => a - b))),
    columns,
  )
}

/** The shares of all columns, into `shares`. */
export function predict(weights: Weights, { features, values }: Vector, shares: Float32Array): void {
  shares.set(weights.biases)
  for (let at = 0; at < features.length; at++) {
    const feature = features[at] as number
    const value = values[at] as number
    const end = weights.starts[feature + 1] as number
    for (let pair = weights.starts[feature] as number; pair < end; pair++) {
      const column = weights.columns[pair] as number
      shares[column] = (shares[column] as number) + (weights.values[pair] as number) * value
    }
  }
  let most = -Infinity
  for (const share of shares) if (share > most) most = share
  let sum = 0
  for (let column = 0; column < shares.length; column++) {
    const share = Math.exp((shares[column] as number) - most)
    shares[column] = share
    sum += share
  }
  for (let column = 0; column < shares.length; column++) shares[column] = (shares[column] as number) / sum
}

export interface Lesson {
  readonly rounds: number
  /** Of the first round; the last has a tenth of it. */
  readonly rate: number
  readonly seed: number
}

function step(weights: Weights, { vector, targets, weight }: Example, errors: Float32Array, rate: number): void {
  predict(weights, vector, errors)
  for (const [column, share] of targets) errors[column] = (errors[column] as number) - share
  for (let column = 0; column < errors.length; column++) {
    const slope = (errors[column] as number) * weight
    const moved = (weights.biasesMoved[column] as number) + slope * slope
    weights.biasesMoved[column] = moved
    weights.biases[column] = (weights.biases[column] as number) - (rate * slope) / Math.sqrt(moved)
  }
  for (let at = 0; at < vector.features.length; at++) {
    const feature = vector.features[at] as number
    const value = (vector.values[at] as number) * weight
    const end = weights.starts[feature + 1] as number
    for (let pair = weights.starts[feature] as number; pair < end; pair++) {
      const slope = (errors[weights.columns[pair] as number] as number) * value
      const moved = (weights.moved[pair] as number) + slope * slope
      weights.moved[pair] = moved
      weights.values[pair] = (weights.values[pair] as number) - (rate * slope) / Math.sqrt(moved)
    }
  }
}

/** Goes over the examples `rounds` times, each time in another order; the mean of the later rounds is what stays. */
export function teach(weights: Weights, examples: readonly Example[], { rounds, rate, seed }: Lesson): void {
  const random = chance(seed)
  const order = Int32Array.from(examples.keys())
  const errors = new Float32Array(weights.biases.length)
  const kept = { values: new Float32Array(weights.values.length), biases: new Float32Array(weights.biases.length) }
  const later = Math.ceil(rounds / 2)
  for (let round = 0; round < rounds; round++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1))
      const kept = order[at] as number
      order[at] = order[other] as number
      order[other] = kept
    }
    const now = rate * (1 - (0.9 * round) / rounds)
    for (const at of order) step(weights, examples[at] as Example, errors, now)
    if (round < rounds - later) continue
    weights.values.forEach((value, pair) => (kept.values[pair] = (kept.values[pair] ?? 0) + value / later))
    weights.biases.forEach((bias, column) => (kept.biases[column] = (kept.biases[column] ?? 0) + bias / later))
  }
  weights.values.set(kept.values)
  weights.biases.set(kept.biases)
}

/** Keeps the `most` pairs that matter most: far from nought, in features that are often there and count much. */
export function thin(weights: Weights, importance: Float32Array, most: number): Weights {
  const worth = Float32Array.from(weights.values, Math.abs)
  const features = weights.starts.length - 1
  const each = (feature: number, visit: (pair: number) => void) => {
    const end = weights.starts[feature + 1] ?? 0
    for (let pair = weights.starts[feature] ?? 0; pair < end; pair++) visit(pair)
  }
  for (let feature = 0; feature < features; feature++)
    each(feature, (pair) => (worth[pair] = (worth[pair] ?? 0) * (importance[feature] ?? 0)))
  const least = worth.length > most ? (worth.slice().sort()[worth.length - most] ?? 0) : 0
  const pairs = Array.from({ length: features }, (_, feature) => {
    const kept = new Map<number, number>()
    each(feature, (pair) => {
      if ((worth[pair] ?? 0) >= least) kept.set(weights.columns[pair] ?? 0, weights.values[pair] ?? 0)
    })
    return kept
  })
  const thinned = packed(pairs, weights.biases.length)
  thinned.biases.set(weights.biases)
  // What is left has found its place already: it moves less than at the start.
  thinned.moved.fill(0.05)
  thinned.biasesMoved.set(weights.biasesMoved)
  return thinned
}
