import { factory } from './factory'
import { riverside } from './riverside'
import type { DemoBuilding, DemoCommunity, DemoDoorCode } from './types'
import { westStreet } from './west-street'

export type { DemoBuilding, DemoCommunity, DemoDoorCode } from './types'

const parts = [westStreet, factory, riverside]

/** Three communities that differ where it matters. No people: an owner of a phone is always an office. */
export const demo: {
  readonly communities: readonly DemoCommunity[]
  readonly buildings: readonly DemoBuilding[]
  readonly doorCodes: readonly DemoDoorCode[]
} = {
  communities: parts.map(({ community }) => community),
  buildings: parts.flatMap(({ buildings }) => buildings),
  doorCodes: parts.flatMap(({ doorCodes }) => doorCodes),
}
