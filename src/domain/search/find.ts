import { makeReader, type Cues } from './answers'
import type { Model } from './model'
import { makeScorer, type Said } from './score'
import { affirmed, anyOf, piecesOf, runsOf } from './text'

/** One thing that can be found: a matter, later a kind of wish or of notice. */
export interface Entry {
  readonly id: string
  readonly name: string
  readonly group: string
  /** May be called a danger where the text speaks of one. */
  readonly danger: boolean
}

export interface Hit {
  readonly id: string
  /** 0 … 1 */
  readonly confidence: number
  /** The text speaks of this as a danger. What can be one is not always: "井盖归谁管". */
  readonly danger: boolean
  /** Question → option: what the text says already of what this would be asked. Left out where it says nothing. */
  readonly answers?: Readonly<Record<string, string>>
}

export interface Found {
  /**
   * found: these are meant. unsure: they may be, better ask. outside: it is none of ours, nothing is shown.
   * nothing: no words yet.
   */
  readonly outcome: 'found' | 'unsure' | 'outside' | 'nothing'
  /** Dangers first, then by confidence. Empty unless found or unsure. */
  readonly hits: readonly Hit[]
  /** When unsure: the nearest groups, the nearest first. */
  readonly groups: readonly string[]
}

export interface Look {
  /** At most so many hits; five unless said. */
  readonly limit?: number
  /** What exists here; everything unless said. What is not shown leaves its share to the others. */
  readonly shown?: (id: string) => boolean
}

/** Finds what a text speaks of. Made once from data, then asked at every keystroke. */
export interface Finder {
  look(text: string, how?: Look): Found
  /** The hits of `look`. */
  find(text: string, limit?: number): readonly Hit[]
}

export interface FinderData {
  readonly entries: readonly Entry[]
  readonly model: Model
  readonly cues?: Cues
}

/** What the whole text counts beside the clearest of its pieces. */
const wholeShare = 0.7
/** A hit that is this weak is none. */
const leastConfidence = 0.002
/** So many are shown in any case, since what is meant is often the third; the rest only if it is near the best one. */
const surelyShown = 3
const leastShare = 0.05
const mostHits = 5
const mostGroups = 3
/** Characters that a cry for help has at least; and how clear it must be in a text that is none of ours otherwise. */
const leastCry = 2
const leastOutside = 0.6

const nobody: Cues = { cues: [], asked: {} }
const nothing: Found = { outcome: 'nothing', hits: [], groups: [] }
const outside: Found = { outcome: 'outside', hits: [], groups: [] }

/** A share of the whole text and one of its pieces; a single piece is the whole text again. */
const mixed = (whole: number, ofPieces: readonly number[], choose: (...shares: number[]) => number) =>
  ofPieces.length < 2 ? whole : wholeShare * whole + (1 - wholeShare) * choose(...ofPieces)

/** A finder over whatever it is given: it knows no matter by name. */
export function makeFinder({ entries, model, cues = nobody }: FinderData): Finder {
  const score = makeScorer(model)
  const read = makeReader(cues)
  const fillers = anyOf(model.fillers)
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const runsIn = (text: string) => affirmed(runsOf(text, fillers), model)
  const byName = new Map(entries.map(({ id, name }) => [runsIn(name).join(''), id]))
  const { limits } = model

  /** Danger → how clearly the text, or a piece of it, cries for help. */
  function criesIn(whole: Said, pieces: readonly Said[]): ReadonlyMap<string, number> {
    return new Map(
      model.dangers.flatMap((id, at) => {
        const said = whole.dangers[at] ?? 0
        const inPiece = Math.max(0, ...pieces.map(({ dangers }) => dangers[at] ?? 0))
        if (!byId.get(id)?.danger || (said < limits.danger && inPiece < limits.dangerInPiece)) return []
        return [[id, Math.max(said, inPiece)]]
      }),
    )
  }

  function look(text: string, { limit = mostHits, shown = () => true }: Look = {}): Found {
    if (text.trim() === '') return nothing
    const runs = runsIn(text)
    const together = runs.join('')
    if (together === '') return outside
    const hidden = new Set(model.things.filter((id) => !byId.has(id) || !shown(id)))
    const whole = score(runs, hidden)
    const heard = piecesOf(runs).filter((piece) => !model.denials.some((denial) => piece.includes(denial)))
    const pieces = heard.map((piece) => score([piece], hidden))
    const named = byName.get(together)
    const none = mixed(
      whole.none,
      pieces.map((piece) => piece.none),
      Math.min,
    )
    const isOutside = whole.known === 0 || none >= limits.outside
    // What is not ours at all has to cry loudly, and a single character is no cry yet.
    const least = together.length < leastCry ? 1 : isOutside ? leastOutside : 0
    const cries = new Map([...criesIn(whole, pieces)].filter(([, cry]) => cry > least))
    if (isOutside && cries.size === 0 && (named === undefined || hidden.has(named))) return outside

    const heardOf = (at: number) =>
      mixed(
        whole.things[at] ?? 0,
        pieces.map(({ things }) => things[at] ?? 0),
        Math.max,
      )
    const confidenceOf = (id: string, at: number) =>
      hidden.has(id) ? 0 : Math.min(1, Math.max(id === named ? 1 : 0, cries.get(id) ?? 0, heardOf(at)))
    const answersFor = read(together)
    const all = model.things
      .map((id, at) => ({ id, confidence: confidenceOf(id, at), danger: cries.has(id) }))
      .sort((a, b) => Number(b.danger) - Number(a.danger) || b.confidence - a.confidence)
    const best = Math.max(...all.map(({ confidence }) => confidence))
    const hits = all
      .filter(
        ({ confidence, danger }, at) =>
          danger || confidence >= Math.max(leastConfidence, at < surelyShown ? 0 : best * leastShare),
      )
      .slice(0, limit)
      .map((hit): Hit => {
        const answers = answersFor(hit.id)
        return Object.keys(answers).length === 0 ? hit : { ...hit, answers }
      })
    if (hits.length === 0) return outside
    if (cries.size > 0 || best >= limits.unsure) return { outcome: 'found', hits, groups: [] }
    return { outcome: 'unsure', hits, groups: nearest(all) }
  }

  /** The groups that hold most of the confidence. */
  function nearest(all: readonly { readonly id: string; readonly confidence: number }[]): readonly string[] {
    const sums = new Map<string, number>()
    for (const { id, confidence } of all) {
      const group = byId.get(id)?.group
      if (group !== undefined) sums.set(group, (sums.get(group) ?? 0) + confidence)
    }
    return [...sums]
      .sort(([, a], [, b]) => b - a)
      .slice(0, mostGroups)
      .map(([group]) => group)
  }

  return { look, find: (text, limit) => look(text, limit === undefined ? {} : { limit }).hits }
}
