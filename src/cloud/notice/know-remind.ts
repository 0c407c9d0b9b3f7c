import { refuse, remindNotice as contract } from '../../contract'
import { noticeStateAt } from '../../domain/notice/for-me'
import { isOut } from '../../domain/notice/verbs'
import { lookSoon } from '../filing/look-all'
import { handle, written } from '../handle'
import type { NoticeRow } from './load'
import { goOnReminding } from './know-remind-timer'
import { loadWalked } from './know-walked'
import { remindersFor } from './know-whom'

/**
 * Reminds members of a building who have not opened the notice. What is committed is that it is to be done; it is done
 * right after, and by the timer where that does not come to its end.
 */
export const remind = handle(contract, {
  load: loadWalked,
  async work(_, context) {
    const { store, keys, now, person, loaded } = context
    const { notice, building } = loaded
    const { shown } = notice
    if (!shown || !isOut(noticeStateAt(notice, now))) return refuse('notice.not-now')
    const { people, without } = await remindersFor(context, loaded, person)
    const isReminded = notice.reminds.some((one) => one.buildingId === building.row._id && one.edition === shown.number)
    if (people.length === 0) return isReminded ? refuse('notice.reminded') : written({ told: 0, without }, [])
    const one = { buildingId: building.row._id, edition: shown.number, at: now, by: person, isOpen: true } as const
    const next = store.notices.replacing({ ...withRemind(notice, one), remindNext: now })
    const soon = () =>
      lookSoon(
        context,
        'remind.undone',
        (given) => goOnReminding({ ...given, keys }, notice._id),
        () => Date.now(),
      )
    return written({ told: people.length, without }, [next], soon)
  },
})

/** One for each building: whoever is reminded of a newer edition was reminded of the older ones. */
const withRemind = (row: NoticeRow, one: NoticeRow['reminds'][number]): NoticeRow => ({
  ...row,
  reminds: [...row.reminds.filter(({ buildingId }) => buildingId !== one.buildingId), one],
  actors: [...new Set([...row.actors, ...(one.by === null ? [] : [one.by])])],
})
