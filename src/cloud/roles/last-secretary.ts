import { inForce } from '../../domain/people/roles'
import type { MembershipRow } from '../handle'
import type { Store, Write } from '../store'

/** More secretaries than a community has; what lies beyond changes nothing, one is enough. */
const most = 20

/** Who is secretary of a community now. One read. */
async function secretariesOf(store: Store, communityId: string, now: number): Promise<MembershipRow[]> {
  return (await lasting(store, communityId)).filter((row) => inForce(row, now))
}

/**
 * Whether a community has a secretary, now or from a moment still to come. Two people who found at once have clocks some
 * milliseconds apart: to the later commit the role of the earlier one may not have begun yet.
 */
export async function hasSecretary(store: Store, communityId: string, now: number): Promise<boolean> {
  return (await lasting(store, communityId)).some(({ until }) => until > now)
}

async function lasting(store: Store, communityId: string): Promise<MembershipRow[]> {
  const { rows } = await store.memberships.page({
    where: { communityId, role: 'secretary', state: 'active' },
    order: 'until',
    direction: 'desc',
    after: null,
    limit: most,
  })
  return rows
}

/**
 * For the commit that ends the role of a secretary: a write that holds another secretary of the community in place, or
 * null where there is none. Whoever ends the role of that one at the same moment writes the same document, so that one
 * of the two has to look again: a community never loses its last secretary to two people at once.
 */
export async function anotherSecretary(store: Store, ending: MembershipRow, now: number): Promise<Write | null> {
  const other = (await secretariesOf(store, ending.communityId, now)).find(({ person }) => person !== ending.person)
  return other ? store.memberships.replacing(other) : null
}
