import { notNow } from './act-types'
import type { Step } from './act-step'
import { agedAfter, lateWithin } from './limits'
import { askedOf, helperIn, wishersOf } from './sides'
import { agreedVisit, calledOff, changedVisit, hasBegun } from './visits'
import type { Helper, Side, Wish, WishEventData } from './wish'

/** Numbers are never given again, also after somebody has left. */
function nextHelper({ events, helpers }: Pick<Wish, 'events' | 'helpers'>): number {
  const given = [
    ...events.map(({ data }) => Number(data['lastHelper'] ?? 0)),
    ...helpers.map(({ id }) => Number(id.slice(1))),
  ]
  return Math.max(0, ...given) + 1
}

/**
 * The wish without some of its helpers: what was arranged with them is called off, and the time for which it waits begins
 * anew. Its place on the wall stays. What comes back a second time waits for no third volunteer: it is the duty member's.
 */
export function left(wish: Wish, ids: readonly Side[], now: number): Partial<Wish> {
  const helpers = wish.helpers.filter(({ id }) => !ids.includes(id))
  const isAnswered = askedOf({ ...wish, helpers }).length === 0
  return {
    helpers,
    shows: wish.shows.filter((side) => !ids.includes(side)),
    wisherAgreed: isAnswered || wish.wisherAgreed,
    appointments: calledOff(wish.appointments, now),
    waitsSince: wish.leavers.length > 0 ? now - agedAfter : now,
  }
}

/** So close to a visit that the other side has made ready. */
export const late = (wish: Wish, now: number): WishEventData => {
  const visit = agreedVisit(wish)
  return visit !== undefined && visit.at - now < lateWithin ? { late: true } : {}
}

const idsOf = (helpers: readonly Helper[]): readonly Side[] => helpers.map(({ id }) => id)
const leftData = (ids: readonly Side[]): WishEventData => ({ left: ids.join(' ') })

export const claim: Step<'claim'> = ({ offerId }, { wish, who: { person, now } }) => {
  if (person === null || wish.helpers.some((one) => one.person === person)) return notNow('wish.not-now')
  if (wishersOf(wish).includes(person)) return notNow('wish.own')
  const number = nextHelper(wish)
  const helper: Helper = { id: `h${number}`, person, offerId, by: 'claim', agreed: true, at: now }
  return { fields: { helpers: [...wish.helpers, helper] }, data: { helperId: helper.id, lastHelper: number } }
}

export const propose: Step<'propose'> = (_, { wish, who: { now }, rules: { proposed } }) => {
  if (proposed.length === 0 || wish.helpers.length + proposed.length > wish.places) return notNow('wish.no-helper')
  const first = nextHelper(wish)
  const helpers = [...wish.helpers]
  for (const [at, { offerId, person }] of proposed.entries()) {
    if (person !== null && wishersOf(wish).includes(person)) return notNow('wish.own')
    if (helpers.some((one) => one.offerId === offerId || (person !== null && one.person === person)))
      return notNow('wish.no-helper')
    helpers.push({ id: `h${first + at}`, person, offerId, by: 'proposal', agreed: false, at: now })
  }
  const data = {
    helperIds: idsOf(helpers.slice(wish.helpers.length)).join(' '),
    lastHelper: first + proposed.length - 1,
  }
  return { fields: { helpers, wisherAgreed: false }, data }
}

export const agree: Step<'agree'> = (_, { wish, side }) => {
  if (side === 'wisher') return wish.wisherAgreed ? notNow('wish.not-now') : { fields: { wisherAgreed: true } }
  const helper = helperIn(wish, side)
  if (!helper || helper.agreed) return notNow('wish.not-now')
  return { fields: { helpers: wish.helpers.map((one) => (one === helper ? { ...one, agreed: true } : one)) } }
}

/** Of the wisher all who are proposed go; of a helper only themselves. It waits on as it did. */
export const refuse: Step<'refuse'> = (_, { wish, side, who: { now } }) => {
  const asked = idsOf(askedOf(wish))
  const ids = side === 'wisher' ? asked : asked.filter((id) => id === side)
  if (ids.length === 0) return notNow('wish.no-helper')
  return { fields: { ...left(wish, ids, now), waitsSince: wish.waitsSince }, data: leftData(ids) }
}

/** Whoever has not agreed in time goes; where the wisher's side has not, all who are proposed. */
export const lapse: Step<'lapse'> = (_, { wish, who: { now } }) => {
  const ids = idsOf(askedOf(wish).filter(({ agreed }) => !agreed || !wish.wisherAgreed))
  return { fields: { ...left(wish, ids, now), wisherAgreed: true }, data: leftData(ids) }
}

/** A helper gives it back; a stand-in only the one visit. */
export const release: Step<'release'> = (_, { wish, side, who: { actor, person, now } }) => {
  const helper = helperIn(wish, side)
  if (!helper) return notNow('wish.no-helper')
  if (actor === 'helper' && helper.person !== person) {
    const visit = agreedVisit(wish)
    if (!visit || hasBegun(visit, now)) return notNow('wish.not-now')
    const standIns = visit.standIns.map((one) => (one.person === person ? { ...one, person: null } : one))
    const data = {
      ...{ appointmentId: visit.id, visitAt: visit.at, helperId: helper.id, standIn: true },
      ...late(wish, now),
    }
    return { fields: { appointments: changedVisit(wish.appointments, visit.id, { standIns }) }, data }
  }
  return { fields: left(wish, [helper.id], now), data: { ...leftData([helper.id]), ...late(wish, now) } }
}

export const part: Step<'part'> = ({ helperId }, { wish, who: { now } }) => {
  if (!helperIn(wish, helperId)) return notNow('wish.no-helper')
  return { fields: left(wish, [helperId], now), data: { ...leftData([helperId]), ...late(wish, now) } }
}

/** Nothing was arranged in time: everybody goes. */
export const giveBack: Step<'return'> = (_, { wish, who: { now } }) => {
  const ids = idsOf(wish.helpers)
  return { fields: left(wish, ids, now), data: leftData(ids) }
}
