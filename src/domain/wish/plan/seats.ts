import { bestMatching, type Matching } from './matching'
import type { Edge } from './search'

/** A wish, by the number of helpers that it needs all of. */
export interface SeatedWish {
  readonly places: 1 | 2
  /** The offers that fit, each once; its score is a whole number, at least 0. */
  readonly fits: readonly { readonly offer: number; readonly score: number }[]
}

/** The offers that each wish gets: as many as it has places, all different, or none. */
export interface Seating {
  readonly offersOf: readonly (readonly number[])[]
  /** What the seating gains, and what no seating can exceed: when they are equal it is the best one. */
  readonly gain: number
  readonly bound: number
}

const nobody = -1

/** A graph under construction. `offerAt` says whose a vertex is, where a wish that is matched with it gets that offer. */
interface Draft {
  readonly edges: Edge[]
  /** The edges between the two seats of a wish. */
  readonly between: Edge[]
  /** What stands between an offer with several turns and a wish with two seats. */
  readonly couples: (Joint & { readonly near: number; readonly far: number })[]
  readonly mates: number[]
  readonly mayStay: boolean[]
  readonly offerAt: number[]
}

function addVertex({ mates, mayStay, offerAt }: Draft, offer: number, stays: boolean): number {
  mayStay.push(stays)
  offerAt.push(offer)
  return mates.push(-1) - 1
}

/** Two vertices that, when nobody else takes both, have each other, for nothing. */
function addCouple(draft: Draft, offer: number): readonly [number, number] {
  const [one, other] = [addVertex(draft, nobody, false), addVertex(draft, offer, false)]
  draft.mates[one] = other
  draft.mates[other] = one
  draft.edges.push({ from: one, to: other, gain: 0 })
  return [one, other]
}

/**
 * The best seating as a matching in a graph. Each turn of an offer is a vertex, and so is a wish for one. A wish for two is
 * a couple of seats: they take two offers, or each other, and never one alone. Where an offer has several turns, the way to
 * a couple of seats leads through a couple of its own, so that it is walked once and nobody gets two seats of one wish.
 */
export function bestSeating(wishes: readonly SeatedWish[], turns: readonly number[], effort: number): Seating {
  const draft: Draft = { edges: [], between: [], couples: [], mates: [], mayStay: [], offerAt: [] }
  const turnsOf = turnVertices(draft, wishes, turns)
  // More than all scores of a plan together: one wish more is worth more than any better fit.
  const wishGain = 1 + wishes.reduce((sum, { fits }) => Math.max(0, ...fits.map(({ score }) => score)) + sum, 0)
  const seatsOf = wishes.map(({ places, fits }) => {
    const seats = Array.from({ length: places }, () => addVertex(draft, nobody, true))
    if (seats.length > 1) draft.between.push({ from: seats[0] ?? 0, to: seats[1] ?? 0, gain: 0 })
    for (const { offer, score } of fits) {
      join(draft, { turns: turnsOf[offer] ?? [], seats, offer, gain: gainOf(places, wishGain + score) })
    }
    return seats
  })
  const { mates, bound } = solve(draft, { seatsAsk: seatsOf.flat().length <= turnsOf.flat().length, effort })
  const offersOf = seatsOf.map((seats) => {
    const offers = seats.map((seat) => draft.offerAt[mates[seat] ?? -1] ?? nobody)
    return offers.includes(nobody) ? [] : offers
  })
  const gain = wishes.reduce((sum, { places, fits }, number) => {
    const chosen = fits.filter(({ offer }) => offersOf[number]?.includes(offer))
    return chosen.reduce((all, { score }) => all + gainOf(places, wishGain + score), sum)
  }, 0)
  return { offersOf, gain, bound }
}

/** A wish for two counts as much as one for one, and by the mean of its scores. Even, so that prices are whole numbers. */
const gainOf = (places: 1 | 2, worth: number): number => (4 / places) * worth

/** An offer never needs more turns than wishes that it fits. */
function turnVertices(draft: Draft, wishes: readonly SeatedWish[], turns: readonly number[]): readonly number[][] {
  const fitting = new Int32Array(turns.length)
  for (const { fits } of wishes) for (const { offer } of fits) fitting[offer] = (fitting[offer] ?? 0) + 1
  return turns.map((count, offer) =>
    Array.from({ length: Math.min(count, fitting[offer] ?? 0) }, () => addVertex(draft, offer, true)),
  )
}

interface Joint {
  readonly turns: readonly number[]
  readonly seats: readonly number[]
  readonly offer: number
  readonly gain: number
}

function join(draft: Draft, joint: Joint): void {
  const { turns, seats, offer, gain } = joint
  if (turns.length > 1 && seats.length > 1) {
    const [near, far] = addCouple(draft, offer)
    draft.couples.push({ ...joint, near, far })
    for (const from of turns) draft.edges.push({ from, to: near, gain })
    for (const to of seats) draft.edges.push({ from: far, to, gain: 0 })
  } else {
    for (const from of turns) for (const to of seats) draft.edges.push({ from, to, gain })
  }
}

/**
 * In two steps. At first one of two seats may stay empty: that has no odd rings and is quick. Then the seats of a wish may
 * have each other, and none may stay empty: only the wishes that are half filled are looked at again.
 */
function solve(draft: Draft, { seatsAsk, effort }: { seatsAsk: boolean; effort: number }): Matching {
  const { edges, between, mates, mayStay } = draft
  const size = mates.length
  const prices = seatsAsk ? askedBySeats(draft) : askedByTurns(draft)
  const stays = Uint8Array.from(mayStay, Number)
  const loose = bestMatching({ size, edges }, { mates: Int32Array.from(mates), prices, mayStay: stays }, effort)
  for (const { from, to } of between) {
    stays[from] = stays[to] = 0
    if (loose.mates[from] !== -1 || loose.mates[to] !== -1) continue
    loose.mates[from] = to
    loose.mates[to] = from
  }
  loosen(draft, loose)
  return bestMatching({ size, edges: [...edges, ...between] }, { ...loose, mayStay: stays }, effort - loose.looked)
}

/** Couples that have each other keep away from both sides: no tree has to grow through what is far from changing. */
function loosen({ couples }: Draft, { mates, prices }: Matching): void {
  const price = (vertex: number) => prices[vertex] ?? 0
  for (const { near, far, gain, turns, seats } of couples) {
    if (mates[near] !== far) continue
    const least = Math.max(...seats.map((seat) => -price(seat)))
    const most = Math.min(...turns.map((turn) => price(turn) - gain))
    prices[far] = least + 2 * Math.floor((most - least) / 4)
    prices[near] = -price(far)
  }
}

/** Whoever is scarce asks for the most that they could gain; the others are free. */
function askedByTurns({ edges, mates }: Draft): Float64Array {
  const prices = new Float64Array(mates.length)
  for (const { from, gain } of edges) prices[from] = Math.max(prices[from] ?? 0, gain)
  return prices
}

function askedBySeats({ edges, mates, couples }: Draft): Float64Array {
  const prices = new Float64Array(mates.length)
  for (const { near, far, gain } of couples) {
    prices[near] = gain
    prices[far] = -gain
  }
  for (const { from, to, gain } of edges) prices[to] = Math.max(prices[to] ?? 0, gain - (prices[from] ?? 0))
  return prices
}
