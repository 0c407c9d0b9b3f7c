import { hoursWords, readHours } from '../../../domain/directory/hours'
import type { Schedule } from '../../../domain/routing/types'
import { hoursNames } from '../../../text/directory-hours'

/** 每天 08:00-18:00；… */
export const hoursText = (schedules: readonly Schedule[]): string => hoursWords(schedules, { hours: hoursNames })

/** null: it is not understood. */
export function schedulesOf(typed: string): readonly Schedule[] | null {
  const read = readHours(typed)
  return 'schedules' in read ? read.schedules : null
}
