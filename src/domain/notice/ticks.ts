/** 上门告知了, as it is kept; see `DoorTick` of `reach-types`. */
export interface KeptTick {
  readonly id: string
  readonly roomId: string
  /** Pseudonym; null: erased. */
  readonly by: string | null
  readonly at: number
  readonly isUndone: boolean
}

/** What a phone sends of a tick. */
export type SentTick = Omit<KeptTick, 'by'>

/**
 * The ticks after some more have come, in whatever order and however often: what was taken back once stays so, also where
 * its first copy comes later; a tick of somebody else is left alone, whatever its id is called by others. The same list
 * where nothing is new.
 */
export function withTicks(kept: readonly KeptTick[], sent: readonly SentTick[], by: string): readonly KeptTick[] {
  const ticks = new Map(kept.map((tick) => [tick.id, tick]))
  let isNew = false
  for (const { id, roomId, at, isUndone } of sent) {
    const known = ticks.get(id)
    const changes = known === undefined || (known.by === by && isUndone && !known.isUndone)
    if (!changes) continue
    isNew = true
    ticks.set(id, known ? { ...known, isUndone: true } : { id, roomId, by, at, isUndone })
  }
  return isNew ? [...ticks.values()] : kept
}

/** The tick that says that a door was told. */
export interface ToldDoor {
  readonly tickId: string
  readonly at: number
  readonly mine: boolean
}

/**
 * By room, the tick that stands for it: one's own, so that it can be taken back, else the first. Where two have ticked the
 * same door, one taken back leaves the other.
 */
export function toldDoors(ticks: readonly KeptTick[], person: string | null): ReadonlyMap<string, ToldDoor> {
  const told = new Map<string, ToldDoor>()
  const inOrder = [...ticks]
    .filter(({ isUndone }) => !isUndone)
    .sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
  for (const { id, roomId, at, by } of inOrder) {
    const mine = person !== null && by === person
    const known = told.get(roomId)
    if (!known || (mine && !known.mine)) told.set(roomId, { tickId: id, at, mine })
  }
  return told
}
