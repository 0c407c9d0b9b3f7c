import type { DayRow } from '../../contract'
import { solvedAsTold } from '../../domain/request/figures'
import { addDays, startOf, type Day } from '../../domain/time/clock'
import type { Position, Store } from '../store'
import type { RequestRow } from './load'
import { viewEvents } from './view-events'
import { anybody, viewPublicRow } from './view-public'

interface DayOf {
  readonly communityId: string
  /** null: the whole community. */
  readonly gridId: string | null
  readonly day: Day
}

/** After all that was filed before the day: no id is greater. */
const beforeDay = (day: Day): Position => ({ value: startOf(day) - 1, id: '~' })

/** What was filed on a day of China, as it came. One read. */
export async function dayPage(
  { requests }: Store,
  { communityId, gridId, day }: DayOf,
  { after, limit }: { readonly after: Position | null; readonly limit: number },
): Promise<{ readonly rows: readonly RequestRow[]; readonly cursor: string | null }> {
  const { rows, cursor } = await requests.page({
    where: gridId === null ? { communityId } : { communityId, gridId },
    order: 'filedAt',
    until: startOf(addDays(day, 1)) - 1,
    after: after ?? beforeDay(day),
    limit,
  })
  // A cursor that is none of this day's brings nothing of another one.
  return { rows: rows.filter((row) => row.day === day), cursor }
}

/** What is no progress: it is not the last thing that was done. */
const besides: readonly string[] = ['join', 'leave', 'remind', 'rate', 'archive']

/** A line of the register: it hangs on a wall, and says no more than anybody may read. */
export function viewDayRow(row: RequestRow): DayRow {
  const { requestId, number, filedAt, place, matterId, isPrivate, words, agencyName, dueAt, state, endedAt } =
    viewPublicRow(row)
  const steps = viewEvents(row, anybody, () => []).filter(({ verb }) => !besides.includes(verb))
  const last = steps.at(-1)
  return {
    ...{ requestId, number, filedAt, source: row.behalf?.kind ?? 'owner', place, matterId, isPrivate, words },
    ...{ agencyName, dueAt, state },
    last: last ? { at: last.at, verb: last.verb, actor: last.actor, words: last.words, data: last.data } : null,
    endedAt,
    opinion: opinionOf(row),
  }
}

function opinionOf(row: RequestRow): DayRow['opinion'] {
  const solved = solvedAsTold(row)
  if (typeof solved === 'boolean') return solved ? 'solved' : 'unsolved'
  return solved ?? null
}
