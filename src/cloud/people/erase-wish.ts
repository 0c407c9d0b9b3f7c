import { askedOf } from '../../domain/wish/sides'
import { isOpenWish } from '../../domain/wish/verbs'
import { agreedVisit, hasBegun, standsInAt } from '../../domain/wish/visits'
import type { Store } from '../store'
import { offersChanged } from '../wish/act-offers'
import { derivedOffer, derivedWish } from '../wish/derive'
import { steppedBy } from '../wish/due-move'
import type { OfferRow, WishRow } from '../wish/load'

/**
 * A wish without somebody who erases everything, with the red cards whose places it gives back, in one commit. Their own
 * card comes down; what they had taken on goes back to the wall: those who are left are told by the timer. That there was
 * a wish in a building, and how long somebody helped, stays. Answers whether it was written.
 */
export async function eraseFromWish(store: Store, row: WishRow, person: string, now: number): Promise<boolean> {
  const gone = leftBy(isTheirs(row, person) ? takenDown(row, person, now) : row, person, now)
  const next = withoutPerson(gone, person)
  const erased = { ...next, ...derivedWish(next, now) }
  const cards = await offersChanged(store, row, erased)
  return (await store.commit([store.wishes.replacing(erased), ...cards])) === 'done'
}

/** Who wrote it for family who is not with us is all there is to it. */
const isTheirs = (row: WishRow, person: string): boolean =>
  row.person === person || (row.person === null && row.filedBy === person && row.behalf?.kind === 'family')

const takenDown = (row: WishRow, person: string, now: number): WishRow =>
  isOpenWish(row.state) ? steppedBy(row, { verb: 'withdraw', words: null }, { actor: 'wisher', person, now }) : row

/** Gives back what they had taken on, or were asked for. Three steps at most. */
function leftBy(row: WishRow, person: string, now: number): WishRow {
  const helper = isOpenWish(row.state) ? row.helpers.find((one) => one.person === person) : undefined
  const as = { actor: 'helper', person, now } as const
  if (helper) {
    if (row.state !== 'proposed')
      return leftBy(steppedBy(row, { verb: 'release', side: null, words: null }, as), person, now)
    // Who was there before the others were asked can go once nobody is asked any more.
    const isAsked = askedOf(row).includes(helper)
    const next = isAsked
      ? steppedBy(row, { verb: 'refuse', side: null, words: null }, as)
      : steppedBy(row, { verb: 'lapse' }, { actor: 'system', person: null, now })
    return leftBy(next, person, now)
  }
  const visit = isOpenWish(row.state) ? agreedVisit(row) : undefined
  return visit && !hasBegun(visit, now) && standsInAt(row, person) !== null
    ? steppedBy(row, { verb: 'release', side: null, words: null }, as)
    : row
}

type Event = WishRow['events'][number]

function withoutPerson(row: WishRow, person: string): WishRow {
  const own = isTheirs(row, person) ? emptied(row) : row
  const sides = row.helpers.filter((one) => one.person === person).map(({ id }) => id)
  return {
    ...own,
    person: own.person === person ? null : own.person,
    // Nobody finds it again by the call that hung it.
    ...(own.filedBy === person || row.person === person ? { turn: own._id, input: '' } : {}),
    filedBy: own.filedBy === person ? null : own.filedBy,
    helpers: own.helpers.map((one) => (one.person === person ? { ...one, person: null } : one)),
    leavers: own.leavers.map((one) => (one.person === person ? { ...one, person: null } : one)),
    shows: own.shows.filter((side) => !sides.includes(side)),
    appointments: own.appointments.map((visit) => ({
      ...visit,
      standIns: visit.standIns.map((one) => (one.person === person ? { ...one, person: null } : one)),
      hours: visit.hours.map((one) => (one.person === person ? { ...one, person: null } : one)),
    })),
    events: own.events.map((event) => (event.person === person ? withoutActor(event) : event)),
  }
}

/** Nobody's words, room or numbers are left in it; it hangs nowhere. */
const emptied = (row: WishRow): WishRow => ({
  ...row,
  ...{ words: '', wordsState: 'refused', wants: [], times: null, reading: '', thanks: null, shows: [] },
  ...{ room: null, phone: null, behalf: null, emergency: null },
})

/** The office's words stay. */
const withoutActor = (event: Event): Event => ({
  ...event,
  ...(event.role === null ? { words: '', wordsState: 'refused' } : {}),
  person: null,
})

/** A red card without somebody: their own comes down; one that they wrote for another stays, without who wrote it. */
export async function eraseFromOffer({ offers }: Store, row: OfferRow, person: string, now: number): Promise<boolean> {
  const isOwn = row.person === person
  const next: OfferRow = {
    ...row,
    ...(isOwn
      ? {
          ...{ words: '', wordsState: 'refused', limits: [], times: null, reading: '', behalf: null },
          ...{ person: null, state: 'withdrawn', endedAt: row.endedAt ?? now, nextAt: now },
        }
      : {}),
    ...{ filedBy: row.filedBy === person ? null : row.filedBy, turn: row._id, input: '' },
  }
  return offers.replace({ ...next, ...derivedOffer(next) })
}
