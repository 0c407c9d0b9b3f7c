import { refuse, removeAgency as contract } from '../../contract'
import { handle, written } from '../handle'
import { audit } from '../people/audit'
import type { Store } from '../store'
import { loadCommunity } from './load'
import { agencyMark } from './mark'
import { revised, type CommunityRow } from './revision'

/** More handlers than a community has. */
const mostHandlers = 100

async function restsOn(store: Store, community: CommunityRow, agencyId: string, now: number) {
  const answers = [...community.settings, ...community.estates.flatMap(({ settings }) => settings)]
  if (answers.some(({ value }) => value === agencyId)) return refuse('agency.in-settings')
  const { _id: communityId } = community
  const [{ rows: requests }, { rows: handlers }] = await Promise.all([
    store.requests.page({
      where: { communityId, agencies: agencyId, open: true },
      ...{ order: 'dueAt', after: null, limit: 1 },
    }),
    store.memberships.page({
      where: { communityId, role: 'handler', state: 'active' },
      ...{ order: 'until', direction: 'desc', until: now, after: null, limit: mostHandlers },
    }),
  ])
  if (requests.length > 0) return refuse('agency.has-requests')
  return handlers.some((one) => one.agencyId === agencyId) ? refuse('agency.has-handlers') : null
}

/** Read: the community, what rests on the agency. Written: the community, what it was before, a line of the audit log. */
export const removeAgency = handle(contract, {
  load: loadCommunity,
  async work({ communityId, agencyId, seen }, context) {
    const { loaded: community, store, now } = context
    const agency = community.agencies.find(({ id }) => id === agencyId)
    if (!agency) return refuse('agency.missing')
    if (seen !== agencyMark(agency)) return refuse('agency.moved')
    const use = await restsOn(store, community, agencyId, now)
    if (use) return use
    const agencies = community.agencies.filter(({ id }) => id !== agencyId)
    const { revision, writes } = revised(context, community, { agencies })
    const subject = { collection: 'communities', id: communityId }
    return written({ revision }, [...writes, audit(context, { verb: 'agency.remove', communityId, subject })])
  },
})
