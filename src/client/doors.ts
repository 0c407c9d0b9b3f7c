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

/** The place that was opened last, if any. */
export const myDoor = (): SeenDoor | null => seenDoors()[0] ?? null

export const keptDoor = (target: Target): { value: DoorView; at: number } | null =>
  recall<DoorView>(`door:${targetKey(target)}`)

/** What a code or place stood for is no longer shown from memory. */
export const forgetDoor = (target: Target): void => forget(`door:${targetKey(target)}`)

/** Keeps a place for later and for off line, under the name it was asked by and under its own. */
export function keepDoor(target: Target, view: DoorView): void {
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
  const doors = [door, ...before.filter((other) => other !== known)]
  doors.slice(mostDoors).forEach((old) => old.keys.forEach((key) => forget(`door:${key}`)))
  keep('doors', doors.slice(0, mostDoors))
}
