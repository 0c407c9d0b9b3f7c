import { notNow, type At, type WishActRefused, type WishChange } from './act-types'
import type { Deed, Step } from './act-step'
import { goesOn } from './act-done'
import { farthestVisit, lateWithin, mostAppointments, mostProposalsPerDay, saidBefore } from './limits'
import { helperIn, wishersOf } from './sides'
import { agreedVisit, changedVisit, hasBegun, isLive, newVisit } from './visits'
import { dayKind } from '../time/calendar'
import { day, dayOf } from '../time/clock'
import type { Appointment, Side, Wish } from './wish'

const visitIn = (
  { appointments }: Wish,
  id: string,
  states: readonly Appointment['state'][],
): Appointment | undefined => appointments.find((visit) => visit.id === id && states.includes(visit.state))

/** A visit has begun, and nobody has said how it was: that comes first. */
const isUnderway = (wish: Wish, now: number): boolean => {
  const visit = agreedVisit(wish)
  return visit !== undefined && hasBegun(visit, now)
}

const hasProposedEnough = ({ events }: Wish, side: Side | null, now: number): boolean =>
  events.filter((event) => event.verb === 'arrange' && event.side === side && event.at > now - day).length >=
  mostProposalsPerDay

/** What is agreed stands until the other side says yes to the new time. */
export const arrange: Step<'arrange'> = ({ at, minutes, place }, { wish, side, who: { now } }) => {
  if (isUnderway(wish, now)) return notNow('wish.not-now')
  if (at <= now || at - now > farthestVisit) return notNow('wish.bad-time')
  // Only who was asked for a visit at home is visited there: by checked members, two of them.
  if (place === 'home' && wish.place !== 'home') return notNow('wish.not-checked')
  if (wish.appointments.length >= mostAppointments || hasProposedEnough(wish, side, now)) return notNow('wish.full')
  // What nobody has agreed to goes: its time stands in the events.
  const before = wish.appointments.filter(({ state }) => state !== 'proposed')
  const visit = newVisit(wish, { at, minutes, place, proposedBy: side ?? 'wisher', state: 'proposed' })
  return { fields: { appointments: [...before, visit] }, data: { appointmentId: visit.id, visitAt: at } }
}

export const accept: Step<'accept'> = ({ appointmentId }, { wish, side, who: { now } }) => {
  const visit = visitIn(wish, appointmentId, ['proposed'])
  if (!visit) return notNow('wish.no-visit')
  // Both helpers are one side: either may accept what the wisher proposed.
  if ((visit.proposedBy === 'wisher') === (side === 'wisher')) return notNow('wish.not-yours')
  if (isUnderway(wish, now)) return notNow('wish.not-now')
  if (hasBegun(visit, now)) return notNow('wish.bad-time')
  const appointments = wish.appointments.map((one) => acceptedBeside(one, visit, wish))
  return { fields: { appointments }, data: { appointmentId, visitAt: visit.at } }
}

/** Whoever agrees on another day for something that is done once says that the day before came to nothing. */
function acceptedBeside(one: Appointment, visit: Appointment, { repeats }: Wish): Appointment {
  if (one.id === visit.id) return { ...one, state: 'agreed' }
  if (one.state === 'unsure' && repeats === 'once') return { ...one, state: 'missed' }
  return isLive(one) ? { ...one, state: 'cancelled' } : one
}

/** Calls one visit off: a standing pair has its next one. */
export function callOff({ verb, appointmentId }: Deed<'cancel'> | Deed<'skip'>, at: At): WishChange | WishActRefused {
  const { wish, who, rules } = at
  const visit = visitIn(wish, appointmentId, verb === 'cancel' ? ['proposed', 'agreed'] : ['agreed'])
  if (!visit) return notNow('wish.no-visit')
  if (visit.state === 'agreed' && hasBegun(visit, who.now)) return notNow('wish.bad-time')
  const appointments = changedVisit(wish.appointments, visit.id, { state: verb === 'skip' ? 'skipped' : 'cancelled' })
  if (visit.state === 'proposed') return { fields: { appointments }, data: { appointmentId, visitAt: visit.at } }
  const { fields, data } = goesOn(at, appointments, visit)
  const isLate = who.actor !== 'system' && visit.at - who.now < lateWithin
  const holiday = who.actor === 'system' ? dayKind(dayOf(visit.at), rules.calendar).holiday : null
  return {
    ...{ fields },
    data: {
      ...data,
      ...{ appointmentId, visitAt: visit.at },
      ...(isLate ? { late: true } : {}),
      ...(holiday === null ? {} : { holiday }),
    },
  }
}

export const wantStandIn: Step<'want-stand-in'> = ({ appointmentId }, { wish, side, who: { now } }) => {
  const visit = visitIn(wish, appointmentId, ['agreed'])
  if (!visit) return notNow('wish.no-visit')
  if (hasBegun(visit, now)) return notNow('wish.bad-time')
  if (side === null || !helperIn(wish, side)) return notNow('wish.no-helper')
  if (visit.standIns.some(({ helperId }) => helperId === side)) return notNow('wish.not-now')
  const standIns = [...visit.standIns, { helperId: side, person: null }]
  return {
    fields: { appointments: changedVisit(wish.appointments, visit.id, { standIns }) },
    data: { appointmentId, visitAt: visit.at, helperId: side },
  }
}

export const standIn: Step<'stand-in'> = ({ appointmentId, helperId }, { wish, who: { person, now } }) => {
  const visit = visitIn(wish, appointmentId, ['agreed'])
  const wanted = visit?.standIns.find((one) => one.helperId === helperId)
  if (!visit || !wanted) return notNow('wish.no-visit')
  if (hasBegun(visit, now)) return notNow('wish.bad-time')
  if (wanted.person !== null || person === null) return notNow('wish.not-now')
  if (wishersOf(wish).includes(person)) return notNow('wish.own')
  const isIn = [...wish.helpers, ...visit.standIns].some((one) => one.person === person)
  if (isIn) return notNow('wish.not-yours')
  const standIns = visit.standIns.map((one) => (one === wanted ? { ...one, person } : one))
  return {
    fields: { appointments: changedVisit(wish.appointments, visit.id, { standIns }) },
    data: { appointmentId, visitAt: visit.at, helperId },
  }
}

export const arrive: Step<'arrive'> = ({ appointmentId }, { wish, side, who: { now } }) => {
  const visit = visitIn(wish, appointmentId, ['agreed', 'unsure'])
  if (!visit || side === null) return notNow('wish.no-visit')
  if (now < visit.at - saidBefore) return notNow('wish.bad-time')
  if (visit.arrived.some((one) => one.side === side)) return notNow('wish.not-now')
  const arrived = [...visit.arrived, { side, at: now }]
  return { fields: { appointments: changedVisit(wish.appointments, visit.id, { arrived }) }, data: { appointmentId } }
}
