import { actions, type Action, type InputOf } from '../contract'
import { call, newKey, type Answer } from './call'
import { keep, recall } from './kept'
import { signal, useSignal } from './signal'

/** A write that has not reached the server yet; its key makes a resend harmless. */
interface Waiting {
  readonly action: string
  readonly input: unknown
  readonly key: string
  readonly at: number
}

/** The server keeps a write's first result for seven days: what waited longer could be done twice. */
const patience = 6 * 24 * 60 * 60 * 1000
const mostWaiting = 50

/** What may go better later: a network, a fault of ours, too many writers at once. */
const isPassing = (refused: string) =>
  refused.startsWith('network.') || refused === 'server.failed' || refused === 'conflict'

const read = (): readonly Waiting[] => recall<Waiting[]>('outbox')?.value ?? []
const waiting = signal<readonly Waiting[]>([])

function store(list: readonly Waiting[]): void {
  keep('outbox', list)
  waiting.set(list)
}

export const useWaiting = (): number => useSignal(waiting).length
/** Reads what waited when the app was last closed. */
export const readOutbox = (): void => waiting.set(read())

/** Says a write: now if there is a network, else as soon as there is one. `later` is told to the person. */
export async function submit<A extends Action>(action: A, input: InputOf<A>): Promise<Answer<A> | 'later'> {
  const entry: Waiting = { action: action.name, input, key: newKey(), at: Date.now() }
  // Kept before it is sent: if the app dies in between, it is sent again, and counts once.
  store([...read(), entry].slice(-mostWaiting))
  const answer = await call(action, input, entry.key)
  if (!answer.ok && isPassing(answer.refused)) return 'later'
  store(read().filter((other) => other.key !== entry.key))
  return answer
}

let flushing = false

/** Sends what waits, oldest first; stops at the first that does not get through. */
export async function flushOutbox(): Promise<void> {
  if (flushing) return
  flushing = true
  try {
    for (const entry of read()) {
      const action: Action | undefined = actions.find(({ name }) => name === entry.action)
      const tooOld = Date.now() - entry.at > patience
      if (action && !tooOld) {
        const answer = await call(action, entry.input, entry.key)
        if (!answer.ok && isPassing(answer.refused)) return
      }
      store(read().filter((other) => other.key !== entry.key))
    }
  } finally {
    flushing = false
  }
}

export const forgetOutbox = (): void => waiting.set([])
