import type { Need } from '../directory/types'

/** A household (户) as reach is counted by it: no name, no number. */
export interface ReachRoom {
  readonly id: string
  readonly unitId: string | null
  readonly floor: number | null
  /** 301. */
  readonly room: string
  readonly hasPhone: boolean
  readonly needs: readonly Need[]
}

export interface ReachBuilding {
  readonly id: string
  readonly estateId: string
  /** Empty: nobody has entered its households yet. */
  readonly rooms: readonly ReachRoom[]
}

/** Where somebody says they live. */
export interface ReachHome {
  /** Pseudonym. */
  readonly person: string
  readonly buildingId: string
  /** null: they said no room, or one that is not on the list. */
  readonly roomId: string | null
  /** confirmed: a keeper knows that it is so. */
  readonly state: 'confirmed' | 'declared'
}

/** Somebody opened the notice, or pressed 知道了. */
export interface Seen {
  readonly person: string
}

/** 我需要帮忙, by somebody, or written down for a household. */
export interface HelpWanted {
  readonly id: string
  /** null: of nobody with a phone. */
  readonly person: string | null
  /** For which household, where that was said. */
  readonly roomId: string | null
  /** Of nobody with a phone, and not written down by the office: a family says so, or whoever said it was erased. */
  readonly isHearsay?: boolean
  /** Whoever asked has opened only what held before: they want help, and have not seen what holds now. */
  readonly isOfBefore?: boolean
}

/** 上门告知了: ticked on the stairs, perhaps without a network. */
export interface DoorTick {
  /** Made on the phone: a tick that comes twice is one. */
  readonly id: string
  readonly roomId: string
  /** Pseudonym. */
  readonly by: string
  readonly at: number
  /** Taken back; a copy from before that may come after it. */
  readonly isUndone: boolean
}

/** What happened to a notice, in whatever order, however often each of it is named. */
export interface Happened {
  readonly openings: readonly Seen[]
  readonly acknowledgements: readonly Seen[]
  readonly helps: readonly HelpWanted[]
  readonly ticks: readonly DoorTick[]
  /** Who opened, or was told, only what held before the last change; not there: nobody. */
  readonly before?: { readonly people: readonly Seen[]; readonly ticks: readonly DoorTick[] }
}

/** So many households, and for how many of them a keeper knows who lives there. */
export interface SureCount {
  readonly households: number
  /** By somebody whose home was confirmed; for the others people only say so themselves. */
  readonly confirmed: number
}

export interface BuildingReach {
  readonly buildingId: string
  /** false: the building's households were never entered; all its figures are of people only. */
  readonly isEntered: boolean
  /** Households whom it concerns. */
  readonly households: number
  readonly opened: SureCount
  readonly acknowledged: SureCount
  readonly asked: SureCount
  /** Told at the door. */
  readonly told: number
  /** Any of these. */
  readonly reached: number
  /** None of these: `reached` and `unknown` are all. */
  readonly unknown: number
  /** So many of the unknown know only what held before the last change. */
  readonly outdated: number
  /** People of the building who opened it, and are counted with no household of it. */
  readonly people: {
    /** They said no room, or two, or one that is not on the list. */
    readonly withoutRoom: number
    /** Their household is not one of those whom it concerns. */
    readonly notConcerned: number
  }
}

export interface Reach {
  readonly buildings: readonly BuildingReach[]
  /** Different people who opened it. */
  readonly people: number
  /** Those of whom nobody knows where they live, or who live outside these buildings. */
  readonly elsewhere: number
  /** People who opened only what held before the last change. */
  readonly outdated: number
}

/** A household of which nobody knows anything: somebody should go there. */
export interface Visit {
  readonly roomId: string
  readonly unitId: string | null
  readonly floor: number | null
  readonly room: string
  readonly hasPhone: boolean
  readonly needs: readonly Need[]
}
