import type { Output } from '../../../client'
import { isWholeCommunity, type NoticeWhere } from '../../../domain/notice/audience'
import { noticeWrite as words } from '../../../text/notice-write'
import type { DeskSpot } from '../../desk-spot'

export type Places = Output<'notice.places'>
export type PlaceBuilding = Places['estates'][number]['buildings'][number] & {
  readonly estateId: string
  readonly estateName: string
}

export const buildingsIn = ({ estates }: Places): readonly PlaceBuilding[] =>
  estates.flatMap(({ estateId, name, buildings }) =>
    buildings.map((building) => ({ ...building, estateId, estateName: name })),
  )

export const ofBuildings = (ids: readonly string[]): NoticeWhere => ({ kind: 'buildings', ids })

/** A grid leader writes for the own grid; of whoever answers for more nobody knows. */
export function usualWhere(places: Places, gridId: string | null): NoticeWhere | null {
  const own = gridId === null ? [] : buildingsIn(places).filter((building) => building.gridId === gridId)
  return own.length === 0 ? null : ofBuildings(own.map(({ buildingId }) => buildingId))
}

/** Buildings that are named one by one, also by their units. */
export function namedIds(where: NoticeWhere | null): readonly string[] {
  if (where?.kind === 'buildings') return where.ids
  return where?.kind === 'units' ? [...new Set(where.units.map(({ buildingId }) => buildingId))] : []
}

/** What the places are called, as a template names them. */
export function whereNames(places: Places, where: NoticeWhere | null): readonly string[] {
  if (where === null) return []
  const hasEstates = places.estates.length > 1
  const buildings = buildingsIn(places)
  const nameOf = ({ estateName, name }: PlaceBuilding) => (hasEstates ? estateName + name : name)
  switch (where.kind) {
    case 'community':
      return [places.communityName]
    case 'estates':
      return places.estates.filter(({ estateId }) => where.ids.includes(estateId)).map(({ name }) => name)
    case 'buildings':
      return buildings.filter(({ buildingId }) => where.ids.includes(buildingId)).map(nameOf)
    case 'units':
      return buildings.flatMap((building) =>
        building.units
          .filter(({ unitId }) =>
            where.units.some((one) => one.unitId === unitId && one.buildingId === building.buildingId),
          )
          .map(({ name }) => words.unitName(nameOf(building), name)),
      )
  }
}

/** Why a second person has to read it before it goes out; null: nobody has to. The server decides; this says it in time. */
export function secondFor(
  places: Places,
  { communityId, gridId }: DeskSpot,
  where: NoticeWhere | null,
): 'community' | 'named' | 'beyond' | null {
  if (where === null) return null
  if (where.kind === 'community') return 'community'
  const here = buildingsIn(places)
  const buildings = here.map(({ buildingId, estateId, gridId: grid, units }) => ({
    ...{ id: buildingId, estateId, gridId: grid, unitIds: units.map(({ unitId }) => unitId) },
  }))
  if (places.isWhole && isWholeCommunity({ communityId, where, needs: [] }, buildings)) return 'named'
  // A grid leader is shown the own buildings only: whatever else was named, by somebody before, is another grid's.
  const isOwn = (id: string) =>
    here.some(({ buildingId, estateId }) => id === (where.kind === 'estates' ? estateId : buildingId))
  const named = where.kind === 'estates' ? where.ids : namedIds(where)
  return gridId !== null && named.some((id) => !isOwn(id)) ? 'beyond' : null
}
