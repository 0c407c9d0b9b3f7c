import { showWork as contract } from '../../contract'
import { permissions } from '../../contract/permissions'
import type { ActionName } from '../../contract'
import { handle, type MembershipRow } from '../handle'
import type { Store } from '../store'
import { namesOf } from './place'

/** More roles than one person has; the page shows no more. */
const mostPosts = 20
const mostCounted = 99

/** For each role its community's name, and three counts where it is a keeper's. */
export const showWork = handle(contract, async (_, { memberships, store }) => {
  const held = (await memberships()).slice(0, mostPosts)
  const communities = await store.communities.findAll(held.map(({ communityId }) => communityId))
  const posts = held.map(async (row) => {
    const community = communities.find(({ _id }) => _id === row.communityId) ?? null
    const { _id: membershipId, role, communityId, gridId, agencyId, until } = row
    return {
      ...{ membershipId, role, communityId, gridId, agencyId, until },
      communityName: community?.name ?? '',
      ...namesOf(community, row),
      ...(await waitingFor(store, row)),
    }
  })
  return { posts: await Promise.all(posts) }
})

async function waitingFor(store: Store, row: MembershipRow) {
  const [homes, checks, complaints] = await Promise.all([
    counted('home.list', row, (place) => store.homes.count({ ...place, state: 'declared' })),
    counted('check.list', row, (place) => store.checks.count({ ...place, open: true })),
    counted('complaint.list', row, (place) => store.complaints.count({ ...place, state: 'open' })),
  ])
  return { homes, checks, complaints }
}

type Place = { readonly communityId: string; readonly gridId?: string }

/** How many there are where the role may see their list; null where it may not. */
async function counted(action: ActionName, row: MembershipRow, count: (place: Place) => Promise<number>) {
  const scope = permissions[action][row.role]
  const { communityId, gridId } = row
  const place =
    scope === 'community' ? { communityId } : scope === 'grid' && gridId !== null ? { communityId, gridId } : null
  return place && Math.min(await count(place), mostCounted)
}
