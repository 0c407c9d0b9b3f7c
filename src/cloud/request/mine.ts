import { myRequests, refuse } from '../../contract'
import { handle } from '../handle'
import { decodeCursor } from '../store'
import { viewOwnRow } from './view'

/** Rows of one page: it has to fit into one small setData. */
const pageSize = 20

/** The caller's own, those that they wrote for their family, and those that they joined; newest first. One read. */
export const mine = handle(myRequests, async ({ cursor: from }, { person, store }) => {
  const after = from === null ? null : decodeCursor(from, 'number')
  if (person === null || (from !== null && !after)) return refuse('place.bad-cursor')
  const { rows, cursor } = await store.requests.page({
    where: { people: person },
    order: 'filedAt',
    direction: 'desc',
    after,
    limit: pageSize,
  })
  return { requests: rows.map((row) => viewOwnRow(row, person)), cursor }
})
