import { hour, minute } from '../time/clock'
import type { RequestClass } from './kind'
import { workingDay } from './office'

/** Every class, the most pressing first. */
export const requestClasses = ['emergency', 'utilities', 'normal', 'complex'] as const satisfies readonly RequestClass[]

/** response: somebody has spoken with the resident. resolution: it is said to be done. */
export type ClockPurpose = 'response' | 'resolution'

/** How far a request had to go: beyond the grid there is more time. */
export type RequestLevel = 'grid' | 'street'

/** always: every hour counts. office: only the hours of the community's desk count. */
export type ClockKind = 'always' | 'office'

export interface Allowance {
  readonly kind: ClockKind
  /** ms of that kind. */
  readonly time: number
}

export interface ClassAllowances {
  readonly response: Allowance
  readonly resolution: Readonly<Record<RequestLevel, Allowance>>
}

export type AllowanceTable = Readonly<Record<RequestClass, ClassAllowances>>

const always = (time: number): Allowance => ({ kind: 'always', time })
const office = (time: number): Allowance => ({ kind: 'office', time })
const atEveryLevel = (allowance: Allowance) => ({ grid: allowance, street: allowance })

/** How long each class may take at most, anywhere. A working day is nine office hours. */
export const nationalAllowances: AllowanceTable = {
  emergency: { response: always(10 * minute), resolution: atEveryLevel(always(2 * hour)) },
  utilities: { response: always(hour), resolution: atEveryLevel(always(24 * hour)) },
  normal: {
    response: office(hour),
    resolution: { grid: office(3 * workingDay), street: office(7 * workingDay) },
  },
  complex: { response: always(24 * hour), resolution: atEveryLevel(office(15 * workingDay)) },
}

/** What a community promises for a class, in hours of the clock's own kind; null: as the table. */
export interface TighterClock {
  readonly class: RequestClass
  readonly response: number | null
  readonly resolution: number | null
}

/** Only what is shorter, and some time at all, counts: nobody is promised less than the table gives. */
function shorter(allowance: Allowance, hours: number | null): Allowance {
  if (hours === null || !(hours > 0)) return allowance
  const time = Math.max(1, Math.round(hours * hour))
  return time < allowance.time ? { ...allowance, time } : allowance
}

/**
 * The table with what a community promises itself: never longer than `table`. A class that it names twice gets the
 * shorter of the two. Where the street has more time than the grid, the street's stays: a community can promise nothing
 * for offices that are not its own.
 */
export function tightened(table: AllowanceTable, own: readonly TighterClock[]): AllowanceTable {
  return own.reduce<AllowanceTable>((result, promise) => {
    const { response, resolution } = result[promise.class]
    const grid = shorter(resolution.grid, promise.resolution)
    const street = resolution.street.time === resolution.grid.time ? grid : resolution.street
    return {
      ...result,
      [promise.class]: { response: shorter(response, promise.response), resolution: { grid, street } },
    }
  }, table)
}

/** What a request of this class has for one of its two clocks. */
export const allowanceOf = (
  requestClass: RequestClass,
  purpose: ClockPurpose,
  level: RequestLevel,
  table: AllowanceTable,
): Allowance => (purpose === 'response' ? table[requestClass].response : table[requestClass].resolution[level])
