import { featuresOf, readSounds } from './features'
import { unpack, type Model } from './model'

/** What the table says of a text. */
export interface Said {
  /** One for each thing that exists here, and the last for none of them. Together 1. */
  readonly things: Float32Array
  /** How likely it is none of all things, those among them that do not exist here. */
  readonly none: number
  /** One for each danger; the last is for no danger. Together 1. */
  readonly dangers: Float32Array
  /** How many of the text's features the table knows. */
  readonly known: number
}

/** Numbers of any size → shares that make 1 together; what is not `open` has none. */
function shares(scores: Float32Array, open: (at: number) => boolean): Float32Array {
  const found = new Float32Array(scores.length)
  const most = scores.reduce((best, score, at) => (open(at) ? Math.max(best, score) : best), -Infinity)
  let sum = 0
  scores.forEach((score, at) => {
    if (!open(at)) return
    const share = Math.exp(score - most)
    found[at] = share
    sum += share
  })
  return found.map((share) => share / sum)
}

/** Makes the table ready, and tells what it says. `hidden` things do not exist here: what they had falls to others. */
export function makeScorer(model: Model): (runs: readonly string[], hidden: ReadonlySet<string>) => Said {
  const sounds = readSounds(model.sounds)
  const table = unpack(model)
  const firstDanger = model.things.length + 1
  const biases = Float32Array.from(model.biases)

  return (runs, hidden) => {
    const places: number[] = []
    let length = 0
    for (const feature of featuresOf(runs, sounds)) {
      const place = table.places.get(feature)
      if (place === undefined) continue
      places.push(place)
      length += (table.rarities[place] ?? 0) ** 2
    }
    const scores = biases.slice()
    for (const place of places) {
      const value = (table.rarities[place] ?? 0) / Math.sqrt(length)
      const end = table.starts[place + 1] ?? 0
      for (let at = table.starts[place] ?? 0; at < end; at++) {
        const column = table.columns[at] ?? 0
        scores[column] = (scores[column] ?? 0) + (table.weights[at] ?? 0) * value
      }
    }
    const isOpen = (ids: readonly string[]) => (at: number) => !hidden.has(ids[at] ?? '')
    const ofAll = shares(scores.subarray(0, firstDanger), () => true)
    return {
      none: ofAll[model.things.length] ?? 0,
      things: shares(scores.subarray(0, firstDanger), isOpen(model.things)),
      dangers: shares(scores.subarray(firstDanger), isOpen(model.dangers)),
      known: places.length,
    }
  }
}
