import { refuse, revokeInvitation as contract } from '../../contract'
import { handle, written } from '../handle'
import { audit } from '../people/audit'
import { keeperOf } from './keeper'
import { loadInvitation } from './load'

/** Takes an invitation back. Written: the invitation, a line of the audit log; nothing where it is done already. */
export const revokeInvitation = handle(contract, {
  load: loadInvitation,
  async work(_, context) {
    const { store, loaded: invitation } = context
    const as = await keeperOf(context, invitation)
    if (!as) return refuse('invitation.not-yours')
    const result = { state: 'revoked' as const }
    if (invitation.state === 'revoked') return written(result, [])
    return written(result, [
      store.invitations.replacing({ ...invitation, state: 'revoked' }),
      audit(
        { ...context, as },
        {
          verb: 'invitation.revoke',
          communityId: invitation.communityId,
          subject: { collection: 'invitations', id: invitation._id },
        },
      ),
    ])
  },
})
