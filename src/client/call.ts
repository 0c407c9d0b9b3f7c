import { release, type Action, type InputOf, type OutputOf, type RefusalOf } from '../contract'
import { isOnline } from './online'
import { signal, useSignal } from './signal'
import { send } from './transport'

/** What can stand between the phone and the server. */
export type NetworkRefusal = 'network.offline' | 'network.failed'

export type Answer<A extends Action> =
  | { readonly ok: true; readonly data: OutputOf<A> }
  | { readonly ok: false; readonly refused: RefusalOf<A> | NetworkRefusal }

/** Counts the answers of the server: each says that there is a way to it. */
const reached = signal(0)
/** Runs `listener` after each answer of the server. */
export const onReached = (listener: () => void): (() => void) => reached.watch(listener)

const tooOld = signal(false)
/** Whether the server said that this release is too old to be understood. */
export const useTooOld = (): boolean => useSignal(tooOld)

/** Longer than any function may take; then the phone says so instead of waiting. */
const patience = 12_000

/** An idempotency key: one for each intent, kept for every resend of it. */
export const newKey = (): string =>
  `${Date.now().toString(36)}-${[1, 2].map(() => Math.random().toString(36).slice(2, 12).padEnd(10, '0')).join('')}`

function withPatience<T>(work: Promise<T>): Promise<T> {
  return new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error('no answer in time')), patience)
    work.then(done, failed).finally(() => clearTimeout(timer))
  })
}

const isReply = (value: unknown): value is { ok: boolean; data?: unknown; refused?: string } =>
  typeof value === 'object' && value !== null && typeof (value as { ok?: unknown }).ok === 'boolean'

async function attempt(action: Action, input: unknown, key: string | undefined): Promise<unknown> {
  const reply = await withPatience(send({ action: action.name, input, release, ...(key === undefined ? {} : { key }) }))
  if (!isReply(reply)) throw new Error('not a reply')
  return reply
}

/**
 * Calls an action. A lost reply is asked for once more: a read does no harm twice, and a write carries its key.
 * Never throws.
 */
export async function call<A extends Action>(action: A, input: InputOf<A>, key?: string): Promise<Answer<A>> {
  if (!isOnline()) return { ok: false, refused: 'network.offline' }
  for (let turn = 1; ; turn++) {
    try {
      const reply = (await attempt(action, input, key)) as
        { ok: true; data: OutputOf<A> } | { ok: false; refused: RefusalOf<A> }
      if (!reply.ok && reply.refused === 'client.too-old') tooOld.set(true)
      if (reply.ok) reached.set(reached.get() + 1)
      return reply.ok ? { ok: true, data: reply.data } : { ok: false, refused: reply.refused }
    } catch {
      if (turn === 2 || !isOnline()) return { ok: false, refused: isOnline() ? 'network.failed' : 'network.offline' }
    }
  }
}
