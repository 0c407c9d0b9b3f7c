import type { Target } from '../support/stamp'

/** One measured figure: what was obtained, what it must reach, and what it is compared with. */
export interface Figure {
  readonly bench: string
  /** The same in every run, so that two runs can be compared by it. */
  readonly what: string
  /** NaN: it could not be measured. */
  readonly value: number
  readonly unit: string
  /** null: nothing is asked of it; it is printed to be compared. */
  readonly most: number | null
  /** Where more is better: what it has to reach. */
  readonly least?: number | null
  /** Which way is better, where no aim says it. */
  readonly better?: 'less' | 'more'
  /** What it was compared with in the same run, in words with figures. */
  readonly beside?: string
}

/** Not measured is not reached: NaN is neither at most nor at least anything. */
export const reached = ({ value, most, least = null }: Figure): boolean =>
  !Number.isNaN(value) && (most === null || value <= most) && (least === null || value >= least)

/** Which way is better: as the aim says, else as the figure says; null where neither is. */
export const direction = ({ most, least = null, better }: Figure): 'less' | 'more' | null =>
  most !== null ? 'less' : least !== null ? 'more' : (better ?? null)

/** The aim in a few characters. */
export const aimText = ({ most, least = null }: Figure): string =>
  [...(most === null ? [] : [`≤ ${most}`]), ...(least === null ? [] : [`≥ ${least}`])].join(' ')

/** A bench by name, and what has to be built for it. */
export interface Bench {
  readonly name: string
  readonly needs: readonly Target[]
  readonly run: (options: BenchOptions) => Promise<readonly Figure[]>
}

export interface BenchOptions {
  /** Labelled queries to score the search with, in place of the repository's own. */
  readonly queries: string | null
  /** Says what is being done. */
  readonly log: (line: string) => void
}

/** A short number: what a person compares, not what a clock can tell. */
export function rounded(value: number): number {
  if (!Number.isFinite(value) || Number.isInteger(value)) return value
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3
  return Number(value.toFixed(digits))
}
