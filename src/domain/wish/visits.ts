import { day } from '../time/clock'
import type { Appointment, Helper, Side, Wish } from './wish'

export const week = 7 * day

type Visits = Pick<Wish, 'appointments'>

/** Proposed or agreed: it may come about. */
export const isLive = ({ state }: Appointment): boolean => state === 'proposed' || state === 'agreed'

/** The visit that is agreed and not over: one at the most; a standing pair always has it. */
export const agreedVisit = ({ appointments }: Visits): Appointment | undefined =>
  appointments.find(({ state }) => state === 'agreed')
/** A time that somebody proposed, and the other side has not answered: one at the most. */
export const proposedVisit = ({ appointments }: Visits): Appointment | undefined =>
  appointments.find(({ state }) => state === 'proposed')
export const unsureVisit = ({ appointments }: Visits): Appointment | undefined =>
  appointments.find(({ state }) => state === 'unsure')
/** What comes next: agreed, else proposed. */
export const nextVisit = (wish: Visits): Appointment | undefined => agreedVisit(wish) ?? proposedVisit(wish)

/** When it should be over (ms). */
export const endOf = ({ at, minutes }: Pick<Appointment, 'at' | 'minutes'>): number => at + minutes * 60_000
/** Whether its time has come: from then on it is not called off, but said how it was. */
export const hasBegun = ({ at }: Appointment, now: number): boolean => at <= now

export const joinedOf = ({ helpers }: Pick<Wish, 'helpers'>): readonly Helper[] =>
  helpers.filter(({ agreed }) => agreed)

/** Who comes for a helper this time. */
export const comesFor = (visit: Appointment, helper: Helper): string | null => {
  const standIn = visit.standIns.find(({ helperId }) => helperId === helper.id)
  return standIn?.person ?? helper.person
}

/** For which helper somebody stands in at this visit, or at the one that is agreed. */
export function standsInAt({ appointments }: Visits, person: string, visitId?: string): Side | null {
  const visits = appointments.filter(({ id, state }) => (visitId === undefined ? state === 'agreed' : id === visitId))
  return visits.flatMap(({ standIns }) => standIns).find((one) => one.person === person)?.helperId ?? null
}

/** As which helper somebody is in a wish: their own place, or that of whom they stand in for at this visit. */
export const sideOfPerson = (wish: Visits & Pick<Wish, 'helpers'>, person: string, visitId?: string): Side | null =>
  wish.helpers.find((helper) => helper.person === person)?.id ?? standsInAt(wish, person, visitId)

const emptyVisit = { arrived: [], finished: [], standIns: [], hours: [] } as const

/** Numbers are never given again, also not of a time that was only proposed. */
function nextNumber({ appointments, events }: Visits & Pick<Wish, 'events'>): number {
  const ids = [
    ...appointments.map(({ id }) => id),
    ...events.flatMap(({ data: { appointmentId, nextId } }) => [appointmentId, nextId]),
  ]
  return Math.max(0, ...ids.map((id) => (typeof id === 'string' ? Number(id.slice(1)) : 0))) + 1
}

export const newVisit = (
  wish: Visits & Pick<Wish, 'events'>,
  fields: Pick<Appointment, 'at' | 'minutes' | 'place' | 'proposedBy' | 'state'>,
): Appointment => ({ id: `a${nextNumber(wish)}`, ...fields, ...emptyVisit })

export const changedVisit = (
  appointments: readonly Appointment[],
  id: string,
  change: Partial<Appointment>,
): readonly Appointment[] => appointments.map((one) => (one.id === id ? { ...one, ...change } : one))

/** Calls off whatever may still come about; what has begun by then, and what nobody is sure of, has not come about. */
export const calledOff = (appointments: readonly Appointment[], now: number): readonly Appointment[] =>
  appointments.map((one) => {
    if (one.state === 'unsure' || (one.state === 'agreed' && hasBegun(one, now))) return { ...one, state: 'missed' }
    return isLive(one) ? { ...one, state: 'cancelled' } : one
  })

/** The same time a week later; never in the past: whoever looks late goes on from today. */
export function visitAfter(wish: Visits & Pick<Wish, 'events'>, last: Appointment, now: number): Appointment {
  const { minutes, place, proposedBy } = last
  const weeks = Math.max(1, Math.floor((now - last.at) / week) + 1)
  return newVisit(wish, { at: last.at + weeks * week, minutes, place, proposedBy, state: 'agreed' })
}
