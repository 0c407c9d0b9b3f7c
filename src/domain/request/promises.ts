import { day, hour, minute } from '../time/clock'
import { workingDay } from './office'
import type { RequestClass } from './kind'

/**
 * What a community may promise instead of the table, in ms of the clock's own kind: round times that people can keep in
 * mind, each shorter than what holds everywhere. The server takes any that is shorter.
 */
export const quickerTimes: Readonly<
  Record<RequestClass, { readonly response: readonly number[]; readonly resolution: readonly number[] }>
> = {
  emergency: { response: [5 * minute], resolution: [hour] },
  utilities: { response: [30 * minute, 15 * minute], resolution: [12 * hour, 8 * hour, 4 * hour] },
  normal: { response: [30 * minute, 15 * minute], resolution: [2 * workingDay, workingDay] },
  complex: {
    response: [day / 2, 4 * hour, 2 * hour],
    resolution: [10 * workingDay, 7 * workingDay, 5 * workingDay],
  },
}
