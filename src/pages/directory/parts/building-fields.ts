import { mostFloors, mostRoomsPerFloor } from '../../../domain/directory/limits'
import { building as words } from '../../../text/directory-places'
import type { Building } from './building-one'
import { numberIn } from './plan-fields'

/** A unit in the form; id null: it is new. */
export interface UnitField {
  readonly id: string | null
  readonly name: string
}

/** What is typed into the form of a building. */
export interface BuildingFields {
  readonly name: string
  readonly gridId: string | null
  readonly units: readonly UnitField[]
  readonly floors: string
  readonly rooms: string
  /** How the building looked when this was begun: another mark later says that somebody else saved. */
  readonly seen: string | null
}

const asText = (number: number | null) => (number === null ? '' : String(number))

/** The form as it is opened. A grid leader's new building lies in the own grid. */
export const fieldsOf = (building: Building | null, gridId: string | null): BuildingFields => ({
  name: building?.name ?? '',
  gridId: building ? building.gridId : gridId,
  units: building?.units ?? [],
  floors: asText(building?.floors ?? null),
  rooms: asText(building?.roomsPerFloor ?? null),
  seen: building?.mark ?? null,
})

const bounds = { floors: [1, mostFloors], rooms: [1, mostRoomsPerFloor] } as const

/** A number that may be left out: null where it is, undefined where it is none. */
export function optional(part: keyof typeof bounds, typed: string): number | null | undefined {
  return typed.trim() === '' ? null : (numberIn(typed, bounds[part]) ?? undefined)
}

/** What is wrong with it, in words; null: nothing. */
export const wrongNumber = (part: keyof typeof bounds, typed: string): string | null =>
  optional(part, typed) === undefined ? words.badFloors(bounds[part][1]) : null

/** So many units, named the usual way. */
export const unitsOf = (count: number): readonly UnitField[] =>
  Array.from({ length: count }, (_, at) => ({ id: null, name: words.unitName(at + 1) }))

/** The next one's usual name: the first number that none has. */
export function nextUnit(units: readonly UnitField[]): UnitField {
  let number = units.length + 1
  while (units.some(({ name }) => name === words.unitName(number))) number++
  return { id: null, name: words.unitName(number) }
}
