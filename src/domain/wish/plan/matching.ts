import { makeQueue } from './queue'
import { aRing, eachBloom, eachVertex, linkBetween, placeOn, rebase, wayToBase, type Bloom, type Link } from './ring'
import {
  begin,
  priceNow,
  putTogether,
  relabel,
  takeApart,
  topOf,
  weightNow,
  type Edge,
  type Event,
  type Graph,
  type Search,
  type Start,
} from './search'

export interface Matching {
  readonly mates: Int32Array
  readonly prices: Float64Array
  /** What no matching can gain more than; with equality, this is a best one. */
  readonly bound: number
  /** How many edges were looked at. */
  readonly looked: number
}

/**
 * The matching of the greatest gain among those in which nobody is without a mate who may not be. Edmonds' algorithm by
 * prices (the dual of the linear programme): one vertex without a mate after the other grows a tree of tight edges, while
 * prices move, until it finds a mate or costs nothing. What stays is a proof: see `boundOf`. Once `effort` edges
 * were looked at no more trees are grown: whoever is left has no mate, and the bound says what that may have cost.
 */
export function bestMatching(graph: Graph, start: Start, effort: number): Matching {
  const search = begin(graph, start)
  const { mates, prices, mayStay } = search
  for (let root = 0; root < graph.size && search.looked < effort; root++) {
    if (mates[root] === -1 && (!mayStay[root] || (prices[root] ?? 0) > 0)) growFrom(search, root)
  }
  return { mates, prices, bound: boundOf(search), looked: search.looked }
}

/** No matching gains more than this, whatever it is: the prices of all vertices, and of each ring once for each edge it has room for. */
function boundOf(search: Search): number {
  const { prices } = search
  const outermost = new Set(search.alone.map(({ vertex }) => topOf(search, vertex)))
  let bound = prices.reduce((sum, price) => sum + price, 0)
  for (const top of outermost) {
    eachBloom(top, ({ weight, size }) => {
      bound += (weight * (size - 1)) / 2
    })
  }
  return bound
}

/** Grows a tree from a vertex without mate whose price is above zero; in the end it has a mate, or the price is zero. */
function growFrom(search: Search, root: number): void {
  search.queue = makeQueue()
  search.time = 0
  search.end = { at: Infinity, from: -1, to: -1 }
  for (const vertex of search.touched) search.foreseen[vertex] = Infinity
  search.touched = []
  search.labelled = []
  makeEven(search, topOf(search, root))
  for (;;) {
    const next = search.queue.nextBefore(search.end.at)
    if (!next) break
    search.time = next.at
    if ('ring' in next.item) open(search, next.item)
    else follow(search, next.item)
  }
  const { at, from, to } = search.end
  search.time = at
  const path = pathTo(search, from)
  const tree = search.labelled.filter(({ label }) => label !== null)
  for (const bloom of tree) relabel(search, bloom, null)
  exchange(search, path, to)
  // Rings that never got a weight would only have to be opened later, one in the other.
  for (const bloom of tree) dissolve(search, bloom)
}

function dissolve(search: Search, bloom: Bloom): void {
  const left = [bloom]
  for (let next = left.pop(); next; next = left.pop()) {
    if (next.ring.length === 0 || next.weight > 0) continue
    takeApart(search, next)
    left.push(...next.ring)
  }
}

function makeEven(search: Search, bloom: Bloom): void {
  relabel(search, bloom, 'even')
  search.labelled.push(bloom)
  eachVertex(bloom, (vertex) => look(search, vertex))
}

function makeOdd(search: Search, bloom: Bloom, cameBy: Link): void {
  relabel(search, bloom, 'odd', cameBy)
  search.labelled.push(bloom)
  if (bloom.ring.length > 0) due(search, weightNow(search, bloom) / 2, bloom)
}

/** What comes after the tree's end never comes. */
function due(search: Search, after: number, event: Event): void {
  if (search.time + after < search.end.at) search.queue.put(search.time + after, event)
}

/** Edges by numbers: most are seen and never come to pass, and are not worth an object. */
function foresee(search: Search, slack: number, from: number, to: number, gain: number): void {
  const at = search.time + slack
  if (at >= search.end.at || at >= (search.foreseen[to] ?? 0)) return
  search.foreseen[to] = at
  search.touched.push(to)
  search.queue.put(at, { from, to, gain })
}

/** From an even vertex: where the tree may grow, and where it may end. */
function look(search: Search, from: number): void {
  const { first, ends, gains, mates, prices, time } = search
  const top = topOf(search, from)
  const own = (prices[from] ?? 0) - time
  if (search.mayStay[from] && time + own < search.end.at) search.end = { at: time + own, from, to: -1 }
  const last = first[from + 1] ?? 0
  search.looked += last - (first[from] ?? 0)
  for (let place = first[from] ?? 0; place < last; place++) {
    const to = ends[place] ?? 0
    const other = topOf(search, to)
    if (other === top || other.label === 'odd') continue
    const gain = gains[place] ?? 0
    const slack = own + (prices[to] ?? 0) - gain
    // Both ends of an edge between even ones fall.
    if (other.label === 'even') due(search, (slack - time) / 2, { from, to, gain })
    else if (mates[other.base] !== -1) foresee(search, slack, from, to, gain)
    else if (time + slack < search.end.at) search.end = { at: time + slack, from, to }
  }
}

/** An edge from the tree got tight, unless something happened to its ends since that was foreseen. */
function follow(search: Search, { from, to, gain }: Edge): void {
  const far = topOf(search, to)
  if (far.label === 'odd' || far === topOf(search, from)) return
  if (priceNow(search, from) + priceNow(search, to) !== gain) return
  if (far.label === 'even') close(search, [from, to])
  else {
    makeOdd(search, far, [from, to])
    makeEven(search, topOf(search, search.mates[far.base] ?? 0))
  }
}

/** Two even blooms of the tree and the ways up to where they meet are an odd ring. It is even as a whole. */
function close(search: Search, link: Link): void {
  const [near, far] = [topOf(search, link[0]), topOf(search, link[1])]
  const meeting = meetingOf(search, near, far)
  const [left, right] = [waysUp(search, near, meeting).reverse(), waysUp(search, far, meeting)]
  const parts = [meeting, ...left.map(({ from }) => from), ...right.map(({ from }) => from)]
  const links = [...left.map(({ by }) => turned(by)), link, ...right.map(({ by }) => by)]
  const fresh = parts.filter(({ label }) => label === 'odd')
  for (const part of fresh) relabel(search, part, 'even')
  const ring = aRing(parts, links, meeting.base)
  // Of weight zero, now: as of time 0 that is less.
  ring.label = 'even'
  ring.weight = -2 * search.time
  for (const part of parts) part.weight = part.ring.length > 0 ? weightNow(search, part) : 0
  putTogether(search, ring)
  search.labelled.push(ring)
  // Who was even before has looked around.
  for (const part of fresh) eachVertex(part, (vertex) => look(search, vertex))
}

/** Where the ways of two even blooms to the root meet; both are walked in turns, so that no more is walked than the ring. */
function meetingOf(search: Search, near: Bloom, far: Bloom): Bloom {
  const seen = new Set<Bloom>()
  let [one, other]: [Bloom | null, Bloom | null] = [near, far]
  for (;;) {
    if (one) {
      if (seen.has(one)) return one
      seen.add(one)
      const up = wayUp(search, one)
      one = up && topOf(search, up[1])
    }
    ;[one, other] = [other, one]
  }
}

/** The edge of a bloom of the tree towards the root. */
function wayUp({ mates }: Search, { label, cameBy, base }: Bloom): Link | null {
  if (label === 'odd') return cameBy && turned(cameBy)
  const mate = mates[base] ?? -1
  return mate === -1 ? null : [base, mate]
}

function waysUp(search: Search, bloom: Bloom, end: Bloom): { readonly from: Bloom; readonly by: Link }[] {
  const ways = []
  for (let from = bloom; from !== end;) {
    const by = wayUp(search, from)
    if (!by) return ways
    ways.push({ from, by })
    from = topOf(search, by[1])
  }
  return ways
}

const turned = ([from, to]: Link): Link => [to, from]

/** An odd ring without weight comes apart: what the tree runs through stays in it, the rest is outside again. */
function open(search: Search, ring: Bloom): void {
  const { cameBy } = ring
  if (ring.within || ring.label !== 'odd' || !cameBy || weightNow(search, ring) !== 0) return
  const way = wayToBase(ring, placeOn(ring, cameBy[1], search.alone))
  ring.label = null
  takeApart(search, ring)
  // Their prices have moved with the ring's: they are odd already. Most vertices stay so, and are not touched.
  for (const part of ring.ring) {
    part.label = 'odd'
    if (part.ring.length > 0) part.weight += 2 * search.time
  }
  const aside = ring.ring.filter((_, place) => !way.includes(place))
  for (const part of aside) relabel(search, part, null)
  way.forEach((place, turn) => {
    const part = ring.ring[place] as Bloom
    if (turn % 2 === 1) makeEven(search, part)
    else makeOdd(search, part, turn === 0 ? cameBy : linkBetween(ring, way[turn - 1] ?? 0, place))
  })
  for (const part of aside) eachVertex(part, (vertex) => lookBack(search, vertex))
}

/** From a vertex that left the tree: where the tree may come to it again. */
function lookBack(search: Search, to: number): void {
  const { first, ends, gains, foreseen } = search
  const own = priceNow(search, to)
  foreseen[to] = Infinity
  for (let place = first[to] ?? 0; place < (first[to + 1] ?? 0); place++) {
    const from = ends[place] ?? 0
    const gain = gains[place] ?? 0
    if (topOf(search, from).label === 'even') {
      foresee(search, priceNow(search, from) + own - gain, from, to, gain)
    }
  }
}

/** The way from an even vertex to the root: the unmatched edges on it, from the vertex's side upwards. */
function pathTo(search: Search, from: number): readonly number[] {
  const path = [from]
  for (let bloom = topOf(search, from); ;) {
    const mate = search.mates[bloom.base] ?? -1
    if (mate === -1) return path
    const cameBy = topOf(search, mate).cameBy
    if (!cameBy) return path
    path.push(cameBy[1], cameBy[0])
    bloom = topOf(search, cameBy[0])
  }
}

/** Every second edge on the way to the root changes: the root gets a mate, and the first vertex the one outside, or none. */
function exchange(search: Search, path: readonly number[], outsider: number): void {
  const { mates, alone } = search
  const pairs = [outsider, ...path]
  for (const vertex of pairs) if (vertex !== -1) rebase(topOf(search, vertex), vertex, mates, alone)
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const [one, other] = [pairs[at] ?? -1, pairs[at + 1] ?? -1]
    if (one !== -1) mates[one] = other
    if (other !== -1) mates[other] = one
  }
}
