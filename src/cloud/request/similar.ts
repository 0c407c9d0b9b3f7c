import { similarRequests } from '../../contract'
import { handle } from '../handle'
import { viewPublicRow } from './view-public'

/** As many as somebody looks through before they send their own. */
const mostSimilar = 10

/**
 * Open requests about the same matter in the same building, those of the same unit first, else newest first. Of private
 * matters there are none, and what is about none of ours may be anything. One read.
 */
export const similar = handle(similarRequests, async ({ buildingId, unitId, matterId }, { store }) => {
  if (matterId === null) return { requests: [] }
  const { rows } = await store.requests.page({
    where: { buildingId, matterId, open: true, isPrivate: false },
    order: 'filedAt',
    direction: 'desc',
    after: null,
    limit: mostSimilar,
  })
  const isNear = (unit: string | null) => unit !== null && unit === unitId
  const near = [...rows.filter((row) => isNear(row.unitId)), ...rows.filter((row) => !isNear(row.unitId))]
  return { requests: near.map(viewPublicRow) }
})
