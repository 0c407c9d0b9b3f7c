import { refuse } from '../../contract'
import { concerns, type Audience } from '../../domain/notice/audience'
import type { BuildingRow, CommunityRow, HouseholdRow } from '../files/load'
import type { Found, Surroundings } from '../handle'
import type { Store } from '../store'
import { visibleBuilding } from '../store/visible'
import type { NoticeRow } from './load'
import {
  audienceOf,
  knownBuilding,
  visitsId,
  type KnownBuilding,
  type KnownHelp,
  type KnownHome,
  type KnownOpening,
  type KnownVisits,
} from './know-world'

/** People whose openings are asked for at once: more than live in any building that we know. */
const mostPeople = 1000

/** A building with all that the list rests on, save who opened the notice. */
export interface Walked {
  readonly notice: NoticeRow
  readonly audience: Audience
  readonly building: KnownBuilding
  readonly homes: readonly KnownHome[]
  readonly helps: readonly KnownHelp[]
  readonly visits: readonly KnownVisits[]
}

/** What a request holds beside who wants help where: nothing of it is needed. */
const unread = ['events', 'words', 'tasks', 'voices', 'answers', 'called', 'neighbours', 'phone', 'behalf'] as const

const looksAt = (store: Store, noticeId: string, buildingId: string) => ({
  notices: { from: store.notices.definition, field: '_id', equals: noticeId } as const,
  communities: { from: store.communities.definition, field: '_id', equals: { own: 'communityId' } } as const,
  households: { from: store.households.definition, field: 'buildingId', equals: buildingId } as const,
  homes: { from: store.homes.definition, field: 'buildingId', equals: buildingId } as const,
  visits: { from: store.noticeVisits.definition, field: '_id', equals: visitsId(noticeId, buildingId) } as const,
  helps: { from: store.requests.definition, field: 'noticeId', equals: noticeId, without: unread } as const,
})

/** One round trip: the building, and what is looked up with it. */
export async function loadWalked(
  { noticeId, buildingId }: { readonly noticeId: string; readonly buildingId: string },
  { store, keys }: Pick<Surroundings, 'store' | 'keys'>,
): Promise<Found<Walked> | { readonly refused: 'notice.missing' | 'notice.no-place' }> {
  const read = await store.buildings.findWith(buildingId, looksAt(store, noticeId, buildingId))
  const community: CommunityRow | undefined = read?.found.communities[0]
  const row: BuildingRow | null = read && community ? visibleBuilding(read.row, community) : null
  if (!read || !row || !community) return refuse('notice.no-place')
  const { notices, homes, helps, visits } = read.found
  const notice: NoticeRow | undefined = notices[0]
  const audience = notice ? audienceOf(notice) : null
  // What was never out nobody is visited about; what somebody is writing is theirs alone.
  if (!notice || !audience || notice.outAt === null || notice.communityId !== row.communityId)
    return refuse('notice.missing')
  if (concerns(audience, placeOf(row)) === 'no') return refuse('notice.no-place')
  const households: readonly HouseholdRow[] = read.found.households
  const building = knownBuilding(keys, row, households, community)
  const belongs = { owner: null, communityId: row.communityId, gridId: row.gridId, agencyId: null }
  return { loaded: { notice, audience, building, homes, helps, visits }, belongs }
}

/** A building as a whole: of some of its homes nobody knows whether it concerns them. */
const placeOf = ({ communityId, estateId, _id: buildingId }: BuildingRow) => ({
  ...{ communityId, estateId, buildingId, unitId: null, needs: null },
})

/** Whoever lives in the building, or asked for help in it. */
export const peopleIn = ({ homes, helps }: Walked): readonly string[] => [
  ...new Set([...homes, ...helps].flatMap(({ person }) => (person === null ? [] : [person]))),
]

/** Who of them has opened it. One read for each thousand of them, none for nobody. */
export async function openingsOf(
  store: Store,
  noticeId: string,
  people: readonly string[],
): Promise<readonly KnownOpening[]> {
  const found: KnownOpening[] = []
  for (let from = 0; from < people.length; from += mostPeople) {
    const values = people.slice(from, from + mostPeople)
    found.push(...(await store.openings.holding({ noticeId }, { field: 'person', values }, mostPeople)))
  }
  return found
}
