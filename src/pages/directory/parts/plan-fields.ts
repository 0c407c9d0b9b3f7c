import {
  mostFloors,
  mostPlannedBuildings,
  mostPlannedRooms,
  mostRoomsPerFloor,
  mostUnits,
} from '../../../domain/directory/limits'

/** What is typed into the form of many buildings. */
export interface PlanFields {
  /** `newEstate`: a new one. */
  readonly estateId: string | null
  readonly estateName: string
  readonly address: string
  readonly gridId: string | null
  readonly first: string
  readonly buildings: string
  readonly units: string
  readonly floors: string
  readonly rooms: string
  readonly withRooms: boolean
}

/** No estate's id: it holds a sign that none has. */
export const newEstate = '*'

const bounds = {
  first: [1, 9999],
  buildings: [1, mostPlannedBuildings],
  units: [0, mostUnits],
  floors: [1, mostFloors],
  rooms: [1, mostRoomsPerFloor],
} as const
export type PlanPart = keyof typeof bounds
export const planParts = Object.keys(bounds) as readonly PlanPart[]

/** How few and how many. */
export const boundsOf = (part: PlanPart): readonly [number, number] => bounds[part]

/** The number that was typed; null where it is none, or out of its bounds. */
export function numberIn(text: string, [least, most]: readonly [number, number]): number | null {
  const number = /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null
  return number !== null && number >= least && number <= most ? number : null
}

export type Plan = Readonly<Record<PlanPart, number>>

/** All numbers of the form, or null while one is missing. */
export function planOf(fields: PlanFields): Plan | null {
  const numbers = planParts.map((part) => [part, numberIn(fields[part], bounds[part])] as const)
  return numbers.some(([, number]) => number === null) ? null : (Object.fromEntries(numbers) as Plan)
}

/** Rooms of one unit, or of a building without units. */
export const homesOf = ({ floors, rooms }: Plan): number => floors * rooms

const roomsOf = (plan: Plan): number => plan.buildings * Math.max(1, plan.units) * homesOf(plan)

/** More rooms than one plan may list, and how many that is; null: it may. */
export const tooManyRooms = (plan: Plan, withRooms: boolean): readonly [number, number] | null =>
  withRooms && roomsOf(plan) > mostPlannedRooms ? [roomsOf(plan), mostPlannedRooms] : null
