import { listMessages as contract, refuse } from '../../contract'
import { handle } from '../handle'
import { decodeCursor } from '../store'

/** Rows of one page, as small as a screen or two. */
const pageSize = 20

/** One's own news, newest first: what is unread, or what was read. */
export const listMessages = handle(contract, async ({ unread, cursor: from }, { person, store }) => {
  if (person === null) return { messages: [], cursor: null }
  const after = from === null ? null : decodeCursor(from, 'number')
  if (from !== null && !after) return refuse('place.bad-cursor')
  const where = { person, unread }
  const { rows, cursor } = await store.messages.page({ where, order: 'at', direction: 'desc', after, limit: pageSize })
  return {
    messages: rows.map(({ _id, kind, params, path, at }) => ({ messageId: _id, kind, params, path, at, unread })),
    cursor,
  }
})
