import { refuse, renewMember as contract } from '../../contract'
import { monthsAfter } from '../../domain/time/months'
import { handle, written, type MembershipRow } from '../handle'
import { audit } from '../people/audit'
import type { Said } from '../people/say'
import { keeperOf } from './keeper'
import { loadMember } from './load'
import { news } from './news'

/** Months: no role runs longer ahead than this, so that each is looked at now and then. */
const longestAhead = 36

/**
 * Gives a role a later end, counted from its present one, or from now where it is over. Written: the membership, a line
 * of the audit log, news for the holder.
 */
export const renewMember = handle(contract, {
  load: loadMember,
  async work({ months }, context) {
    const { person, store, now, loaded: row } = context
    const as = await keeperOf(context, row)
    if (!as) return refuse('member.not-yours')
    if (row.state === 'revoked') return refuse('member.revoked')
    const later = monthsAfter(Math.max(now, row.until), months)
    const until = Math.max(row.until, Math.min(later, monthsAfter(now, longestAhead)))
    if (until === row.until) return written({ until }, [])
    const community = await store.communities.find(row.communityId)
    const subject = { collection: 'memberships', id: row._id }
    const said = news(context, row.person === person ? [] : [renewed(row, until, community?.name ?? '')])
    const writes = [
      store.memberships.replacing({ ...row, until }),
      audit({ ...context, as }, { verb: 'role.renew', communityId: row.communityId, subject }),
      ...said.writes,
    ]
    return written({ until }, writes, said.push)
  },
})

const renewed = ({ _id, person, role, version }: MembershipRow, until: number, community: string): Said => ({
  person,
  kind: 'member.renewed',
  params: { role, community, until: String(until) },
  path: '/pages/work/index',
  cause: `${_id}:${version}`,
})
