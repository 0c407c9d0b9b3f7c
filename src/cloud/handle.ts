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
} from '../contract'
import { limits } from '../contract/limits'
import { permissions } from '../contract/permissions'
import { agrees } from '../domain/people/consent'
import type { Limit } from '../domain/people/limits'
import { asksForRole, nowhere, permit, permitPlain, type Allowed, type As, type Belongs } from '../domain/people/permit'
import { day, minute } from '../domain/time/clock'
import { hashOf } from './hash'
import type { Keys } from './keys'
import type { Log } from './log'
import type { Templates } from './message/templates'
import { counted } from './people/limit'
import type { Row, Store, Write } from './store'
import type { MembershipFields, PersonFields } from './store/documents'
import type { Platform } from './store/platform'

export type MembershipRow = Row<MembershipFields>
export type PersonRow = Row<PersonFields>

/** What stands around every call of a function. */
export interface Surroundings {
  /** Pseudonym of who calls; null where nobody is behind the call. */
  readonly person: string | null
  /** As WeChat says it; empty where nobody is behind the call. For the platform's checks and for sealing only. */
  readonly openid: string
  /** ms since epoch. */
  readonly now: number
  readonly store: Store
  readonly keys: Keys
  readonly platform: Platform
  /** The subscribe messages that this account has; without one of them, its news waits in 消息. */
  readonly templates: Templates
  /** Names the call in the log. */
  readonly requestId: string
  readonly log: Log
  /** Whether the platform's content check lets these words be kept. False also where it could not be asked. */
  isFit(text: string): Promise<boolean>
  /** Says in the log that something could not be done; never what or about whom. */
  note(event: string, fault?: unknown): void
}

/** How a write that settles alone is known again. */
export interface CallMark {
  /** The hash of person, action and key: the `_id` of what the call makes. */
  readonly id: string
  /** A keyed hash of the input: one key is not used for two different things. */
  readonly input: string
  /** How often it was worked out before, because something that must be unique was taken. */
  readonly attempt: number
}
const noCall: CallMark = { id: '', input: '', attempt: 0 }

/** What a handler is given beside its input. */
export interface Context<Loaded = undefined> extends Surroundings {
  /** By which role the call is allowed. */
  readonly as: As<MembershipRow>
  /** Who calls, where the action needs an agreement: read once. Null where nothing is kept about them. */
  readonly self: PersonRow | null
  /** What the loader has read. */
  readonly loaded: Loaded
  /** This call and nothing else: the same for each resend of it. Of a read: empty. */
  readonly call: CallMark
  /** Every membership of who calls that is in force; read when first asked for. */
  memberships(): Promise<readonly MembershipRow[]>
}

/** A write's outcome: the reply, and every document that has to change for it to be true. */
export interface Written<Data> {
  readonly data: Data
  readonly writes: readonly Write[]
  /** What has to be done once the writes hold, such as sending a message; it may fail without harm. */
  readonly after?: () => Promise<void>
}

/** Says what a write did, without doing it: `handle` commits it together with the record for resends. */
export const written = <Data>(data: Data, writes: readonly Write[], after?: () => Promise<void>): Written<Data> => ({
  data,
  writes,
  ...(after ? { after } : {}),
})

type Answer<A extends Action> = A['kind'] extends 'write'
  ? A extends { readonly settles: 'alone' }
    ? Alone<OutputOf<A>>
    : Written<OutputOf<A>>
  : OutputOf<A>
type PersonOf<A extends Action> = { readonly person: A['kind'] extends 'write' ? string : string | null }

/** What a call is about, read once, and whose it is. */
export interface Found<Loaded> {
  readonly loaded: Loaded
  readonly belongs: Belongs
}

export type Load<A extends Action, Loaded> = (
  input: InputOf<A>,
  context: Surroundings & PersonOf<A>,
) => Promise<Found<Loaded> | Refused<A['refusals'][number]>>

/** What settles alone counts by itself how often it was done. */
type OwnRefusal<A extends Action> =
  A['refusals'][number] | (A extends { readonly settles: 'alone' } ? 'rate.limited' : never)

export type Work<A extends Action, Loaded = undefined> = (
  input: InputOf<A>,
  context: Context<Loaded> & PersonOf<A>,
) => Promise<Answer<A> | Refused<OwnRefusal<A>>>

/**
 * The outcome of an action that `settles: 'alone'`: the document that is the whole write. `insert` answers false where
 * it is there already, or where a value of it that must be unique is taken.
 */
export interface Alone<Data> {
  readonly insert: () => Promise<boolean>
  /** The document of this very call, if it is there: what it was filed with, and what was answered. */
  readonly present: () => Promise<{ readonly input: string; readonly data: Data } | null>
  readonly data: Data
}

/** Data for the caller, or a refusal's code. */
export type Handled = { readonly data: unknown } | Refused

export interface Handler {
  readonly action: Action
  run(call: Call, surroundings: Surroundings): Promise<Handled>
}

/** How long the first result of a write is kept for a resend. */
export const resendsKept = 7 * day
/** How long what is worked out anew for a resend is the same look at it; later it is another: counted and logged. */
export const anewFor = 10 * minute
/** How often a write is worked out anew when somebody else wrote what it had read. */
const mostAttempts = 16
/** Or for how long (ms): a function that runs into its time-out says nothing at all. */
const patience = 6_000
/** After so many, they step aside for a moment, each for another one, and for longer the more are in the way (ms). */
const inStep = 2
const stepAside = 200
const longestAside = 800
const aside = (attempt: number) =>
  new Promise((done) => setTimeout(done, Math.random() * Math.min(stepAside * (attempt - inStep), longestAside)))

/** In place of the tables of the contract: for actions of a test's own. */
export interface Rules {
  readonly allowed?: Allowed
  readonly limit?: Limit
}

type AnyLoad = (input: unknown, context: Surroundings) => Promise<Found<unknown> | Refused>
type AnyWork = (input: unknown, context: Context<unknown>) => Promise<unknown>

interface Plan {
  readonly action: Action
  readonly load: AnyLoad
  readonly work: AnyWork
  readonly allowed: Allowed
  readonly limit: Limit | undefined
}

const loadNothing: AnyLoad = () => Promise.resolve({ loaded: undefined, belongs: nowhere })

/**
 * The only way from a call to the work and back: checks the input, reads what the call is about, decides by the table
 * of permissions, runs the work, makes a write, its rate counter and its resend record one commit, and drops from the
 * output whatever its view does not declare. Faults are thrown.
 */
export function handle<A extends Action>(action: A, work: Work<A>, rules?: Rules): Handler
export function handle<A extends Action, Loaded>(
  action: A,
  parts: { readonly load: Load<A, Loaded>; readonly work: Work<A, Loaded> },
  rules?: Rules,
): Handler
export function handle(action: Action, given: unknown, rules: Rules = {}): Handler {
  const { load, work } = (typeof given === 'function' ? { load: loadNothing, work: given } : given) as Plan
  const allowed = rules.allowed ?? (permissions as Readonly<Record<string, Allowed>>)[action.name] ?? {}
  const limit = rules.limit ?? (limits as Readonly<Record<string, Limit>>)[action.name]
  const plan: Plan = { action, load, work, allowed, limit }
  return {
    action,
    async run(call, surroundings) {
      const input = readInput(action, call)
      if (isRefused(input)) return input
      return action.kind === 'read'
        ? read(plan, input.value, surroundings)
        : write(plan, call, input.value, surroundings)
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

/** Once for each call: the memberships of who calls that are in force. */
function membershipsOf({ person, store, now }: Surroundings): () => Promise<readonly MembershipRow[]> {
  let asked: Promise<readonly MembershipRow[]> | undefined
  const ask = async () => {
    if (person === null) return []
    const { rows } = await store.memberships.page({
      where: { person },
      order: 'until',
      direction: 'desc',
      after: null,
      limit: 100,
    })
    return rows.filter(({ state, from, until }) => state === 'active' && from <= now && now < until)
  }
  return () => (asked ??= ask())
}

/** What the call is about and by which role it is allowed, or why it is refused. */
async function enter(
  plan: Plan,
  input: unknown,
  surroundings: Surroundings,
  call = noCall,
): Promise<Context<unknown> | Refused> {
  const { action, allowed, load } = plan
  const { person, store, now } = surroundings
  // Whoever nobody can be is told so first: nothing is read for them.
  if (allowed.visitor !== 'any' && person === null) return { refused: 'caller.unknown' }
  const memberships = membershipsOf(surroundings)
  const found = await load(input, surroundings)
  if (isRefused(found)) {
    // Whether something exists is not for whoever could not see it anyway.
    const known = allowed.visitor || allowed.resident || !asksForRole(allowed) || (await memberships()).length > 0
    return known ? found : { refused: 'role.forbidden' }
  }
  const { loaded, belongs } = found
  const plain = permitPlain(allowed, person, belongs)
  const as: As<MembershipRow> | null = plain
    ? { role: plain.role, membership: null }
    : asksForRole(allowed)
      ? permit(allowed, person, await memberships(), belongs, now)
      : null
  if (!as) return { refused: 'role.forbidden' }
  const self = action.needs && person !== null ? await store.people.find(person) : null
  if (action.needs && !agrees(self?.consents ?? [], action.needs)) return { refused: 'consent.needed' }
  return { ...surroundings, as, self, loaded, memberships, call }
}

async function read(plan: Plan, input: unknown, surroundings: Surroundings): Promise<Handled> {
  const context = await enter(plan, input, surroundings)
  if (isRefused(context)) return context
  const outcome = await plan.work(input, context)
  return isRefused(outcome) ? outcome : { data: v.parse(plan.action.output, outcome) }
}

async function write(plan: Plan, call: Call, input: unknown, surroundings: Surroundings): Promise<Handled> {
  const { action, limit } = plan
  const { person, store, keys, now, note } = surroundings
  if (person === null) return { refused: 'caller.unknown' }
  if (!v.is(keyField, call.key)) return { refused: 'input.invalid' }
  const resendId = hashOf('resend', person, action.name, call.key)
  // By a key: an input may be little more than a phone number, and a plain hash of one is the number.
  const inputHash = keys.lookup('resend', JSON.stringify([resendId, input]))
  if (action.settles === 'alone') return writeAlone(plan, input, surroundings, { id: resendId, input: inputHash })
  const sealedFor = `resends.result:${resendId}`
  const count = async () => (limit ? counted(store, limit, { person, action: action.name, now }) : null)

  const began = Date.now()
  for (let attempt = 1; attempt <= mostAttempts && Date.now() - began < patience; attempt++) {
    if (attempt > inStep) await aside(attempt)
    const kept = await store.resends.find(resendId)
    if (kept && kept.input !== inputHash) return { refused: 'key.reused' }
    if (kept && action.again !== 'anew') return { data: JSON.parse(keys.unseal(kept.result, sealedFor)) as unknown }
    const isResend = kept !== null && now < kept.expiresAt - resendsKept + anewFor

    const counter = isResend ? null : await count()
    if (counter === 'full') return { refused: 'rate.limited' }
    const context = await enter(plan, input, surroundings)
    if (isRefused(context)) return context
    const outcome = await plan.work(input, context)
    if (isRefused(outcome))
      return counter && limit?.countRefused ? countRefusal(store, outcome, counter, count) : outcome
    const { data, writes, after } = outcome as Written<unknown>
    const view = v.parse(action.output, data)
    if (isResend) return { data: view }
    const fields = {
      input: inputHash,
      result: action.again === 'anew' ? '' : keys.seal(JSON.stringify(view), sealedFor),
      expiresAt: now + resendsKept,
    }
    const record = kept
      ? store.resends.replacing({ ...kept, ...fields })
      : store.resends.inserting({ _id: resendId, ...fields })
    // Not done: the same call arrived twice at once, or somebody else wrote what was read. Look again.
    if ((await store.commit([...writes, ...(counter ? [counter] : []), record])) !== 'done') continue
    // It holds already: what fails from here on is taken up by the timer.
    await after?.().catch((fault: unknown) => note('after.failed', fault))
    return { data: view }
  }
  return { refused: 'conflict' }
}

/**
 * A write that is one document. Where it cannot be made, either this very call made it before, and its answer stands; or
 * somebody else took what must be unique, and the work begins anew.
 */
async function writeAlone(
  plan: Plan,
  input: unknown,
  surroundings: Surroundings,
  mark: Omit<CallMark, 'attempt'>,
): Promise<Handled> {
  const began = Date.now()
  for (let attempt = 0; attempt < mostAttempts && Date.now() - began < patience; attempt++) {
    const context = await enter(plan, input, surroundings, { ...mark, attempt })
    if (isRefused(context)) return context
    const outcome = await plan.work(input, context)
    if (isRefused(outcome)) return outcome
    const { insert, present, data } = outcome as Alone<unknown>
    if (await insert()) return { data: v.parse(plan.action.output, data) }
    const before = await present()
    if (before)
      return before.input === mark.input
        ? { data: v.parse(plan.action.output, before.data) }
        : { refused: 'key.reused' }
    if (attempt >= inStep) await aside(attempt + 1)
  }
  return { refused: 'conflict' }
}

/**
 * A refused try counts, so that guessing does not pay, nor guessing much at once: what became of it is told only once it
 * is counted, and to nobody who has none left.
 */
async function countRefusal(
  store: Store,
  refused: Refused,
  first: Write,
  count: () => Promise<Write | 'full' | null>,
): Promise<Refused> {
  let counter: Write | 'full' | null = first
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    if (counter === 'full') return { refused: 'rate.limited' }
    if (counter && (await store.commit([counter])) === 'done') return refused
    counter = await count()
  }
  return { refused: 'conflict' }
}
