import type { YearTable } from '../../domain/time/calendar'
import { dueOf } from '../../domain/request/clock'
import { deskOf, isOpen } from '../../domain/request/verbs'
import type { RequestFields } from '../store/documents'

type Derived = Pick<
  RequestFields,
  'open' | 'desk' | 'agencies' | 'people' | 'actors' | 'responseDueAt' | 'dueAt' | 'provisional'
>

const unique = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))]

/** Who follows it under 我的诉求: the owner, family who wrote it for them, and the neighbours who joined. */
export const peopleOf = ({ person, filedBy, behalf, neighbours }: RequestFields): string[] =>
  unique([person, behalf?.kind === 'family' ? filedBy : null, ...neighbours.map((one) => one.person)])

/** On whose desk it lies: the agency's, and as long as it is open those of open tasks. */
export const agenciesOf = ({ agencyId, tasks, state }: RequestFields): string[] =>
  unique([
    agencyId,
    ...(isOpen(state) ? tasks.filter((task) => task.state === 'open') : []).map((task) => task.agencyId),
  ])

/**
 * What follows from the rest of a request and is kept only so that lists can be asked for it. Every writer of requests
 * puts it in, so that it is never out of step. `now` (ms) counts where a clock is paused.
 */
export function derived(row: RequestFields, calendar: readonly YearTable[], now: number): Derived {
  const response = dueOf(row.response, calendar, now)
  const resolution = dueOf(row.resolution, calendar, now)
  return {
    open: isOpen(row.state),
    desk: deskOf(row.state),
    agencies: agenciesOf(row),
    people: peopleOf(row),
    actors: unique(row.events.map(({ person }) => person)),
    responseDueAt: response.at,
    dueAt: resolution.at,
    provisional: response.provisional || resolution.provisional,
  }
}
