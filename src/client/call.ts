import { release } from '../contract/action'
import type { ActionName, Input, Output, Refusal } from './named'
import { isOnline, seeOnline } from './online'
import { signal, useSignal } from './signal'
import { functionOf } from './runs-in'
import { send } from './transport'

/** What a call of the action `Name` gives. */
export type Answer<Name extends ActionName> =
  { readonly ok: true; readonly data: Output<Name> } | { readonly ok: false; readonly refused: Refusal<Name> }

/** The same, where only the name's text is known: of a write that an earlier start of the app has kept. */
export type AnyAnswer = { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly refused: string }

/** Counts the answers of the server: each says that there is a way to it. */
const reached = signal(0)
/** Runs `listener` after each answer of the server. */
export const onReached = (listener: () => void): (() => void) => reached.watch(listener)

const tooOld = signal(false)
/** Whether the server said that this release is too old to be understood. */
export const useTooOld = (): boolean => useSignal(tooOld)

/** Longer than any function may take (ms); then the phone says so instead of waiting. */
const patience = 12_000
/** The same for the function `files`, which is started seldom and works for some seconds. */
const longPatience = 40_000
/** How long it is tried (ms) where the phone says that there is no network. */
const shortPatience = 3_000

/** An idempotency key: one for each intent, kept for every resend of it. */
export const newKey = (): string =>
  `${Date.now().toString(36)}-${[1, 2].map(() => Math.random().toString(36).slice(2, 12).padEnd(10, '0')).join('')}`

function withPatience<T>(work: Promise<T>, patience: number): Promise<T> {
  return new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error('no answer in time')), patience)
    work.then(done, failed).finally(() => clearTimeout(timer))
  })
}

const isReply = (value: unknown): value is AnyAnswer =>
  typeof value === 'object' && value !== null && typeof (value as { ok?: unknown }).ok === 'boolean'

async function attempt(
  action: string,
  input: unknown,
  { key, release: made }: Sent,
  patience: number,
): Promise<AnyAnswer> {
  const envelope = { action, input, release: made ?? release, ...(key === undefined ? {} : { key }) }
  const reply = await withPatience(send(envelope), patience)
  if (!isReply(reply)) throw new Error('not a reply')
  return reply
}

/** What goes with a write: its idempotency key, and the release that made it where that is not this one. */
interface Sent {
  readonly key?: string
  readonly release?: number
}

/**
 * Calls an action by its name. The contract stays with the server: its schemas would weigh on the phone, which never
 * checks with them; only their types come along. A lost reply is asked for once more: a read does no harm twice, and
 * a write carries its key. Where the phone says that there is no network it is tried all the same, but not for long:
 * it may be mistaken. Never throws.
 */
export const call = <Name extends ActionName>(
  action: Name,
  input: Input<Name>,
  sent: Sent = {},
): Promise<Answer<Name>> =>
  // What comes under a name is what the server has checked against the contract's output.
  callByText(action, input, sent) as Promise<Answer<Name>>

/** As `call`, for a name that comes from the phone's storage; the server refuses one that it does not know. */
export async function callByText(action: string, input: unknown, sent: Sent): Promise<AnyAnswer> {
  const believed = isOnline()
  const longest = functionOf(action) === 'files' ? longPatience : patience
  for (let turn = 1; ; turn++) {
    try {
      const reply = await attempt(action, input, sent, believed ? longest : shortPatience)
      seeOnline()
      reached.set(reached.get() + 1)
      if (reply.ok) return { ok: true, data: reply.data }
      if (reply.refused === 'client.too-old') tooOld.set(true)
      return { ok: false, refused: reply.refused }
    } catch {
      if (turn === 2 || !believed || !isOnline()) {
        return { ok: false, refused: isOnline() ? 'network.failed' : 'network.offline' }
      }
    }
  }
}
