import { refuse, tickNotice as contract } from '../../contract'
import { noticePartUntil } from '../../domain/notice/kept'
import { withTicks, type KeptTick, type SentTick } from '../../domain/notice/ticks'
import type { BuildingRow } from '../files/load'
import { handle, written, type Found, type Surroundings } from '../handle'
import type { Row, Write } from '../store'
import type { NoticeVisitFields } from '../store/documents'
import { findBuilding } from '../store/visible'
import type { NoticeRow } from './load'
import { visitsId } from './know-world'

/** Ticks of one building, taken back or not: far more doors than any has. */
export const mostKeptTicks = 2000

export interface NoticeAndBuilding {
  readonly notice: NoticeRow
  readonly building: BuildingRow
}

/** The notice and the building, whose grid decides. Two reads at once. */
export async function loadNoticeAndBuilding(
  { noticeId, buildingId }: { readonly noticeId: string; readonly buildingId: string },
  { store }: Pick<Surroundings, 'store'>,
): Promise<Found<NoticeAndBuilding> | { readonly refused: 'notice.missing' | 'notice.no-place' }> {
  const [notice, building] = await Promise.all([store.notices.find(noticeId), findBuilding(store, buildingId)])
  if (!building) return refuse('notice.no-place')
  const { communityId, gridId } = building
  if (!notice || notice.communityId !== communityId || notice.outAt === null) return refuse('notice.missing')
  return { loaded: { notice, building }, belongs: { owner: null, communityId, gridId, agencyId: null } }
}

/**
 * Ticks of the stairs. They may come days later: when the notice is over, is for others by now, or the room is not on the
 * list any more. Somebody was there all the same, so that they are kept; counts leave out what is not there. Answers how
 * many of the sent ones stand.
 */
export const tick = handle(contract, {
  load: loadNoticeAndBuilding,
  async work({ ticks: sent }, { store, now, person, loaded }) {
    const { notice, building } = loaded
    const before = await store.noticeVisits.find(visitsId(notice._id, building._id))
    const ticks = withTicks(before?.ticks ?? [], sent.map(within(notice, now)), person)
    if (ticks.length > mostKeptTicks) return refuse('notice.full')
    const standing = new Set(ticks.filter(({ isUndone }) => !isUndone).map(({ id }) => id))
    const data = { ticks: new Set(sent.filter(({ tickId }) => standing.has(tickId)).map(({ tickId }) => tickId)).size }
    return written(
      data,
      ticks === before?.ticks ? [] : [writeOf(store, { notice, building, before, ticks, person, now })],
    )
  },
})

/** A phone's clock may be wrong: nobody ticked before it went out, or later than now. */
const within =
  ({ outAt }: NoticeRow, now: number) =>
  ({ tickId, at, ...rest }: Omit<SentTick, 'id'> & { readonly tickId: string }): SentTick => ({
    ...{ ...rest, id: tickId, at: Math.min(now, Math.max(at, outAt ?? at)) },
  })

interface Ticked extends NoticeAndBuilding {
  readonly before: Row<NoticeVisitFields> | null
  readonly ticks: readonly KeptTick[]
  readonly person: string
  readonly now: number
}

function writeOf(
  { noticeVisits }: Surroundings['store'],
  { notice, building, before, ticks, person, now }: Ticked,
): Write {
  const actors = [...new Set([...(before?.actors ?? []), person])]
  const fields = { ticks, actors, until: noticePartUntil(notice, now) }
  if (before) return noticeVisits.replacing({ ...before, ...fields })
  const { _id: buildingId, communityId } = building
  const _id = visitsId(notice._id, buildingId)
  return noticeVisits.inserting({ _id, noticeId: notice._id, communityId, buildingId, ...fields })
}
