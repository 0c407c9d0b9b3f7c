import * as v from 'valibot'
import { longest } from '../domain/directory/limits'
import { id, schedule, time, words } from './fields'

// What secretary and grid leader do to the directory by hand. Every save is one compare-and-set of the community: its
// `revision` grows by one, and the revision before is kept.

/** How a thing looked when a form was opened: whoever saves says it again, so that nobody writes over another's work. */
export const mark = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/))
/** null: it is new. */
export const seen = v.nullable(mark)
export const name = words(longest.name)
export const revision = v.number()

/** Why a number should be rung: two residents said it is wrong; nobody verified it; it was verified too long ago. */
export const phoneDoubts = ['reported', 'never', 'old'] as const

export const keptPhone = {
  phoneId: id,
  number: v.string(),
  description: v.nullable(v.string()),
  /** None: round the clock. */
  schedules: v.array(schedule),
  owner: v.string(),
  verifiedAt: v.nullable(time),
}
