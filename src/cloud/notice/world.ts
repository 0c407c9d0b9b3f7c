import type { NoticeBuilding, NoticeWhere } from '../../domain/notice/audience'
import { buildingsOf } from '../files/load'
import type { Row, Store } from '../store'
import type { BuildingFields, CommunityFields } from '../store/documents'

/** A community with every building that people see: what a notice's places are held against. */
export interface NoticeWorld {
  readonly community: Row<CommunityFields>
  readonly buildings: readonly Row<BuildingFields>[]
}

/** The community, and its buildings estate by estate. Null: there is no such community. */
export async function worldOf(store: Store, communityId: string): Promise<NoticeWorld | null> {
  const community = await store.communities.find(communityId)
  if (!community) return null
  const lists = await Promise.all(community.estates.map(({ id }) => buildingsOf(store, community, id)))
  return { community, buildings: lists.flat() }
}

/** Buildings as the rules know them. */
export const ruleBuildings = ({ buildings }: NoticeWorld): readonly NoticeBuilding[] =>
  buildings.map(({ _id: id, estateId, gridId, units }) => ({
    id,
    estateId,
    gridId,
    unitIds: units.map((one) => one.id),
  }))

/** Whether every place that is named is there. */
export function areThere({ community, buildings }: NoticeWorld, where: NoticeWhere): boolean {
  switch (where.kind) {
    case 'community':
      return true
    case 'estates':
      return where.ids.every((id) => community.estates.some((estate) => estate.id === id))
    case 'buildings':
      return where.ids.every((id) => buildings.some((building) => building._id === id))
    case 'units':
      return where.units.every(({ buildingId, unitId }) =>
        buildings.some(({ _id, units }) => _id === buildingId && units.some(({ id }) => id === unitId)),
      )
  }
}

/** What names need of a directory. */
interface Named {
  readonly community: {
    readonly name: string
    readonly estates: readonly { readonly id: string; readonly name: string }[]
  }
  readonly buildings: readonly NamedBuilding[]
}
interface NamedBuilding {
  readonly _id: string
  readonly estateId: string
  readonly name: string
  readonly units: readonly { readonly id: string; readonly name: string }[]
}

/** The names of what a notice is for, as the directory has them now; with estates where there are several. */
export function placeNamesOf({ community, buildings }: Named, where: NoticeWhere): string[] {
  const nameOf = (estateId: string) => community.estates.find(({ id }) => id === estateId)?.name ?? ''
  const full = ({ estateId, name }: NamedBuilding) =>
    community.estates.length > 1 ? `${nameOf(estateId)}${name}` : name
  switch (where.kind) {
    case 'community':
      return [community.name]
    case 'estates':
      return where.ids.map(nameOf).filter((name) => name !== '')
    case 'buildings':
      return buildings.filter(({ _id }) => where.ids.includes(_id)).map(full)
    case 'units':
      return buildings.flatMap((building) =>
        building.units
          .filter((unit) => where.units.some((one) => one.buildingId === building._id && one.unitId === unit.id))
          .map((unit) => full(building) + unit.name),
      )
  }
}
