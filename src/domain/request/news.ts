import type { MessageKind } from '../people/messages'
import type { ClockMark } from './clock'
import { isSaidOverdue, type Timed } from './due'
import type { Request, RequestEvent } from './request'
import { isOpen, type RequestEventKind, type RequestState } from './verbs'

/**
 * Who hears of something. owner: whose it is, and family who wrote it. followers: these, and the neighbours who joined.
 * handlers: of the agencies on whose desk it lies, or, where it lies on none, the grid leaders. named: handlers of the
 * agencies that the event names. losers: handlers of the agency from whose desk it was taken.
 */
export type Hearers = 'owner' | 'followers' | 'handlers' | 'named' | 'losers' | 'leaders' | 'secretaries'

export interface News {
  readonly to: Hearers
  readonly kind: Extract<MessageKind, `request.${string}`>
  /** What is said of it, where that is not the step itself. */
  readonly step?: 'lost'
}

type Telling = (event: RequestEvent, request: Timed) => readonly News[]

const progress: News = { to: 'followers', kind: 'request.progress' }
const todo = (to: Hearers): News => ({ to, kind: 'request.todo' })

const nobody: Telling = () => []
const followers: Telling = () => [progress]
const followersAnd =
  (...groups: readonly Hearers[]): Telling =>
  () => [progress, ...groups.map(todo)]

/** It was on their desk, and is no more. */
const lost: News = { to: 'losers', kind: 'request.todo', step: 'lost' }
const followersAndLosers: Telling = () => [progress, lost]

/** It waits for a word of its owner. */
const asksOwner: readonly RequestState[] = ['info-requested', 'awaiting-confirmation']
const askOwner: News = { to: 'owner', kind: 'request.ask' }
/** A voice that takes nothing up again is counted, and told nobody. */
const takenUp: Telling = ({ from, to }) => (from === to ? [] : [progress, todo('handlers'), todo('leaders')])

/** The first event that follows another in the same moment, made by the system: routing knew whose it is. */
const wasRouted = ({ events }: Request): boolean => events[1]?.verb === 'assign' && events[1].actor === 'system'

/** Of each event: who hears of it and in which words. Whoever did it never does. */
const tellings: Readonly<Record<RequestEventKind, Telling>> = {
  // The owner was asked by nobody else's hand where somebody wrote it for them: they hear that it is there.
  submit: (_, request) => [progress, ...(wasRouted(request) ? [] : [todo('leaders')])],
  accept: followersAndLosers,
  // What routing did at once, the reply to the filing has told already.
  assign: ({ actor }) => [...(actor === 'system' ? [] : [progress]), todo('named'), lost],
  start: followers,
  contact: nobody,
  'request-info': (_, { person }) => [
    askOwner,
    // Somebody without a phone is asked by those who write for them.
    ...(person === null ? [todo('leaders')] : []),
  ],
  'supply-info': () => [todo('handlers')],
  refer: followersAndLosers,
  return: followersAnd('leaders'),
  hold: followers,
  resume: ({ actor }) => [progress, ...(actor === 'system' ? [todo('handlers')] : [])],
  extend: followers,
  'propose-resolution': (_, { mustCallBack }) => [
    { to: 'followers', kind: 'request.ask' },
    ...(mustCallBack ? [todo('leaders')] : []),
  ],
  confirm: ({ from, to }) => (from === to ? [] : [progress]),
  contest: takenUp,
  reopen: takenUp,
  'resolve-by-silence': followers,
  decline: followersAndLosers,
  // Of the one that takes another in: its people lose nothing by it, and those who come have heard it of theirs.
  merge: ({ to }) => (to === 'merged' ? [progress, lost] : []),
  withdraw: ({ to, data }) => [
    // Whoever goes on with it is asked what the one before was asked.
    ...(data['handedOver'] === true && asksOwner.includes(to) ? [askOwner] : []),
    ...[progress, todo('handlers')],
  ],
  supervise: followersAnd('handlers', 'leaders'),
  // Who is late and is asked again has the grid leader beside them.
  remind: (_, request) => [todo('handlers'), ...(isSaidOverdue(request) ? [todo('leaders')] : [])],
  'call-back': ({ from, to }) =>
    from === to ? [] : [progress, ...(to === 'reopened' ? [todo('handlers'), todo('leaders')] : [])],
  rate: nobody,
  leave: nobody,
  whistle: followersAnd('named', 'leaders'),
  'whistle-note': followers,
  meet: followers,
  'meet-note': followers,
  split: followersAnd('named'),
  'task-done': (_, { tasks }) => (tasks.some(({ state }) => state === 'open') ? [] : [todo('leaders')]),
  'task-return': () => [todo('named'), todo('leaders')],
  note: nobody,
  archive: nobody,
  join: nobody,
}

export const newsOf = (event: RequestEvent, request: Timed): readonly News[] => tellings[event.verb](event, request)

/** The agencies that an event names: one, or several with commas between. */
export function agenciesNamed({ data }: RequestEvent): readonly string[] {
  const named = [data['agencyId'], data['agencyIds']].filter((value) => typeof value === 'string')
  return named.flatMap((value) => value.split(',')).filter((id) => id !== '')
}

/** On whose desk it lay before an event. */
function agencyBefore(events: readonly RequestEvent[], { id }: RequestEvent): string | null {
  const before = events.slice(
    0,
    events.findIndex((one) => one.id === id),
  )
  const given = before.filter(({ verb }) => verb === 'assign' || takesAway.includes(verb)).at(-1)
  const agencyId = given?.verb === 'assign' ? given.data['agencyId'] : null
  return typeof agencyId === 'string' ? agencyId : null
}
const takesAway: readonly RequestEventKind[] = ['accept', 'refer', 'return']

/** The agencies that had it or a part of it and have nothing to do with it any more, now that this has happened. */
export function agenciesLosing(event: RequestEvent, { events, state, agencyId, tasks }: Request): readonly string[] {
  const parts = tasks.flatMap((task) => (task.state === 'open' ? [task.agencyId] : []))
  const had = [agencyBefore(events, event), ...(isOpen(event.to) ? [] : parts)].filter((id) => id !== null)
  const has = isOpen(state) ? [agencyId, ...parts] : []
  return [...new Set(had)].filter((id) => !has.includes(id))
}

/** Who is told of a clock: each mark tells those of the mark before, too. */
export const hearersOfMark: Readonly<Record<ClockMark, readonly Hearers[]>> = {
  half: ['handlers'],
  ending: ['handlers'],
  overdue: ['handlers', 'leaders'],
  twice: ['handlers', 'leaders', 'secretaries'],
}
