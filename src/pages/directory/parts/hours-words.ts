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

/** What hours that nobody can be sure of can only have meant: 14:30-17:30. null: they are clear, or it cannot be told. */
export function meantHours(typed: string): string | null {
  const read = readHours(typed)
  return 'unclear' in read && read.unclear === 'hours-backwards' ? read.meant : null
}
