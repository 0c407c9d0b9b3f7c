import { call, isSomebody, myDoor } from '../../../client'
import type { CryPlace } from './use-cry'

interface Known {
  readonly communityId: string
  /** Written for somebody else: this phone's own door says nothing of them. */
  readonly isOffice: boolean
  /** Buildings of the community that were chosen. */
  readonly buildings: readonly string[]
}

/**
 * From where whoever writes a red card is in danger: their own door, else their home. Else any building of the community,
 * so that its duty member hears of it at least. null: none is known.
 */
export async function cryPlace({ communityId, isOffice, buildings }: Known): Promise<CryPlace | null> {
  const own = isOffice ? null : (ownDoor() ?? (await ownHome()))
  if (own !== null) return { buildingId: own, isTheirs: true }
  const any = buildings[0] ?? (await firstBuilding(communityId))
  return any === null ? null : { buildingId: any, isTheirs: false }
}

function ownDoor(): string | null {
  const target = myDoor()?.target
  return target?.by === 'place' ? target.buildingId : null
}

async function ownHome(): Promise<string | null> {
  if (!isSomebody()) return null
  const answer = await call('me.show', {})
  return answer.ok ? (answer.data.home?.buildingId ?? null) : null
}

async function firstBuilding(communityId: string): Promise<string | null> {
  const places = await call('place.list', { cursor: null })
  const community = places.ok ? places.data.communities.find(({ id }) => id === communityId) : undefined
  const estate = community?.estates[0]
  if (!estate) return null
  const answer = await call('place.buildings', { estateId: estate.id, cursor: null })
  return answer.ok ? (answer.data.buildings[0]?.id ?? null) : null
}
