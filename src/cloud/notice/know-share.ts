import { mostShares, refuse, shareNotice as contract } from '../../contract'
import { withShares, type SentShare } from '../../domain/notice/shares'
import { handle, written } from '../handle'
import { loadNotice } from './load'
import { wasOut } from './open-count'

/**
 * Cards that the caller shared, and into which of their groups. A group that was removed meanwhile leaves the share without
 * one; somebody else's is refused. Reads the notice and the groups; writes the notice where something is new.
 */
export const share = handle(contract, {
  load: loadNotice,
  async work({ shares: sent }, { store, now, person, loaded: notice }) {
    if (!wasOut(notice)) return refuse('notice.missing')
    const groupIds = sent.flatMap(({ groupId }) => (groupId === null ? [] : [groupId]))
    const groups = await store.noticeGroups.findAll(groupIds)
    if (groups.some((one) => one.person !== person || one.communityId !== notice.communityId))
      return refuse('group.missing')
    const own = new Set(groups.map(({ _id }) => _id))
    const outAt = notice.outAt ?? 0
    const tidied = sent.map((one): SentShare => ({
      token: one.token,
      groupId: one.groupId !== null && own.has(one.groupId) ? one.groupId : null,
      // A phone may be wrong about both: no edition is shared that was never out, and nothing later than now.
      edition: Math.min(Math.max(1, one.edition), notice.shown.number),
      at: Math.min(now, Math.max(one.at, outAt)),
    }))
    const shares = withShares(notice.shares, tidied, person)
    if (shares.length > mostShares) return refuse('notice.full')
    const data = { shares: shares.filter((one) => one.person === person).length }
    if (shares === notice.shares) return written(data, [])
    const actors = [...new Set([...notice.actors, person])]
    return written(data, [store.notices.replacing({ ...notice, shares: [...shares], actors })])
  },
})
