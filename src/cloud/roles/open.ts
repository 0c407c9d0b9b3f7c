import { openInvitation as contract, refuse } from '../../contract'
import { inForce } from '../../domain/people/roles'
import { handle } from '../handle'
import { offerIn } from './offer'
import { namesOf } from './place'

/** Nothing of who made it, nor of who accepted it. */
export const openInvitation = handle(contract, async ({ code }, context) => {
  const offer = await offerIn(code, context)
  if (!offer) return refuse('invitation.unknown')
  const { invitation, community, state, held } = offer
  const { role, expiresAt, months } = invitation
  const already = held !== null && inForce(held, context.now)
  return { role, communityName: community.name, ...namesOf(community, invitation), state, expiresAt, months, already }
})
