import { listInvitations as contract, refuse } from '../../contract'
import { invitationState } from '../../domain/people/invitation'
import { handle, type Context, type MembershipRow } from '../handle'
import { decodeCursor } from '../store'
import { invitationCode } from './code'
import { keeperOf } from './keeper'
import { makerHolds, type InvitationRow } from './offer'
import { namesOf, type CommunityRow } from './place'

const pageSize = 20

/** Three reads: the invitations, their community, the memberships by which they were made. */
export const listInvitations = handle(contract, {
  load: ({ communityId, gridId }) =>
    Promise.resolve({ loaded: undefined, belongs: { owner: null, communityId, gridId, agencyId: null } }),
  async work(input, context) {
    const { store } = context
    const { communityId, gridId } = input
    const after = input.cursor === null ? null : decodeCursor(input.cursor, 'number')
    if (input.cursor !== null && !after) return refuse('place.bad-cursor')
    const [{ rows, cursor }, community] = await Promise.all([
      store.invitations.page({
        where: gridId === null ? { communityId } : { communityId, gridId },
        order: 'createdAt',
        direction: 'desc',
        after,
        limit: pageSize,
      }),
      store.communities.find(communityId),
    ])
    const makers = await store.memberships.findAll(rows.map(({ madeAs }) => madeAs))
    const views = rows.map((row) => viewOf(row, { context, community, makers }))
    return { invitations: await Promise.all(views), cursor }
  },
})

interface Around {
  readonly context: Context
  readonly community: CommunityRow | null
  readonly makers: readonly MembershipRow[]
}

async function viewOf(row: InvitationRow, { context, community, makers }: Around) {
  const { _id, role, uses, used, expiresAt } = row
  const { now, keys } = context
  const state = invitationState(row, { now, makerHolds: makerHolds(row, makers, now) })
  // A code is a role: only whoever could give this role away gets it to hand on.
  const isTheirs = state === 'open' && (await keeperOf(context, row)) !== null
  const code = isTheirs ? invitationCode(keys, _id) : null
  return { invitationId: _id, role, ...namesOf(community, row), state, uses, used, expiresAt, code }
}
