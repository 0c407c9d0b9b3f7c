import type { YearTable } from '../time/calendar'
import { runStart } from './act-said'
import { dueOf, type RunningClock } from './clock'
import { handOversOf, type HandedOn, type HandOver } from './figures-hand'
import type { Voice } from './request'

/** What the figures know of a request: nobody in it, and none of its words. */
export interface Counted {
  readonly matterId: string | null
  readonly buildingId: string
  readonly estateName: string
  readonly buildingName: string
  readonly response: RunningClock
  readonly endedAt: number | null
  readonly mergedInto: string | null
  readonly voices: readonly Pick<Voice, 'actor' | 'at' | 'solved' | 'satisfied'>[]
  readonly events: readonly HandedOn[]
}

/** `yes` of `of`; `silent` are those of whom nobody knows, and who are counted as neither. */
export interface Share {
  readonly yes: number
  readonly of: number
  readonly silent: number
}

export interface Figures {
  readonly filed: number
  readonly responded: Share
  readonly solved: Share
  readonly satisfied: Share
  readonly matters: readonly { readonly matterId: string | null; readonly count: number }[]
  readonly buildings: readonly { readonly buildingId: string; readonly name: string; readonly count: number }[]
  readonly handOvers: readonly HandOver[]
}

/** Lines of each list: what comes up most, and no more than somebody reads. */
export const mostLines = 10

/** `undefined`: it does not belong into the question. */
type Answer = boolean | 'silent' | undefined

function shareOf(answers: readonly Answer[]): Share {
  const count = (wanted: Answer) => answers.filter((answer) => answer === wanted).length
  return { yes: count(true), of: count(true) + count(false), silent: count('silent') }
}

/**
 * Whether somebody was in touch within the time promised. `silent`: that time is not over yet, or it ended before, so
 * that nobody can tell.
 */
export function respondedInTime(
  { response, endedAt }: Pick<Counted, 'response' | 'endedAt'>,
  calendar: readonly YearTable[],
  now: number,
): Exclude<Answer, undefined> {
  const { at: due } = dueOf(response, calendar, now)
  if (response.stoppedAt !== null) return response.stoppedAt <= due
  return due < Math.min(now, endedAt ?? now) ? false : 'silent'
}

/** What its owner has said since it was taken up the last time, oldest first; by phone counts as said. */
function ownWords({ voices, events }: Pick<Counted, 'voices' | 'events'>) {
  const began = events[runStart(events)]?.at ?? 0
  return voices.filter(({ actor, at }) => actor === 'owner' && at >= began)
}

/** It came to an end that its owner could have something to say about: not taken back, and not gone into another one. */
const isOver = ({ endedAt, mergedInto, events }: Counted): boolean =>
  endedAt !== null && mergedInto === null && !events.some(({ to }) => to === 'withdrawn')

/**
 * Whether its owner says that it is solved: the newest word counts. `silent`: it ended without one, by silence or by the
 * office; that is never a yes. Undefined: it goes on, and nobody has contested it; or it was taken back or merged.
 */
export function solvedAsTold(row: Counted): Answer {
  const word = ownWords(row).at(-1)
  return word?.solved ?? (isOver(row) ? 'silent' : undefined)
}

/** Whether its owner is satisfied: of the same requests as above, those who rated. */
export function satisfiedAsTold(row: Counted): Answer {
  if (solvedAsTold(row) === undefined) return undefined
  const rated = ownWords(row).flatMap(({ satisfied }) => satisfied ?? [])
  return rated.at(-1) ?? 'silent'
}

/** How often each came up, the most frequent first; among equals the one that came up last. */
function most<Key>(keys: readonly Key[]): readonly { readonly key: Key; readonly count: number }[] {
  const counts = new Map<Key, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .sort((one, other) => other.count - one.count)
    .slice(0, mostLines)
}

/** How it goes, from the requests that were filed within a period, the newest first. `now` in ms since epoch. */
export function figuresOf(rows: readonly Counted[], calendar: readonly YearTable[], now: number): Figures {
  // The newest comes last, and its name stays.
  const names = new Map([...rows].reverse().map((row) => [row.buildingId, `${row.estateName} ${row.buildingName}`]))
  return {
    filed: rows.length,
    responded: shareOf(rows.map((row) => respondedInTime(row, calendar, now))),
    solved: shareOf(rows.map(solvedAsTold)),
    satisfied: shareOf(rows.map(satisfiedAsTold)),
    matters: most(rows.map(({ matterId }) => matterId)).map(({ key, count }) => ({ matterId: key, count })),
    buildings: most(rows.map(({ buildingId }) => buildingId)).map(({ key, count }) => ({
      buildingId: key,
      name: names.get(key) ?? '',
      count,
    })),
    handOvers: handOversOf(rows.map(({ events }) => events)),
  }
}
