import { refuse, revokeMember as contract } from '../../contract'
import { inForce } from '../../domain/people/roles'
import { handle, written, type MembershipRow } from '../handle'
import { audit } from '../people/audit'
import type { Said } from '../people/say'
import { keeperOf } from './keeper'
import { anotherSecretary } from './last-secretary'
import { loadMember } from './load'
import { news } from './news'
import { pausedCards } from './red-cards'

/**
 * Ends a role, from the next call of its holder on. Written: the membership, a line of the audit log, news for the
 * holder, the red cards that nobody stands behind any more, and for a secretary another secretary's membership, which
 * has to stay.
 */
export const revokeMember = handle(contract, {
  load: loadMember,
  async work({ why }, context) {
    const { person, store, now, loaded: row } = context
    const isOwn = row.person === person
    const as = isOwn ? context.as : await keeperOf(context, row)
    if (!as) return refuse('member.not-yours')
    const result = { state: 'revoked' as const }
    if (row.state === 'revoked') return written(result, [])

    const endsSecretary = row.role === 'secretary' && inForce(row, now)
    const another = endsSecretary ? await anotherSecretary(store, row, now) : null
    if (endsSecretary && !another) return refuse('member.last-secretary')
    const community = isOwn ? null : await store.communities.find(row.communityId)
    const said = news(context, isOwn ? [] : [sentAway(row, community?.name ?? '')])
    const subject = { collection: 'memberships', id: row._id }
    const writes = [
      store.memberships.replacing({ ...row, state: 'revoked', endedAt: now }),
      ...(another ? [another] : []),
      ...(await pausedCards(store, row, now)),
      audit({ ...context, as }, { verb: 'role.revoke', communityId: row.communityId, subject, why }),
      ...said.writes,
    ]
    return written(result, writes, said.push)
  },
})

const sentAway = ({ _id, person, role, version }: MembershipRow, community: string): Said => ({
  person,
  kind: 'member.revoked',
  params: { role, community },
  path: null,
  cause: `${_id}:${version}`,
})
