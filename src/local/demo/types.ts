import type { Agency, Settings } from '../../domain/routing/types'

// The documents of the three collections as the demo fills them; names follow Open Referral HSDS where they fit.

export interface DemoCommunity {
  readonly _id: string
  readonly name: string
  readonly street: { readonly name: string }
  readonly district: string
  readonly city: string
  readonly province: string
  readonly grids: readonly { readonly id: string; readonly name: string }[]
  readonly estates: readonly {
    readonly id: string
    readonly name: string
    readonly address: string
    readonly settings: Settings
  }[]
  readonly settings: Settings
  readonly agencies: readonly Agency[]
  /** The matters asked about most here. */
  readonly commonMatters: readonly string[]
  readonly revision: number
  readonly updatedAt: number
}

export interface DemoBuilding {
  readonly _id: string
  readonly communityId: string
  readonly estateId: string
  readonly gridId: string | null
  readonly name: string
  /** In which order people count them. */
  readonly order: number
  readonly units: readonly { readonly id: string; readonly name: string }[]
}

export interface DemoDoorCode {
  /** The code itself: opaque, so that nothing can be learned or guessed from it. */
  readonly _id: string
  readonly communityId: string
  readonly buildingId: string
  /** null: the code stands for the whole building. */
  readonly unitId: string | null
  readonly state: 'active' | 'revoked'
  readonly madeAt: number
  readonly revokedAt: number | null
}

/** One community with its buildings and the codes on their doors. */
export interface DemoPart {
  readonly community: DemoCommunity
  readonly buildings: readonly DemoBuilding[]
  readonly doorCodes: readonly DemoDoorCode[]
}
