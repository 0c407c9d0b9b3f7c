import { minute } from '../../domain/time/clock'
import { admittedMark, moveDue, nextLook } from '../../domain/request/due'
import { calendar } from '../../knowledge/calendar/calendar'
import type { Surroundings } from '../handle'
import { say } from '../people/say'
import type { Store, Write } from '../store'
import { mostWrites } from '../store/commit'
import { admitted } from './admit'
import { derived } from './derive'
import { byItself } from './due-move'
import type { RequestRow } from './load'
import { nextNews, nextReminder } from './tell-news'
import { holdersIn } from './tell-whom'

export interface Looking extends Pick<Surroundings, 'store' | 'now'> {
  /** Whether there is time for one more commit. */
  hasTime(): boolean
}

/** What a look came to. `messages`: the ids of what was said. */
export interface Looked {
  readonly commits: number
  readonly messages: readonly string[]
}

/** How often somebody else may write in between before it is left to the next run. */
const mostLosses = 8

/**
 * Does what is due for one request: the first look at what was filed, news to everybody whom its events concern,
 * reminders, and what happens by itself. Each commit takes the request along by its version, together with what is said:
 * however many look at once, and wherever one of them dies, nothing is said twice and nobody is forgotten.
 */
export async function lookAt(given: Looking, requestId: string, mostCommits: number): Promise<Looked> {
  const { store, now } = given
  const messages: string[] = []
  let row = await store.requests.find(requestId)
  let isCareful = false
  for (let commits = 0, losses = 0; ;) {
    const isOver = commits >= mostCommits || losses > mostLosses || !given.hasTime()
    if (!row || isOver || !isDue(row, now)) return { commits, messages }
    const { next, writes } = await workedOn(given, row, isCareful || row.toldTo > 0)
    const outcome = await written(store, next, writes)
    if (outcome === 'done') {
      commits += 1
      messages.push(...writes.filter(({ collection }) => collection === 'messages').map(({ document }) => document._id))
      row = { ...next, version: next.version + 1 }
    } else {
      losses += 1
      row = await store.requests.find(requestId)
    }
    // Whoever has said some of it already is looked for.
    isCareful = outcome === 'exists'
  }
}

const isDue = (row: RequestRow, now: number): boolean => row.nextAt <= now || row.told < row.events.length

async function written(store: Store, next: RequestRow, writes: readonly Write[]) {
  if (writes.length > 0) return store.commit([store.requests.replacing(next), ...writes])
  return (await store.requests.replace(next)) ? 'done' : 'changed'
}

interface Worked {
  readonly next: RequestRow
  readonly writes: readonly Write[]
}

/** As much of what is due as one commit holds. `isCareful`: some of it may have been said before. */
async function workedOn({ store, now }: Looking, row: RequestRow, isCareful: boolean): Promise<Worked> {
  const holders = holdersIn(store, now, row.communityId)
  const first = await admittedFirst(store, row, now)
  const writes = [...first.writes]
  for (let next = first.next; ;) {
    const verb = next.told === next.events.length ? moveDue(next, now) : null
    if (verb) {
      next = byItself(next, verb, now)
      continue
    }
    const telling = (await nextNews(next, holders)) ?? (await nextReminder(next, now, holders))
    if (!telling) return { next: rested(next, now), writes }
    const lines = telling.said.map((one) => say(store, now, one))
    const left = isCareful ? await unsaid(store, lines) : lines
    const room = mostWrites - 1 - writes.length
    writes.push(...left.slice(0, room))
    if (left.length > room) return { next: { ...next, toldTo: next.toldTo + room, nextAt: now }, writes }
    next = telling.after(next)
  }
}

/** Nobody has looked at it yet: its words go into the queue of checks, and its pictures are linked. */
async function admittedFirst(store: Store, row: RequestRow, now: number): Promise<Worked> {
  if (row.marks.includes(admittedMark)) return { next: row, writes: [] }
  const admission = await admitted(store, row, now)
  return { next: { ...admission.row, marks: [...admission.row.marks, admittedMark] }, writes: admission.writes }
}

/** Everything is done for now: its times are reckoned anew, and when somebody has to look again. */
function rested(row: RequestRow, now: number): RequestRow {
  const reckoned = { ...row, ...derived(row, calendar, now) }
  const next = nextLook(reckoned, now, calendar)
  // What says that it is due and gives nothing to do must not be looked at without an end.
  return { ...reckoned, nextAt: next > now ? next : now + minute }
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
