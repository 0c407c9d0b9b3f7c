import type { YearTable } from '../../domain/time/calendar'
import year2026 from './2026.json'

/**
 * The years that a phone can still meet: the one of today, and those whose notice is already known. A year is taken
 * out when it is over by a day: early on the first of January the hours of the day before still count.
 */
export const calendarAhead: readonly YearTable[] = [year2026]
