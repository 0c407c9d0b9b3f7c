import { useRef, useState } from 'react'
import { useWrite, type Output, type Refusal } from '../../../client'

type Reply = Output<'household.list'>
export type Room = Reply['rooms'][number]

/** The rooms of a building as far as they were read: in memory of this page only. */
export interface Households {
  /** 和苑小区 1号楼; null until the first part is there. */
  readonly place: string | null
  readonly rooms: readonly Room[]
  /** Whether there is a further part on the server. */
  readonly isMore: boolean
  readonly busy: boolean
  readonly refused: Refusal<'household.list'> | null
  /** Reads the first part, then the one after those that are there; `onDuty`: a duty member says so. */
  next(onDuty?: boolean): Promise<void>
}

interface Read {
  readonly part: number
  readonly place: string
  readonly rooms: readonly Room[]
  readonly isMore: boolean
}

/** Asks nothing by itself: each look is logged, and whoever looks is told so before. */
export function useHouseholds(buildingId: string): Households {
  const { busy, refused, run } = useWrite('household.list')
  const [read, setRead] = useState<Read | null>(null)
  const latest = useRef(read)
  latest.current = read
  const next = async (onDuty = false) => {
    const before = latest.current
    const part = (before?.part ?? 0) + 1
    const data = await run({ buildingId, part, onDuty })
    if (!data) return
    const { estateName, buildingName, rooms, isMore } = data
    setRead({ part, place: `${estateName} ${buildingName}`, rooms: [...(before?.rooms ?? []), ...rooms], isMore })
  }
  return { place: read?.place ?? null, rooms: read?.rooms ?? [], isMore: read?.isMore ?? false, busy, refused, next }
}

/** The units that rooms lie in, in their order; none where the building has no units. */
export const unitsOf = (rooms: readonly Room[]): readonly string[] => [
  ...new Set(rooms.flatMap(({ unitName }) => (unitName === null ? [] : [unitName]))),
]

/** Rooms whose number holds what was typed, of one unit or of all. */
export const found = (rooms: readonly Room[], typed: string, unit: string | null): readonly Room[] =>
  rooms.filter(({ room, unitName }) => room.includes(typed.trim()) && (unit === null || unitName === unit))
