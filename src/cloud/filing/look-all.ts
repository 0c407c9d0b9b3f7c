import { pushSoon } from '../message/push'
import type { Surroundings } from '../handle'
import type { Run } from '../run'
import { decodeCursor, type Position } from '../store'
import type { Looked, Looking } from './look'

/** What came of a run, for the log. */
export type LookFigures = {
  looked: number
  said: number
  failed: number
}
export const noFigures = (): LookFigures => ({ looked: 0, said: 0, failed: 0 })

export type Due = Pick<Run, 'store' | 'now' | 'note' | 'hasTime'>

/** Of one run (ms): messages have to be pushed in it, too. */
const shareOfRun = 20_000
/** The run as somebody has it who takes no more than their share of its time. */
export function sharing<Given extends Due>(run: Given, clock: () => number = () => Date.now()): Given {
  const ends = clock() + shareOfRun
  return { ...run, hasTime: () => run.hasTime() && clock() < ends }
}

/** Documents that are read at once, and those that are looked at at once. */
export const dueBatch = 50
const atOnce = 5

interface DueRow {
  readonly _id: string
}

/** A look at one of them: `event`: what a failure is called in the log. */
export interface OneLook {
  readonly event: string
  look(given: Looking, id: string): Promise<Looked>
}

/** A few at a time, in their order; one that fails does not hold up the others. */
export async function lookAtAll(given: Due, rows: readonly DueRow[], { event, look }: OneLook, figures: LookFigures) {
  const waiting = [...rows]
  const work = async () => {
    for (let row = waiting.shift(); row && given.hasTime(); row = waiting.shift()) {
      try {
        const { messages } = await look(given, row._id)
        figures.looked += 1
        figures.said += messages.length
      } catch (fault) {
        figures.failed += 1
        given.note(event, fault)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

type ReadDue<Row> = (
  after: Position | null,
) => Promise<{ readonly rows: readonly Row[]; readonly cursor: string | null }>

/** Page by page, those that wait longest first, until nothing is left or the time is over. */
export async function lookAtPages<Row extends DueRow>(
  given: Due,
  read: ReadDue<Row>,
  one: OneLook,
  figures: LookFigures,
): Promise<void> {
  for (let after: Position | null = null; given.hasTime();) {
    const page: Awaited<ReturnType<ReadDue<Row>>> = await read(after)
    await lookAtAll(given, page.rows, one, figures)
    after = page.cursor === null ? null : decodeCursor(page.cursor, 'number')
    if (!after) return
  }
}

/** Somebody waits for the answer of the call: so many commits at most, and none begun later than this (ms). */
const mostSoon = 2
const patienceSoon = 1_500

/**
 * Tells those whom a step concerns, right after its commit and inside the same call. What it does not come to is the
 * timer's, within a minute. Never throws.
 */
export async function lookSoon(
  surroundings: Surroundings,
  event: string,
  look: (given: Looking, mostCommits: number) => Promise<Looked>,
  clock: () => number,
): Promise<void> {
  const { store, now, note } = surroundings
  const ends = clock() + patienceSoon
  try {
    const { messages } = await look({ store, now, hasTime: () => clock() < ends }, mostSoon)
    await pushSoon(surroundings, messages, clock)
  } catch (fault) {
    note(event, fault)
  }
}
