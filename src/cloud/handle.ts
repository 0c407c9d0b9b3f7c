import * as v from 'valibot'
import {
  isRefused,
  key as keyField,
  release,
  type Action,
  type Call,
  type InputOf,
  type OutputOf,
  type Refused,
  type Schema,
} from '../contract'
import { day } from '../domain/time/clock'
import { hashOf } from './hash'
import type { Store, Write } from './store'

/** What a handler is given beside its input. */
export interface Context {
  /** Pseudonym of who calls; null where nobody is behind the call. */
  readonly person: string | null
  /** ms since epoch. */
  readonly now: number
  readonly store: Store
  /** Whether the platform's content check lets these words be kept. False also where it could not be asked. */
  isFit(text: string): Promise<boolean>
}

/** A write's outcome: the reply, and every document that has to change for it to be true. */
export interface Written<Data> {
  readonly data: Data
  readonly writes: readonly Write[]
}

/** Says what a write did, without doing it: `handle` commits it together with the record for resends. */
export const written = <Data>(data: Data, writes: readonly Write[]): Written<Data> => ({ data, writes })

type Answer<A extends Action> = A['kind'] extends 'write' ? Written<OutputOf<A>> : OutputOf<A>
export type Work<A extends Action> = (
  input: InputOf<A>,
  context: Context & { readonly person: A['kind'] extends 'write' ? string : string | null },
) => Promise<Answer<A> | Refused<A['refusals'][number]>>

/** Data for the caller, or a refusal's code. */
export type Handled = { readonly data: unknown } | Refused

export interface Handler {
  readonly action: Action
  run(call: Call, context: Context): Promise<Handled>
}

/** How long the first result of a write is kept for a resend. */
export const resendsKept = 7 * day
/** How often a write is worked out anew when somebody else wrote what it had read. */
const mostAttempts = 4

/**
 * The only way from a call to the work and back: checks the input, runs the work, makes a write and its resend
 * record one commit, and drops from the output whatever its view does not declare. Faults are thrown.
 */
export function handle<A extends Action>(action: A, work: Work<A>): Handler {
  const doWork = work as unknown as (input: unknown, context: Context) => Promise<unknown>
  return {
    action,
    async run(call, context) {
      const input = readInput(action, call)
      if (isRefused(input)) return input
      if (action.kind === 'read') {
        const outcome = await doWork(input.value, context)
        return isRefused(outcome) ? outcome : { data: v.parse(action.output, outcome) }
      }
      return write(action, doWork, call, input.value, context)
    },
  }
}

function readInput(action: Action, call: Call): { value: unknown } | Refused {
  const parsed = v.safeParse(action.input, call.input)
  if (parsed.success) return { value: parsed.output }
  if (call.release >= release) return { refused: 'input.invalid' }
  const { previous } = action
  const old = previous && call.release === release - 1 ? v.safeParse(previous.input, call.input) : null
  if (!old?.success) return { refused: 'client.too-old' }
  return { value: v.parse(action.input, previous?.upgrade(old.output as never)) }
}

async function write(
  action: Action<string, 'read' | 'write', Schema, Schema>,
  work: (input: unknown, context: Context) => Promise<unknown>,
  call: Call,
  input: unknown,
  context: Context,
): Promise<Handled> {
  const { person, store, now } = context
  if (person === null) return { refused: 'caller.unknown' }
  if (!v.is(keyField, call.key)) return { refused: 'input.invalid' }
  const resendId = hashOf('resend', person, action.name, call.key)
  const inputHash = hashOf(JSON.stringify(input))

  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const first = await store.resends.find(resendId)
    if (first)
      return first.input === inputHash ? { data: JSON.parse(first.result) as unknown } : { refused: 'key.reused' }

    const outcome = await work(input, context)
    if (isRefused(outcome)) return outcome
    const { data, writes } = outcome as Written<unknown>
    const view = v.parse(action.output, data)
    const record = store.resends.inserting({
      _id: resendId,
      input: inputHash,
      result: JSON.stringify(view),
      expiresAt: now + resendsKept,
    })
    // Not done: the same call arrived twice at once, or somebody else wrote what was read. Look again.
    if ((await store.commit([...writes, record])) === 'done') return { data: view }
  }
  return { refused: 'conflict' }
}
