import { listMembers as contract, refuse } from '../../contract'
import { inForce, isChecked } from '../../domain/people/roles'
import { handle, type MembershipRow, type PersonRow } from '../handle'
import type { Keys } from '../keys'
import { sealedAt } from '../people/ids'
import { decodeCursor } from '../store'
import { namesOf, type CommunityRow } from './place'

const pageSize = 20

/** Three reads: the memberships, their community, the people, of whom only whether they have a number is told. */
export const listMembers = handle(contract, {
  load: ({ communityId, gridId }) =>
    Promise.resolve({ loaded: undefined, belongs: { owner: null, communityId, gridId, agencyId: null } }),
  async work(input, { store, keys, now, person }) {
    const { communityId, gridId } = input
    const after = input.cursor === null ? null : decodeCursor(input.cursor, 'number')
    if (input.cursor !== null && !after) return refuse('place.bad-cursor')
    const [{ rows, cursor }, community] = await Promise.all([
      store.memberships.page({
        where: gridId === null ? { communityId } : { communityId, gridId },
        order: 'from',
        direction: 'desc',
        after,
        limit: pageSize,
      }),
      store.communities.find(communityId),
    ])
    const people = await store.people.findAll(rows.map((row) => row.person))
    return { members: rows.map((row) => viewOf(row, { keys, now, person, community, people })), cursor }
  },
})

/** What a role is worth now. */
export const memberState = (row: MembershipRow, now: number) =>
  row.state === 'revoked' ? ('revoked' as const) : inForce(row, now) ? ('active' as const) : ('over' as const)

interface Around {
  readonly keys: Keys
  readonly now: number
  readonly person: string | null
  readonly community: CommunityRow | null
  readonly people: readonly PersonRow[]
}

function viewOf(row: MembershipRow, { keys, now, person, community, people }: Around) {
  const { _id, role, name, gridId, agencyId, from, until } = row
  const state = memberState(row, now)
  return {
    membershipId: _id,
    role,
    name: name === null ? null : keys.unseal(name, sealedAt('memberships', 'name', _id)),
    ...{ gridId, agencyId, ...namesOf(community, row) },
    from,
    until,
    state,
    checked: isChecked(row),
    mine: row.person === person,
    hasPhone: state === 'active' && people.some((one) => one._id === row.person && one.phone !== null),
  }
}
