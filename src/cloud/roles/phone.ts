import { lookMember as contract, refuse } from '../../contract'
import { inForce } from '../../domain/people/roles'
import { handle, written } from '../handle'
import { audit } from '../people/audit'
import { sealedAt } from '../people/ids'
import { keeperOf } from './keeper'
import { loadMember } from './load'

/** The number of somebody who has a role now. Written: the look itself, with its reason. */
export const lookMember = handle(contract, {
  load: loadMember,
  async work({ why }, context) {
    const { store, keys, now, loaded: row } = context
    const as = await keeperOf(context, row)
    if (!as) return refuse('member.not-yours')
    // Who is no longer a member gave the number for nothing that still goes on.
    if (!inForce(row, now)) return refuse(row.state === 'revoked' ? 'member.revoked' : 'member.over')
    const somebody = await store.people.find(row.person)
    if (!somebody?.phone) return refuse('phone.none')
    return written({ number: keys.unseal(somebody.phone, sealedAt('people', 'phone', somebody._id)) }, [
      audit(
        { ...context, as },
        {
          verb: 'member.phone',
          communityId: row.communityId,
          subject: { collection: 'memberships', id: row._id },
          why,
        },
      ),
    ])
  },
})
