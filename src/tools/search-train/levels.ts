/** Sixteen levels for thousands of weights. */

export const levelCount = 16
const rounds = 25

/** The levels (ascending) that lie nearest to the values in the sum of squares (Lloyd's rule). */
export function levelsFor(values: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(values).sort()
  let levels = Array.from(
    { length: levelCount },
    (_, at) => sorted[Math.floor(((at + 0.5) / levelCount) * sorted.length)] ?? 0,
  )
  for (let round = 0; round < rounds; round++) {
    const sums = levels.map(() => ({ sum: 0, count: 0 }))
    for (const value of sorted) {
      const nearest = sums[nearestLevel(levels, value)]
      if (!nearest) continue
      nearest.sum += value
      nearest.count++
    }
    levels = sums.map(({ sum, count }, at) => (count === 0 ? (levels[at] ?? 0) : sum / count))
  }
  return levels.map((level) => Number(level.toPrecision(4)))
}

export function nearestLevel(levels: readonly number[], value: number): number {
  let best = 0
  for (let at = 1; at < levels.length; at++)
    if (Math.abs((levels[at] ?? 0) - value) < Math.abs((levels[best] ?? 0) - value)) best = at
  return best
}
