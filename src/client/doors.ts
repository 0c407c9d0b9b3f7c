import type { DoorView } from '../contract'
import { forget, keep, recall } from './kept'
import { targetKey, targetOfPlace, type Target } from './target'

/** A place that was opened on this phone. */
export interface SeenDoor {
  readonly target: Target
  readonly estateName: string
  readonly buildingName: string
  readonly unitName: string | null
  /** Every name under which it is kept. */
  readonly keys: readonly string[]
}

/** More than a family's homes; the phone's storage has a limit. */
const mostDoors = 6

/** The places opened on this phone, the last one first. */
export const seenDoors = (): readonly SeenDoor[] => recall<SeenDoor[]>('doors')?.value ?? []

/** The door that is this person's: the one scanned or chosen last. A neighbour's card does not change it. */
export const myDoor = (): SeenDoor | null => recall<SeenDoor>('my-door')?.value ?? null

/** As releases before notices kept it. */
type KeptDoor = Omit<DoorView, 'notices'> & Partial<Pick<DoorView, 'notices'>>

export function keptDoor(target: Target): { value: DoorView; at: number } | null {
  const kept = recall<KeptDoor>(`door:${targetKey(target)}`)
  return kept && { value: { ...kept.value, notices: kept.value.notices ?? [] }, at: kept.at }
}

/** Keeps a place for later and for off line, under the name it was asked by and under its own. */
export function keepDoor(target: Target, view: DoorView, mine: boolean): void {
  const own = targetOfPlace(view.place)
  const ownKey = targetKey(own)
  const keys = [...new Set([ownKey, targetKey(target)])]
  keys.forEach((key) => keep(`door:${key}`, view))

  const before = seenDoors()
  const known = before.find((door) => targetKey(door.target) === ownKey)
  const { estateName, buildingName, unitName } = view.place
  const door: SeenDoor = {
    target: own,
    estateName,
    buildingName,
    unitName,
    keys: [...new Set([...keys, ...(known?.keys ?? [])])],
  }
  if (mine || !myDoor()) keep('my-door', door)

  const doors = [door, ...before.filter((other) => other !== known)]
  const home = targetKey(myDoor()?.target ?? own)
  const old = doors.slice(mostDoors).filter((other) => targetKey(other.target) !== home)
  old.flatMap((other) => other.keys).forEach((key) => forget(`door:${key}`))
  keep(
    'doors',
    doors.filter((other) => !old.includes(other)),
  )
}

/** What a code or a place stood for is gone: it is not shown from memory either. A code's place stays one's own. */
export function forgetDoor(target: Target): void {
  const key = targetKey(target)
  forget(`door:${key}`)
  if (target.by === 'code') return
  const gone = seenDoors().find((door) => targetKey(door.target) === key)
  gone?.keys.forEach((name) => forget(`door:${name}`))
  keep(
    'doors',
    seenDoors().filter((door) => targetKey(door.target) !== key),
  )
  const mine = myDoor()
  if (mine && targetKey(mine.target) === key) forget('my-door')
}
