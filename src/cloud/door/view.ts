import type { DoorView } from '../../contract'
import { rowsAtDoor } from '../../domain/notice/door-row'
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

type KeptPhone = RowOf<'communities'>['agencies'][number]['phones'][number]

/** That it is doubted is told, and not since when. */
const phoneView = ({ doubtedAt, ...phone }: KeptPhone) =>
  doubtedAt === undefined ? phone : { ...phone, doubted: true as const }

/** What a landing shows; `notice.door` has the rest. */
const mostNotices = 12

/** What stands at this door now, in its order, from the copy in the community's document: no read of its own. */
const noticesAt = ({ notices = [] }: RowOf<'communities'>, place: Place, now: number): DoorView['notices'] =>
  rowsAtDoor(notices, { ...place, needs: null }, now).slice(0, mostNotices)

/** What the phone gets of a directory: this place, and who serves it. Null if the directory no longer has it. */
export function viewDoor(
  community: RowOf<'communities'>,
  building: RowOf<'buildings'>,
  unitId: string | null,
  now: number,
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
    agencies: community.agencies
      .filter((agency) => closeness(agency, place) >= 0 || named.has(agency.id))
      .map((agency) => ({ ...agency, phones: agency.phones.map(phoneView) })),
    commonMatters: community.commonMatters,
    revision: community.revision,
    updatedAt: community.updatedAt,
    notices: noticesAt(community, place, now),
  }
}
