import type { Surroundings } from '../handle'
import { describeFault } from '../log'
import type { Run } from '../run'
import { decodeCursor, type Position } from '../store'
import { sendOne, type MessageRow, type Sender } from './send'

/** Somebody waits for the answer of the call: so many messages at most, and none begun later than this (ms). */
const mostSoon = 5
const patienceSoon = 1_500
/** Messages that are read at once. */
const batch = 25

type Soon = Pick<Surroundings, 'store' | 'keys' | 'platform' | 'templates' | 'log' | 'requestId' | 'note'>

/**
 * Sends what a call has said, right after its commit and inside the same call. What it does not come to is the timer's.
 * Never throws.
 */
export async function pushSoon(
  surroundings: Soon,
  messageIds: readonly string[],
  clock: () => number = () => Date.now(),
): Promise<void> {
  const { store, keys, platform, templates, log, requestId, note } = surroundings
  const sender: Sender = { store, keys, platform, templates, clock, log, requestId }
  const ends = clock() + patienceSoon
  for (const id of messageIds.slice(0, mostSoon)) {
    if (clock() > ends) return
    try {
      const row = await store.messages.find(id)
      if (row) await sendOne(sender, row)
    } catch (fault) {
      note('message.unsent', fault)
    }
  }
}

/** Of one run of the timer (ms): what else has to happen by itself needs its time too. */
const shareOfRun = 25_000

/** What came of a run, for the log. */
export type Pushed = {
  readonly handled: number
}

/** The timer's step: whatever is due and was not sent right after it was said. */
export function pushDue(run: Run): Promise<Pushed> {
  const clock = () => Date.now()
  const ends = clock() + shareOfRun
  return sendDue({ ...run, clock }, () => run.hasTime() && clock() < ends)
}

/**
 * Sends what is due, one at a time, until nothing is left or the time is over. Several may run at once: each message is
 * claimed by one of them. A run that dies leaves at most one message in doubt.
 */
export async function sendDue(sender: Sender, hasTime: () => boolean): Promise<Pushed> {
  let handled = 0
  for (;;) {
    const before = handled
    // Those first whose sender did not come back: they have waited longest.
    for (const push of ['sending', 'waiting'] as const) handled += await sendAll(sender, push, hasTime)
    if (handled === before || !hasTime()) return { handled }
  }
}

async function sendAll(sender: Sender, push: MessageRow['push'], hasTime: () => boolean): Promise<number> {
  const { store, clock, log, requestId } = sender
  let handled = 0
  let after: Position | null = null
  do {
    if (!hasTime()) return handled
    const page: { rows: MessageRow[]; cursor: string | null } = await store.messages.page({
      where: { push },
      order: 'nextAt',
      until: clock(),
      after,
      limit: batch,
    })
    // Several timers read the same page: each begins elsewhere in it.
    for (const row of shuffled(page.rows)) {
      if (!hasTime()) return handled
      try {
        if (await sendOne(sender, row)) handled++
      } catch (fault) {
        log({ level: 'error', event: 'message.unsent', requestId, ...describeFault(fault) })
      }
    }
    after = page.cursor === null ? null : decodeCursor(page.cursor, 'number')
  } while (after)
  return handled
}

function shuffled<T>(list: readonly T[]): readonly T[] {
  return list
    .map((item) => ({ item, place: Math.random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item)
}
