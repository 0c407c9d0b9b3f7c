import { day, hour } from '../time/clock'
import type { DeedOf, DeedVerb } from './act-deed'
import { referred } from './act-move'
import { holdsUp, joined, split, taskDone, taskReturn } from './act-tasks'
import { not, type ActRefused, type At, type Change, type RequestRules } from './act-types'
import { callBack, confirm, contest, rate, reopen } from './act-voices'
import { hasReminded, runStart } from './act-said'
import { stopClock } from './clock'
import { longestHoldDays, mostExtensions, mostHolds } from './limits'
import { workingDay } from './office'
import type { Request } from './request'

export type Step<Verb extends DeedVerb> = (deed: DeedOf<Verb>, at: At) => Change | ActRefused

/** How far ahead people can be asked to meet. */
const furthestMeeting = 60 * day
/** How far ahead it is looked at again whether what was agreed holds. */
const furthestFollowUp = 366 * day

/** Nobody of the directory has it: the grid leader follows it. */
const onLeadersDesk: Partial<Request> = { agencyId: null, agencyName: null }

/** Somebody has been in touch with the resident. */
const responded = ({ request, who }: At): Partial<Request> => ({ response: stopClock(request.response, who.now) })

/** A meeting may begin right now, and phones' clocks differ. */
const isMeetingTime = (at: number, now: number) => at >= now - hour && at <= now + furthestMeeting

const ahead = (until: number, now: number, longest: number) => until > now && until <= now + longest

/** The names of all of them, or null where the directory does not have one. */
function namesOf(agencyIds: readonly string[], { agencyName }: RequestRules): readonly string[] | null {
  const names = agencyIds.map(agencyName).filter((name) => name !== null)
  return names.length === agencyIds.length ? names : null
}

const assign: Step<'assign'> = ({ agencyId }, { rules }) => {
  const agencyName = rules.agencyName(agencyId)
  return agencyName === null
    ? not('request.no-agency')
    : { fields: { agencyId, agencyName }, data: { agencyId, agencyName } }
}

/** It is not given on by itself to the one who is named: the grid leader does that, so that nothing goes in circles. */
const giveBack: Step<'return'> = ({ agencyId }, { request, rules }) => {
  const agencyName = agencyId === null ? null : rules.agencyName(agencyId)
  const isNobody = agencyId !== null && (agencyName === null || agencyId === request.agencyId)
  if (isNobody) return not('request.no-agency')
  const data = { agencyId, agencyName, fromAgencyId: request.agencyId, from: request.agencyName }
  return { fields: onLeadersDesk, data }
}

const hold: Step<'hold'> = ({ until }, { request: { events }, who }) => {
  if (!ahead(until, who.now, longestHoldDays * day)) return not('request.bad-time')
  const holds = events.slice(runStart(events)).filter(({ verb }) => verb === 'hold').length
  return holds < mostHolds ? { fields: { holdUntil: until }, data: { until } } : not('request.no-more')
}

const extend: Step<'extend'> = ({ days }, { request }) => {
  const { extensions, resolution } = request
  if (extensions >= mostExtensions) return not('request.no-more')
  const time = days * (resolution.kind === 'office' ? workingDay : day)
  const extended = { ...resolution, extended: resolution.extended + time }
  return { fields: { extensions: extensions + 1, resolution: extended }, data: { days, kind: resolution.kind } }
}

const propose: Step<'propose-resolution'> = (_, at) =>
  at.request.tasks.some((task) => holdsUp(task, at)) ? not('request.tasks-open') : { fields: responded(at) }

/** What agencies still work on would be lost: nobody moves it to the other request. */
const merge: Step<'merge'> = ({ into }, { request }) =>
  request.tasks.some(({ state }) => state === 'open')
    ? not('request.tasks-open')
    : { fields: { endedBy: 'office', mergedInto: into }, data: { into } }

/** Whoever goes on with it has as much time to say whether it is done as the one before. */
const withdraw: Step<'withdraw'> = (_, { request, who }) => {
  const [heir, ...neighbours] = request.neighbours
  if (!heir) return { to: 'withdrawn', fields: { endedBy: 'owner' } }
  const proposedAt = request.proposedAt === null ? null : who.now
  const fields = { person: heir.person, filedBy: null, neighbours, mustCallBack: false, proposedAt }
  return { to: request.state, fields, data: { handedOver: true } }
}

const whistle: Step<'whistle'> = ({ at, place, agencyIds }, { who, rules }) => {
  const names = namesOf(agencyIds, rules)
  if (!names) return not('request.no-agency')
  if (!isMeetingTime(at, who.now)) return not('request.bad-time')
  return { data: { at, place, agencyIds: joined(agencyIds), agencies: joined(names) } }
}

const whistleNote: Step<'whistle-note'> = ({ came }, { rules }) => {
  const names = namesOf(came, rules)
  return names ? { data: { came: joined(came), agencies: joined(names) } } : not('request.no-agency')
}

const meet: Step<'meet'> = ({ at, place, who: invited }, { request, who }) => {
  if (!request.isDispute) return not('request.not-now')
  return isMeetingTime(at, who.now) ? { data: { at, place, who: invited } } : not('request.bad-time')
}

const meetNote: Step<'meet-note'> = ({ who: agreed, followUpAt }, { request, who }) => {
  if (!request.isDispute) return not('request.not-now')
  const isLater = followUpAt === null || ahead(followUpAt, who.now, furthestFollowUp)
  return isLater ? { data: { who: agreed, followUpAt } } : not('request.bad-time')
}

/** What a step does beside the change of state that the table says; a verb that does not stand here does no more. */
export const steps: { readonly [Verb in DeedVerb]?: Step<Verb> } = {
  accept: () => ({ fields: onLeadersDesk }),
  assign,
  contact: ({ reached }, at) => ({ fields: reached ? responded(at) : {}, data: { reached } }),
  'request-info': (_, at) => ({ fields: responded(at) }),
  refer: ({ to }, { request, rules }) => ({ fields: { ...onLeadersDesk, ...referred(request, rules) }, data: { to } }),
  return: giveBack,
  hold,
  extend,
  'propose-resolution': propose,
  confirm,
  contest,
  reopen,
  'call-back': callBack,
  rate,
  'resolve-by-silence': () => ({ fields: { endedBy: 'silence' } }),
  // What was contested is not declined: only its owner, a call-back or time ends it.
  decline: ({ whose }, { request: { run } }) =>
    run > 1 ? not('request.not-now') : { fields: { endedBy: 'office' }, data: { whose } },
  merge,
  withdraw,
  supervise: () => ({ fields: { supervised: true } }),
  remind: (_, { request, who }) => (hasReminded(request, who.person, who.now) ? not('request.once') : {}),
  leave: (_, { request, who }) => ({
    fields: { neighbours: request.neighbours.filter(({ person }) => person !== who.person) },
  }),
  whistle,
  'whistle-note': whistleNote,
  meet,
  'meet-note': meetNote,
  split,
  'task-done': taskDone,
  'task-return': taskReturn,
}
