import type { Judged } from './cards'

// The arithmetic of a match score. A ranking is a list of ids, the best first; what is not in it stands last.

const considered = 5

const mean = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((all, value) => all + value, 0) / values.length

/** Share of the good offers, five at most, that are among the first five. */
export function recallOf(ranking: readonly string[], { good }: Judged): number {
  const first = ranking.slice(0, considered)
  return good.filter((id) => first.includes(id)).length / Math.min(considered, good.length)
}

const discounted = (gains: readonly number[]): number =>
  gains.slice(0, considered).reduce((all, gain, at) => all + gain / Math.log2(at + 2), 0)

/** Good is worth 2, maybe 1, everything else nothing; 1 is the best order that there could be. */
export function gainOf(ranking: readonly string[], { good, maybe }: Judged): number {
  const gain = (id: string) => (good.includes(id) ? 2 : maybe.includes(id) ? 1 : 0)
  const best = [...good.map(() => 2), ...maybe.map(() => 1)]
  return discounted(ranking.map(gain)) / discounted(best)
}

/** For each good and each bad offer of a wish: 1 where the bad one stands at or above the good one. */
export function wrongOrders(ranking: readonly string[], { good, bad }: Judged): readonly number[] {
  const placeOf = (id: string) => (ranking.includes(id) ? ranking.indexOf(id) : ranking.length)
  return good.flatMap((better) => bad.map((worse) => Number(placeOf(worse) <= placeOf(better))))
}

export interface RankingScore {
  readonly n: number
  readonly recall5: number
  readonly ndcg5: number
  readonly badAboveGood: number
}

/** Over the wishes that have a good offer. */
export function scoreRankings(judged: readonly Judged[], rankingOf: (wish: string) => readonly string[]): RankingScore {
  const scored = judged.filter(({ good }) => good.length > 0).map((one) => ({ one, ranking: rankingOf(one.wish) }))
  return {
    n: scored.length,
    recall5: mean(scored.map(({ one, ranking }) => recallOf(ranking, one))),
    ndcg5: mean(scored.map(({ one, ranking }) => gainOf(ranking, one))),
    badAboveGood: mean(scored.flatMap(({ one, ranking }) => wrongOrders(ranking, one))),
  }
}

export interface Guessed {
  readonly labels: readonly string[]
  /** Kinds found in the words, the likeliest first. */
  readonly found: readonly string[]
}

/** Share whose first kind is a labelled one. */
export const kindTop1 = (all: readonly Guessed[]): number =>
  mean(all.map(({ labels, found: [first] }) => Number(first !== undefined && labels.includes(first))))

/** Share whose first label is among the first three kinds. */
export const kindTop3 = (all: readonly Guessed[]): number =>
  mean(all.map(({ labels: [label], found }) => Number(label !== undefined && found.slice(0, 3).includes(label))))

export const shareOf = (all: readonly boolean[]): number => mean(all.map(Number))

/** The value that 95 of 100 do not exceed. */
export function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.95) - 1)] ?? Number.NaN
}
