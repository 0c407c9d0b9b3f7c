import { makeQueue, type Queue } from './queue'
import { aVertex, eachVertex, type Bloom, type Link } from './ring'

/** A graph without direction; gains are even whole numbers, so that every price is a whole number too. */
export interface Graph {
  readonly size: number
  readonly edges: readonly Edge[]
}

export interface Edge {
  readonly from: number
  readonly to: number
  readonly gain: number
}

/** A matching that may be incomplete, with prices that no edge's gain exceeds and that matched edges reach exactly. */
export interface Start {
  /** The mate of each vertex; -1: it has none. */
  readonly mates: Int32Array
  readonly prices: Float64Array
  /** Who may stay without a mate; none of these has a price below zero. */
  readonly mayStay: Uint8Array
}

/** What may happen while a tree grows: an edge from an even vertex gets tight, or an odd ring has no weight left. */
export type Event = Edge | Bloom

/** How the tree ends: an edge to a vertex without mate; or, `to` being -1, a vertex of it that may as well stay without. */
export interface End {
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface Search {
  readonly mates: Int32Array
  /** Of vertices whose bloom has a label as they would be at time 0: there, time moves all prices alike. */
  readonly prices: Float64Array
  readonly mayStay: Uint8Array
  /** The edges of vertex v: places `first[v]` to `first[v + 1]` of `ends` and `gains`. */
  readonly first: Int32Array
  readonly ends: Int32Array
  readonly gains: Float64Array
  readonly alone: readonly Bloom[]
  /** The outermost bloom of vertex v is `tops[groups[v]]`, so that a ring in a ring need not be told to each vertex. */
  readonly groups: Int32Array
  readonly tops: Bloom[]
  /** Numbers of groups that nobody uses. */
  readonly spare: number[]
  /** When an edge from the tree to a vertex outside it gets tight, as far as foreseen: later ones change nothing. */
  readonly foreseen: Float64Array
  looked: number
  queue: Queue<Event>
  /** How far the prices of the even have fallen, and those of the odd risen, since the tree began. */
  time: number
  end: End
  /** Whose `foreseen` is to be forgotten when the tree is done. */
  touched: number[]
  /** What has had a label. */
  labelled: Bloom[]
}

/** Nobody is in a tree yet. */
export function begin({ size, edges }: Graph, { mates, prices, mayStay }: Start): Search {
  const first = new Int32Array(size + 2)
  for (const { from, to } of edges) {
    first[from + 2] = (first[from + 2] ?? 0) + 1
    first[to + 2] = (first[to + 2] ?? 0) + 1
  }
  for (let vertex = 2; vertex < first.length; vertex++) first[vertex] = (first[vertex] ?? 0) + (first[vertex - 1] ?? 0)
  const ends = new Int32Array(2 * edges.length)
  const gains = new Float64Array(2 * edges.length)
  const put = (from: number, to: number, gain: number) => {
    const place = first[from + 1] ?? 0
    first[from + 1] = place + 1
    ends[place] = to
    gains[place] = gain
  }
  for (const { from, to, gain } of edges) {
    put(from, to, gain)
    put(to, from, gain)
  }
  const alone = Array.from({ length: size }, (_, vertex) => aVertex(vertex))
  return {
    ...{ mates: mates.slice(), prices: prices.slice(), mayStay, first, ends, gains, alone, tops: [...alone] },
    ...{ groups: Int32Array.from(alone.keys()), spare: [] },
    foreseen: new Float64Array(size).fill(Infinity),
    ...{ queue: makeQueue(), looked: 0, time: 0, end: { at: Infinity, from: -1, to: -1 }, labelled: [], touched: [] },
  }
}

/** The outermost bloom of a vertex. */
export const topOf = ({ groups, tops }: Search, vertex: number): Bloom => tops[groups[vertex] ?? 0] as Bloom

const largestOf = (parts: readonly Bloom[]): Bloom =>
  parts.reduce((largest, part) => (part.size > largest.size ? part : largest))

function regroup({ groups, tops }: Search, bloom: Bloom, group: number): void {
  bloom.group = group
  tops[group] = bloom
  eachVertex(bloom, (vertex) => {
    groups[vertex] = group
  })
}

/** From now on the ring stands for its parts. The largest keeps its number: only the vertices of the others get another. */
export function putTogether(search: Search, ring: Bloom): void {
  const largest = largestOf(ring.ring)
  for (const part of ring.ring) {
    part.label = null
    part.within = ring
    if (part === largest) continue
    search.spare.push(part.group)
    regroup(search, part, largest.group)
  }
  ring.group = largest.group
  search.tops[ring.group] = ring
}

/** From now on the parts stand for themselves. */
export function takeApart(search: Search, { ring, group }: Bloom): void {
  const largest = largestOf(ring)
  for (const part of ring) {
    part.within = null
    if (part !== largest) regroup(search, part, search.spare.pop() ?? -1)
  }
  largest.group = group
  search.tops[group] = largest
}

/** Which way time moves the prices of a bloom. The weights of rings move the other way, twice as fast. */
const driftOf = ({ label }: Bloom): number => (label === null ? 0 : label === 'even' ? -1 : 1)

export const priceNow = (search: Search, vertex: number): number =>
  (search.prices[vertex] ?? 0) + driftOf(topOf(search, vertex)) * search.time

/** Changes what is written of a bloom, so that with another label it comes to the same now. */
export function relabel(search: Search, bloom: Bloom, label: Bloom['label'], cameBy: Link | null = null): void {
  const before = driftOf(bloom)
  bloom.label = label
  bloom.cameBy = cameBy
  const change = (before - driftOf(bloom)) * search.time
  if (bloom.ring.length > 0) bloom.weight -= 2 * change
  if (change === 0) return
  eachVertex(bloom, (vertex) => {
    search.prices[vertex] = (search.prices[vertex] ?? 0) + change
  })
}

export const weightNow = ({ time }: Search, bloom: Bloom): number => bloom.weight - 2 * driftOf(bloom) * time
