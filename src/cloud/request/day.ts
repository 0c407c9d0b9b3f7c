import { refuse, requestDay } from '../../contract'
import { handle } from '../handle'
import { decodeCursor } from '../store'
import { dayPage, viewDayRow } from './day-rows'
import { loadDesk } from './load'

/** Rows of one page: it has to fit into one small setData. */
const pageSize = 20

/** The day's register to be read. One read beside the caller's roles. */
export const day = handle(requestDay, {
  load: loadDesk,
  async work({ cursor: from, ...place }, { store }) {
    const after = from === null ? null : decodeCursor(from, 'number')
    if (from !== null && !after) return refuse('place.bad-cursor')
    const { rows, cursor } = await dayPage(store, place, { after, limit: pageSize })
    return { requests: rows.map(viewDayRow), cursor }
  },
})
