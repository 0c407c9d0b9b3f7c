import { bestSeating } from './seats'

export interface PlanWish {
  readonly id: string
  /** How many helpers it still needs: two, where somebody new goes into a home. */
  readonly places: 1 | 2
}

export interface PlanOffer {
  readonly id: string
  /** How many wishes it can still take up; null: not said, which is taken as one. */
  readonly left: number | null
}

/** That an offer is allowed for a wish, and how well it fits: 0 … 1, in steps of a thousandth. */
export interface Fit {
  readonly wishId: string
  readonly offerId: string
  readonly score: number
}

export interface PlanInput {
  readonly wishes: readonly PlanWish[]
  readonly offers: readonly PlanOffer[]
  /** Only what is allowed. What names a wish or an offer that is not there counts for nothing; of doubles the best counts. */
  readonly fits: readonly Fit[]
}

/** A wish with as many different helpers as it needs. */
export interface Planned {
  readonly wishId: string
  /** In the order of their ids. */
  readonly offerIds: readonly string[]
  /** How well it fits: the mean of its helpers' scores, 0 … 1. */
  readonly score: number
}

/** With the proof: `gain` is what the plan is worth, and no plan can be worth more than `bound`: equal, it is a best one. */
export interface Proven {
  readonly plan: readonly Planned[]
  readonly gain: number
  readonly bound: number
}

/**
 * Who helps whom on a whole wall: as many whole wishes as possible; among such plans one with the greatest sum of scores,
 * where a wish for two counts by the mean of both. A wish for two gets two different helpers, or is not in the plan: half a
 * pair can visit nobody, and would keep a helper from others. No wish gets the same helper twice, no helper more than they
 * have left. The same input, in whatever order, gives the same plan. In the order of wishes' ids.
 */
export const planOf = (input: PlanInput): readonly Planned[] => provenPlanOf(input).plan

/**
 * How many edges are looked at, at most: some ten seconds. Only walls with thousands of wishes for two and too few
 * helpers come near it. Such a plan is cut short, at the same place on every machine: it keeps every rule, but may leave out
 * wishes that a best one has; `gain` is then less than `bound`.
 */
const enough = 20_000_000

/** The plan, and what shows that there is none better. */
export function provenPlanOf(input: PlanInput, effort = enough): Proven {
  const wishes = sorted(input.wishes)
  const offers = sorted(input.offers)
  const scores = scoresOf(input)
  const numberOf = new Map(offers.map(({ id }, number) => [id, number]))
  const seated = wishes.map(({ id, places }) => ({
    places,
    fits: [...(scores.get(id) ?? [])]
      .map(([offerId, score]) => ({ offer: numberOf.get(offerId) ?? -1, score }))
      .sort((one, other) => one.offer - other.offer),
  }))
  const { offersOf, gain, bound } = bestSeating(seated, offers.map(turnsOf), effort)
  const plan = wishes.flatMap(({ id: wishId }, number): readonly Planned[] => {
    const offerIds = sorted((offersOf[number] ?? []).flatMap((offer) => offers[offer] ?? [])).map(({ id }) => id)
    if (offerIds.length === 0) return []
    const sum = offerIds.reduce((all, offerId) => all + (scores.get(wishId)?.get(offerId) ?? 0), 0)
    return [{ wishId, offerIds, score: sum / offerIds.length / steps }]
  })
  return { plan, gain, bound }
}

/** Inside, scores are whole numbers, so that sums are exact. */
const steps = 1000

const wholeScore = (score: number): number => Math.round(Math.min(1, Math.max(0, score)) * steps)

/** How many wishes an offer can take up in a plan. */
export const turnsOf = ({ left }: PlanOffer): number => Math.max(0, Math.floor(left ?? 1))

/** By characters' codes, so that it is the same on every machine. */
const sorted = <Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] =>
  [...rows].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0))

/** The fits of each wish by offer, of wishes and offers that are there. */
export function scoresOf({ wishes, offers, fits }: PlanInput): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const scores = new Map(wishes.map(({ id }) => [id, new Map<string, number>()]))
  const isThere = new Set(offers.map(({ id }) => id))
  for (const { wishId, offerId, score } of fits) {
    const row = scores.get(wishId)
    if (!row || !isThere.has(offerId)) continue
    row.set(offerId, Math.max(wholeScore(score), row.get(offerId) ?? 0))
  }
  return scores
}
