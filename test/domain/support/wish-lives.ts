import { actOnWish, type AnyWishDeed, type WishRules, type WishWho } from '../../../src/domain/wish/act'
import { moveDue } from '../../../src/domain/wish/due'
import type { WishActor } from '../../../src/domain/wish/verbs'
import type { Wish } from '../../../src/domain/wish/wish'
import { day, hour } from '../../../src/domain/time/clock'
import { calendar } from '../../../src/knowledge/calendar/calendar'

/** A Wednesday morning in China, with National Day some weeks ahead. */
export const began = Date.parse('2026-09-02T09:00:00+08:00')
export const rules: WishRules = { calendar, proposed: [] }
const nothingSaid = { wordsState: 'shown', note: '' } as const

export const aWish = (over: Partial<Wish> = {}): Wish => ({
  communityId: 'west-street',
  gridId: 'west-1',
  estateId: 'heyuan',
  buildingId: 'heyuan-1',
  person: 'old-woman',
  filedBy: null,
  behalf: null,
  words: '想有人陪着下盘象棋',
  wordsState: 'shown',
  kinds: ['chess'],
  times: null,
  who: 'elder',
  isGoods: false,
  wants: [],
  place: 'station',
  repeats: 'once',
  places: 1,
  needsChecked: false,
  state: 'open',
  helpers: [],
  leavers: [],
  wisherAgreed: true,
  appointments: [],
  thanks: null,
  shows: [],
  events: [],
  hungAt: began,
  waitsSince: began,
  since: began,
  pairedAt: null,
  endedAt: null,
  ...over,
})

/** Written by the duty member for somebody without a phone. */
export const ofAbsent: Partial<Wish> = { person: null, filedBy: 'duty-member', behalf: { kind: 'office' } }
export const forTwo: Partial<Wish> = { place: 'home', places: 2, needsChecked: true }

export const who = (actor: WishActor, person: string | null, now: number): WishWho => ({
  actor,
  person,
  now,
  role: actor === 'duty' || actor === 'grid-leader' || actor === 'secretary' ? actor : null,
})

/** The step, or why it was refused. */
export const tried = (wish: Wish, deed: AnyWishDeed, by: WishWho, more: Partial<WishRules> = {}) =>
  actOnWish(wish, deed, by, nothingSaid, { ...rules, ...more })

/** The wish after it; a refusal fails the test. */
export function done(wish: Wish, deed: AnyWishDeed, by: WishWho, more: Partial<WishRules> = {}): Wish {
  const acted = tried(wish, deed, by, more)
  if ('refused' in acted) throw new Error(`${deed.verb} was refused: ${acted.refused}`)
  return acted.wish
}

/** Everything that happens by itself up to a moment. */
export function byItself(wish: Wish, now: number): Wish {
  for (let next = wish; ;) {
    const move = moveDue(next, now, calendar)
    if (!move) return next
    next = done(next, move, who('system', null, now))
  }
}

export const claimedBy = (wish: Wish, person: string, now: number, offerId: string | null = null): Wish =>
  done(wish, { verb: 'claim', offerId }, who('volunteer', person, now))

/** A time is proposed by the helper and accepted by the wisher's side. */
export function arranged(wish: Wish, at: number, now: number, minutes = 60): Wish {
  const helper = wish.helpers[0]?.person ?? null
  const place = wish.place
  const proposed = done(
    wish,
    { verb: 'arrange', side: null, at, minutes, place, words: null },
    who('helper', helper, now),
  )
  const appointmentId = proposed.appointments.at(-1)?.id ?? ''
  const isAbsent = wish.person === null
  return done(
    proposed,
    { verb: 'accept', side: isAbsent ? 'wisher' : null, appointmentId },
    isAbsent ? who('duty', 'duty-member', now) : who('wisher', wish.person, now),
  )
}

/** 结束了, by one person. */
export const finished = (
  wish: Wish,
  by: WishWho,
  appointmentId: string,
  isDone = true,
  minutes: number | null = null,
) => done(wish, { verb: 'finish', side: null, appointmentId, done: isDone, minutes, words: null }, by)

/** Paired by a claim, with a visit agreed for the next day. */
export function paired(over: Partial<Wish> = {}, at = began + day + hour): Wish {
  const first = claimedBy(aWish(over), 'helper-one', began)
  const all = first.places === 2 ? claimedBy(first, 'helper-two', began) : first
  return arranged(all, at, began)
}
