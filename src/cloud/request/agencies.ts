import { requestAgencies } from '../../contract'
import { staffOf } from '../filing/place'
import { handle } from '../handle'
import { loadDesk } from './load'
import { handledBy } from './place'

/** Whom a request can be given to, those with somebody who handles them first. Reads roles, the community, its handlers. */
export const agencies = handle(requestAgencies, {
  load: loadDesk,
  async work({ communityId }, { store, now }) {
    const [community, staff] = await Promise.all([
      store.communities.find(communityId),
      staffOf(store, now, communityId, ['handler']),
    ])
    const handled = handledBy(staff)
    const all = (community?.agencies ?? []).map(({ id, name }) => ({ agencyId: id, name, handled: handled.has(id) }))
    return { agencies: [...all.filter((one) => one.handled), ...all.filter((one) => !one.handled)] }
  },
})
