import { picturesOf, wordsOf, type DeedVerb, type RequestDeed } from './act-deed'
import { moved } from './act-move'
import { roomFor } from './act-room'
import { steps } from './act-steps'
import {
  not,
  type Acted,
  type ActRefused,
  type At,
  type Change,
  type RequestRules,
  type RequestSaid,
  type RequestWho,
} from './act-types'
import type { Request, RequestEvent } from './request'
import { canMove, mayMove, requestMoves, type RequestMove, type RequestState } from './verbs'

export * from './act-deed'
export * from './act-merge'
export * from './act-said'
export { givenOutAt } from './act-tasks'
export type { Acted, ActRefusal, ActRefused, RequestRules, RequestSaid, RequestWho } from './act-types'

const moveOf = (verb: DeedVerb): RequestMove => requestMoves[verb]

/** What an agency with a part in it may do; everything else is for the one whose it is. */
const ofParts: readonly DeedVerb[] = ['contact', 'task-done', 'task-return', 'note']

/**
 * Does a step: the request as it is then, and the event that says so, or why not. The table alone decides who may do
 * what from where; what a verb does beyond the change of state stands in `act-steps`. Whether the caller has seen how it
 * stands, and whether words and pictures are fit, the server has asked before.
 */
export function actOn<Whole extends Request>(
  request: Whole,
  deed: RequestDeed,
  who: RequestWho,
  said: RequestSaid,
  rules: RequestRules,
): Acted<Whole> | ActRefused {
  const refused = gate(request, deed, who)
  if (refused) return refused
  const change = changeOf(deed, { request, who, said, rules })
  if ('refused' in change) return change
  const to = change.to ?? destination(request, deed.verb)
  const event = eventOf(request, deed, to, who, said, change)
  const room = roomFor(request, event)
  if (room === 'full') return not('request.full')
  const after = { ...moved(request, to, who.now, rules), ...change.fields }
  const events = room === 'unwritten' ? request.events : [...request.events, event]
  return { request: { ...after, events }, event }
}

function gate(request: Request, deed: RequestDeed, { actor, agencyId }: RequestWho): ActRefused | null {
  const { verb } = deed
  const isPart = actor === 'handler' && agencyId !== request.agencyId
  if (!mayMove(actor, verb) || (isPart && !ofParts.includes(verb))) return not('request.not-yours')
  if (!canMove(request.state, verb)) return not('request.not-now')
  const { pictures } = moveOf(verb)
  if (pictures === 'proof' && request.isSeen && picturesOf(deed).length === 0) return not('request.no-proof')
  return null
}

/** TypeScript cannot see that a step and its deed have the same verb. */
const changeOf = (deed: RequestDeed, at: At): Change | ActRefused =>
  (steps[deed.verb] as ((deed: RequestDeed, at: At) => Change | ActRefused) | undefined)?.(deed, at) ?? {}

function destination({ state, back, agencyId }: Request, verb: DeedVerb): RequestState {
  const { to } = moveOf(verb)
  // A pause always knows where it came from; were it lost, somebody still has it on their desk.
  if (to === 'back') return back ?? (agencyId === null ? 'accepted' : 'assigned')
  return to === 'same' || to === 'outcome' ? state : to
}

function eventOf(
  { state, events }: Request,
  deed: RequestDeed,
  to: RequestState,
  { now, actor, person, role }: RequestWho,
  { wordsState, note }: RequestSaid,
  { data = {} }: Change,
): RequestEvent {
  // The words of a rating stand in its voice, so that they are judged and erased in one place.
  const words = deed.verb === 'rate' ? '' : wordsOf(deed)
  const id = String(events.length + 1)
  const pictures = picturesOf(deed)
  return { id, at: now, verb: deed.verb, actor, person, role, from: state, to, words, wordsState, note, pictures, data }
}
