import type { Surroundings } from '../handle'
import { say, type Said } from '../people/say'
import type { Row, Store, Write } from '../store'
import { mostWrites, type Committed } from '../store/commit'
import type { Table } from '../store/table'

export interface Looking extends Pick<Surroundings, 'store' | 'now'> {
  /** Whether there is time for one more commit. */
  hasTime(): boolean
}

/** What a look came to. `messages`: the ids of what was said. */
export interface Looked {
  readonly commits: number
  readonly messages: readonly string[]
}

/** A document as it is then, and what is written beside it. */
export interface Worked<Whole> {
  readonly next: Whole
  readonly writes: readonly Write[]
}

/** One thing that is said to several people. */
export interface Telling<Whole> {
  readonly said: readonly Said[]
  /** All of them in one commit: the next time it would be said to others. Nineteen at most. */
  readonly isWhole?: boolean
  /** The document once all of them have heard it. */
  after(row: Whole): Whole
}

/** What a document that is looked at says of itself. */
interface Timed {
  /** When somebody has to look at it again (ms). */
  readonly nextAt: number
  readonly events: readonly unknown[]
  /** How many events were told to everybody whom they concern, and to how many people the next thing. */
  readonly told: number
  readonly toldTo: number
}

/** What there may be to do about one kind of document. Each works on what the one before has left. */
export interface Watched<Fields extends Timed> {
  table(store: Store): Table<Fields>
  /** The first look, once; afterwards nothing. */
  first(given: Looking, row: Row<Fields>): Promise<Worked<Row<Fields>>>
  /** What happens by itself; null: nothing, or not yet. */
  move(given: Looking, row: Row<Fields>): Promise<Worked<Row<Fields>> | null>
  /** The next thing that is to be said; null: none. */
  telling(given: Looking, row: Row<Fields>): Promise<Telling<Row<Fields>> | null>
  /** Everything is done for now. */
  rested(row: Row<Fields>, now: number): Row<Fields>
}

/** How often somebody else may write in between before it is left to the next run. */
const mostLosses = 8

/**
 * Does what is due for one document: the first look at it, news to everybody whom its events concern, reminders, and what
 * happens by itself. Each commit takes the document along by its version, together with what is said: however many look
 * at once, and wherever one of them dies, nothing is said twice and nobody is forgotten.
 */
export async function lookAtOne<Fields extends Timed>(
  given: Looking,
  watched: Watched<Fields>,
  id: string,
  mostCommits: number,
): Promise<Looked> {
  const { store, now } = given
  const table = watched.table(store)
  const messages: string[] = []
  let row: Row<Fields> | null = await table.find(id)
  let isCareful = false
  for (let commits = 0, losses = 0; ;) {
    const isOver = commits >= mostCommits || losses > mostLosses || !given.hasTime()
    if (!row || isOver || !isDue(row, now)) return { commits, messages }
    const { next, writes }: Worked<Row<Fields>> = await workedOn(given, watched, row, isCareful || row.toldTo > 0)
    const outcome: Committed = await written(store, table, next, writes)
    if (outcome === 'done') {
      commits += 1
      messages.push(...writes.filter(({ collection }) => collection === 'messages').map(({ document }) => document._id))
      row = { ...next, version: next.version + 1 }
    } else {
      losses += 1
      row = await table.find(id)
    }
    // Whoever has said some of it already is looked for.
    isCareful = outcome === 'exists'
  }
}

const isDue = (row: Timed, now: number): boolean => row.nextAt <= now || row.told < row.events.length

async function written<Fields extends object>(
  store: Store,
  table: Table<Fields>,
  next: Row<Fields>,
  writes: readonly Write[],
): Promise<Committed> {
  if (writes.length > 0) return store.commit([table.replacing(next), ...writes])
  return (await table.replace(next)) ? 'done' : 'changed'
}

/** As much of what is due as one commit holds. `isCareful`: some of it may have been said before. */
async function workedOn<Fields extends Timed>(
  given: Looking,
  watched: Watched<Fields>,
  row: Row<Fields>,
  isCareful: boolean,
): Promise<Worked<Row<Fields>>> {
  const { store, now } = given
  const first = await watched.first(given, row)
  const writes = [...first.writes]
  const room = () => mostWrites - 1 - writes.length
  /** What is left is done with the next commit. */
  const goingOn = (next: Row<Fields>, toldTo = next.toldTo) => ({ next: { ...next, toldTo, nextAt: now }, writes })
  for (let next = first.next; ;) {
    const moved = next.told === next.events.length ? await watched.move(given, next) : null
    if (moved) {
      if (moved.writes.length > room()) return goingOn(next)
      writes.push(...moved.writes)
      // The next move may be about the same documents, which are read anew.
      if (moved.writes.length > 0) return goingOn(moved.next)
      next = moved.next
      continue
    }
    const telling = await watched.telling(given, next)
    if (!telling) return { next: watched.rested(next, now), writes }
    const lines = telling.said.map((one) => say(store, now, one))
    const left = isCareful && !telling.isWhole ? await unsaid(store, lines) : lines
    const most = room()
    if (telling.isWhole && left.length > most) return goingOn(next)
    writes.push(...left.slice(0, most))
    if (left.length > most) return goingOn(next, next.toldTo + most)
    next = telling.after(next)
  }
}

/** Messages that nobody has said yet: what was begun and not ended goes on where it stopped. */
async function unsaid(store: Store, lines: readonly Write[]): Promise<readonly Write[]> {
  const known = new Set<string>()
  const ids = lines.map(({ document }) => document._id)
  for (let from = 0; from < ids.length; from += 100) {
    for (const { _id } of await store.messages.findAll(ids.slice(from, from + 100))) known.add(_id)
  }
  return lines.filter(({ document }) => !known.has(document._id))
}
