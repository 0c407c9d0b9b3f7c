/** An edge from one vertex to another. */
export type Link = readonly [from: number, to: number]

/**
 * A vertex alone, or an odd ring of such blooms that for a while stands as one vertex (a "blossom", Edmonds 1965). Inside a
 * ring everybody but one, its base, is matched with a neighbour on the ring; any vertex of it can be made the base.
 */
export interface Bloom {
  /** The vertex; -1: it is a ring. */
  readonly vertex: number
  /** How many vertices are in it. */
  readonly size: number
  /** Empty: a vertex alone. The first holds the base; the second and third are matched, the fourth and fifth, and so on. */
  ring: readonly Bloom[]
  /** `links[i]` goes from `ring[i]` to the next on the ring. */
  links: readonly Link[]
  /** While it stands for itself: by which number its vertices find it. */
  group: number
  /** The vertex whose mate, if it has one, is outside. */
  base: number
  /** The ring that it is part of; null: it stands for itself. */
  within: Bloom | null
  /** What the ring adds to the price of every edge inside it; never negative. While it has a label, as of time 0. */
  weight: number
  /** How many edges away from the root of the tree that is growing; null: not in it. */
  label: 'even' | 'odd' | null
  /** Of an odd one: the edge by which the tree came to it. */
  cameBy: Link | null
}

const outside = { within: null, weight: 0, label: null, cameBy: null }

export const aVertex = (vertex: number): Bloom => ({
  ...outside,
  ...{ vertex, group: vertex, size: 1, ring: [], links: [], base: vertex },
})

export const aRing = (ring: readonly Bloom[], links: readonly Link[], base: number): Bloom => ({
  ...outside,
  ...{ vertex: -1, group: -1, size: ring.reduce((sum, { size }) => sum + size, 0), ring, links, base },
})

/** Rings lie in rings, thousands deep: nothing here calls itself. */
export function eachBloom(bloom: Bloom, work: (bloom: Bloom) => void): void {
  const left = [bloom]
  for (let next = left.pop(); next; next = left.pop()) {
    work(next)
    for (const part of next.ring) left.push(part)
  }
}

export const eachVertex = (bloom: Bloom, work: (vertex: number) => void): void =>
  eachBloom(bloom, ({ vertex }) => {
    if (vertex !== -1) work(vertex)
  })

/** Where on the ring the vertex is; `alone[v]` is the bloom of the vertex alone. */
export function placeOn(bloom: Bloom, vertex: number, alone: readonly Bloom[]): number {
  let part = alone[vertex] ?? null
  while (part && part.within !== bloom) part = part.within
  return part ? bloom.ring.indexOf(part) : -1
}

/** The places from `place` to the base, the way round that begins along a matched edge: it has an even number of edges. */
export function wayToBase({ ring }: Bloom, place: number): readonly number[] {
  const step = place % 2 === 0 ? -1 : 1
  const way = [place]
  for (let at = place; at % ring.length !== 0; at += step) way.push((at + step) % ring.length)
  return way
}

/** The edge of the ring between two neighbouring places, from the first to the second. */
export function linkBetween({ ring, links }: Bloom, from: number, to: number): Link {
  if ((from + 1) % ring.length === to) return links[from] ?? [-1, -1]
  const [end, start] = links[to] ?? [-1, -1]
  return [start, end]
}

/** Makes the vertex the base: inside, mates change along the way to the old base. Its own mate is for the caller to set. */
export function rebase(whole: Bloom, vertex: number, mates: Int32Array, alone: readonly Bloom[]): void {
  const left: [Bloom, number][] = [[whole, vertex]]
  for (let next = left.pop(); next; next = left.pop()) {
    const [end, base] = next
    if (end.base === base) continue
    for (let part = alone[base] as Bloom; part !== end && part.within; part = part.within) {
      left.push(...turnTo(part.within, part, base, mates))
    }
  }
}

/** Turns one ring until the part is its first; answers which parts need another base for it, and which. */
function turnTo(bloom: Bloom, first: Bloom, base: number, mates: Int32Array): [Bloom, number][] {
  const { ring, links } = bloom
  const place = ring.indexOf(first)
  bloom.base = base
  if (place === 0) return []
  const way = wayToBase(bloom, place)
  const others: [Bloom, number][] = []
  for (let at = 1; at + 1 < way.length; at += 2) {
    const [near, far] = [way[at] ?? 0, way[at + 1] ?? 0]
    const [from, to] = linkBetween(bloom, near, far)
    others.push([ring[near] as Bloom, from], [ring[far] as Bloom, to])
    mates[from] = to
    mates[to] = from
  }
  bloom.ring = [...ring.slice(place), ...ring.slice(0, place)]
  bloom.links = [...links.slice(place), ...links.slice(0, place)]
  return others
}
