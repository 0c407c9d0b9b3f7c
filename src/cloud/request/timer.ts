import { requestClasses } from '../../domain/request/clock'
import type { RequestClass } from '../../domain/request/kind'
import type { Run } from '../run'
import { decodeCursor, type Position } from '../store'
import { lookAt } from './due'
import type { RequestRow } from './load'

/** Of one run (ms): messages have to be pushed in it, too. */
const shareOfRun = 20_000
/** Requests that are read at once, and those that are looked at at once. */
const batch = 50
const atOnce = 5
/** Commits for one request in one run: as many as it takes to tell every neighbour there can be. */
const mostCommits = 40

type Due = Pick<Run, 'store' | 'now' | 'note' | 'hasTime'>

/** What came of a run, for the log. */
export type RequestFigures = {
  readonly looked: number
  readonly said: number
  readonly failed: number
}

/** The timer's step: every request that has something to be told, reminded of, or moved. Nothing due: one read. */
export function requestsDue(run: Run, clock: () => number = () => Date.now()): Promise<RequestFigures> {
  const ends = clock() + shareOfRun
  return lookAtDue({ ...run, hasTime: () => run.hasTime() && clock() < ends })
}

/**
 * Looks at all that is due until nothing is left or the time is over. Where there is more than one batch, as after an
 * outage, the most pressing classes come first; the next run goes on. Several may run at once.
 */
export async function lookAtDue(given: Due): Promise<RequestFigures> {
  const figures = { looked: 0, said: 0, failed: 0 }
  const first = await dueFrom(given, null, null)
  if (first.after === null) await lookAtAll(given, byUrgency(first.rows), figures)
  else for (const kind of requestClasses) await lookAtClass(given, kind, figures)
  return figures
}

async function lookAtClass(given: Due, kind: RequestClass, figures: Figures): Promise<void> {
  for (let after: Position | null = null; given.hasTime();) {
    const page: Page = await dueFrom(given, kind, after)
    await lookAtAll(given, page.rows, figures)
    if (page.after === null) return
    after = page.after
  }
}

interface Page {
  readonly rows: readonly RequestRow[]
  /** null: there is no more. */
  readonly after: Position | null
}

/** Those that are due, longest first; of one class or of all. */
async function dueFrom({ store, now }: Due, kind: RequestClass | null, after: Position | null): Promise<Page> {
  const where = kind === null ? {} : { class: kind }
  const { rows, cursor } = await store.requests.page({ where, order: 'nextAt', until: now, after, limit: batch })
  return { rows, after: cursor === null ? null : decodeCursor(cursor, 'number') }
}

const byUrgency = (rows: readonly RequestRow[]): readonly RequestRow[] =>
  requestClasses.flatMap((kind) => rows.filter((row) => row.class === kind))

type Figures = { looked: number; said: number; failed: number }

/** A few at a time, in their order; one that fails does not hold up the others. */
async function lookAtAll(given: Due, rows: readonly RequestRow[], figures: Figures): Promise<void> {
  const waiting = [...rows]
  const work = async () => {
    for (let row = waiting.shift(); row && given.hasTime(); row = waiting.shift()) {
      try {
        const { messages } = await lookAt(given, row._id, mostCommits)
        figures.looked += 1
        figures.said += messages.length
      } catch (fault) {
        figures.failed += 1
        given.note('request.undone', fault)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}
