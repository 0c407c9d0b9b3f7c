import { acceptInvitation as contract, refuse } from '../../contract'
import { inForce } from '../../domain/people/roles'
import { handle, written } from '../handle'
import { audit } from '../people/audit'
import { checkName } from '../people/check-name'
import { namedOnce, taking } from './enrol'
import { news } from './news'
import { offerIn, type Offer } from './offer'

const over = {
  'used-up': 'invitation.used-up',
  expired: 'invitation.expired',
  revoked: 'invitation.revoked',
} as const

/**
 * Read: the offer (four reads). Written: the invitation, the membership, the person's name if there was none, a line
 * of the audit log, news for who invited. Of two who take the last use at once, one wins: both write the invitation.
 */
export const acceptInvitation = handle(contract, async ({ code, name }, context) => {
  const offer = await offerIn(code, context)
  if (!offer) return refuse('invitation.unknown')
  const { invitation, held, state } = offer
  if (held && inForce(held, context.now)) return written(viewOf(held), [])
  if (state !== 'open') return refuse(over[state])
  const refusal = await checkName(context, name)
  if (refusal) return refusal

  const { store } = context
  const { months, _id: invitationId } = invitation
  const taken = taking(context, { place: invitation, held, name, months, invitationId })
  const said = news(context, accepted(offer, context.person))
  const writes = [
    store.invitations.replacing({ ...invitation, used: invitation.used + 1 }),
    taken.write,
    ...namedOnce(context, name),
    audit(context, {
      verb: 'role.accept',
      communityId: invitation.communityId,
      subject: { collection: 'memberships', id: taken.row._id },
    }),
    ...said.writes,
  ]
  return written(viewOf(taken.row), writes, said.push)
})

const viewOf = ({ _id, role, communityId, until }: { _id: string } & Pick<Held, 'role' | 'communityId' | 'until'>) => ({
  membershipId: _id,
  role,
  communityId,
  until,
})
type Held = NonNullable<Offer['held']>

/** Tells who invited that somebody came; not who. */
const accepted = ({ invitation, community }: Offer, person: string) =>
  invitation.createdBy === null || invitation.createdBy === person
    ? []
    : [
        {
          person: invitation.createdBy,
          kind: 'invitation.accepted' as const,
          params: { role: invitation.role, community: community.name },
          path: `/pages/work/members/index?c=${community._id}${invitation.gridId ? `&g=${invitation.gridId}` : ''}`,
          cause: `${invitation._id}:${person}:${invitation.used}`,
        },
      ]
