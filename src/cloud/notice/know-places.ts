import { buildingsOf as concerned, type Audience } from '../../domain/notice/audience'
import { buildingsOf, type BuildingRow, type CommunityRow } from '../files/load'
import type { Store } from '../store'

/** The buildings in which a notice concerns anybody. */
export interface Concerned {
  readonly community: CommunityRow
  /** By estate, in the order in which people count them. */
  readonly buildings: readonly BuildingRow[]
  readonly estateName: (building: BuildingRow) => string
}

/** Reads the community, then the buildings of its estates, all at once. null: the community is not there any more. */
export async function concernedBuildings(store: Store, audience: Audience): Promise<Concerned | null> {
  const community = await store.communities.find(audience.communityId)
  if (!community) return null
  const all = (await Promise.all(community.estates.map(({ id }) => buildingsOf(store, community, id)))).flat()
  const places = all.map(({ _id, estateId, gridId, units }) => ({
    ...{ id: _id, estateId, gridId, unitIds: units.map(({ id }) => id) },
  }))
  const ids = new Set(concerned(audience, places).map(({ id }) => id))
  const names = new Map(community.estates.map(({ id, name }) => [id, name]))
  return {
    community,
    buildings: all.filter(({ _id }) => ids.has(_id)),
    estateName: ({ estateId }) => names.get(estateId) ?? '',
  }
}
