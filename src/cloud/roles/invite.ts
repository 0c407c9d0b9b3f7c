import { createInvitation as contract, refuse } from '../../contract'
import { fitsRole } from '../../domain/people/roles'
import { day } from '../../domain/time/clock'
import { handle, written } from '../handle'
import { audit } from '../people/audit'
import { invitationCode, newInvitationId } from './code'
import { keeperOf } from './keeper'
import { hasPlace, placeIn } from './place'

/** Read: the community, the caller's roles. Written: the invitation and a line of the audit log. */
export const createInvitation = handle(contract, {
  async load({ communityId, gridId, agencyId }, { store }) {
    const community = await store.communities.find(communityId)
    return { loaded: community, belongs: { owner: null, communityId, gridId, agencyId } }
  },
  async work(input, context) {
    const { person, now, store, keys, loaded: community } = context
    if (!community || !fitsRole(input.role, input) || !hasPlace(community, input)) return refuse('invitation.bad-place')
    const as = await keeperOf(context, input)
    if (!as?.membership) return refuse('invitation.not-yours')
    const _id = newInvitationId()
    const expiresAt = now + input.days * day
    return written({ invitationId: _id, code: invitationCode(keys, _id), expiresAt }, [
      store.invitations.inserting({
        _id,
        ...placeIn(input),
        uses: input.uses,
        used: 0,
        months: input.months,
        createdBy: person,
        madeAs: as.membership._id,
        createdAt: now,
        expiresAt,
        state: 'open',
      }),
      audit(
        { ...context, as },
        {
          verb: 'invitation.create',
          communityId: input.communityId,
          subject: { collection: 'invitations', id: _id },
        },
      ),
    ])
  },
})
