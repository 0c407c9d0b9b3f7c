import { grams, normalise } from './normalise'

/** One thing that can be found: a matter, later a kind of wish or of notice. */
export interface Entry {
  readonly id: string
  readonly name: string
  /** Ways people say it. */
  readonly phrasings: readonly string[]
  /** Shown before everything else when the text speaks of it. */
  readonly danger: boolean
}

export interface Hit {
  readonly id: string
  /** 0 … 1 */
  readonly confidence: number
  readonly danger: boolean
}

/** Finds what a text speaks of. Made once from data, then asked at every keystroke. */
export interface Finder {
  /** At most `limit` (five unless said) hits: dangers first, then by confidence. Empty: nothing comes near. */
  find(text: string, limit?: number): readonly Hit[]
}

/** How much a run of characters says by its length: single characters say little. */
const lengthWeight = [0, 0.2, 1, 1.3] as const
/** What the best single phrasing counts beside all that is known of the entry. */
const phraseShare = 0.55
/** A long story holds much that is beside the matter: from this weight on, only so much of it has to be explained. */
const mostToExplain = 30
/** Below this a hit is a guess and is not shown. */
const leastConfidence = 0.18
/** A danger must be said this clearly to go first. */
const leastDanger = 0.3
/** A hit that is this much weaker than the best one only distracts. */
const leastShare = 0.3

interface Phrase {
  readonly entry: number
  readonly grams: ReadonlySet<string>
  readonly weight: number
}

/**
 * Character n-grams over names and phrasings: how well the best phrasing and the text cover each other, and how
 * much of the text the entry's phrasings explain together. A first version behind this interface.
 */
export function makeFinder(entries: readonly Entry[]): Finder {
  const phrased = entries.flatMap((entry, index) =>
    [...new Set([entry.name, ...entry.phrasings].map(normalise))]
      .filter(Boolean)
      .map((text) => ({ entry: index, grams: grams(text) })),
  )
  /** gram → entry → in how many of its phrasings. */
  const known = new Map<string, Map<number, number>>()
  for (const phrase of phrased) {
    for (const gram of phrase.grams) {
      const holders = known.get(gram) ?? new Map<number, number>()
      known.set(gram, holders.set(phrase.entry, (holders.get(phrase.entry) ?? 0) + 1))
    }
  }
  const weightOf = (gram: string) => {
    // What stands in no phrasing at all says nothing for or against any of them: it counts like a common one.
    const holders = known.get(gram)?.size ?? entries.length / 4
    return Math.log(1 + entries.length / holders) * (lengthWeight[[...gram].length] ?? 0)
  }
  const total = (set: ReadonlySet<string>) => [...set].reduce((sum, gram) => sum + weightOf(gram), 0)
  const phrases: readonly Phrase[] = phrased.map((phrase) => ({ ...phrase, weight: total(phrase.grams) }))
  const phrasesWith = new Map<string, number[]>()
  phrases.forEach((phrase, at) => {
    for (const gram of phrase.grams) {
      const list = phrasesWith.get(gram)
      if (list) list.push(at)
      else phrasesWith.set(gram, [at])
    }
  })

  function find(text: string, limit = 5): readonly Hit[] {
    const asked = grams(normalise(text))
    if (asked.size === 0) return []
    const toExplain = Math.min(total(asked), mostToExplain)
    const shared = new Map<number, number>()
    const explained = new Map<number, number>()
    for (const gram of asked) {
      const weight = weightOf(gram)
      for (const at of phrasesWith.get(gram) ?? []) shared.set(at, (shared.get(at) ?? 0) + weight)
      for (const [index, count] of known.get(gram) ?? []) {
        explained.set(index, (explained.get(index) ?? 0) + (weight * count) / (count + 0.4))
      }
    }
    const best = new Map<number, number>()
    for (const [at, weight] of shared) {
      const phrase = phrases[at]
      if (!phrase) continue
      const score = Math.sqrt((weight / phrase.weight) * Math.min(1, weight / toExplain))
      best.set(phrase.entry, Math.max(best.get(phrase.entry) ?? 0, score))
    }
    const hits = [...best].flatMap(([index, phrase]) => {
      const entry = entries[index]
      const whole = Math.min(1, (explained.get(index) ?? 0) / toExplain)
      const confidence = Math.min(1, phraseShare * phrase + (1 - phraseShare) * whole)
      return entry && confidence >= leastConfidence ? [{ id: entry.id, confidence, danger: entry.danger }] : []
    })
    const strongest = Math.max(0, ...hits.map(({ confidence }) => confidence))
    return hits
      .filter(({ confidence }) => confidence >= strongest * leastShare)
      .map((hit) => ({ ...hit, danger: hit.danger && hit.confidence >= Math.max(leastDanger, strongest * 0.7) }))
      .sort((a, b) => Number(b.danger) - Number(a.danger) || b.confidence - a.confidence)
      .slice(0, limit)
  }
  return { find }
}
