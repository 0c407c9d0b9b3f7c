import { useEffect, useState } from 'react'
import { myDoor, targetOf, useRead, type PageQuery, type Reading, type Target } from '../../../client'
import { keepDoor, keptDoor } from '../../../client/doors'
import type { DoorView } from '../../../contract'

export interface Spot extends Pick<Reading<'door.open'>, 'busy' | 'refused' | 'reload'> {
  readonly target: Target | null
  /** null: nobody knows, or it is still on its way. */
  readonly view: DoorView | null
  /** When `view` came from the server (ms). */
  readonly at: number | null
  /** Somebody said where they live: it is their door from now on. */
  choose(buildingId: string, unitId: string | null): void
}

interface Chosen {
  readonly target: Target | null
  readonly kept: ReturnType<typeof keptDoor>
  readonly isMine: boolean
}

const chosen = (target: Target | null, isMine: boolean): Chosen => ({
  ...{ target, isMine },
  kept: target && keptDoor(target),
})

/**
 * Where the reader lives: as the page was opened, else their own door. What the phone kept of it is enough for a name, so
 * that a notice opens by one call; only where nothing was kept the server is asked.
 */
export function useSpot({ b, u }: PageQuery): Spot {
  const [{ target, kept, isMine }, set] = useState(() => chosen(targetOf({ b, u }) ?? myDoor()?.target ?? null, false))
  const { data, busy, refused, reload } = useRead('door.open', kept ? null : target)
  useEffect(() => {
    if (target && data) keepDoor(target, data, isMine)
  }, [target, data, isMine])
  const choose = (buildingId: string, unitId: string | null) => {
    const next = chosen({ by: 'place', buildingId, unitId }, true)
    if (next.target && next.kept) keepDoor(next.target, next.kept.value, true)
    set(next)
  }
  const view = kept?.value ?? data
  return { target, view, at: kept?.at ?? (data ? Date.now() : null), busy, refused, reload, choose }
}
