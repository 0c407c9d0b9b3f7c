import {
  actOn,
  type Acted,
  type ActRefused,
  type DeedOf,
  type DeedVerb,
  type RequestDeed,
  type RequestRules,
  type RequestWho,
} from '../../src/domain/request/act'
import { nationalAllowances, pauseClock, startClock, stopClock } from '../../src/domain/request/clock'
import type { Request, RequestTask } from '../../src/domain/request/request'
import { requestMoves, requestVerbs, type RequestActor, type RequestState } from '../../src/domain/request/verbs'
import { day, hour } from '../../src/domain/time/clock'
import { calendar } from '../../src/knowledge/calendar/calendar'

/** A Wednesday at ten: the office is open. */
export const wednesday = Date.parse('2026-11-18T10:00:00+08:00')

const directory: Readonly<Record<string, string>> = { water: '供水公司', power: '供电公司', property: '物业' }
export const rules: RequestRules = {
  calendar,
  clocks: nationalAllowances,
  agencyName: (id) => directory[id] ?? null,
}
export const plain = { wordsState: 'shown', note: '' } as const

const start = (purpose: 'response' | 'resolution', at: number) =>
  startClock('normal', purpose, 'grid', at, nationalAllowances)

/** A request of `owner` on the property company's desk, filed an hour before `wednesday`; a neighbour follows it. */
export function aRequest(over: Partial<Request> = {}): Request {
  const filedAt = wednesday - hour
  return {
    ...{ communityId: 'west', gridId: 'west-1', person: 'owner', filedBy: null, filedAt, matterId: 'lamp' },
    ...{ class: 'normal', isSeen: true, isDispute: true, state: 'assigned', back: null },
    ...{ agencyId: 'property', agencyName: '物业', level: 'grid', tasks: [] },
    ...{ response: start('response', filedAt), resolution: start('resolution', filedAt), run: 1 },
    ...{ holdUntil: null, proposedAt: null, endedAt: null, endedBy: null, mustCallBack: false },
    ...{ supervised: false, extensions: 0, neighbours: [{ person: 'neighbour', at: filedAt }], voices: [] },
    events: [
      {
        ...{ id: '1', at: filedAt, verb: 'submit', actor: 'owner', person: 'owner', role: null, from: 'submitted' },
        ...{ to: 'submitted', words: '', wordsState: 'shown', note: '', pictures: [], data: {} },
      },
    ],
    mergedInto: null,
    ...over,
  }
}

/** One that has come to this state, as the steps before would have left it. */
export function inState(state: RequestState, over: Partial<Request> = {}): Request {
  const fresh = aRequest({ state })
  const ended = { resolution: stopClock(fresh.resolution, wednesday), endedAt: wednesday, endedBy: 'owner' as const }
  const paused = { back: 'assigned' as const, resolution: pauseClock(fresh.resolution, wednesday) }
  const of: Partial<Record<RequestState, Partial<Request>>> = {
    'info-requested': paused,
    'on-hold': { ...paused, holdUntil: wednesday + day },
    'awaiting-confirmation': { resolution: ended.resolution, proposedAt: wednesday },
    ...{ resolved: ended, declined: ended, withdrawn: ended, archived: ended },
    merged: { ...ended, mergedInto: 'another' },
    ...{ reopened: { run: 2 }, referred: { level: 'street' } },
  }
  return { ...fresh, ...of[state], ...over }
}

/** A task of the water company, which is not done. */
export const aTask = (over: Partial<RequestTask> = {}): RequestTask => ({
  ...{ id: '1', agencyId: 'water', agencyName: '供水公司', what: '关总阀', state: 'open', doneAt: null },
  ...over,
})

const words = '说明一下'
const pictures = ['a-picture']

/** A deed of each verb that nothing but state and actor can be wrong with; those before it need no task. */
const deeds: { readonly [Verb in DeedVerb]: DeedOf<Verb> } = {
  accept: { verb: 'accept', words: null },
  assign: { verb: 'assign', agencyId: 'power', words: null },
  start: { verb: 'start', words: null },
  contact: { verb: 'contact', reached: true, words: null },
  'request-info': { verb: 'request-info', words },
  'supply-info': { verb: 'supply-info', words, pictures: [] },
  refer: { verb: 'refer', to: '街道', words },
  return: { verb: 'return', agencyId: 'water', words },
  hold: { verb: 'hold', until: wednesday + 2 * day, words },
  resume: { verb: 'resume', words: null },
  extend: { verb: 'extend', days: 2, words },
  'propose-resolution': { verb: 'propose-resolution', words, pictures },
  confirm: { verb: 'confirm', words: null },
  contest: { verb: 'contest', words, pictures: [] },
  reopen: { verb: 'reopen', words, pictures: [] },
  'resolve-by-silence': { verb: 'resolve-by-silence' },
  decline: { verb: 'decline', whose: '开发商', words },
  merge: { verb: 'merge', into: 'another', words: null },
  withdraw: { verb: 'withdraw', words: null },
  supervise: { verb: 'supervise', words },
  remind: { verb: 'remind', words: null },
  'call-back': { verb: 'call-back', heard: 'unsolved', words: null },
  rate: { verb: 'rate', solved: true, satisfied: null, words: '修得快' },
  leave: { verb: 'leave' },
  whistle: { verb: 'whistle', at: wednesday + hour, place: '楼门口', agencyIds: ['water', 'power'], words },
  'whistle-note': { verb: 'whistle-note', came: ['water'], words, pictures: [] },
  meet: { verb: 'meet', at: wednesday + hour, place: '居委会', who: '两家人', words: null },
  'meet-note': { verb: 'meet-note', who: '两家人', followUpAt: wednesday + 7 * day, words },
  split: { verb: 'split', tasks: [{ agencyId: 'power', what: '恢复供电' }], words: null },
  'task-done': { verb: 'task-done', taskId: '1', words, pictures: [] },
  'task-return': { verb: 'task-return', taskId: '1', agencyId: 'power', words },
  note: { verb: 'note' },
  archive: { verb: 'archive' },
}
export const deedOf = <Verb extends DeedVerb>(verb: Verb, over: Partial<DeedOf<Verb>> = {}): RequestDeed =>
  ({ ...deeds[verb], ...over }) as RequestDeed

/** Every verb that is a step: `submit` makes the request. */
export const stepVerbs = requestVerbs.filter((verb): verb is DeedVerb => verb !== 'submit')
export const moveOf = (verb: DeedVerb) => requestMoves[verb]

/** Somebody of each kind; the handler is of the agency whose the request is. */
export const whoIs = (actor: RequestActor, over: Partial<RequestWho> = {}): RequestWho => ({
  actor,
  person: actor === 'system' ? null : actor,
  role: actor === 'owner' || actor === 'neighbour' || actor === 'system' ? null : actor,
  agencyId: actor === 'handler' ? 'property' : null,
  now: wednesday,
  ...over,
})

/** What comes of a step. */
export const after = (
  request: Request,
  deed: RequestDeed,
  who: RequestWho,
  said: Parameters<typeof actOn>[3] = plain,
): Acted | ActRefused => actOn(request, deed, who, said, rules)

/** The same, where it has to work. */
export function done(request: Request, deed: RequestDeed, who: RequestWho): Request {
  const acted = after(request, deed, who)
  if ('refused' in acted) throw new Error(`${deed.verb} was refused: ${acted.refused}`)
  return acted.request
}
