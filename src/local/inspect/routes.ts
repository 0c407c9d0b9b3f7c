import { randomBytes } from 'node:crypto'
import type { Calls } from '../calls'
import { isRecord } from '../database/values'
import { demoPeople } from '../people'
import { viewCollections, viewDocuments } from './documents'
import { Unusable, type Parts } from './parts'
import { isPicture } from './picture'
import { moveClock, switchFaults } from './switches'
import type { FileView, MessageView, PersonView, StateView, TimerView } from './views'

type Asked = Readonly<Record<string, unknown>>
type Route = (asked: Asked, parts: Parts) => unknown

/** Tells one start of the cloud from the next. */
const run = randomBytes(6).toString('hex')

/** What the page may ask, each by `POST /_local/api/<name>`. */
export const routes: Readonly<Record<string, Route | undefined>> = {
  state: ({ after }, parts): StateView => {
    const { calls, clock, faults } = parts
    const { ended, running } = calls.counts
    const known = typeof after === 'number' ? after : 0
    return {
      run,
      now: clock.now(),
      offset: clock.offset,
      faults: faults.state,
      ended,
      running,
      calls: endedSince(calls, known),
    }
  },

  people: (): readonly PersonView[] => demoPeople,
  /** The made-up name under which the calls list an identity. */
  name: ({ openid }, { names }) => ({ name: names.of(text(openid)) }),

  collections: (_, { database }) => viewCollections(database),
  documents: ({ collection, filter, skip }, { database }) =>
    viewDocuments(
      database,
      text(collection),
      text(filter),
      Number.isInteger(skip) && Number(skip) > 0 ? Number(skip) : 0,
    ),

  messages: (_, { messages, names }): MessageView[] =>
    messages.sent.map(({ openid, ...shown }) => ({ ...shown, to: names.of(openid) })).reverse(),

  files: (_, { files }): FileView[] => files.list().map((file) => ({ ...file, preview: isPicture(file.contentType) })),

  timers: (_, { timers }): readonly TimerView[] => timers.list(),
  'run-timer': async (asked, { timers }) => {
    const name = text(asked.function)
    if (!timers.list().some((timer) => timer.function === name)) throw new Unusable('没有这个定时。 | No such timer.')
    // How it went stands in the timer's last run, also when it failed.
    await timers.run(name).catch(() => undefined)
    return timers.list()
  },

  'move-clock': (asked, { clock }) => {
    moveClock(clock, asked)
    return { offset: clock.offset }
  },
  faults: (asked, { faults }) => {
    switchFaults(faults, asked)
    return faults.state
  },
  reset: (_, { faults, clock }) => {
    faults.reset()
    clock.moveTo(0)
    return {}
  },
}

/** Answers what a route says, or undefined where there is no such route. */
export async function answer(name: string, body: unknown, parts: Parts): Promise<{ value: unknown } | undefined> {
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined
  if (!route) return undefined
  return { value: await route(isRecord(body) ? body : {}, parts) }
}

function endedSince({ recent, counts }: Calls, known: number) {
  const fresh = Math.max(0, counts.ended - known)
  return fresh === 0 ? [] : recent.slice(-fresh)
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
