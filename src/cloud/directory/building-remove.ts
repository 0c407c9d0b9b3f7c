import { refuse, removeBuilding as contract } from '../../contract'
import { handle, written } from '../handle'
import { audit } from '../people/audit'
import { loadBuilding } from './load'
import { buildingMark } from './mark'
import { revised, type CommunityRow } from './revision'
import { restsOnBuilding, type BuildingUse } from './uses'

const refusals = {
  codes: refuse('building.has-codes'),
  households: refuse('building.has-households'),
  homes: refuse('building.has-homes'),
  requests: refuse('building.has-requests'),
} as const satisfies Record<BuildingUse, unknown>

/** Agencies without this building; null where one of them served nothing else: an empty area would mean everybody. */
function without(agencies: CommunityRow['agencies'], buildingId: string): CommunityRow['agencies'] | null {
  const left = agencies.map((agency) => {
    const { serviceArea } = agency
    if (!serviceArea?.buildingIds?.includes(buildingId)) return agency
    const { buildingIds, ...wider } = serviceArea
    const others = buildingIds.filter((id) => id !== buildingId)
    return { ...agency, serviceArea: others.length > 0 ? { ...wider, buildingIds: others } : wider }
  })
  const servesNothing = ({ serviceArea }: (typeof left)[number]) =>
    serviceArea !== undefined && Object.values(serviceArea).every((ids) => ids.length === 0)
  return left.some(servesNothing) ? null : left
}

/**
 * Read: the building, the community, what rests on it. Written: the community, what it was before, a line of the audit log;
 * the building goes, and rooms of it that are nobody's.
 */
export const removeBuilding = handle(contract, {
  load: loadBuilding,
  async work({ buildingId, seen }, context) {
    const { loaded: building, store } = context
    const { communityId } = building
    if (seen !== buildingMark(building)) return refuse('building.moved')
    const community = await store.communities.find(communityId)
    if (!community) return refuse('directory.missing')
    const rest = await restsOnBuilding(context, community, building)
    if (rest.use) return refusals[rest.use]
    const { rows, rooms } = rest.rooms
    const agencies = without(community.agencies, buildingId)
    if (!agencies) return refuse('building.has-agencies')
    const touched = [{ id: buildingId, before: building }]
    const { revision, writes } = revised(context, community, { agencies }, touched, rooms)
    const subject = { collection: 'buildings', id: buildingId }
    const noted = audit(context, { verb: 'building.remove', communityId, subject })
    const gone = [store.buildings.removing(building), ...rows.map((row) => store.households.removing(row))]
    return written({ revision }, [...gone, ...writes, noted])
  },
})
