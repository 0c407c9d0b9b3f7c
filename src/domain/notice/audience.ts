import type { Need } from '../directory/types'

/** Where it concerns people. */
export type NoticeWhere =
  | { readonly kind: 'community' }
  | { readonly kind: 'estates'; readonly ids: readonly string[] }
  | { readonly kind: 'buildings'; readonly ids: readonly string[] }
  | { readonly kind: 'units'; readonly units: readonly UnitSpot[] }

export interface UnitSpot {
  readonly buildingId: string
  readonly unitId: string
}

/** Whom a notice concerns. */
export interface Audience {
  readonly communityId: string
  readonly where: NoticeWhere
  /** Only households with one of these; empty: all of them. */
  readonly needs: readonly Need[]
}

/** A place as a reader, or a household, has it. */
export interface NoticePlace {
  readonly communityId: string
  readonly estateId: string
  readonly buildingId: string
  /** null: not known, or the building has none. */
  readonly unitId: string | null
  /** What is known of the household; null: nobody knows, as of a reader. */
  readonly needs: readonly Need[] | null
}

/** perhaps: some there, and nobody knows whether this one. */
export type Concern = 'yes' | 'perhaps' | 'no'

function concernsSpot(where: NoticeWhere, { estateId, buildingId, unitId }: NoticePlace): Concern {
  switch (where.kind) {
    case 'community':
      return 'yes'
    case 'estates':
      return where.ids.includes(estateId) ? 'yes' : 'no'
    case 'buildings':
      return where.ids.includes(buildingId) ? 'yes' : 'no'
    case 'units': {
      const here = where.units.filter((unit) => unit.buildingId === buildingId)
      if (here.length === 0) return 'no'
      return unitId === null ? 'perhaps' : here.some((unit) => unit.unitId === unitId) ? 'yes' : 'no'
    }
  }
}

/** Whether a notice concerns a place. */
export function concerns({ communityId, where, needs }: Audience, place: NoticePlace): Concern {
  const spot = communityId === place.communityId ? concernsSpot(where, place) : 'no'
  if (spot === 'no' || needs.length === 0) return spot
  if (place.needs === null) return 'perhaps'
  return place.needs.some((need) => needs.includes(need)) ? spot : 'no'
}

/** A building as an audience is held against it. */
export interface NoticeBuilding {
  readonly id: string
  readonly estateId: string
  readonly gridId: string | null
  readonly unitIds: readonly string[]
}

/** A building whose every home is concerned, as far as places go: needs do not count here. */
function isWhole({ communityId, where }: Audience, { id, estateId, unitIds }: NoticeBuilding): boolean {
  const units = unitIds.length === 0 ? [null] : unitIds
  return units.every(
    (unitId) =>
      concerns({ communityId, where, needs: [] }, { communityId, estateId, buildingId: id, unitId, needs: null }) ===
      'yes',
  )
}

/** The buildings in which it concerns anybody. */
export const buildingsOf = (audience: Audience, buildings: readonly NoticeBuilding[]): readonly NoticeBuilding[] =>
  buildings.filter(({ id, estateId }) => {
    const place = { communityId: audience.communityId, estateId, buildingId: id, unitId: null, needs: null }
    return concerns(audience, place) !== 'no'
  })

/**
 * Whether it goes to the whole community: also where every estate, building or unit was named one by one, and where only
 * those with a need are meant. A community without buildings has nothing less than the whole.
 */
export const isWholeCommunity = (audience: Audience, buildings: readonly NoticeBuilding[]): boolean =>
  audience.where.kind === 'community' || buildings.every((building) => isWhole(audience, building))

/** Whether it reaches homes outside a grid, or none at all. */
export function reachesBeyond(audience: Audience, buildings: readonly NoticeBuilding[], gridId: string): boolean {
  const reached = buildingsOf(audience, buildings)
  return reached.length === 0 || reached.some((building) => building.gridId !== gridId)
}
