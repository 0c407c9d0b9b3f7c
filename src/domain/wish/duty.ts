import {
  agedAfter,
  arrangedWithin,
  cryWithin,
  dayBefore,
  joiningFor,
  oldAfter,
  proposedFor,
  settledWithin,
  unsureAfterVisit,
  wordsLookedWithin,
} from './limits'
import { askedOf, isAbsent } from './sides'
import { agreedVisit, endOf, hasBegun, joinedOf, proposedVisit } from './visits'
import type { Appointment, Side, Wish, WishDuty } from './wish'

type Rule = (wish: Wish, now: number) => WishDuty

/** Whose word is waited for: a side that can only be reached by the office is the duty member's to ask. */
function ownerOf(wish: Wish, sides: readonly Side[]): WishDuty['owner'] {
  const present = sides.filter((side) => !isAbsent(wish, side))
  const isWishers = present.includes('wisher')
  const isHelpers = present.some((side) => side !== 'wisher')
  return isWishers ? (isHelpers ? 'both' : 'wisher') : isHelpers ? 'helpers' : 'duty'
}

export const helperSides = (wish: Wish): readonly Side[] => joinedOf(wish).map(({ id }) => id)

/** Who has not said yes to what was proposed. */
export const unagreedSides = (wish: Wish): readonly Side[] => [
  ...(wish.wisherAgreed ? [] : ['wisher']),
  ...askedOf(wish)
    .filter(({ agreed }) => !agreed)
    .map(({ id }) => id),
]

/** Who has not said how a visit was. */
export const silentSides = (wish: Wish, { finished }: Appointment): readonly Side[] =>
  ['wisher', ...helperSides(wish)].filter((side) => !finished.some((one) => one.side === side))

/** Who has to propose a time, or answer one. */
export function arrangingSides(wish: Wish, now: number): readonly Side[] {
  const proposed = proposedVisit(wish)
  const isOpen = proposed !== undefined && !hasBegun(proposed, now)
  return isOpen && proposed.proposedBy !== 'wisher' ? ['wisher'] : helperSides(wish)
}

/** A stand-in was asked for, and nobody has come forward. */
export const wantsStandIn = ({ standIns }: Appointment): boolean => standIns.some(({ person }) => person === null)

/** The one until a moment, then the other: the due time stays, in the past, until somebody does something. */
const dutyThenSecretary = (dueAt: number, now: number): WishDuty => ({
  owner: now < dueAt ? 'duty' : 'secretary',
  dueAt,
})

/** Nobody can claim what is not shown yet: a keeper has to look. */
const unseen = ({ hungAt }: Wish, now: number): WishDuty => dutyThenSecretary(hungAt + wordsLookedWithin, now)

const open: Rule = (wish, now) => {
  const { waitsSince, wordsState } = wish
  if (wordsState !== 'shown') return unseen(wish, now)
  if (now < waitsSince + agedAfter) return { owner: 'volunteers', dueAt: waitsSince + agedAfter }
  return dutyThenSecretary(waitsSince + oldAfter, now)
}

const joining: Rule = (wish, now) => {
  const until = wish.since + joiningFor
  if (wish.wordsState !== 'shown') return unseen(wish, now)
  return now < until
    ? { owner: 'volunteers', dueAt: until }
    : dutyThenSecretary(Math.max(until, wish.waitsSince + oldAfter), now)
}

const claimed: Rule = (wish, now) => {
  const dueAt = wish.since + arrangedWithin
  const proposed = proposedVisit(wish)
  const answered = proposed && !hasBegun(proposed, now) ? Math.min(dueAt, proposed.at) : dueAt
  return { owner: ownerOf(wish, arrangingSides(wish, now)), dueAt: answered }
}

const visiting: Rule = (wish, now) => {
  const visit = agreedVisit(wish)
  if (!visit) return dutyThenSecretary(wish.since + settledWithin, now)
  if (hasBegun(visit, now))
    return { owner: ownerOf(wish, silentSides(wish, visit)), dueAt: endOf(visit) + unsureAfterVisit }
  const helpers: WishDuty = { owner: ownerOf(wish, helperSides(wish)), dueAt: visit.at }
  if (!wantsStandIn(visit)) return helpers
  const until = visit.at - dayBefore
  return now < until ? { owner: 'volunteers', dueAt: until } : { owner: 'duty', dueAt: visit.at }
}

const rules: Readonly<Partial<Record<Wish['state'], Rule>>> = {
  open,
  joining,
  proposed: (wish) => ({ owner: ownerOf(wish, unagreedSides(wish)), dueAt: wish.since + proposedFor }),
  claimed,
  arranged: visiting,
  standing: visiting,
  unsure: ({ since }, now) => dutyThenSecretary(since + settledWithin, now),
  crying: ({ since }, now) => dutyThenSecretary(since + cryWithin, now),
}

/** Who has to do something next, and until when; null where it is over. */
export const dutyOf = (wish: Wish, now: number): WishDuty | null => rules[wish.state]?.(wish, now) ?? null
