import type { PlanInput, PlanWish } from '../../domain/wish/plan/plan'

/** What the best plan reaches: how many wishes, and the greatest sum of their mean scores, in thousandths. */
export interface Reached {
  readonly paired: number
  readonly sum: number
}

/** Chance that is the same in every run: mulberry32. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export interface Shape {
  readonly wishes: number
  readonly offers: number
  /** Fits of a wish, on average. */
  readonly fits: number
  /** Which share of the wishes needs two helpers, and of the offers has two to four turns. */
  readonly forTwo: number
  readonly manyTurns: number
}

export function randomWall({ wishes, offers, fits, forTwo, manyTurns }: Shape, seed: number): PlanInput {
  const next = chance(seed)
  const below = (end: number) => Math.floor(next() * end)
  return {
    wishes: Array.from({ length: wishes }, (_, at) => ({ id: `w${at}`, places: next() < forTwo ? 2 : 1 })),
    offers: Array.from({ length: offers }, (_, at) => ({ id: `o${at}`, left: next() < manyTurns ? 2 + below(3) : 1 })),
    fits: Array.from({ length: wishes }, (_, at) =>
      Array.from({ length: Math.round(fits * (0.5 + next())) }, () => ({
        wishId: `w${at}`,
        offerId: `o${below(offers)}`,
        score: below(1001) / 1000,
      })),
    ).flat(),
  }
}

/** Small walls of every kind: from plenty to want, nobody for two to everybody. */
export function smallWall(seed: number): PlanInput {
  const next = chance(seed * 7919 + 1)
  const one = (end: number) => 1 + Math.floor(next() * end)
  const shape = { wishes: one(7), offers: one(7), fits: one(5), forTwo: next(), manyTurns: next() * 0.6 }
  return randomWall(shape, seed)
}

const better = (one: Reached, other: Reached): Reached =>
  one.paired > other.paired || (one.paired === other.paired && one.sum > other.sum) ? one : other

/** Tries everything, remembering what is known of the same wish with the same turns left. For small walls only. */
export function exactly({ wishes, offers, fits }: PlanInput): Reached {
  const known = new Map<string, Reached>()
  const scoreOf = new Map<string, number>()
  for (const { wishId, offerId, score } of fits) {
    const key = `${wishId} ${offerId}`
    scoreOf.set(key, Math.max(scoreOf.get(key) ?? 0, Math.round(score * 1000)))
  }
  const choices = ({ id, places }: PlanWish) => {
    const fitting = offers.flatMap((offer, at) => {
      const score = scoreOf.get(`${id} ${offer.id}`)
      return score === undefined ? [] : [{ at, score }]
    })
    if (places === 1) return fitting.map(({ at, score }) => ({ taken: [at], score }))
    return fitting.flatMap((one, place) =>
      fitting.slice(place + 1).map((other) => ({ taken: [one.at, other.at], score: (one.score + other.score) / 2 })),
    )
  }
  const from = (number: number, left: readonly number[]): Reached => {
    const wish = wishes[number]
    if (!wish) return { paired: 0, sum: 0 }
    const key = `${number}:${left.join(',')}`
    const before = known.get(key)
    if (before) return before
    let best = from(number + 1, left)
    for (const { taken, score } of choices(wish)) {
      if (taken.some((at) => (left[at] ?? 0) < 1)) continue
      const rest = from(
        number + 1,
        left.map((turns, at) => (taken.includes(at) ? turns - 1 : turns)),
      )
      best = better(best, { paired: rest.paired + 1, sum: rest.sum + score })
    }
    known.set(key, best)
    return best
  }
  return from(
    0,
    offers.map(({ left }) => left ?? 1),
  )
}
