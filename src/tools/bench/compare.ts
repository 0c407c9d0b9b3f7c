import { direction, rounded, type Figure } from './figure'
import type { Results } from './results'

export type Verdict = 'better' | 'worse' | 'changed' | 'same' | 'new' | 'missing'

export interface Difference {
  readonly verdict: Verdict
  readonly figure: Figure
  /** Absent where the figure is new. */
  readonly before?: number
  /** Absent where the figure is missing. */
  readonly after?: number
}

/** Units that a clock or chance stands behind: within this share of each other they are the same. */
const noise: Readonly<Record<string, number>> = { ms: 0.2, s: 0.2, '×': 0.15, 'calls/s': 0.2 }

const keyOf = ({ bench, what, unit }: Figure) => JSON.stringify([bench, what, unit])

/** What changed from one run to another, the figures of the newer run first. */
export function compare(before: readonly Figure[], after: readonly Figure[]): readonly Difference[] {
  const old = new Map(before.map((figure) => [keyOf(figure), figure]))
  const present = after.map((figure): Difference => {
    const was = old.get(keyOf(figure))
    old.delete(keyOf(figure))
    if (!was) return { verdict: 'new', figure, after: figure.value }
    return { verdict: judge(figure, was.value), figure, before: was.value, after: figure.value }
  })
  const benches = new Set(after.map(({ bench }) => bench))
  // What was not run this time is not missing.
  const gone = [...old.values()].filter(({ bench }) => benches.has(bench))
  return [...present, ...gone.map((figure): Difference => ({ verdict: 'missing', figure, before: figure.value }))]
}

function judge(figure: Figure, was: number): Verdict {
  const { value, unit } = figure
  if (Number.isNaN(was) || Number.isNaN(value)) return Number.isNaN(was) && Number.isNaN(value) ? 'same' : 'changed'
  const range = Math.max(Math.abs(was), Math.abs(value)) * (noise[unit] ?? 0)
  if (Math.abs(value - was) <= range) return 'same'
  const wanted = direction(figure)
  if (wanted === null) return 'changed'
  return value < was === (wanted === 'less') ? 'better' : 'worse'
}

const number = (value: number) => (Number.isNaN(value) ? 'not measured' : String(rounded(value)))
const marks: Readonly<Record<Verdict, string>> = {
  better: '✓ better',
  worse: '✗ worse',
  changed: '  changed',
  same: '  same',
  new: '+ new',
  missing: '- missing',
}

/** The differences as lines for people: what differs, and how many figures do not. */
export function describe(differences: readonly Difference[]): readonly string[] {
  const lines = differences
    .filter(({ verdict }) => verdict !== 'same')
    .map(({ verdict, figure, before, after }) => {
      const ratio = before !== undefined && after !== undefined && before !== 0 ? ` (× ${rounded(after / before)})` : ''
      const change = [before, after].flatMap((value) => (value === undefined ? [] : [number(value)])).join(' → ')
      return `${marks[verdict].padEnd(10)}  ${figure.bench}: ${figure.what}  ${change} ${figure.unit}${ratio}`
    })
  return [...lines, `${differences.length - lines.length} figures are the same`]
}

/** What makes two runs hard to compare, in sentences. */
export function doubts(before: Results, after: Results): readonly string[] {
  const machine = JSON.stringify(before.machine) !== JSON.stringify(after.machine)
  return [
    ...(machine ? ['the two runs were made on different machines: times and ratios say little'] : []),
    ...(before.commit === after.commit ? [] : [`the commits differ: ${before.commit} → ${after.commit}`]),
  ]
}
