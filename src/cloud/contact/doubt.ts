import { reportersNeeded, reportersOf, type PhoneReport } from '../../domain/directory/verification'
import type { Phone } from '../../domain/routing/types'
import type { Row, Store, Write } from '../store'
import type { CommunityFields } from '../store/documents'

type CommunityRow = Row<CommunityFields>

/** Of one number, since it was verified: far more than are needed. */
const mostRead = 50

/** A number of an agency, as it was read. */
export interface Doubted {
  readonly community: CommunityRow
  readonly agencyId: string
  readonly phone: Phone
}

/** What was reported of a number since somebody rang it. One read. */
export async function reportsOf(
  store: Store,
  { community, agencyId, phone }: Doubted,
): Promise<readonly PhoneReport[]> {
  const { rows } = await store.contactReports.page({
    where: { communityId: community._id, agencyId, phoneId: phone.id },
    ...{ order: 'receivedAt', direction: 'desc', until: phone.verifiedAt ?? 0, after: null, limit: mostRead },
  })
  return rows
}

/** Whether a number is to be marked: enough different residents said that it is wrong. */
export const isDoubtful = ({ agencyId, phone }: Doubted, reports: readonly PhoneReport[]): boolean =>
  phone.doubtedAt === undefined && reportersOf(agencyId, phone, reports) >= reportersNeeded

/**
 * Marks a number as doubted. The directory's revision stays: what residents say is not a keeper's change of it, and an
 * import that is being prepared goes on.
 */
export const doubting = (store: Store, { community, agencyId, phone }: Doubted, now: number): Write =>
  store.communities.replacing({
    ...community,
    agencies: community.agencies.map((agency) =>
      agency.id !== agencyId
        ? agency
        : { ...agency, phones: agency.phones.map((one) => (one.id === phone.id ? { ...one, doubtedAt: now } : one)) },
    ),
  })
