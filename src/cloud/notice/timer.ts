import { dueBatch, lookAtPages, noFigures, sharing, type Due, type LookFigures } from '../filing/look-all'
import type { Run } from '../run'
import { lookAtNotice } from './due'

/** Batches of a hundred people who are told in one look: what is left the next run takes up. */
const mostBatches = 60

type NoticesDue = Due & Pick<Run, 'keys'>

/** The timer's step: every notice that ends, is late, or has something to be told. Nothing due: one read. */
export const noticesDue = (run: Run, clock?: () => number): Promise<LookFigures> => lookAtNotices(sharing(run, clock))

/** Looks at all that is due until nothing is left or the time is over. Several may run at once. */
export async function lookAtNotices(given: NoticesDue): Promise<LookFigures> {
  const { store, now, keys } = given
  const figures = noFigures()
  const due = { where: {}, order: 'nextAt', until: now, limit: dueBatch } as const
  await lookAtPages(
    given,
    (after) => store.notices.page({ ...due, after }),
    { event: 'notice.undone', look: (looking, id) => lookAtNotice({ ...looking, keys }, id, mostBatches) },
    figures,
  )
  return figures
}
