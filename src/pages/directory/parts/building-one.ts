import { useCallback, useEffect, useRef, useState } from 'react'
import { call, type Output, type Refusal } from '../../../client'

export type Building = Output<'directory.buildings'>['buildings'][number]

/** The one that was tapped in a list: its page shows it at once. In memory only. */
let tapped: Building | null = null
export const noteBuilding = (building: Building): void => void (tapped = building)

interface Found {
  readonly building: Building | null
  readonly busy: boolean
  readonly refused: Refusal<'directory.buildings'> | null
}

async function find(communityId: string, estateId: string, buildingId: string): Promise<Found> {
  for (let cursor: string | null = null; ;) {
    const answer: Awaited<ReturnType<typeof call<'directory.buildings'>>> = await call('directory.buildings', {
      ...{ communityId, estateId, cursor },
    })
    if (!answer.ok) return { building: null, busy: false, refused: answer.refused }
    const building = answer.data.buildings.find((one) => one.buildingId === buildingId)
    cursor = answer.data.cursor
    if (building || cursor === null) return { building: building ?? null, busy: false, refused: null }
  }
}

/**
 * One building as keepers edit it. There is no action for a single one: it is looked for in the estate's pages, unless the
 * list before has it. Not busy, not refused and null: it is not there.
 */
export function useBuilding(communityId: string, estateId: string, buildingId: string | null) {
  const known = tapped?.buildingId === buildingId ? tapped : null
  const fresh = { of: buildingId, building: known, busy: buildingId !== null && known === null, refused: null }
  const [state, setState] = useState<Found & { readonly of: string | null }>(fresh)
  const turn = useRef(0)
  const reload = useCallback(async () => {
    const mine = ++turn.current
    if (buildingId === null) return
    setState((before) => ({
      of: buildingId,
      building: before.of === buildingId ? before.building : null,
      ...{ busy: true, refused: null },
    }))
    const found = await find(communityId, estateId, buildingId)
    if (mine !== turn.current) return
    if (found.building) noteBuilding(found.building)
    setState((before) => ({ of: buildingId, ...found, building: found.refused ? before.building : found.building }))
  }, [communityId, estateId, buildingId])
  useEffect(() => {
    if (tapped?.buildingId !== buildingId) void reload()
  }, [buildingId, reload])
  // Until the effect has run for another building, the old state is not its.
  const { building, busy, refused } = state.of === buildingId ? state : fresh
  return { building, busy, refused, reload }
}
