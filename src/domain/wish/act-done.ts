import { notNow, type At, type WishActRefused, type WishChange } from './act-types'
import type { Step } from './act-step'
import { hoursOf } from './hours'
import { mostAppointments, mostWishEvents, spareWishEvents } from './limits'
import { left } from './act-pair'
import { agreedVisit, calledOff, changedVisit, hasBegun, joinedOf, visitAfter } from './visits'
import type { Appointment, Wish } from './wish'

const isDone = ({ appointments }: Pick<Wish, 'appointments'>): boolean =>
  appointments.some(({ state }) => state === 'done')

/** Whether the document has no room for another visit of a standing pair. */
const isFull = ({ events }: Wish, appointments: readonly Appointment[]): boolean =>
  appointments.length >= mostAppointments || events.length >= mostWishEvents - spareWishEvents

/**
 * A visit of what comes back every week is over, whatever came of it: the next one is agreed for the same time a week
 * later. Once the document is full the pair has come to its end, with thanks: it is hung anew.
 */
export function goesOn({ wish, who }: At, appointments: readonly Appointment[], last: Appointment): WishChange {
  if (wish.repeats !== 'week' || agreedVisit({ appointments })) return { fields: { appointments } }
  if (isFull(wish, appointments)) return { fields: { appointments, endedAt: who.now }, data: { ended: true } }
  const next = visitAfter({ appointments, events: wish.events }, last, who.now)
  return { fields: { appointments: [...appointments, next] }, data: { nextId: next.id, nextAt: next.at } }
}

/** A visit that both sides have confirmed, or that the office has settled. What is done once is granted by it. */
function completed(at: At, visit: Appointment): WishChange {
  const { wish, who } = at
  const done = { ...visit, state: 'done' as const, hours: hoursOf(wish, visit) }
  const appointments = changedVisit(wish.appointments, visit.id, done)
  return wish.repeats === 'week'
    ? goesOn(at, appointments, visit)
    : { fields: { appointments: calledOff(appointments, who.now) } }
}

/** The wisher's side and at least one helper say that it was, and nobody says that it was not. */
const isConfirmed = ({ finished }: Appointment): boolean =>
  finished.every(({ done }) => done) &&
  finished.some(({ side }) => side === 'wisher') &&
  finished.some(({ side }) => side !== 'wisher')

export const finish: Step<'finish'> = (deed, at) => {
  const { wish, side, who } = at
  const visit = wish.appointments.find(({ id }) => id === deed.appointmentId)
  if (!visit || side === null || !['agreed', 'unsure', 'done'].includes(visit.state)) return notNow('wish.no-visit')
  if (!hasBegun(visit, who.now)) return notNow('wish.bad-time')
  if (visit.finished.some((one) => one.side === side)) return notNow('wish.not-now')
  const minutes = deed.minutes ?? visit.minutes
  const heard = { ...visit, finished: [...visit.finished, { side, at: who.now, done: deed.done, minutes }] }
  const data = { appointmentId: visit.id, visitAt: visit.at, done: deed.done }
  if (visit.state === 'done') return afterwards(deed.done, heard, at, data)
  if (deed.done && isConfirmed(heard)) {
    const change = completed(at, heard)
    return { ...change, data: { ...change.data, ...data, completed: true } }
  }
  const fields = {
    appointments: changedVisit(wish.appointments, visit.id, deed.done ? heard : { ...heard, state: 'unsure' }),
  }
  return { fields, data }
}

/** It was already; only the hours of whoever was there by then are open. */
function afterwards(done: boolean, visit: Appointment, { wish, side }: At, data: NonNullable<WishChange['data']>) {
  const helper = wish.helpers.find(({ id }) => id === side)
  if (!helper || helper.at > visit.at || !done) return notNow('wish.not-now')
  const hours = hoursOf(wish, visit)
  return { fields: { appointments: changedVisit(wish.appointments, visit.id, { ...visit, hours }) }, data }
}

export const miss: Step<'miss'> = (_, { wish }) => {
  const visit = agreedVisit(wish)
  if (!visit) return notNow('wish.no-visit')
  const said = visit.finished.map(({ side }) => side)
  const silent = ['wisher', ...joinedOf(wish).map(({ id }) => id)].filter((side) => !said.includes(side))
  return {
    fields: { appointments: changedVisit(wish.appointments, visit.id, { state: 'unsure' }) },
    data: { appointmentId: visit.id, visitAt: visit.at, missing: silent.join(' ') },
  }
}

export const settle: Step<'settle'> = ({ appointmentId, outcome, minutes, missing }, at) => {
  const { wish, who } = at
  const visit = wish.appointments.find(
    ({ id, state }) => id === appointmentId && (state === 'agreed' || state === 'unsure'),
  )
  if (!visit) return notNow('wish.no-visit')
  if (!hasBegun(visit, who.now)) return notNow('wish.bad-time')
  const data = { appointmentId, outcome, visitAt: visit.at, missing: missing.join(' ') }
  const change =
    outcome === 'done' ? completed(at, minutes === null ? visit : { ...visit, minutes }) : cameToNothing(at, visit)
  return { ...change, data: { ...change.data, ...data } }
}

/** The next week is tried; what is done once goes back to the wall, at its old place. */
function cameToNothing(at: At, visit: Appointment): WishChange {
  const { wish, who } = at
  const appointments = changedVisit(wish.appointments, visit.id, { state: 'missed' })
  if (wish.repeats === 'week') return goesOn(at, appointments, visit)
  const all = wish.helpers.map(({ id }) => id)
  return { fields: left({ ...wish, appointments }, all, who.now), data: { left: all.join(' ') } }
}

/** With thanks, where they have met at all; else it hangs again. */
export const stop: Step<'stop'> = (_, { wish, who: { now } }): WishChange | WishActRefused => {
  const visit = agreedVisit(wish)
  if (visit && hasBegun(visit, now)) return notNow('wish.not-now')
  if (isDone(wish))
    return { fields: { appointments: calledOff(wish.appointments, now), endedAt: now }, data: { ended: true } }
  const all = wish.helpers.map(({ id }) => id)
  return { fields: left(wish, all, now), data: { ended: false, left: all.join(' ') } }
}

export const thank: Step<'thank'> = ({ words }, { wish, said, who: { now } }) =>
  wish.thanks || !isDone(wish)
    ? notNow('wish.not-now')
    : { fields: { thanks: { words, wordsState: said.wordsState, at: now } } }

export const show: Step<'show'> = ({ shows }, { wish, side }) => {
  if (side === null) return notNow('wish.not-yours')
  const others = wish.shows.filter((one) => one !== side)
  return { fields: { shows: shows ? [...others, side] : others }, data: { shows } }
}
