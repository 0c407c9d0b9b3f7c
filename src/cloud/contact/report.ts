import { refuse, reportContact as contract } from '../../contract'
import { dayOf } from '../../domain/time/clock'
import { handle, written, type Surroundings } from '../handle'
import { hashOf } from '../hash'
import { findBuilding } from '../store/visible'
import { doubting, isDoubtful, reportsOf, type Doubted } from './doubt'

/**
 * One person says the same of a number at most once a day; saying it again is answered as the first time. When the second
 * resident says that it is wrong, the number is marked in the same commit.
 */
export const reportContact = handle(contract, async (input, context) => {
  const { person, now, store } = context
  const { buildingId, agencyId, phoneId, matterId, kind } = input
  const building = await findBuilding(store, buildingId)
  const community = building && (await store.communities.find(building.communityId))
  const phone = community?.agencies.find(({ id }) => id === agencyId)?.phones.find(({ id }) => id === phoneId)
  if (!community || !phone) return refuse('contact.unknown')

  const _id = hashOf('contact-report', person, agencyId, phoneId, kind, dayOf(now))
  const before = await store.contactReports.find(_id)
  if (before) return written({ reportId: _id, receivedAt: before.receivedAt }, [])
  const fields = {
    ...{ communityId: community._id, buildingId, agencyId, phoneId, number: phone.number, matterId, kind },
    ...{ reporter: person, receivedAt: now, answer: null },
  }
  const report = store.contactReports.inserting({ _id, ...fields })
  const data = { reportId: _id, receivedAt: now }
  if (kind !== 'wrong-number' || phone.doubtedAt !== undefined) return written(data, [report])
  const about = { community, agencyId, phone }
  return isDoubtful(about, [...(await reportsOf(store, about)), fields])
    ? written(data, [report, doubting(store, about, now)])
    : written(data, [report], () => lookAgain(context, about))
})

/** Two who report at once do not see each other: the later one does once both are there. Where it fails, keepers still see both. */
async function lookAgain({ store, now }: Surroundings, before: Doubted): Promise<void> {
  if (!isDoubtful(before, await reportsOf(store, before))) return
  const community = await store.communities.find(before.community._id)
  const phone = community?.agencies
    .find(({ id }) => id === before.agencyId)
    ?.phones.find(({ id }) => id === before.phone.id)
  if (!community || !phone) return
  const about = { ...before, community, phone }
  // Somebody may have rung it in between.
  if (isDoubtful(about, await reportsOf(store, about))) await store.commit([doubting(store, about, now)])
}
