import type { RequestEvent } from './request'
import type { RequestEventKind } from './verbs'

/** What the figures know of a step. */
export type HandedOn = Pick<RequestEvent, 'at' | 'verb' | 'actor' | 'from' | 'to' | 'data'>

/** Where a request can lie. `filed`: it came from the resident. `outside`: somebody who is not with us. */
export const deskKinds = ['filed', 'leader', 'agency', 'outside'] as const
export interface Desk {
  readonly kind: (typeof deskKinds)[number]
  /** An agency's; null for the others. */
  readonly name: string | null
}

/** From the desk of one to the next: `ms` (median) until it was touched there, nights and weekends included. */
export interface HandOver {
  readonly from: Desk
  readonly to: Desk
  readonly count: number
  readonly ms: number
}

interface Lying {
  readonly from: Desk
  readonly to: Desk
  readonly since: number
}
type Wait = Omit<HandOver, 'count'>

const filed: Desk = { kind: 'filed', name: null }
const leader: Desk = { kind: 'leader', name: null }
const outside: Desk = { kind: 'outside', name: null }

/** Somebody has begun with it. */
const touches: readonly RequestEventKind[] = [
  'accept',
  'start',
  'contact',
  'request-info',
  'hold',
  'propose-resolution',
  'decline',
  'split',
  'return',
]
/** It lay there until somebody moved it on, whoever that was. */
const moves: readonly RequestEventKind[] = ['assign', 'refer', 'return', 'accept', 'decline']

/** Whether a step ends the time in which it lay untouched. Agencies touch what is theirs, keepers everything else. */
function ends({ verb, actor }: HandedOn, { to }: Lying): boolean {
  if (moves.includes(verb)) return true
  const isTheirs = to.kind === 'agency' ? actor === 'handler' : actor === 'grid-leader' || actor === 'secretary'
  return isTheirs && touches.includes(verb)
}

/** On whose desk a step puts it; null: it stays. */
function deskAfter({ verb, data }: HandedOn): Desk | null {
  if (verb === 'assign') {
    const { agencyName } = data
    return { kind: 'agency', name: typeof agencyName === 'string' ? agencyName : null }
  }
  if (verb === 'refer') return outside
  return verb === 'return' || verb === 'accept' ? leader : null
}

/**
 * How long a request lay on each desk that it was put on, until it was touched there; what still lies, or was
 * taken back untouched, is left out.
 */
export function waitsOf(events: readonly HandedOn[]): readonly Wait[] {
  const waits: Wait[] = []
  let desk = filed
  let lying: Lying | null = null
  for (const event of events) {
    const { at, verb, actor } = event
    // Whom the rule of 找谁 gives it to at once gets it from the resident.
    const isRouted = verb === 'assign' && actor === 'system'
    if (lying && !isRouted && ends(event, lying)) {
      waits.push({ from: lying.from, to: lying.to, ms: at - lying.since })
      lying = null
    }
    const next = verb === 'submit' ? leader : deskAfter(event)
    if (!next) continue
    // Whoever takes it upon themselves has touched it.
    if (verb !== 'accept') lying = { from: isRouted ? filed : desk, to: next, since: at }
    desk = next
  }
  return waits
}

/** Fewer are chance. */
export const fewestHandOvers = 3
const mostHandOvers = 10

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  const middle = sorted.length / 2
  const [low = 0, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1)
  return Math.round((low + high) / 2)
}

/** The slowest ways from one desk to the next; each as often as it says, and never of one person. */
export function handOversOf(histories: readonly (readonly HandedOn[])[]): readonly HandOver[] {
  const ways = new Map<string, Wait[]>()
  for (const wait of histories.flatMap(waitsOf)) {
    const way = JSON.stringify([wait.from, wait.to])
    const known = ways.get(way)
    if (known) known.push(wait)
    else ways.set(way, [wait])
  }
  return [...ways.values()]
    .filter((waits) => waits.length >= fewestHandOvers)
    .flatMap((waits) => {
      const [first] = waits
      return first
        ? [{ from: first.from, to: first.to, count: waits.length, ms: median(waits.map(({ ms }) => ms)) }]
        : []
    })
    .sort((one, other) => other.ms - one.ms)
    .slice(0, mostHandOvers)
}
