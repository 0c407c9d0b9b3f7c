import { scoresOf, turnsOf, type Planned, type PlanInput } from './plan'

/**
 * Why a wish stays without. `no-fit`: nobody fits. `one-fits`: it needs two, and only one fits at all. `one-free`: it needs
 * two, and all who fit but one are taken. `all-taken`: all who fit are taken. `passed-over`: enough are free, but the plan
 * was cut short or is not of this wall.
 */
export type WithoutCode = 'no-fit' | 'one-fits' | 'one-free' | 'all-taken' | 'passed-over'

export interface Without {
  readonly wishId: string
  readonly code: WithoutCode
  /** Who fits and has a turn left: of a whole plan fewer than the wish needs. */
  readonly free: readonly string[]
  /** Who fits and is taken, and by which wishes of this plan; by none: nothing was left from the start. In the order of ids. */
  readonly taken: readonly { readonly offerId: string; readonly wishIds: readonly string[] }[]
}

/** Why each wish that is not in the plan stays without, in the order of wishes' ids. */
export function explainOf(input: PlanInput, plan: readonly Planned[]): readonly Without[] {
  const takers = new Map<string, string[]>()
  for (const { wishId, offerIds } of plan) {
    for (const offerId of offerIds) takers.set(offerId, [...(takers.get(offerId) ?? []), wishId])
  }
  const isPlanned = new Set(plan.map(({ wishId }) => wishId))
  const turns = new Map(input.offers.map((offer) => [offer.id, turnsOf(offer)]))
  const scores = scoresOf(input)
  return [...input.wishes]
    .filter(({ id }) => !isPlanned.has(id))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id: wishId, places }) => {
      const fitting = [...(scores.get(wishId)?.keys() ?? [])].sort()
      const isFree = (offerId: string) => (takers.get(offerId)?.length ?? 0) < (turns.get(offerId) ?? 0)
      const free = fitting.filter(isFree)
      const taken = fitting
        .filter((offerId) => !isFree(offerId))
        .map((offerId) => ({ offerId, wishIds: [...(takers.get(offerId) ?? [])].sort() }))
      return { wishId, code: codeOf(places, free.length, taken.length), free, taken }
    })
}

function codeOf(places: number, free: number, taken: number): WithoutCode {
  if (free >= places) return 'passed-over'
  if (free === 0) return taken === 0 ? 'no-fit' : 'all-taken'
  return taken === 0 ? 'one-fits' : 'one-free'
}
