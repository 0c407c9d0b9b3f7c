import { doorRowOf, doorUntilOf } from '../../domain/notice/door-row'
import { dutyOfNotice, nextNoticeLook } from '../../domain/notice/duty'
import { lateDuties } from '../../domain/notice/late'
import type { Notice } from '../../domain/notice/notice'
import { isOpenNotice, noticeDeskOf } from '../../domain/notice/verbs'
import type { NoticeFields } from '../store/documents'

/** What follows from the rest of a notice; see `derivedNotice`. */
export type DerivedNotice = Pick<
  NoticeFields,
  'desk' | 'dueAt' | 'door' | 'doorUntil' | 'nextAt' | 'closedAt' | 'actors'
>

/** What the derived fields are worked out from. */
type Whole = Notice & Pick<NoticeFields, 'marks' | 'told' | 'actors'> & { readonly _id: string }

const unique = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))]

/** Who did a step, or wrote words that lie here; whoever shared or reminded stays. */
const actorsOf = ({ events, shown, next, actors }: Whole): string[] =>
  unique([...actors, ...events.map(({ person }) => person), shown?.writer ?? null, next?.writer ?? null])

/** When the timer has to look at it: something is to be said, or late, or it ends, or leaves the doors. */
function nextAtOf(row: Whole, now: number): number {
  if (row.told < row.events.length || lateDuties(row, row.marks, now).length > 0) return now
  const doorUntil = doorUntilOf(row)
  return Math.min(nextNoticeLook(row, now), ...(doorUntil > now ? [doorUntil] : []))
}

/**
 * What follows from the rest of a notice and is kept only so that lists can be asked for it. Every writer of notices puts
 * it in. `now` (ms) counts for who has to do something next, and for what stands at doors.
 */
export function derivedNotice(row: Whole, now: number): DerivedNotice {
  const closedAt = isOpenNotice(row.state) ? null : (row.end?.at ?? row.since)
  const door = doorRowOf(row._id, row, now)
  return {
    desk: noticeDeskOf(row),
    // What is over has a duty only as long as a second person has to read it.
    dueAt: dutyOfNotice(row, now)?.dueAt ?? (closedAt === null ? row.since : -closedAt),
    door: door && { ...door, where: door.where, needs: [...door.needs] },
    doorUntil: door === null ? 0 : doorUntilOf(row),
    nextAt: nextAtOf(row, now),
    closedAt,
    actors: actorsOf(row),
  }
}

/** A notice as it begins, before anybody has done anything with it. */
export const freshFields = {
  ...{ consultation: null, signUp: null, answers: [], questions: 0, shares: [], reminds: [], actors: [] },
  ...{ told: 0, toldAfter: null, marks: [] },
} as const satisfies Partial<NoticeFields>
