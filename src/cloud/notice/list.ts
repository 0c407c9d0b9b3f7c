import { listNotices, refuse, type OutputOf } from '../../contract'
import { dutyOfNotice } from '../../domain/notice/duty'
import { handle } from '../handle'
import { decodeCursor } from '../store'
import { loadNoticePlace, type NoticeRow } from './load'
import { knowsNext } from './view-edition'

const pageSize = 20

/**
 * One drawer, what is due first on top; of what is over the newest. What is still being written is its writer's, and of
 * whoever sent it back. One page.
 */
export const list = handle(listNotices, {
  load: loadNoticePlace,
  async work({ communityId, gridId, show, cursor: from }, { store, person, now }) {
    const after = from === null ? null : decodeCursor(from, 'number')
    if (from !== null && !after) return refuse('place.bad-cursor')
    const { rows, cursor } = await store.notices.page({
      where: {
        communityId,
        ...(gridId === null ? {} : { gridId }),
        desk: show,
        ...(show === 'writing' ? { actors: person ?? '' } : {}),
      },
      ...{ order: 'dueAt', after, limit: pageSize },
    })
    return { notices: rows.map((row) => viewDeskNotice(row, person, now)), cursor }
  },
})

/** A line of a drawer: of what people read, else of what is being written. */
function viewDeskNotice(
  row: NoticeRow,
  person: string | null,
  now: number,
): OutputOf<typeof listNotices>['notices'][number] {
  const { _id: noticeId, state, shown, next, outAt, unread, questions } = row
  // What waits is what somebody has to read; beside it others read the words before.
  const edition = (state === 'waiting' || state === 'changing' ? next : (shown ?? next)) ?? shown
  if (edition === null) throw new Error('a notice without words')
  const isSeen = edition === shown || knowsNext(row, person)
  const { about, isEmergency, span, audience, validUntil, title, wordsState } = edition
  return {
    ...{ noticeId, about, state, isEmergency, span, where: audience.where, needs: audience.needs, outAt, validUntil },
    title: isSeen && (wordsState !== 'refused' || edition.writer === person) ? title : '',
    duty: dutyOfNotice(row, now),
    isUnread: unread !== null,
    mine: edition.writer !== null && edition.writer === person,
    questions,
  }
}
