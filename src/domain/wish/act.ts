import { wishWordsOf, type AnyWishDeed, type WishDeedVerb } from './act-deed'
import { stateAfter, wishSteps } from './act-steps'
import {
  notNow,
  type At,
  type WishActed,
  type WishActRefused,
  type WishChange,
  type WishRules,
  type WishSaid,
  type WishWho,
} from './act-types'
import { mostLeavers, mostWishEvents } from './limits'
import { isOfficeActor, sideFor } from './sides'
import { canWishMove, mayWishMove, type WishState } from './verbs'
import type { Wish, WishEvent } from './wish'

export * from './act-deed'
export * from './act-types'
export { stateAfter } from './act-steps'
export * from './act-said'
export { isAbsent, sidesSpokenFor, wishersOf } from './sides'

/** Ends it, whatever else is so. */
const ends: Readonly<Partial<Record<WishDeedVerb, WishState>>> = { withdraw: 'withdrawn', close: 'closed' }
/** What begins something, or can be said without an end: not where the document is full. All else ends something. */
const needsRoom: readonly WishDeedVerb[] = [
  'claim',
  'propose',
  'arrange',
  'want-stand-in',
  'stand-in',
  'show',
  'keep',
  'note',
]
/** They say or show something, and change nothing of who comes when. */
const movesNothing: readonly WishDeedVerb[] = ['note', 'thank', 'show', 'keep']

/**
 * Does a step: the wish as it is then, and the event that says so, or why not. The table alone decides who may do what
 * from where; what a verb does stands in `act-steps`; which state follows, in `stateAfter`.
 */
export function actOnWish<Whole extends Wish>(
  wish: Whole,
  deed: AnyWishDeed,
  who: WishWho,
  said: WishSaid,
  rules: WishRules,
): WishActed<Whole> | WishActRefused {
  const { verb } = deed
  if (!mayWishMove(who.actor, verb)) return notNow('wish.not-yours')
  if (!canWishMove(wish.state, verb)) return notNow('wish.not-now')
  const spoken = sideFor(wish, deed, who)
  if (spoken !== null && typeof spoken === 'object') return spoken
  if (wish.events.length >= mostWishEvents && needsRoom.includes(verb)) return notNow('wish.full')
  const at: At = { wish, who, rules, said, side: spoken }
  const change = changeOf(deed, at)
  if ('refused' in change) return change
  const changed: Whole = { ...wish, ...change.fields }
  const to = ends[verb] ?? following(changed, verb, wish.state)
  const event = eventOf(wish, deed, at, to, change)
  const leavers = leaversOf(wish, changed, event)
  return {
    wish: { ...changed, leavers, ...stamps(wish, changed, to, who.now), state: to, events: [...wish.events, event] },
    event,
  }
}

/** Whoever was in it before a step and is not after it: they have to hear of it. */
const leaversOf = (before: Wish, after: Wish, event: WishEvent): Wish['leavers'] =>
  [
    ...before.leavers,
    ...before.helpers
      .filter(({ id }) => after.helpers.every((helper) => helper.id !== id))
      .map(({ id: helperId, person }) => ({ event: event.id, helperId, person })),
  ].slice(-mostLeavers)

/** TypeScript cannot see that a step and its deed have the same verb. */
const changeOf = (deed: AnyWishDeed, at: At): WishChange | WishActRefused =>
  (wishSteps[deed.verb] as ((deed: AnyWishDeed, at: At) => WishChange | WishActRefused) | undefined)?.(deed, at) ?? {}

function following(wish: Wish, verb: WishDeedVerb, before: WishState): WishState {
  // What is granted stays so: a second helper says afterwards that they were there.
  return movesNothing.includes(verb) || before === 'granted' ? before : stateAfter(wish)
}

/** Times that follow from a change of state. */
function stamps(before: Wish, after: Wish, to: WishState, now: number): Partial<Wish> {
  const isPaired = to === 'claimed' || to === 'arranged' || to === 'standing' || to === 'unsure' || to === 'granted'
  const over = to === 'granted' || to === 'withdrawn' || to === 'closed'
  return {
    since: to === before.state ? before.since : now,
    pairedAt: isPaired ? (before.pairedAt ?? now) : null,
    endedAt: over ? (after.endedAt ?? now) : null,
  }
}

function eventOf(
  wish: Wish,
  deed: AnyWishDeed,
  { who, said, side }: At,
  to: WishState,
  { data }: WishChange,
): WishEvent {
  const { actor, person, role, now } = who
  const byOffice = side !== null && isOfficeActor(actor)
  return {
    ...{ id: String(wish.events.length + 1), at: now, verb: deed.verb },
    ...{ actor, person, role, side, from: wish.state, to },
    ...{ words: wishWordsOf(deed), wordsState: said.wordsState, note: said.note },
    data: { ...data, ...(byOffice ? { byOffice } : {}), ...(said.isDanger ? { danger: true } : {}) },
  }
}
