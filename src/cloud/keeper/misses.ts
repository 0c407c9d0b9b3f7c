import { listMisses as contract, refuse } from '../../contract'
import { handle } from '../handle'
import { decodeCursor } from '../store'
import { loadWhole, pageSize } from './whole'

/** One read. What was searched and not found, newest day first; nobody knows by whom. */
export const listMisses = handle(contract, {
  load: loadWhole,
  async work({ communityId, cursor: from }, { store }) {
    const after = from === null ? null : decodeCursor(from, 'string')
    if (from !== null && !after) return refuse('place.bad-cursor')
    const { rows, cursor } = await store.searchMisses.page({
      ...{ where: { communityId }, order: 'day', direction: 'desc', after, limit: pageSize },
    })
    return {
      misses: rows.map(({ _id, day, outcome, text, count, shown }) => ({
        ...{ missId: _id, day, outcome, text, count, shown },
      })),
      cursor,
    }
  },
})
