import { partsOf, hour } from './clock'

/** How far China's clocks are ahead of UTC. */
const ahead = 8 * hour

/**
 * The same day and time of day, `count` calendar months later in China; the last day of that month where it is shorter
 * (31 January and one month: 28 or 29 February).
 */
export function monthsAfter(ms: number, count: number): number {
  const { year, month, date } = partsOf(ms)
  const atMidnight = Date.UTC(year, month - 1, date)
  const lastDate = new Date(Date.UTC(year, month + count, 0)).getUTCDate()
  const target = Date.UTC(year, month - 1 + count, Math.min(date, lastDate))
  return target + (ms + ahead - atMidnight) - ahead
}
