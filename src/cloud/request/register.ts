import { publicRequest, refuse, requestRegister } from '../../contract'
import { handle } from '../handle'
import { decodeCursor } from '../store'
import { readPictures } from './pictures'
import { anybody, viewPublic, viewPublicRow } from './view-public'

/** Rows of one page: it has to fit into one small setData. */
const pageSize = 20

/**
 * What was asked for in an estate, or in one building, newest first. A private request stands in the estate's register
 * alone: in a building's, where it stands would tell whose it is. One read.
 */
export const register = handle(requestRegister, async ({ estateId, buildingId, open, cursor: from }, { store }) => {
  const after = from === null ? null : decodeCursor(from, 'number')
  if (from !== null && !after) return refuse('place.bad-cursor')
  const { rows, cursor } = await store.requests.page({
    where: buildingId === null ? { estateId, open } : { buildingId, open, isPrivate: false },
    order: 'filedAt',
    direction: 'desc',
    after,
    limit: pageSize,
  })
  // A building that is not of this estate has nothing here.
  return { requests: rows.filter((row) => row.estateId === estateId).map(viewPublicRow), cursor }
})

/** One request as anybody sees it. Reads the request and its pictures. */
export const shownToAll = handle(publicRequest, async ({ requestId }, context) => {
  const row = await context.store.requests.find(requestId)
  if (!row) return refuse('request.missing')
  return viewPublic(row, await readPictures(row, anybody, context))
})
