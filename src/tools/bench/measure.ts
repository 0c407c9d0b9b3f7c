/** How the bench turns repeated measurements into one number that a busy machine spoils least. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const low = sorted[Math.floor(at)] ?? Number.NaN
  const high = sorted[Math.ceil(at)] ?? Number.NaN
  return low + (high - low) * (at - Math.floor(at))
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export interface Pair {
  /** Medians in ms. */
  readonly first: number
  readonly second: number
  /** second / first */
  readonly ratio: number
  /** How many turns the medians are of. */
  readonly turns: number
}

export type Work = () => Promise<unknown>

async function timed(work: Work): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/**
 * Times two works in turns (A B, B A, …), so that whatever else the machine does meets both alike, and answers their
 * medians. The first turns warm up and are not counted.
 */
export async function inTurns(first: Work, second: Work, turns: number, warmUp = 20): Promise<Pair> {
  const times: { first: number[]; second: number[] } = { first: [], second: [] }
  for (let turn = -warmUp; turn < turns; turn++) {
    // Whoever comes second may find warm caches: they take turns in that, too.
    const swapped = turn % 2 !== 0
    const early = await timed(swapped ? second : first)
    const late = await timed(swapped ? first : second)
    if (turn < 0) continue
    times.first.push(swapped ? late : early)
    times.second.push(swapped ? early : late)
  }
  const medians = { first: median(times.first), second: median(times.second) }
  return { ...medians, ratio: medians.second / medians.first, turns: times.first.length }
}
