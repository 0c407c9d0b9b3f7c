import fc from 'fast-check'
import { sideFor } from '../../src/domain/wish/sides'
import { seenOf, wishersOf, type AnyWishDeed, type WishWho } from '../../src/domain/wish/act'
import { marked, nextLook, remindersDue } from '../../src/domain/wish/due'
import { dutyOf } from '../../src/domain/wish/duty'
import { mostWishEvents } from '../../src/domain/wish/limits'
import { offersAfter } from '../../src/domain/wish/offers-after'
import {
  canWishMove,
  isOpenWish,
  mayWishMove,
  wishActors,
  wishMoves,
  type WishActor,
} from '../../src/domain/wish/verbs'
import { nextVisit } from '../../src/domain/wish/visits'
import type { Wish } from '../../src/domain/wish/wish'
import { day, hour, minute } from '../../src/domain/time/clock'
import { calendar } from '../../src/knowledge/calendar/calendar'
import { aWish, began, byItself, forTwo, ofAbsent, paired, tried, who } from './support/wish-lives'

const verbs = [
  ...(['claim', 'propose', 'agree', 'refuse', 'arrange', 'accept', 'cancel', 'skip', 'want-stand-in'] as const),
  ...(['stand-in', 'arrive', 'finish', 'settle', 'release', 'part', 'stop', 'thank', 'show', 'withdraw'] as const),
  ...(['close', 'keep', 'note', 'lapse', 'return', 'miss'] as const),
]
const people = ['old-woman', 'daughter', 'helper-one', 'helper-two', 'helper-three', 'duty-member'] as const

/** Mostly what is possible now, sometimes anything at all; at any distance. */
const step = fc.record({
  pick: fc.nat({ max: 10_000 }),
  who: fc.nat({ max: 10_000 }),
  isWild: fc.integer({ min: 0, max: 9 }).map((at) => at === 0),
  isRare: fc.integer({ min: 0, max: 7 }).map((at) => at === 0),
  verb: fc.constantFrom(...verbs),
  actor: fc.constantFrom(...wishActors),
  person: fc.constantFrom(...people),
  side: fc.constantFrom('wisher', 'h1', 'h2', 'h3', null),
  after: fc.constantFrom(0, 0, minute, hour, hour, 3 * hour, 20 * hour, 2 * day, 8 * day),
  ahead: fc.constantFrom(minute, hour, 3 * hour, day + hour, 6 * day),
  visit: fc.constantFrom(0, 0, 0, 1, 2),
  isDone: fc.constantFrom(true, true, true, false),
  minutes: fc.constantFrom(null, 30, 90),
  offers: fc.constantFrom(['o1'], ['o2'], ['o1', 'o2']),
})
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

const last = <One>(list: readonly One[], back: number): One | undefined => list[Math.max(0, list.length - 1 - back)]

/** What fits the moment at which it is done. */
function deedFor(verb: AnyWishDeed['verb'], wish: Wish, given: Step, now: number): AnyWishDeed {
  const { side, isDone, minutes, offers, visit } = given
  const appointmentId = last(wish.appointments, visit)?.id ?? 'a1'
  const helperId = last(wish.helpers, visit)?.id ?? 'h1'
  const place = wish.place
  switch (verb) {
    case 'claim':
      return { verb, offerId: isDone ? `of-${given.person}` : null }
    case 'propose':
      return { verb, offerIds: offers, words: null }
    case 'agree':
      return { verb, side }
    case 'arrange':
      return { verb, side, at: now + given.ahead, minutes: 60, place, words: null }
    case 'accept':
    case 'arrive':
      return { verb, side, appointmentId }
    case 'cancel':
    case 'skip':
    case 'want-stand-in':
      return { verb, side, appointmentId, words: null }
    case 'stand-in':
      return { verb, appointmentId, helperId }
    case 'finish':
      return { verb, side, appointmentId, done: isDone, minutes, words: null }
    case 'settle':
      return { verb, appointmentId, outcome: isDone ? 'done' : 'missed', minutes, missing: [], words: null }
    case 'part':
      return { verb, helperId, words: null }
    case 'thank':
    case 'close':
      return { verb, words: '谢谢' }
    case 'show':
      return { verb, side, shows: isDone }
    case 'refuse':
    case 'release':
    case 'stop':
      return { verb, side, words: null }
    case 'withdraw':
    case 'keep':
      return { verb, words: null }
    default:
      return { verb }
  }
}

/** As whom the server lets a person act. */
function actorOf(wish: Wish, person: string): WishActor {
  if (wishersOf(wish).includes(person)) return 'wisher'
  const isIn = [...wish.helpers, ...wish.appointments.flatMap(({ standIns }) => standIns)].some(
    (one) => one.person === person,
  )
  return isIn ? 'helper' : person === 'duty-member' ? 'duty' : 'volunteer'
}

/** They end it, or say nothing new: a life in which they were as frequent as the others would be short. */
const rare: readonly AnyWishDeed['verb'][] = [
  'withdraw',
  'close',
  'part',
  'release',
  'refuse',
  'stop',
  'note',
  'keep',
  'show',
]

interface Doing {
  readonly deed: AnyWishDeed
  readonly by: WishWho
}

/** Everything that anybody could do now, with the side that it is done for. */
function possible(wish: Wish, given: Step, now: number): readonly Doing[] {
  return people.flatMap((person) => {
    const actor = actorOf(wish, person)
    const by = who(actor, person, now)
    const sides = actor === 'duty' ? ['wisher', ...wish.helpers.map(({ id }) => id)] : [null]
    return verbs
      .filter(
        (verb) => canWishMove(wish.state, verb) && mayWishMove(actor, verb) && (given.isRare || !rare.includes(verb)),
      )
      .flatMap((verb): Doing[] => {
        const deed = deedFor(verb, wish, given, now)
        return 'side' in deed ? sides.map((side) => ({ deed: { ...deed, side }, by })) : [{ deed, by }]
      })
      .filter(({ deed }) => !('refused' in tried(wish, deed, by, proposedFor(given))))
  })
}

/** Something that is possible; or, now and then, anything at all. */
function drawn(wish: Wish, given: Step, now: number): { deed: AnyWishDeed; by: WishWho } {
  const fresh = (verb: AnyWishDeed['verb']) =>
    given.isRare || given.who % 3 === 0 || verb !== 'arrange' || !nextVisit(wish)
  const everything = given.isWild ? [] : possible(wish, given, now).filter(({ deed: { verb } }) => fresh(verb))
  const kinds = [...new Set(everything.map(({ deed: { verb } }) => verb))]
  // First which verb, then who: many may propose a time, and only one accepts it.
  const all = everything.filter(({ deed }) => deed.verb === kinds[given.pick % kinds.length])
  const { actor, person, verb } = given
  const wild = { deed: deedFor(verb, wish, given, now), by: who(actor, actor === 'system' ? null : person, now) }
  return all[given.who % all.length] ?? wild
}

const proposedFor = ({ offers, isDone }: Step) => ({
  proposed: offers.map((offerId) => ({ offerId, person: isDone ? `of-${offerId}` : null })),
})

/** What holds of every wish that there can be. */
function expectSound(wish: Wish): void {
  const { state, helpers, places, appointments, events } = wish
  const count = (one: string) => appointments.filter((visit) => visit.state === one).length
  expect(helpers.length).toBeLessThanOrEqual(places)
  const persons = helpers.map(({ person }) => person).filter((person) => person !== null)
  expect(new Set(persons).size).toBe(persons.length)
  expect(persons.filter((person) => wishersOf(wish).includes(person))).toEqual([])
  expect(new Set(helpers.map(({ id }) => id)).size).toBe(helpers.length)
  expect(count('agreed')).toBeLessThanOrEqual(1)
  expect(count('proposed')).toBeLessThanOrEqual(1)
  if (state === 'arranged' || state === 'standing') expect(count('agreed')).toBe(1)
  if (state === 'claimed') expect(count('agreed')).toBe(0)
  if (state === 'unsure') expect(count('unsure')).toBeGreaterThan(0)
  if (!isOpenWish(state) || ['open', 'joining', 'proposed'].includes(state)) {
    expect(count('agreed') + count('proposed') + count('unsure')).toBe(0)
  }
  expect(events.map(({ id }) => id)).toEqual(events.map((_, at) => String(at + 1)))
  expect(events.length).toBeLessThanOrEqual(mostWishEvents)
  expect(wish.endedAt !== null).toBe(!isOpenWish(state))
  // Who had not answered when it was taken down stays unanswered.
  if (isOpenWish(state) && state !== 'proposed')
    expect(wish.wisherAgreed && helpers.every(({ agreed }) => agreed)).toBe(true)
}

/** Hours are of those who said themselves that a visit was, and of visits that are done: each person once. */
function expectHonestHours(wish: Wish): void {
  for (const { state, hours, finished } of wish.appointments) {
    if (state !== 'done') expect(hours).toEqual([])
    const counted = hours.map(({ person }) => person)
    expect(new Set(counted).size).toBe(counted.length)
    expect(hours.length).toBeLessThanOrEqual(finished.filter(({ side, done }) => done && side !== 'wisher').length)
  }
}

/** Somebody has to do something by a time, and somebody looks at it by then. */
function expectOwned(wish: Wish, now: number): void {
  const duty = dutyOf(wish, now)
  expect(duty !== null).toBe(isOpenWish(wish.state))
  const told = {
    ...wish,
    told: wish.events.length,
    marks: remindersDue({ ...wish, marks: [] }, now).reduce<readonly string[]>(marked, []),
  }
  const next = nextLook(told, now, calendar)
  expect(next).toBeGreaterThan(now)
  if (!duty) return
  if (duty.dueAt > now) expect(next).toBeLessThanOrEqual(duty.dueAt)
  // What is late is somebody's of the office, and they hear of it again within a week.
  else expect(next).toBeLessThanOrEqual(now + 7 * day)
}

const kinds = fc.record({
  over: fc.constantFrom<Partial<Wish>>({}, forTwo, ofAbsent, { ...ofAbsent, ...forTwo }),
  repeats: fc.constantFrom('once', 'week'),
  /** It begins with a visit agreed for the next hour. */
  isPaired: fc.boolean(),
})
type Kind = typeof kinds extends fc.Arbitrary<infer One> ? One : never

/** A life: everything that was done, and everything that happened by itself in between. */
function lived(
  { over, repeats, isPaired }: Kind,
  steps: readonly Step[],
  seen: (wish: Wish, before: Wish, now: number) => void,
): Wish {
  let wish = isPaired ? paired({ ...over, repeats }) : aWish({ ...over, repeats })
  let now = isPaired ? began + day : began
  for (const given of steps) {
    now += given.after
    const late = byItself(wish, now)
    seen(late, wish, now)
    const { deed, by } = drawn(late, given, now)
    const acted = tried(late, deed, by, proposedFor(given))
    wish = 'refused' in acted ? late : acted.wish
    if (!('refused' in acted)) seen(wish, late, now)
  }
  return wish
}

const lives = fc.tuple(kinds, fc.array(step, { minLength: 5, maxLength: 50 }))

describe('whatever happens to a wish', () => {
  it('it has as many helpers as it needs at most, one visit ahead, and events that only grow', () => {
    fc.assert(
      fc.property(lives, ([kind, steps]) => {
        lived(kind, steps, (wish, before) => {
          expectSound(wish)
          expect(before.events.every((event, at) => wish.events[at] === event)).toBe(true)
          expect(wish.hungAt).toBe(before.hungAt)
        })
      }),
      { numRuns: 150 },
    )
  })

  it('somebody has to do something by a time while it is open, and somebody looks at it by then', () => {
    fc.assert(
      fc.property(lives, ([kind, steps]) => {
        lived(kind, steps, (wish, _, now) => expectOwned(byItself(wish, now), now))
      }),
      { numRuns: 120 },
    )
  })

  it('hours are of those who said themselves that it was, where the other side did too', () => {
    fc.assert(
      fc.property(lives, ([kind, steps]) => {
        lived(kind, steps, expectHonestHours)
      }),
      { numRuns: 120 },
    )
  })

  it('a red card is taken exactly as long as its helper is in an open wish', () => {
    fc.assert(
      fc.property(lives, ([kind, steps]) => {
        const held = new Set<string>()
        lived(kind, steps, (wish, before) => {
          const { taken, freed } = offersAfter(before, wish)
          for (const id of freed) expect(held.delete(id)).toBe(true)
          for (const id of taken) held.add(id)
          const holds = isOpenWish(wish.state) ? wish.helpers.flatMap(({ offerId }) => offerId ?? []) : []
          expect([...held].sort()).toEqual([...new Set(holds)].sort())
        })
      }),
      { numRuns: 120 },
    )
  })

  it('the same step of the same person is not counted twice', () => {
    fc.assert(
      fc.property(lives, step, ([kind, steps], given) => {
        const wish = lived(kind, steps, () => undefined)
        const now = (wish.events.at(-1)?.at ?? began) + hour
        const { deed, by } = drawn(wish, given, now)
        const once = tried(wish, deed, by, proposedFor(given))
        if ('refused' in once) return
        const twice = tried(once.wish, deed, by, proposedFor(given))
        if ('refused' in twice) return
        // What can be said again says nothing new: another proposal of a time, an own note, a show, a keep.
        expect(['arrange', 'note', 'show', 'keep', 'skip', 'cancel', 'release', 'want-stand-in']).toContain(deed.verb)
        expect(twice.wish.helpers.length).toBeLessThanOrEqual(once.wish.helpers.length)
        expect(twice.wish.appointments.flatMap(({ hours }) => hours)).toEqual(
          once.wish.appointments.flatMap(({ hours }) => hours),
        )
      }),
      { numRuns: 150 },
    )
  })
})

describe('the table of verbs', () => {
  const states = [...new Set(Object.values(wishMoves).flatMap(({ from }) => [...from]))]

  it('refuses whoever may not, in every state, before anything else', () => {
    for (const state of states)
      for (const verb of verbs)
        for (const actor of wishActors) {
          const wish = aWish({ state })
          const given = { ...fc.sample(step, 1)[0]!, side: null }
          const acted = tried(wish, deedFor(verb, wish, given, began), who(actor, 'helper-one', began))
          if (!mayWishMove(actor, verb)) expect(acted).toEqual({ refused: 'wish.not-yours' })
          else if (!canWishMove(state, verb)) expect(acted).toEqual({ refused: 'wish.not-now' })
        }
  })

  it('goes where it says', () => {
    fc.assert(
      fc.property(lives, ([kind, steps]) => {
        lived(kind, steps, (wish, before) => {
          for (const { verb, from, to, actor } of wish.events.slice(before.events.length)) {
            const move = wishMoves[verb]
            expect(move.from as readonly string[]).toContain(from)
            expect(move.by as readonly string[]).toContain(actor)
            if (move.to === 'same') expect(to).toBe(from)
            else if (move.to !== 'outcome') expect(to).toBe(move.to)
          }
        })
      }),
      { numRuns: 120 },
    )
  })

  it('a side is asked for where the office speaks, and nobody speaks for two', () => {
    const wish = aWish(ofAbsent)
    expect(sideFor(wish, { verb: 'agree', side: null }, who('duty', 'duty-member', began))).toEqual({
      refused: 'wish.not-yours',
    })
    expect(sideFor(wish, { verb: 'agree', side: 'wisher' }, who('duty', 'duty-member', began))).toBe('wisher')
    expect(sideFor(wish, { verb: 'agree', side: 'wisher' }, who('helper', 'helper-one', began))).toEqual({
      refused: 'wish.not-yours',
    })
  })

  it('what takes nothing out of a hand is not seen by the count', () => {
    const wish = aWish()
    const noted = tried(wish, { verb: 'note' }, who('duty', 'duty-member', began))
    expect('wish' in noted && seenOf(noted.wish)).toBe(seenOf(wish))
  })
})
