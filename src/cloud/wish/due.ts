import { minute } from '../../domain/time/clock'
import { admittedMark, nextLook } from '../../domain/wish/due'
import { calendar } from '../../knowledge/calendar/calendar'
import { holdersIn, type Holders } from '../filing/holders'
import { lookAtOne, type Looked, type Looking, type Watched } from '../filing/look'
import type { WishFields } from '../store/documents'
import { admittedWish } from './admit'
import { derivedWish } from './derive'
import { movedByItself } from './due-move'
import type { WishRow } from './load'
import { nextFit } from './tell-fit'
import { nextNews, nextReminder } from './tell-news'

/** Does what is due for one wish; see `lookAtOne`. */
export const lookAtWish = (given: Looking, wishId: string, mostCommits: number): Promise<Looked> =>
  lookAtOne(given, watchedBy(holdersIn(given.store, given.now)), wishId, mostCommits)

const watchedBy = (holdersOf: (communityId: string) => Holders): Watched<WishFields> => ({
  table: ({ wishes }) => wishes,
  async first({ store, now }, row) {
    if (row.marks.includes(admittedMark)) return { next: row, writes: [] }
    const writes = await admittedWish(store, now, row, holdersOf(row.communityId))
    return { next: { ...row, marks: [...row.marks, admittedMark] }, writes }
  },
  move: ({ store, now }, row) => movedByItself(store, row, now),
  async telling(given, row) {
    const holders = holdersOf(row.communityId)
    return (
      (await nextNews(row, holders)) ?? (await nextReminder(row, given.now, holders)) ?? nextFit(given, row, holders)
    )
  },
  rested,
})

/** Everything is done for now: who has to do something next is reckoned anew, and when somebody has to look again. */
function rested(row: WishRow, now: number): WishRow {
  const reckoned = { ...row, ...derivedWish(row, now) }
  const next = nextLook(reckoned, now, calendar)
  // What says that it is due and gives nothing to do must not be looked at without an end.
  return { ...reckoned, nextAt: next > now ? next : now + minute }
}
