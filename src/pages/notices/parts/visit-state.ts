import { asWalked, type Walk } from '../../../domain/notice/walking'
import type { OwnTick, VisitRoom, Visits } from './visit-memory'

/** What is known of a door. */
export type DoorState =
  { readonly kind: 'open' | 'other' } | { readonly kind: 'told'; readonly tickId: string; readonly isSent: boolean }

/** A room as the phone has it: its own ticks go before what the server's list said. */
export function doorStateOf({ roomId, tick }: VisitRoom, ticks: readonly OwnTick[]): DoorState {
  const own = ticks.filter((one) => one.roomId === roomId)
  const last = own.filter(({ isUndone }) => !isUndone).at(-1)
  if (last) return { kind: 'told', tickId: last.tickId, isSent: last.isSent }
  if (tick === null || own.some(({ tickId }) => tickId === tick.tickId)) return { kind: 'open' }
  return tick.mine ? { kind: 'told', tickId: tick.tickId, isSent: true } : { kind: 'other' }
}

/** Own ticks after the server's list came: what it shows is its own from now on. */
export function settled(ticks: readonly OwnTick[], { visits }: Visits): readonly OwnTick[] {
  const rooms = new Map(visits.map((room) => [room.roomId, room]))
  return ticks.flatMap((own): OwnTick[] => {
    const shown = rooms.get(own.roomId)?.tick ?? null
    const isShown = own.isUndone ? shown?.tickId !== own.tickId : shown !== null
    // An undone one is only sure to be there once the server said so: the list cannot show what is not.
    if (!own.isUndone && shown?.tickId === own.tickId) return []
    if (!own.isSent) return [own]
    return isShown || own.isStale ? [] : [{ ...own, isStale: true }]
  })
}

export const isTold = ({ kind }: DoorState): boolean => kind !== 'open'

/** The rooms as somebody walks: who has no phone first, or floor by floor. */
export function walkedRooms(rooms: readonly VisitRoom[], walk: Walk): readonly VisitRoom[] {
  const order = asWalked(walk)
  const stopOf = (room: VisitRoom) => ({ ...room, pressure: room.hasPhone ? 1 : 0 })
  return [...rooms].sort((one, other) => order(stopOf(one), stopOf(other)))
}

export interface UnitRooms {
  readonly unitAt: number
  readonly unitName: string | null
  readonly rooms: readonly VisitRoom[]
}

/** In the order in which they are walked, by unit. */
export function byUnit(rooms: readonly VisitRoom[]): readonly UnitRooms[] {
  const units = new Map<number, VisitRoom[]>()
  for (const room of rooms) units.set(room.unitAt, [...(units.get(room.unitAt) ?? []), room])
  return [...units].map(([unitAt, here]) => ({ unitAt, unitName: here[0]?.unitName ?? null, rooms: here }))
}
