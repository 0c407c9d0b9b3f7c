import type { Going, InUse } from '../../domain/directory'
import { heldRoles } from '../../domain/people/roles'
import type { Surroundings } from '../handle'
import { inPieces } from './plan'

type Asking = Pick<Surroundings, 'store' | 'now'>
type Store = Surroundings['store']

/** More of them need not be counted. */
const most = 1000
/** Open at once in a community: all are looked through, because a date says nothing of a building. */
const mostRequests = 10_000

const idsOf = (going: readonly Going[], kind: Going['kind']) =>
  going.filter((one) => one.kind === kind).map(({ id }) => id)

/** What rests on things that would go. Reads nothing where nothing goes. */
export async function inUseOf(context: Asking, communityId: string, going: readonly Going[]): Promise<InUse> {
  const { store } = context
  const loses = going.flatMap(({ buildingId }) => buildingId ?? [])
  const buildingIds = [...new Set([...idsOf(going, 'building'), ...loses])]
  const isPeopled = idsOf(going, 'agency').length + idsOf(going, 'grid').length > 0
  const [doorCodes, homes, requests, wishes, members] = await Promise.all([
    doorCodesOf(store, buildingIds),
    homesOf(store, buildingIds),
    going.length > 0 ? openRequests(store, communityId) : [],
    openWishes(store, buildingIds),
    isPeopled ? activeMembers(context, communityId) : [],
  ])
  return { doorCodes, homes, requests: [...requests, ...wishes], members }
}

async function doorCodesOf(store: Store, buildingIds: readonly string[]): Promise<InUse['doorCodes']> {
  const found: InUse['doorCodes'][number][] = []
  for (const values of inPieces(buildingIds, 100))
    found.push(...(await store.doorCodes.holding({ state: 'active' }, { field: 'buildingId', values }, most)))
  return found
}

/** Confirmed, or waiting for a word of the grid leader. */
async function homesOf(store: Store, buildingIds: readonly string[]): Promise<InUse['homes']> {
  const found: InUse['homes'][number][] = []
  for (const state of ['confirmed', 'declared'] as const)
    for (const values of inPieces(buildingIds, 100))
      found.push(...(await store.homes.holding({ state }, { field: 'buildingId', values }, most)))
  return found
}

async function openRequests(store: Store, communityId: string): Promise<InUse['requests']> {
  const { rows } = await store.requests.scan(
    { where: { communityId, open: true }, order: 'dueAt' },
    { buildingId: true, unitId: true, agencyId: true, agencies: true },
    { most: mostRequests },
  )
  return rows.map(({ buildingId, unitId, agencyId, agencies }) => ({
    ...{ buildingId, unitId, agencyIds: agencyId === null ? agencies : [agencyId, ...agencies] },
  }))
}

/** A wish is no agency's, and knows no unit. */
async function openWishes(store: Store, buildingIds: readonly string[]): Promise<InUse['requests']> {
  const found: InUse['requests'][number][] = []
  for (const values of inPieces(buildingIds, 100)) {
    const wishes = await store.wishes.holding({ open: true }, { field: 'buildingId', values }, most)
    found.push(...wishes.map(({ buildingId }) => ({ buildingId, unitId: null, agencyIds: [] })))
  }
  return found
}

/** By roles: in the order of their dates those that have ended long ago would come first. */
async function activeMembers({ store, now }: Asking, communityId: string): Promise<InUse['members']> {
  const lists = await Promise.all(
    heldRoles.map((role) =>
      store.memberships.scan(
        { where: { communityId, role, state: 'active' }, order: 'until', direction: 'desc', until: now },
        { gridId: true, agencyId: true },
        { most },
      ),
    ),
  )
  return lists.flatMap(({ rows }) => rows)
}
