import { checkMember as contract, refuse } from '../../contract'
import { handle, written } from '../handle'
import { audit } from '../people/audit'
import { loadMember } from './load'
import { recheckedCards } from './red-cards'

/**
 * A keeper has seen who a member is, or takes it back. Written: the membership, the member's red cards of this
 * community, which say whether homes can be visited, and a line of the audit log. Nobody vouches for themselves. A role
 * that has ended is nobody's any more.
 */
export const checkMember = handle(contract, {
  load: loadMember,
  async work({ checked }, context) {
    const { person, store, now, loaded: row } = context
    if (row.person === person) return refuse('member.own')
    if (row.state !== 'active') return refuse('member.missing')
    const result = { checked }
    if ((row.checkedAt !== null) === checked) return written(result, [])
    const next = { ...row, checkedAt: checked ? now : null }
    const subject = { collection: 'memberships', id: row._id }
    const writes = [
      store.memberships.replacing(next),
      ...(await recheckedCards(store, next, now)),
      audit(context, { verb: checked ? 'member.check' : 'member.uncheck', communityId: row.communityId, subject }),
    ]
    return written(result, writes)
  },
})
