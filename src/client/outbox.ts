import { release } from '../contract/action'
import { call, callByText, newKey, type Answer } from './call'
import { forget, keep, recall } from './kept'
import type { Input, WriteName } from './named'
import { timesBack } from './online'
import { signal, useSignal } from './signal'

/** A write that has not reached the server yet; its key makes a resend harmless. */
interface Waiting {
  readonly action: string
  readonly input: unknown
  readonly key: string
  /** The release that made it: the server understands the previous one's input. */
  readonly release: number
  readonly at: number
}

/** The server keeps a write's first result for seven days: what waited longer could be done twice. */
const patience = 6 * 24 * 60 * 60 * 1000
const mostWaiting = 50

/** What may go better later: a network, a fault of ours, too many writers at once, an update that is still to come. */
const passing: readonly string[] = ['server.failed', 'conflict', 'client.too-old', 'caller.unknown']
const isPassing = (refused: string) => refused.startsWith('network.') || passing.includes(refused)

/** The truth while the app runs; the storage holds a copy for the next start. */
const waiting = signal<readonly Waiting[]>([])
const givenUp = signal(0)
/** How many that waited have arrived since the app began. */
const arrived = signal(0)
/** Grows when everything is forgotten: what is still under way then no longer counts. */
let generation = 0

/** Answers false where the phone has no room for the copy. */
function store(list: readonly Waiting[]): boolean {
  waiting.set(list)
  return keep('outbox', list)
}
const remove = (key: string) => store(waiting.get().filter((entry) => entry.key !== key))

export const useWaiting = (): number => useSignal(waiting).length
/** Whether such a write of this very thing waits, also where it was said before the app was closed. */
export const useWaits = (action: WriteName, isMeant: (input: object) => boolean): boolean =>
  useSignal(waiting).some((entry) => entry.action === action && isMeant(Object(entry.input) as object))
/** How many writes waited and came to nothing: too long, or refused in the end. */
export const useGivenUp = (): number => useSignal(givenUp)
/** Grows when something that waited has arrived: a list that was read before does not know of it. */
export const useArrived = (): number => useSignal(arrived)

/** Reads what waited when the app was last closed. */
export function readOutbox(): void {
  waiting.set(recall<Waiting[]>('outbox')?.value ?? [])
  givenUp.set(recall<number>('given-up')?.value ?? 0)
}

/**
 * Says a write: now if there is a way, else as soon as there is one ("later", which is only said where it is kept).
 * A full outbox takes no more: the refusal is told.
 */
export async function submit<Name extends WriteName>(
  action: Name,
  input: Input<Name>,
): Promise<Answer<Name> | 'later'> {
  const entry: Waiting = { action, input, key: newKey(), release, at: Date.now() }
  const room = waiting.get().length < mostWaiting
  // Kept before it is sent: if the app dies in between, it is sent again, and counts once.
  const kept = room && store([...waiting.get(), entry])
  sending.add(entry.key)
  const began = timesBack()
  const answer = await call(action, input, entry)
  sending.delete(entry.key)
  if (kept && !answer.ok && isPassing(answer.refused)) {
    // The network came back while this was on its way: nobody will say so once more.
    if (began !== timesBack()) void flushOutbox()
    return 'later'
  }
  remove(entry.key)
  return answer
}

/** Under way for the first time: not to be sent a second time beside it. */
const sending = new Set<string>()
let flushing = false

/** Sends what waits, oldest first. One that fails for itself does not hold up the others; a missing network does. */
export async function flushOutbox(): Promise<void> {
  if (flushing || waiting.get().length === 0) return
  flushing = true
  try {
    let began: number
    do {
      began = timesBack()
      await sendWaiting()
      // Where the network came back meanwhile, what failed for want of it goes now.
    } while (began !== timesBack() && waiting.get().length > 0)
  } finally {
    flushing = false
  }
}

async function sendWaiting(): Promise<void> {
  const mine = generation
  for (const { key } of waiting.get()) {
    const entry = waiting.get().find((one) => one.key === key)
    if (!entry || sending.has(key) || mine !== generation) continue
    if (Date.now() - entry.at > patience) {
      giveUp(key)
      continue
    }
    // A name from an earlier release may be gone: the server refuses it, and it waits no longer.
    const answer = await callByText(entry.action, entry.input, entry)
    if (mine !== generation) return
    if (!answer.ok && answer.refused.startsWith('network.')) return
    // Said too often today: the day passes too.
    if (!answer.ok && (isPassing(answer.refused) || answer.refused === 'rate.limited')) continue
    // It was told to go later, and does not: that has to be told as well.
    if (answer.ok) {
      remove(key)
      arrived.set(arrived.get() + 1)
    } else giveUp(key)
  }
}

function giveUp(key: string): void {
  remove(key)
  givenUp.set(givenUp.get() + 1)
  keep('given-up', givenUp.get())
}

/** Nothing that waited is sent any more. */
export function forgetOutbox(): void {
  generation++
  waiting.set([])
  givenUp.set(0)
  forget('outbox')
  forget('given-up')
}
