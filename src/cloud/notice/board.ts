import type { DoorNotice } from '../../contract'
import type { Store, Write } from '../store'
import type { NoticeRow } from './load'

/** What a community's document holds: a door shows twelve of them. */
const mostOnBoard = 30
/** What stands at the doors of one community at a time: far more than anybody reads. */
export const mostStanding = 300

/** What stands at the doors of a community now, in no order. A read or two; older notices first to go. */
export async function standingIn({ notices }: Store, communityId: string, now: number): Promise<DoorNotice[]> {
  const { rows } = await notices.scan(
    { where: { communityId }, order: 'doorUntil', direction: 'desc', until: now + 1 },
    { door: true },
    { most: mostStanding },
  )
  return rows.flatMap(({ door }) => door ?? [])
}

/** Emergencies before everything else, then what came last. */
const byWeight = (one: DoorNotice, other: DoorNotice): number =>
  Number(other.isEmergency) - Number(one.isEmergency) ||
  other.outAt - one.outAt ||
  (one.noticeId < other.noticeId ? -1 : 1)

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/**
 * The copy of what stands at doors, in the community's document, where a notice has changed there; for the notice's own
 * commit. Read anew as a whole, so that nothing lost stays lost; the community first, so that of two notices that change
 * at once one finds another version and looks again.
 */
export async function boardWrites(
  store: Store,
  now: number,
  before: Pick<NoticeRow, 'door'> | null,
  next: Pick<NoticeRow, '_id' | 'communityId' | 'door'>,
): Promise<Write[]> {
  if (isSame(before?.door ?? null, next.door)) return []
  const community = await store.communities.find(next.communityId)
  if (!community) return []
  const others = (await standingIn(store, next.communityId, now)).filter(({ noticeId }) => noticeId !== next._id)
  const notices = [...others, ...(next.door ? [next.door] : [])].sort(byWeight).slice(0, mostOnBoard)
  return isSame(community.notices ?? [], notices) ? [] : [store.communities.replacing({ ...community, notices })]
}
