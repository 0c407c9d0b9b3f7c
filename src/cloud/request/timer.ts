import { requestClasses } from '../../domain/request/clock'
import type { RequestClass } from '../../domain/request/kind'
import {
  dueBatch,
  lookAtAll,
  lookAtPages,
  noFigures,
  sharing,
  type Due,
  type LookFigures,
  type OneLook,
} from '../filing/look-all'
import type { Run } from '../run'
import type { Position } from '../store'
import { lookAt } from './due'
import type { RequestRow } from './load'

/** Commits for one request in one run: as many as it takes to tell every neighbour there can be. */
const mostCommits = 40
const one: OneLook = { event: 'request.undone', look: (given, id) => lookAt(given, id, mostCommits) }

/** The timer's step: every request that has something to be told, reminded of, or moved. Nothing due: one read. */
export const requestsDue = (run: Run, clock?: () => number): Promise<LookFigures> => lookAtDue(sharing(run, clock))

/**
 * Looks at all that is due until nothing is left or the time is over. Where there is more than one batch, as after an
 * outage, the most pressing classes come first; the next run goes on. Several may run at once.
 */
export async function lookAtDue(given: Due): Promise<LookFigures> {
  const figures = noFigures()
  const first = await dueFrom(given, null, null)
  if (first.cursor === null) await lookAtAll(given, byUrgency(first.rows), one, figures)
  else for (const kind of requestClasses) await lookAtPages(given, (after) => dueFrom(given, kind, after), one, figures)
  return figures
}

/** Those that are due, longest first; of one class or of all. */
function dueFrom({ store, now }: Due, kind: RequestClass | null, after: Position | null) {
  const where = kind === null ? {} : { class: kind }
  return store.requests.page({ where, order: 'nextAt', until: now, after, limit: dueBatch })
}

const byUrgency = (rows: readonly RequestRow[]): readonly RequestRow[] =>
  requestClasses.flatMap((kind) => rows.filter((row) => row.class === kind))
