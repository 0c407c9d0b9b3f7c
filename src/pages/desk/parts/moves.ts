import type { Output, Post } from '../../../client'
import { movesOf, type RequestState } from '../../../domain/request/verbs'
import type { DeskVerb } from '../../../text/desk-steps'
import { stepAsks } from './step-fields'

export type Case = Output<'request.show'>
export type Worker = Exclude<Case['viewer'], 'owner' | 'neighbour' | 'street'>

/** Whether the caller works on it; others read it elsewhere, or read it only. */
export const workerOf = ({ viewer }: Case): Worker | null =>
  viewer === 'owner' || viewer === 'neighbour' || viewer === 'street' ? null : viewer

/** In this order below the main one: what is needed often stands first. */
const order: readonly DeskVerb[] = [
  ...(['start', 'propose-resolution', 'assign', 'accept', 'resume', 'task-done'] as const),
  ...(['contact', 'call-back', 'request-info', 'supply-info', 'return', 'task-return', 'hold', 'extend'] as const),
  ...(['refer', 'split', 'merge', 'decline', 'reopen', 'supervise', 'whistle', 'whistle-note'] as const),
  ...(['meet', 'meet-note', 'note'] as const),
]

/** What an agency with nothing but a part in it can do. */
const ofParts: readonly DeskVerb[] = ['contact', 'task-done', 'task-return', 'note']

const isDeskVerb = (verb: string): verb is DeskVerb => verb in stepAsks

/** Open parts that this worker may speak of. */
export const openTasks = ({ tasks, viewer }: Case, agencyIds: readonly string[]) =>
  tasks.filter(({ state, agencyId }) => state === 'open' && (viewer !== 'handler' || agencyIds.includes(agencyId)))

/** What makes no sense here, though the state allows it. */
function fits(verb: DeskVerb, request: Case, agencyIds: readonly string[]): boolean {
  const { viewer, agencyId, isDispute, events } = request
  const isPart = viewer === 'handler' && (agencyId === null || !agencyIds.includes(agencyId))
  if (isPart && !ofParts.includes(verb)) return false
  if (verb === 'task-done' || verb === 'task-return') return openTasks(request, agencyIds).length > 0
  if (verb === 'meet' || verb === 'meet-note') return isDispute
  // Nobody asks the resident about their own work.
  if (verb === 'call-back') return !request.proposed
  if (verb === 'whistle-note') return events.some((event) => event.verb === 'whistle')
  return true
}

/** What the caller can do now, in the order of the page. */
export function movesFor(request: Case, agencyIds: readonly string[]): readonly DeskVerb[] {
  const worker = workerOf(request)
  if (worker === null) return []
  const open: readonly string[] = movesOf(request.state, worker).filter(isDeskVerb)
  return order.filter((verb) => open.includes(verb) && fits(verb, request, agencyIds))
}

/** The one thing to do next, as large as the page has it. */
const mains: Readonly<Partial<Record<RequestState, Partial<Record<Worker, DeskVerb>>>>> = {
  submitted: { 'grid-leader': 'assign', secretary: 'assign' },
  returned: { 'grid-leader': 'assign', secretary: 'assign' },
  reopened: { handler: 'start', 'grid-leader': 'assign', secretary: 'assign' },
  accepted: { 'grid-leader': 'propose-resolution', secretary: 'propose-resolution' },
  referred: { 'grid-leader': 'propose-resolution', secretary: 'propose-resolution' },
  assigned: { handler: 'start' },
  'in-progress': { handler: 'propose-resolution' },
  'info-requested': { handler: 'resume', 'grid-leader': 'resume', secretary: 'resume' },
  'on-hold': { handler: 'resume', 'grid-leader': 'resume', secretary: 'resume' },
}

/** Of these the one that matters most; null: it waits for somebody else. */
export function mainMove(request: Case, moves: readonly DeskVerb[]): DeskVerb | null {
  const worker = workerOf(request)
  if (worker === null) return null
  // Whoever has a part in it does that first: the whole waits for it.
  if (worker === 'handler' && moves.includes('task-done')) return 'task-done'
  if (request.mustCallBack && request.state === 'awaiting-confirmation' && moves.includes('call-back'))
    return 'call-back'
  const main = mains[request.state]?.[worker]
  return main && moves.includes(main) ? main : null
}

/**
 * For which agencies somebody works in this community. Where the roles could not be read it is taken for the one whose
 * it is: the server decides.
 */
export const agenciesOf = (posts: readonly Post[] | null, { communityId, agencyId: whose }: Case): readonly string[] =>
  posts === null
    ? whose === null
      ? []
      : [whose]
    : posts.flatMap(({ role, agencyId, communityId: of }) =>
        role === 'handler' && of === communityId && agencyId !== null ? [agencyId] : [],
      )
