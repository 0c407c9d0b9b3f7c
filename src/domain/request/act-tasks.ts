import type { DeedOf } from './act-deed'
import { not, type ActRefused, type At, type Change } from './act-types'
import { mostTasks } from './limits'
import type { RequestEvent, RequestTask } from './request'

/** Several agencies at once: each gets a task of its own. */
export function split({ tasks }: DeedOf<'split'>, { request, rules }: At): Change | ActRefused {
  if (request.tasks.length + tasks.length > mostTasks) return not('request.full')
  const named: RequestTask[] = []
  for (const { agencyId, what } of tasks) {
    const agencyName = rules.agencyName(agencyId)
    if (agencyName === null) return not('request.no-agency')
    const id = String(request.tasks.length + named.length + 1)
    named.push({ id, agencyId, agencyName, what, state: 'open', doneAt: null })
  }
  // Who gives parts of it away and has not given the whole to anybody, has taken it upon themselves.
  const isTaken = request.agencyId !== null || !['submitted', 'returned', 'reopened'].includes(request.state)
  return {
    to: isTaken ? request.state : 'accepted',
    fields: { tasks: [...request.tasks, ...named] },
    data: {
      agencyIds: joined(named.map(({ agencyId }) => agencyId)),
      agencies: joined(named.map(({ agencyName }) => agencyName)),
      what: named.map(({ what }) => what).join('\n'),
    },
  }
}

/** Ids in an event's data, which holds no lists. */
export const joined = (ids: readonly string[]): string => ids.join(',')

/** An open task that this actor may speak of. */
function openTask(taskId: string, { request, who }: At): RequestTask | undefined {
  return request.tasks.find(
    ({ id, state, agencyId }) =>
      id === taskId && state === 'open' && (who.actor !== 'handler' || agencyId === who.agencyId),
  )
}

/**
 * The step that gave out a task, where it stands in the history: its `what` was typed and judged there. Tasks are
 * numbered in the order in which they were given out. -1: nobody knows.
 */
export function givenOutAt(events: readonly RequestEvent[], taskId: string): number {
  let last = 0
  return events.findIndex(({ verb, data: { agencyIds } }) => {
    if (verb === 'split' && typeof agencyIds === 'string') last += agencyIds.split(',').length
    return last >= Number(taskId)
  })
}

/** By these a keeper says who works on it, whatever was given back before. */
const decidesWho: readonly RequestEvent['verb'][] = ['accept', 'assign', 'split', 'refer', 'start']
const isKeeper = ({ actor }: Pick<RequestEvent, 'actor'>) => actor === 'grid-leader' || actor === 'secretary'

/**
 * Whether a task is in the way of saying that all is done. One that was given back is nobody's: whether it has to be done
 * at all the keepers decide, and a handler waits until they have.
 */
export function holdsUp({ id, state }: RequestTask, { request: { events }, who }: At): boolean {
  if (state !== 'returned') return state === 'open'
  const returned = events.map(({ verb, data }) => verb === 'task-return' && data['taskId'] === id).lastIndexOf(true)
  const isDecided = events.slice(returned + 1).some((event) => isKeeper(event) && decidesWho.includes(event.verb))
  return who.actor === 'handler' && !isDecided
}

const withTask = (tasks: readonly RequestTask[], changed: RequestTask) =>
  tasks.map((task) => (task.id === changed.id ? changed : task))

export function taskDone({ taskId }: DeedOf<'task-done'>, at: At): Change | ActRefused {
  const task = openTask(taskId, at)
  if (!task) return not('request.no-task')
  const tasks = withTask(at.request.tasks, { ...task, state: 'done', doneAt: at.who.now })
  const { agencyId, agencyName, what } = task
  const left = tasks.filter(({ state }) => state === 'open').length
  return { fields: { tasks }, data: { taskId, agencyId, agencyName, what, left } }
}

/** Named whose it is, it is theirs at once; else the grid leader gives it to somebody. */
export function taskReturn({ taskId, agencyId }: DeedOf<'task-return'>, at: At): Change | ActRefused {
  const task = openTask(taskId, at)
  if (!task) return not('request.no-task')
  const whose = agencyId === null ? null : at.rules.agencyName(agencyId)
  if (agencyId !== null && (whose === null || agencyId === task.agencyId)) return not('request.no-agency')
  const changed: RequestTask =
    agencyId === null || whose === null ? { ...task, state: 'returned' } : { ...task, agencyId, agencyName: whose }
  return {
    fields: { tasks: withTask(at.request.tasks, changed) },
    data: { taskId, what: task.what, agencyId, agencyName: whose, fromAgencyId: task.agencyId, from: task.agencyName },
  }
}
