import { refuse, verifyPhone as contract } from '../../contract'
import { handle, written } from '../handle'
import { audit } from '../people/audit'
import { answered, openReports } from './answered'
import { loadCommunity } from './load'
import { rungNow, withPhone } from './phones'
import { revised } from './revision'

/**
 * Read: the community, what is open of the number, who reported it. Written: the community, what it was before, a line of
 * the audit log, the reports with their answer, news for whoever reported.
 */
export const verifyPhone = handle(contract, {
  load: loadCommunity,
  async work({ communityId, agencyId, phoneId, number }, context) {
    const { loaded: community, store, now } = context
    const agency = community.agencies.find(({ id }) => id === agencyId)
    const phone = agency?.phones.find(({ id }) => id === phoneId)
    if (!phone) return refuse('contact.unknown')
    if (phone.number !== number) return refuse('phone.moved')
    const reports = await openReports(store, { communityId, agencyId, phoneId, number })
    const answer = await answered(context, { as: 'confirmed', reports })
    const agencies = withPhone(community.agencies, { agencyId, phoneId }, (one) => rungNow(one, now))
    const { revision, writes } = revised(context, community, { agencies })
    const subject = { collection: 'communities', id: communityId }
    const noted = audit(context, { verb: 'phone.verify', communityId, subject })
    return written({ verifiedAt: now, revision }, [...writes, noted, ...answer.writes], answer.after)
  },
})
