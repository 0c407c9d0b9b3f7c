/** How somebody goes through a building. first: those without a phone before all others, or floor by floor. */
export interface Walk {
  readonly direction: 'up' | 'down'
  readonly first: 'pressing' | 'floor'
}

/** A door on the way. */
export interface WalkStop {
  readonly roomId: string
  /** The unit's place in the building; -1: no unit. */
  readonly unitAt: number
  readonly floor: number | null
  readonly room: string
  /** Who goes first: the smaller, the sooner. */
  readonly pressure: number
}

/** Unit by unit, 2 before 10; a floor that nobody entered comes last. */
export function asWalked({ direction, first }: Walk): (one: WalkStop, other: WalkStop) => number {
  const unitAt = (stop: WalkStop) => stop.unitAt
  const pressure = (stop: WalkStop) => stop.pressure
  const floorAt = ({ floor }: WalkStop) =>
    floor === null ? Number.MAX_SAFE_INTEGER : direction === 'up' ? floor : -floor
  const keys = first === 'pressing' ? [unitAt, pressure, floorAt] : [unitAt, floorAt, pressure]
  return (one, other) => {
    for (const key of keys) if (key(one) !== key(other)) return key(one) - key(other)
    return one.room.localeCompare(other.room, 'en', { numeric: true }) || (one.roomId < other.roomId ? -1 : 1)
  }
}
