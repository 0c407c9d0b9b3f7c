import type { WishActor } from './verbs'
import { arrangingSides, helperSides, silentSides, unagreedSides, wantsStandIn } from './duty'
import {
  agedAfter,
  arrangedWithin,
  askedAfterVisit,
  cryAgainEach,
  cryWithin,
  dayBefore,
  hourBefore,
  hoursAskedFor,
  joiningFor,
  oldAfter,
  proposedFor,
  remindedBefore,
  settledWithin,
  toldAgainEach,
  unsureAfterVisit,
} from './limits'
import { isAbsent, peopleOfSide } from './sides'
import { agreedVisit, endOf } from './visits'
import type { Appointment, Side, Wish } from './wish'

/** That somebody has looked at what was hung: its words stand in the queue of checks. */
export const admittedMark = 'admitted'

/**
 * aged, old: it hangs, and nobody comes. joining: the second helper is missing. proposed, claimed: tomorrow it goes back
 * to the wall. day, hour: before a visit. asked: how it was. stand-in: nobody has come forward. unsure: nobody has found
 * out how it was. cry: nobody has closed a cry for help.
 */
export type WishReminderKind =
  'aged' | 'old' | 'joining' | 'proposed' | 'claimed' | 'day' | 'hour' | 'asked' | 'stand-in' | 'unsure' | 'cry'

type OfficeRole = Extract<WishActor, 'duty' | 'grid-leader' | 'secretary'>

/** Something that is said once, to those whom it concerns. */
export interface WishReminder {
  readonly what: WishReminderKind
  /** Kept once it was said; part of what makes its messages' ids. */
  readonly mark: string
  /** Since when it is due, and from when on it is of no use any more (ms). */
  readonly at: number
  readonly until: number
  /** "wisher", and ids of helpers: those who have a phone. */
  readonly sides: readonly Side[]
  /** Whom of the office; also in place of a side that has no phone. */
  readonly office: readonly OfficeRole[]
  readonly appointmentId: string | null
}

/** A wish with what was said of it. */
export interface Remembered extends Wish {
  readonly marks: readonly string[]
}

const always = Number.POSITIVE_INFINITY

interface Saying {
  readonly key: string
  readonly at: number
  readonly until?: number
  readonly sides?: readonly Side[]
  readonly office?: readonly OfficeRole[]
  readonly visit?: Appointment
  /** Nobody has to call on behalf of a side without a phone. */
  readonly isQuiet?: boolean
}

function saying(wish: Wish, what: WishReminderKind, said: Saying): WishReminder {
  const { key, at, until = always, sides = [], office = [], visit, isQuiet } = said
  const present = sides.filter((side) => peopleOfSide(wish, side, visit).length > 0)
  const stands: readonly OfficeRole[] =
    present.length < sides.length && !isQuiet && !office.includes('duty') ? ['duty'] : []
  return {
    ...{ what, mark: `${key}.${what}`, at, until, sides: present, office: [...office, ...stands] },
    appointmentId: visit?.id ?? null,
  }
}

/** Said again and again: of several that are due at once only the last; and the one that comes next. */
function again(wish: Wish, what: WishReminderKind, now: number, every: number, said: Saying): readonly WishReminder[] {
  const turn = Math.max(0, Math.floor((now - said.at) / every))
  return [turn, turn + 1].map((one) =>
    saying(wish, what, {
      ...said,
      key: `${said.key}.${one}`,
      at: said.at + one * every,
      until: said.at + (one + 1) * every,
    }),
  )
}

const secretary: readonly OfficeRole[] = ['secretary']
const duty: readonly OfficeRole[] = ['duty']

function hanging(wish: Wish, now: number): readonly WishReminder[] {
  const { waitsSince, since, state } = wish
  const key = String(waitsSince)
  const oldAt = Math.max(waitsSince + oldAfter, state === 'joining' ? since + joiningFor : 0)
  return [
    state === 'joining'
      ? saying(wish, 'joining', { key: String(since), at: since + joiningFor, office: duty })
      : saying(wish, 'aged', { key, at: waitsSince + agedAfter, until: oldAt, office: duty }),
    ...again(wish, 'old', now, toldAgainEach, { key, at: oldAt, office: secretary }),
  ]
}

/** When a visit was agreed; whoever has just agreed on tomorrow is not reminded of it today. */
function agreedAt({ events }: Wish, { id }: Appointment): number {
  const said = events.filter(
    ({ verb, data }) => (verb === 'accept' && data['appointmentId'] === id) || data['nextId'] === id,
  )
  return said.at(-1)?.at ?? 0
}

function ofVisit(wish: Wish, visit: Appointment): readonly WishReminder[] {
  const { id: key, at } = visit
  const end = endOf(visit)
  const everybody = ['wisher', ...helperSides(wish)]
  const before: readonly [WishReminderKind, number, number][] = [
    ['day', at - dayBefore, at - hourBefore],
    ['hour', at - hourBefore, at],
  ]
  const agreed = agreedAt(wish, visit)
  return [
    ...before
      .filter(([, from]) => agreed < from)
      .map(([what, from, until]) =>
        saying(wish, what, { key, visit, at: from, until, sides: everybody, isQuiet: what === 'hour' }),
      ),
    ...(wantsStandIn(visit)
      ? [saying(wish, 'stand-in', { key, visit, at: at - dayBefore, until: at, office: duty })]
      : []),
    saying(wish, 'asked', {
      ...{ key, visit, at: end + askedAfterVisit, until: end + unsureAfterVisit },
      sides: silentSides(wish, visit),
    }),
  ]
}

/** Of the visit that was last: whoever was there and has not said so is asked for their hours, unless they were asked. */
function ofHours(wish: Wish): readonly WishReminder[] {
  const visit = wish.appointments.filter(({ state }) => state === 'done').at(-1)
  if (!visit) return []
  const end = endOf(visit)
  const silent = helperSides(wish).filter(
    (side) =>
      silentSides(wish, visit).includes(side) && wish.helpers.some(({ id, at }) => id === side && at <= visit.at),
  )
  const sides = silent.filter((side) => !isAbsent(wish, side))
  if (sides.length === 0) return []
  return [saying(wish, 'asked', { key: visit.id, visit, at: end + askedAfterVisit, until: end + hoursAskedFor, sides })]
}

/** Everything that is to be said of a wish as it is: what is due, what was said already, and what comes next. */
export function remindersOf(wish: Wish, now: number): readonly WishReminder[] {
  const { state, since } = wish
  const key = String(since)
  const visit = agreedVisit(wish)
  switch (state) {
    case 'open':
    case 'joining':
      return hanging(wish, now)
    case 'proposed': {
      const [at, until] = [since + proposedFor - remindedBefore, since + proposedFor]
      return [saying(wish, 'proposed', { key, at, until, sides: unagreedSides(wish) })]
    }
    case 'claimed': {
      const [at, until] = [since + arrangedWithin - remindedBefore, since + arrangedWithin]
      return [saying(wish, 'claimed', { key, at, until, sides: arrangingSides(wish, now) })]
    }
    case 'unsure':
      return [
        ...again(wish, 'unsure', now, toldAgainEach, { key, at: since + settledWithin, office: secretary }),
        ...(visit ? ofVisit(wish, visit) : []),
      ]
    case 'crying':
      return again(wish, 'cry', now, cryAgainEach, { key, at: since + cryWithin, office: ['grid-leader', 'secretary'] })
    case 'arranged':
    case 'standing':
    case 'granted':
      return [...(visit ? ofVisit(wish, visit) : []), ...ofHours(wish)]
    default:
      return []
  }
}

const seriesOf = (mark: string): string => mark.replace(/\.\d+\.(\D+)$/, '.$1')
const isSeries = (mark: string): boolean => /^\d+\.\d+\./.test(mark)

/** Its marks once a reminder was said: of what is said again and again only the last is kept. */
export const marked = (marks: readonly string[], { mark }: Pick<WishReminder, 'mark'>): readonly string[] => [
  ...marks.filter((one) => one !== mark && !(isSeries(mark) && isSeries(one) && seriesOf(one) === seriesOf(mark))),
  mark,
]
