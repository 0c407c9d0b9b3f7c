import { refuse, reportContact as contract } from '../../contract'
import { dayOf } from '../../domain/time/clock'
import { handle, written } from '../handle'
import { hashOf } from '../hash'

/** One person says the same of a number at most once a day; saying it again is answered as the first time. */
export const reportContact = handle(contract, async (input, { person, now, store }) => {
  const { buildingId, agencyId, phoneId, matterId, kind } = input
  const building = await store.buildings.find(buildingId)
  const community = building && (await store.communities.find(building.communityId))
  const phone = community?.agencies.find(({ id }) => id === agencyId)?.phones.find(({ id }) => id === phoneId)
  if (!community || !phone) return refuse('contact.unknown')

  const _id = hashOf('contact-report', person, agencyId, phoneId, kind, dayOf(now))
  const before = await store.contactReports.find(_id)
  if (before) return written({ reportId: _id, receivedAt: before.receivedAt }, [])
  const report = store.contactReports.inserting({
    _id,
    communityId: community._id,
    buildingId,
    agencyId,
    phoneId,
    number: phone.number,
    matterId,
    kind,
    reporter: person,
    receivedAt: now,
  })
  return written({ reportId: _id, receivedAt: now }, [report])
})
