import type { YearTable } from '../time/calendar'
import { day } from '../time/clock'
import { clockMarks, dueOf, marksDue, nextMark, type ClockMark, type ClockPurpose } from './clock'
import {
  archiveAfter,
  askedAgainAfter,
  askedInfoFor,
  lookedAtEach,
  silenceAfter,
  silenceAfterCallBackDue,
} from './limits'
import type { Request, RequestEvent } from './request'
import { canMove, isOpen } from './verbs'

/** A request with what was told of it. */
export interface Timed extends Request {
  /** How many of its events were told to everybody whom they concern. */
  readonly told: number
  /** What was said of time, and that the first look is over; see the functions below. */
  readonly marks: readonly string[]
}

/** That somebody has looked at what was filed: its pictures are linked, and its words stand in the queue of checks. */
export const admittedMark = 'admitted'

/**
 * "1.response.half": of each run of the clocks once. Once it was given more time ("1.resolution.1x.overdue", "0s": at the
 * street) its end is told anew; half of the time is over only once.
 */
function clockMark({ run, extensions, level }: Timed, clock: ClockPurpose, mark: ClockMark): string {
  const isGiven = clock === 'resolution' && mark !== 'half' && (extensions > 0 || level === 'street')
  return [run, clock, ...(isGiven ? [`${extensions}${level === 'street' ? 's' : 'x'}`] : []), mark].join('.')
}
/** "1.asked.2": the second time that the resident is asked whether it is done. */
const askedMark = (run: number, turn: number): string => `${run}.asked.${turn + 1}`

/** Of several marks that are due at once only the last is said, to all whom any of them concerns; `marks` are all. */
export interface Reminder {
  readonly clock: ClockPurpose
  readonly reached: ClockMark
  readonly marks: readonly string[]
}

/** What happens by itself, and nobody does. */
export type SystemVerb = 'resume' | 'resolve-by-silence' | 'archive'

const purposes = ['response', 'resolution'] as const satisfies readonly ClockPurpose[]

/** Somebody has something to do: not while it waits for the resident's word, and not when it is over. */
const isHurried = ({ state }: Request): boolean => isOpen(state) && state !== 'awaiting-confirmation'

const toldOf = (request: Timed, clock: ClockPurpose): readonly ClockMark[] =>
  clockMarks.filter((mark) => request.marks.includes(clockMark(request, clock, mark)))

/** The reminders and escalations of both clocks that are due and not said. */
export function remindersDue(request: Timed, now: number, calendar: readonly YearTable[]): readonly Reminder[] {
  if (!isHurried(request)) return []
  return purposes.flatMap((clock) => {
    const due = marksDue(request[clock], now, calendar, toldOf(request, clock))
    const reached = due.at(-1)
    return reached ? [{ clock, reached, marks: due.map((mark) => clockMark(request, clock, mark)) }] : []
  })
}

/** Whether somebody was told already that it is over its time. */
export const isSaidOverdue = (request: Timed): boolean => toldOf(request, 'resolution').includes('overdue')

/** When it was said to be done; null where nobody waits for the resident. */
const askedSince = ({ state, proposedAt }: Request): number | null =>
  state === 'awaiting-confirmation' ? proposedAt : null

/** The marks of asking the resident once more that are due: told together, as one question. */
export function askingDue(request: Timed, now: number): readonly string[] {
  return asksOf(request)
    .filter(({ at }) => at <= now)
    .map(({ mark }) => mark)
}

/** When the resident is asked once more, of what was not asked yet. */
function asksOf(request: Timed): readonly { readonly mark: string; readonly at: number }[] {
  const since = askedSince(request)
  const asks =
    since === null
      ? questionsOf(request)
      : askedAgainAfter.map((after, turn) => ({ mark: askedMark(request.run, turn), at: since + after }))
  return asks.filter(({ mark }) => !request.marks.includes(mark))
}

/** A question that nobody answers stops its clock: it is asked again, and of whoever goes on with it from the beginning. */
function questionsOf(request: Request): readonly { readonly mark: string; readonly at: number }[] {
  const asked = questionOf(request)
  if (!asked) return []
  return askedAgainAfter.map((after, turn) => ({ mark: `info.${asked.id}.${turn + 1}`, at: asked.at + after }))
}

/** Since when it waits for an answer, of whoever's it is now. */
const questionOf = ({ state, events }: Request): RequestEvent | undefined =>
  state === 'info-requested'
    ? events.filter(({ verb, data }) => verb === 'request-info' || data['handedOver'] === true).at(-1)
    : undefined

/** What was agreed at the table is looked at again on the day that was named, also once it is over. */
export function followUpsDue(request: Timed, now: number): readonly string[] {
  return followUpsOf(request)
    .filter(({ at }) => at <= now)
    .map(({ mark }) => mark)
}

function followUpsOf({ state, events, marks }: Timed): readonly { readonly mark: string; readonly at: number }[] {
  if (!isOpen(state) && state !== 'resolved' && state !== 'archived') return []
  return events
    .flatMap(({ id, data: { followUpAt: at } }) => (typeof at === 'number' ? [{ mark: `follow-up.${id}`, at }] : []))
    .filter(({ mark }) => !marks.includes(mark))
}

/** When silence ends it (ms); null where nobody waits for the resident. Whoever needs a call-back is waited for longer. */
export function silenceAt(request: Request): number | null {
  const since = askedSince(request)
  return since === null ? null : since + (request.mustCallBack ? silenceAfterCallBackDue : silenceAfter)
}

/** When it goes into the archive (ms); null while it is open, and once it is there. */
export function archiveAt(request: Request): number | null {
  if (!canMove(request.state, 'archive')) return null
  // One that ended without a word of when has ended with its last event.
  return (request.endedAt ?? request.events.at(-1)?.at ?? request.filedAt) + archiveAfter
}

/** When the pause that was promised is over, or a question has waited long enough (ms); null: it is not paused. */
function resumeAt(request: Request): number | null {
  if (request.state === 'on-hold') return request.holdUntil
  const asked = questionOf(request)
  return asked ? asked.at + askedInfoFor : null
}

const movesAt = {
  resume: resumeAt,
  'resolve-by-silence': silenceAt,
  archive: archiveAt,
} as const satisfies Record<SystemVerb, (request: Request) => number | null>
const systemVerbs = Object.keys(movesAt) as readonly SystemVerb[]

/** What has to happen to it by itself; null: nothing, or not yet. */
export function moveDue(request: Request, now: number): SystemVerb | null {
  return systemVerbs.find((verb) => (movesAt[verb](request) ?? Infinity) <= now) ?? null
}

/** No moment that anybody waits for: the last one that dates have room for. */
export const never = 8_640_000_000_000_000

/**
 * When it has to be looked at again (ms), in the past where something is due; `never` once it is over and nothing will come
 * by itself: what is open is looked at from time to time, so that a time that moves on with a pause stands there right.
 * Days that hang on a year without a table are reckoned anew each day: the table may have come.
 */
export function nextLook(request: Timed, now: number, calendar: readonly YearTable[]): number {
  if (!request.marks.includes(admittedMark) || request.told < request.events.length) return now
  const clocks = isHurried(request)
    ? purposes.map((clock) => nextMark(request[clock], now, calendar, toldOf(request, clock)))
    : []
  const isProvisional =
    isOpen(request.state) && purposes.some((clock) => dueOf(request[clock], calendar, now).provisional)
  const moments = [
    ...clocks,
    ...systemVerbs.map((verb) => movesAt[verb](request)),
    ...[...asksOf(request), ...followUpsOf(request)].map(({ at }) => at),
    isProvisional ? now + day : null,
    isOpen(request.state) ? now + lookedAtEach : null,
  ]
  return Math.min(never, ...moments.filter((at) => at !== null))
}
