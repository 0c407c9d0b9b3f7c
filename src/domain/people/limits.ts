import { dayOf } from '../time/clock'

/** How often one person may do something. */
export interface Limit {
  readonly most: number
  readonly per: 'hour' | 'day'
  /** Whether a refused call counts too: where guessing must not pay. */
  readonly countRefused?: true
}

const hour = 60 * 60 * 1000

/** The window that a moment lies in: an hour, or a day of China. */
export const windowOf = ({ per }: Limit, now: number): string =>
  per === 'day' ? dayOf(now) : `${dayOf(now)}T${Math.floor(now / hour)}`

/** When a counter of this window is of no use any more (ms). */
export const windowEnds = ({ per }: Limit, now: number): number => now + (per === 'day' ? 25 : 2) * hour
