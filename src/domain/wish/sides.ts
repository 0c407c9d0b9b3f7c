import type { AnyWishDeed, WishDeedVerb } from './act-deed'
import { notNow, type WishActRefused, type WishWho } from './act-types'
import type { WishActor } from './verbs'
import { comesFor, standsInAt } from './visits'
import type { Appointment, Helper, Side, Wish } from './wish'

/** Those of the office: they act by a role, and speak for whoever has no phone. */
export const officeActors = ['duty', 'grid-leader', 'secretary'] as const satisfies readonly WishActor[]
export const isOfficeActor = (actor: WishActor): boolean => (officeActors as readonly WishActor[]).includes(actor)

type Whose = Pick<Wish, 'person' | 'filedBy' | 'behalf'>

/** Those who speak as the wisher: whose it is, and family who wrote it. Nobody: the office does. */
export const wishersOf = ({ person, filedBy, behalf }: Whose): readonly string[] => [
  ...new Set([person, behalf?.kind === 'family' ? filedBy : null].filter((one) => one !== null)),
]

/** Whether a side can only be reached by the office: it has no phone, or was erased. */
export const isAbsent = (wish: Whose & Pick<Wish, 'helpers'>, side: Side): boolean =>
  side === 'wisher'
    ? wishersOf(wish).length === 0
    : wish.helpers.some(({ id, person }) => id === side && person === null)

export const helperIn = ({ helpers }: Pick<Wish, 'helpers'>, id: Side | null): Helper | undefined =>
  helpers.find((helper) => helper.id === id)

/** Who is told what concerns a side, of one visit whoever comes to it; nobody: the office speaks for it. */
export function peopleOfSide(wish: Whose & Pick<Wish, 'helpers'>, side: Side, visit?: Appointment): readonly string[] {
  if (side === 'wisher') return wishersOf(wish)
  const helper = helperIn(wish, side)
  const person = helper ? (visit ? comesFor(visit, helper) : helper.person) : null
  return person === null ? [] : [person]
}

/** Those of the proposal that lies open now. Whoever was there before it agreed to other people, not to these. */
export const askedOf = ({ state, since, helpers }: Pick<Wish, 'state' | 'since' | 'helpers'>): readonly Helper[] =>
  state === 'proposed' ? helpers.filter(({ by, at }) => by === 'proposal' && at >= since) : []

/** The office writes these down as the wisher's. */
const forWisher: readonly WishDeedVerb[] = ['thank', 'keep', 'part', 'withdraw']
/** What the office may also write down for somebody who can speak for themselves, after a call: nothing that says yes. */
const byPhone: readonly WishDeedVerb[] = [
  ...(['refuse', 'arrange', 'cancel', 'skip', 'want-stand-in', 'release', 'stop', 'keep', 'part'] as const),
]
/** Steps of a helper alone. */
const ofHelpers: readonly WishDeedVerb[] = ['release', 'want-stand-in']
/** Steps of whoever was there. */
const ofVisitors: readonly WishDeedVerb[] = ['arrive', 'finish']

/** For which sides the office may do a step that is one side's: of every other it has to be asked. */
export const sidesSpokenFor = (wish: Wish, verb: WishDeedVerb): readonly Side[] =>
  ['wisher', ...wish.helpers.map(({ id }) => id)].filter(
    (side) =>
      !(side === 'wisher' && ofHelpers.includes(verb)) &&
      !(side !== 'wisher' && forWisher.includes(verb)) &&
      (isAbsent(wish, side) || byPhone.includes(verb)),
  )

/** For which side a step is done, null: for the wish as a whole; or why it is not theirs. */
export function sideFor(wish: Wish, deed: AnyWishDeed, { actor, person }: WishWho): Side | null | WishActRefused {
  if (actor === 'wisher') return 'side' in deed && (deed.side ?? 'wisher') !== 'wisher' ? notYours : 'wisher'
  if (actor === 'helper') return person === null ? notYours : helpersSide(wish, deed, person)
  return isOfficeActor(actor) ? sideOfOffice(wish, deed) : null
}

const notYours = notNow('wish.not-yours')

/** A stand-in has come, and may give that back; everything else is for the helper themselves. */
function helpersSide(wish: Wish, deed: AnyWishDeed, person: string): Side | null | WishActRefused {
  const { verb } = deed
  if (verb === 'stand-in') return null
  const own = wish.helpers.find((helper) => helper.person === person)?.id ?? null
  const visitId = 'appointmentId' in deed ? deed.appointmentId : undefined
  const stands = standsInAt(wish, person, visitId)
  const side = ofVisitors.includes(verb) ? cameAs(wish, person, visitId) : verb === 'release' ? (own ?? stands) : own
  const named = 'side' in deed ? deed.side : null
  return side !== null && (named === null || named === side) ? side : notYours
}

/** As which helper somebody came to a visit. Where it is none of the wish's, the step says so. */
function cameAs(wish: Wish, person: string, visitId: string | undefined): Side | null {
  const visit = wish.appointments.find(({ id }) => id === visitId)
  return wish.helpers.find((helper) => (visit ? comesFor(visit, helper) : helper.person) === person)?.id ?? null
}

function sideOfOffice(wish: Wish, deed: AnyWishDeed): Side | null | WishActRefused {
  const { verb } = deed
  if (forWisher.includes(verb)) return sidesSpokenFor(wish, verb).includes('wisher') ? 'wisher' : notYours
  if (!('side' in deed)) return null
  const { side } = deed
  if (side === null) return notYours
  if (side !== 'wisher' && !helperIn(wish, side)) return notNow('wish.no-helper')
  if (!sidesSpokenFor(wish, verb).includes(side)) return notYours
  // Who came instead of somebody without a phone speaks for themselves.
  const came = 'appointmentId' in deed && wish.appointments.find(({ id }) => id === deed.appointmentId)
  const hasStandIn = came && came.standIns.some(({ helperId, person }) => helperId === side && person !== null)
  return ofVisitors.includes(verb) && hasStandIn ? notYours : side
}
