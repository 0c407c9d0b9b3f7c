import type { DoorView } from '../../contract'
import { closeness } from '../../domain/routing/contacts'
import type { Place } from '../../domain/routing/types'
import type { Store } from '../store'

type RowOf<Name extends 'communities' | 'buildings'> = NonNullable<Awaited<ReturnType<Store[Name]['find']>>>

/** A place of a directory as routing needs it, and what it is made of. Null if the directory no longer has it. */
export function placeIn(community: RowOf<'communities'>, building: RowOf<'buildings'>, unitId: string | null) {
  const estate = community.estates.find(({ id }) => id === building.estateId)
  const unit = unitId === null ? null : building.units.find(({ id }) => id === unitId)
  if (!estate || unit === undefined) return null
  const grid = community.grids.find(({ id }) => id === building.gridId) ?? null
  const region = [community.province, community.city, community.district]
  // The estate's own settings lie over the community's.
  const settings = Object.fromEntries([...community.settings, ...estate.settings].map(({ id, value }) => [id, value]))
  const place: Place = {
    communityId: community._id,
    gridId: grid?.id ?? null,
    estateId: estate.id,
    buildingId: building._id,
    unitId,
    region,
    settings,
    agencies: community.agencies,
  }
  return { place, estate, grid, unit }
}

/** What the phone gets of a directory: this place, and who serves it. Null if the directory no longer has it. */
export function viewDoor(
  community: RowOf<'communities'>,
  building: RowOf<'buildings'>,
  unitId: string | null,
): DoorView | null {
  const found = placeIn(community, building, unitId)
  if (!found) return null
  const { place, estate, grid, unit } = found
  const { settings } = place
  const named = new Set(Object.values(settings))
  return {
    place: {
      communityId: community._id,
      communityName: community.name,
      streetName: community.street.name,
      region: [...place.region],
      gridId: place.gridId,
      gridName: grid?.name ?? null,
      estateId: estate.id,
      estateName: estate.name,
      buildingId: building._id,
      buildingName: building.name,
      unitId,
      unitName: unit?.name ?? null,
    },
    settings,
    agencies: community.agencies.filter((agency) => closeness(agency, place) >= 0 || named.has(agency.id)),
    commonMatters: community.commonMatters,
    revision: community.revision,
    updatedAt: community.updatedAt,
  }
}
