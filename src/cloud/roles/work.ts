import { showWork as contract } from '../../contract'
import { permissions } from '../../contract/permissions'
import type { ActionName } from '../../contract'
import { handle, type MembershipRow } from '../handle'
import type { Store } from '../store'
import type { RequestFields } from '../store/documents'
import { namesOf } from './place'

/** More roles than one person has; the page shows no more. */
const mostPosts = 20
const mostCounted = 99

/** For each role its community's name, and what waits where it may see the lists. */
export const showWork = handle(contract, async (_, { memberships, store, now }) => {
  const held = (await memberships()).slice(0, mostPosts)
  const communities = await store.communities.findAll(held.map(({ communityId }) => communityId))
  const posts = held.map(async (row) => {
    const community = communities.find(({ _id }) => _id === row.communityId) ?? null
    const { _id: membershipId, role, communityId, gridId, agencyId, until } = row
    return {
      ...{ membershipId, role, communityId, gridId, agencyId, until },
      communityName: community?.name ?? '',
      ...namesOf(community, row),
      ...(await waitingFor(store, row, now)),
    }
  })
  return { posts: await Promise.all(posts) }
})

async function waitingFor(store: Store, row: MembershipRow, now: number) {
  const [homes, checks, complaints, requests] = await Promise.all([
    counted('home.list', row, (place) => store.homes.count({ ...place, state: 'declared' })),
    counted('check.list', row, (place) => store.checks.count({ ...place, open: true })),
    counted('complaint.list', row, (place) => store.complaints.count({ ...place, state: 'open' })),
    requestsFor(store, row, now),
  ])
  return { homes, checks, complaints, requests }
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

/** Whoever hands out has to do what nobody has taken yet; an agency all that was given to it and is not done. */
async function requestsFor(store: Store, row: MembershipRow, now: number) {
  const { role, communityId, gridId, agencyId } = row
  const scope = permissions['request.list'][role]
  const place: (Partial<Pick<RequestFields, 'communityId' | 'gridId'>> & { readonly agencies?: string }) | null =
    scope === 'community'
      ? { communityId }
      : scope === 'grid' && gridId !== null
        ? { communityId, gridId }
        : scope === 'agency' && agencyId !== null
          ? { communityId, agencies: agencyId }
          : null
  if (!place) return null
  const on = (desk: 'todo' | 'doing', upTo: { readonly dueAt?: number } = {}) =>
    store.requests.count({ ...place, desk }, upTo)
  const late = { dueAt: now }
  const [untaken, taken, ...overdue] = await Promise.all([
    on('todo'),
    scope === 'agency' ? on('doing') : 0,
    on('todo', late),
    on('doing', late),
  ])
  return {
    todo: Math.min(untaken + taken, mostCounted),
    overdue: Math.min(overdue[0] + overdue[1], mostCounted),
  }
}
