import type { Agency, Phone } from '../../domain/routing/types'
import { hashOf } from '../hash'
import type { BuildingRow, CommunityRow } from './revision'

/** So many digits tell two states of one thing apart. */
const digits = 16
const markOf = (kind: string, parts: readonly unknown[]): string =>
  hashOf('mark', kind, JSON.stringify(parts)).slice(0, digits)

const phoneParts = ({ id, number, description, schedules, owner }: Phone) => [
  ...[id, number, description ?? null, owner],
  schedules.map(({ days, opensAt, closesAt }) => [days, opensAt, closesAt]),
]

/** Without when its numbers were rung and who doubts them: that changes under an open form, which says nothing of it. */
export const agencyMark = ({ name, roles, serviceArea, phones }: Agency): string => {
  const { estateIds = [], gridIds = [], buildingIds = [] } = serviceArea ?? {}
  const area = serviceArea ? [estateIds, gridIds, buildingIds] : null
  return markOf('agency', [name, roles, area, phones.map(phoneParts)])
}

export const gridMark = ({ name }: CommunityRow['grids'][number]): string => markOf('grid', [name])

export const estateMark = ({ name, address }: CommunityRow['estates'][number]): string =>
  markOf('estate', [name, address])

export const buildingMark = ({ name, order, gridId, units, floors, roomsPerFloor }: BuildingRow): string =>
  markOf('building', [
    ...[name, order, gridId, floors ?? null, roomsPerFloor ?? null],
    units.map((unit) => [unit.id, unit.name]),
  ])
