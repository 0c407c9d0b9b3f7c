import type * as v from 'valibot'
import type { Purpose } from '../domain/people/consent'

/** Refusals that any action may answer; each action adds its own. */
export const commonRefusals = [
  /** There is no such action (in this release). */
  'action.unknown',
  /** The input is not of the action's shape. */
  'input.invalid',
  /** The call is larger than `mostCallBytes`. */
  'input.too-large',
  /** The same idempotency key came with another input. */
  'key.reused',
  /** The mini program is older than the input that is still understood: it has to be updated. */
  'client.too-old',
  /** A write needs somebody: the call carried no identity. */
  'caller.unknown',
  /** It needs the person's agreement to the privacy notice first; `needs` says to what. */
  'consent.needed',
  /** None of the caller's roles reaches it; nor does it say whether it exists. */
  'role.forbidden',
  /** This person has done it as often as the table of limits allows. */
  'rate.limited',
  /** Somebody else wrote at the same moment, again and again. */
  'conflict',
  /** A fault of ours; it is logged with the reply's request id. */
  'server.failed',
] as const
export type CommonRefusal = (typeof commonRefusals)[number]

/** Bytes of a whole call, as JSON in UTF-8. */
export const mostCallBytes = 64 * 1024

/**
 * Counts the releases whose contract changed. A call says which one it was built with; the previous one's
 * input is still understood.
 */
export const release = 1

export type Schema = v.GenericSchema

/** What the previous release sent, and how it becomes today's input. */
export interface Previous<Input extends Schema> {
  readonly input: Schema
  readonly upgrade: (old: never) => v.InferInput<Input>
}

export interface Action<
  Name extends string = string,
  Kind extends 'read' | 'write' = 'read' | 'write',
  Input extends Schema = Schema,
  Output extends Schema = Schema,
  Refusal extends string = string,
> {
  /** `area.verb` */
  readonly name: Name
  /** A write carries an idempotency key; a resend gets the first result. Who may call stands in `permissions`. */
  readonly kind: Kind
  /** To what the caller must have agreed. */
  readonly needs?: readonly Purpose[]
  /**
   * `anew`: the result tells what must not lie about with the resend record (a phone number, an export). A resend then
   * works it out again, and changes nothing.
   */
  readonly again?: 'anew'
  /**
   * `alone`: the write is one document, by one insert or compare-and-set. Either it is made, and its `_id` is the call's
   * own; or it is such that doing it twice changes nothing. Its being there is the resend record
   * and its fields count the tries, so that it needs no transaction: one round trip decides.
   */
  readonly settles?: 'alone'
  readonly input: Input
  /** Whatever the view does not declare is dropped from the reply. */
  readonly output: Output
  readonly refusals: readonly Refusal[]
  readonly previous?: Previous<Input>
}

/** Declares an action; its name, types and refusals are inferred. */
export const action = <
  const Name extends string,
  const Kind extends 'read' | 'write',
  Input extends Schema,
  Output extends Schema,
  const Refusal extends string,
>(
  declared: Action<Name, Kind, Input, Output, Refusal>,
): Action<Name, Kind, Input, Output, Refusal> => declared

/** The same as one whose write is a single document, see `settles`. */
export const alone = <A extends Action>(declared: A): A & { readonly settles: 'alone' } => ({
  ...declared,
  settles: 'alone',
})

export type InputOf<A extends Action> = v.InferOutput<A['input']>
export type OutputOf<A extends Action> = v.InferOutput<A['output']>
export type RefusalOf<A extends Action> = A['refusals'][number] | CommonRefusal

/** What crosses the wire to the function `api`. */
export interface Call {
  readonly action: string
  readonly input: unknown
  /** The client's idempotency key; writes only. */
  readonly key?: string
  /** `release` of the client that calls. */
  readonly release: number
}

/** What comes back. `requestId` finds the call in the log. */
export type Reply<Data = unknown, Refusal extends string = string> =
  | { readonly ok: true; readonly data: Data; readonly requestId: string }
  | { readonly ok: false; readonly refused: Refusal; readonly requestId: string }

export type ReplyOf<A extends Action> = Reply<OutputOf<A>, RefusalOf<A>>

/** A refusal as a value, inside the server. */
export interface Refused<Code extends string = string> {
  readonly refused: Code
}
export const refuse = <const Code extends string>(code: Code): Refused<Code> => ({ refused: code })
export const isRefused = (value: unknown): value is Refused =>
  typeof value === 'object' && value !== null && 'refused' in value && typeof value.refused === 'string'
