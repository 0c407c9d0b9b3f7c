import type { HeldRole } from '../people/roles'
import type { Agency } from '../routing/types'
import type { Day } from '../time/clock'

// What a community says about itself, in the shape in which the store has it. One revision is one `Directory`.

/** A setting with its answer: as pairs, because the ids hold dots. */
export interface SettingValue {
  readonly id: string
  readonly value: string
}

export interface Grid {
  readonly id: string
  readonly name: string
}

export interface Estate {
  readonly id: string
  readonly name: string
  readonly address: string
  /** Laid over those of the community. */
  readonly settings: readonly SettingValue[]
}

export interface Unit {
  readonly id: string
  readonly name: string
}

export interface Building {
  readonly id: string
  readonly estateId: string
  readonly gridId: string | null
  readonly name: string
  /** In which order people count them: 2号楼 before 10号楼. */
  readonly order: number
  readonly units: readonly Unit[]
  /** How many floors it has; null where nobody said. */
  readonly floors: number | null
  /** How many homes are on one floor of one unit; null where nobody said. */
  readonly roomsPerFloor: number | null
}

/** What is known of a household that its neighbours look after; kept with consent only. */
export const needs = [
  ...(['over-60', 'alone', 'hard-to-walk', 'pregnant', 'infant', 'low-income'] as const),
  ...(['disabled', 'hard-of-hearing', 'weak-sighted'] as const),
] as const
export type Need = (typeof needs)[number]

/** One room. People's data: only the grid's own leader and duty members on duty may see it. */
export interface Household {
  readonly id: string
  readonly buildingId: string
  /** null: the building has no units. */
  readonly unitId: string | null
  readonly room: string
  readonly floor: number | null
  /** Null without consent. */
  readonly name: string | null
  /** Digits, as `normalisePhone` gives them. Null without consent. */
  readonly phone: string | null
  /** In the order of `needs`. Empty without consent. */
  readonly needs: readonly Need[]
  readonly consent: boolean
}

/** Somebody who is to have a role: an invitation is made of it, no membership. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly phone: string | null
  readonly role: HeldRole
  readonly gridId: string | null
  readonly agencyId: string | null
  /** The last day on which the role holds; null: as long as an invitation gives. */
  readonly until: Day | null
}

export interface Directory {
  readonly grids: readonly Grid[]
  readonly estates: readonly Estate[]
  readonly buildings: readonly Building[]
  readonly households: readonly Household[]
  readonly agencies: readonly Agency[]
  readonly members: readonly Member[]
  readonly settings: readonly SettingValue[]
}

export const emptyDirectory: Directory = {
  ...{ grids: [], estates: [], buildings: [], households: [], agencies: [], members: [], settings: [] },
}
