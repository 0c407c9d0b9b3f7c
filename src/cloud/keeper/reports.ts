import { listReports as contract, refuse } from '../../contract'
import { handle } from '../handle'
import { decodeCursor } from '../store'
import { loadWhole, pageSize } from './whole'
import { findBuildings } from '../store/visible'

/** Three reads: the reports, their community's directory, their buildings. Never who said it. */
export const listReports = handle(contract, {
  load: loadWhole,
  async work({ communityId, cursor: from }, { store }) {
    const after = from === null ? null : decodeCursor(from, 'number')
    if (from !== null && !after) return refuse('place.bad-cursor')
    const [{ rows, cursor }, community] = await Promise.all([
      store.contactReports.page({
        ...{ where: { communityId }, order: 'receivedAt', direction: 'desc', after, limit: pageSize },
      }),
      store.communities.find(communityId),
    ])
    const buildings = await findBuildings(
      store,
      rows.map(({ buildingId }) => buildingId),
    )
    const nameOf = new Map(buildings.map(({ _id, name }) => [_id, name]))
    return {
      reports: rows.map((row) => {
        const agency = community?.agencies.find(({ id }) => id === row.agencyId)
        return {
          reportId: row._id,
          at: row.receivedAt,
          kind: row.kind,
          agencyName: agency?.name ?? null,
          number: row.number,
          stillThere: agency?.phones.some(({ id, number }) => id === row.phoneId && number === row.number) ?? false,
          buildingName: nameOf.get(row.buildingId) ?? null,
          matterId: row.matterId,
          answer: row.answer && { as: row.answer.as, at: row.answer.at },
        }
      }),
      cursor,
    }
  },
})
