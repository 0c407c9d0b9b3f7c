import { minute } from '../../domain/time/clock'
import { admittedMark, moveDue, nextLook } from '../../domain/request/due'
import { calendar } from '../../knowledge/calendar/calendar'
import { holdersIn, type Holders } from '../filing/holders'
import { lookAtOne, type Looked, type Looking, type Watched, type Worked } from '../filing/look'
import type { Store } from '../store'
import type { RequestFields } from '../store/documents'
import { admitted } from './admit'
import { derived } from './derive'
import { byItself } from './due-move'
import type { RequestRow } from './load'
import { nextNews, nextReminder } from './tell-news'

export type { Looked, Looking } from '../filing/look'

/** Does what is due for one request; see `lookAtOne`. */
export const lookAt = (given: Looking, requestId: string, mostCommits: number): Promise<Looked> =>
  lookAtOne(given, watchedBy(holdersIn(given.store, given.now)), requestId, mostCommits)

const watchedBy = (holdersOf: (communityId: string) => Holders): Watched<RequestFields> => ({
  table: ({ requests }) => requests,
  first: ({ store, now }, row) => admittedFirst(store, row, now),
  move({ now }, row) {
    const verb = moveDue(row, now)
    return Promise.resolve(verb ? { next: byItself(row, verb, now), writes: [] } : null)
  },
  async telling({ now }, row) {
    const holders = holdersOf(row.communityId)
    return (await nextNews(row, holders)) ?? (await nextReminder(row, now, holders))
  },
  rested,
})

/** Nobody has looked at it yet: its words go into the queue of checks, and its pictures are linked. */
async function admittedFirst(store: Store, row: RequestRow, now: number): Promise<Worked<RequestRow>> {
  if (row.marks.includes(admittedMark)) return { next: row, writes: [] }
  const admission = await admitted(store, row, now)
  return { next: { ...admission.row, marks: [...admission.row.marks, admittedMark] }, writes: admission.writes }
}

/** Everything is done for now: its times are reckoned anew, and when somebody has to look again. */
function rested(row: RequestRow, now: number): RequestRow {
  const reckoned = { ...row, ...derived(row, calendar, now) }
  const next = nextLook(reckoned, now, calendar)
  // What says that it is due and gives nothing to do must not be looked at without an end.
  return { ...reckoned, nextAt: next > now ? next : now + minute }
}
