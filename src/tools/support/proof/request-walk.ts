import { isDeepStrictEqual } from 'node:util'
import { release, type Reply } from '../../../contract'
import { openStates, requestMoves, requestStates, requestVerbs } from '../../../domain/request/verbs'
import type { RequestMove, RequestState, RequestVerb } from '../../../domain/request/verbs'
import { day } from '../../../domain/time/clock'
import type { LocalCloud } from '../../../local/start'
import { fresh, freshKey, keys, membershipDocument, personDocument, put } from './documents'
import { requestDocument, type RequestDocument } from './request-document'
import { here, hereAgency, hereGrid, there } from './situations'

/** Everybody who may try a step. The first six stand in the table of verbs, the others nowhere. */
const walkers = [
  ...(['owner', 'neighbour', 'handler', 'duty', 'grid-leader', 'secretary'] as const),
  ...(['stranger', 'visitor', 'volunteer', 'street', 'handler elsewhere', 'grid leader elsewhere'] as const),
  ...(['secretary elsewhere', 'handler, revoked'] as const),
] as const
type Walker = (typeof walkers)[number]

export interface RequestCell {
  readonly state: RequestState
  readonly verb: RequestVerb
  readonly by: Walker
}

/** state × verb × role. */
export const requestCells: readonly RequestCell[] = requestStates.flatMap((state) =>
  requestVerbs.flatMap((verb) => walkers.map((by) => ({ state, verb, by }))),
)

export const cellName = ({ state, verb, by }: RequestCell): string => `${verb} of what is ${state}, by ${by}`

/** What nobody asks for: it makes the request, or happens by itself. */
const unasked: readonly RequestVerb[] = ['submit', 'resolve-by-silence', 'archive']

/** What a cell has to be answered (`done`, or why not), and where the request is then; null: where it was. */
export interface CellAnswer {
  readonly answer: string
  readonly to: RequestState | null
}

/** Read off the table as a person would: it shares nothing with what the server does with it. */
export function expectedOf({ state, verb, by }: RequestCell): CellAnswer {
  const move: RequestMove = requestMoves[verb]
  const refusal = (answer: string): CellAnswer => ({ answer, to: null })
  if (unasked.includes(verb)) return refusal('input.invalid')
  if (by === 'visitor') return refusal('caller.unknown')
  if (!move.by.some((actor) => actor === by)) {
    return refusal(isInTable(by) ? 'request.not-yours' : 'role.forbidden')
  }
  if (!move.from.includes(state)) return refusal('request.not-now')
  return { answer: 'done', to: destinationOf(move, { state, verb, by }) }
}

const isInTable = (by: Walker): boolean => walkers.indexOf(by) < 6

function destinationOf({ to }: RequestMove, { state, verb, by }: RequestCell): RequestState {
  if (to === 'same') return state
  if (to === 'back') return 'assigned'
  if (to !== 'outcome') return to
  // Of the owner a confirmation ends it; a neighbour's is a voice. Nobody answered the call. It goes on for a neighbour.
  return verb === 'confirm' && by === 'owner' ? 'resolved' : state
}

const everywhere = { communityId: here, gridId: null, agencyId: null } as const
const roles: Readonly<Partial<Record<Walker, Parameters<typeof membershipDocument>[1]>>> = {
  handler: { role: 'handler', ...everywhere, agencyId: hereAgency },
  duty: { role: 'duty', ...everywhere },
  'grid-leader': { role: 'grid-leader', ...everywhere, gridId: hereGrid },
  secretary: { role: 'secretary', ...everywhere },
  volunteer: { role: 'volunteer', ...everywhere },
  street: { role: 'street', ...everywhere },
  'handler elsewhere': { role: 'handler', ...everywhere, agencyId: 'west-power' },
  'grid leader elsewhere': { role: 'grid-leader', ...everywhere, gridId: 'west-2' },
  'secretary elsewhere': { role: 'secretary', ...everywhere, communityId: there },
  'handler, revoked': { role: 'handler', ...everywhere, agencyId: hereAgency, standing: 'revoked' },
}

/** One of each, whom nobody has seen before. */
function people({ database, clock }: LocalCloud): Readonly<Record<Walker, string>> {
  const now = clock.now()
  const entries = walkers.map((walker) => {
    const openid = fresh('openid-of-walker')
    put(database, 'people', [personDocument(openid, {}, now)])
    const held = roles[walker]
    if (held) put(database, 'memberships', [membershipDocument(keys.person(openid), held, now)])
    return [walker, openid] as const
  })
  return Object.fromEntries(entries) as Record<Walker, string>
}

type Cast = Readonly<Record<Walker, string>>

/** A request in a state, such that whatever the table allows can be done to it. */
function requestIn(state: RequestState, verb: RequestVerb, cast: Cast, now: number): RequestDocument {
  const isPaused = state === 'info-requested' || state === 'on-hold'
  const isOver = !(openStates as readonly RequestState[]).includes(state)
  const place = { communityId: here, gridId: hereGrid, agencyId: hereAgency }
  const task = {
    id: '1',
    agencyId: hereAgency,
    agencyName: '和苑物业',
    what: '水泵',
    state: 'open',
    doneAt: null,
  } as const
  const plain = requestDocument(keys.person(cast.owner), place, now)
  const { resolution } = plain
  return requestDocument(keys.person(cast.owner), place, now, {
    ...{ state, isDispute: true, isSeen: false, _id: fresh('walked') },
    neighbours: [{ person: keys.person(cast.neighbour), at: now }],
    // Nothing can be proposed while a task is open.
    tasks: verb === 'task-done' || verb === 'task-return' ? [task] : [],
    ...(isPaused ? { back: 'assigned', resolution: { ...resolution, pauses: [{ from: now, until: null }] } } : {}),
    ...(state === 'on-hold' ? { holdUntil: now + day } : {}),
    ...(state === 'awaiting-confirmation' ? { proposedAt: now } : {}),
    ...(isOver ? { endedAt: now, endedBy: 'owner', resolution: { ...resolution, stoppedAt: now } } : {}),
  })
}

/** The step with everything that it needs. `into`: a request that can take another in. */
function deedOf(verb: RequestVerb, { now, into }: { readonly now: number; readonly into: string }): object {
  const words = '说明'
  const shown = { words, pictures: [] }
  const fields: Readonly<Partial<Record<RequestVerb, object>>> = {
    assign: { agencyId: hereAgency, words },
    contact: { reached: true, words },
    'supply-info': shown,
    refer: { to: '街道办', words },
    return: { agencyId: null, words },
    hold: { until: now + day, words },
    extend: { days: 1, words },
    'propose-resolution': shown,
    contest: shown,
    reopen: shown,
    decline: { whose: '街道办', words },
    merge: { into, words },
    'call-back': { heard: 'no-answer', words },
    rate: { solved: true, satisfied: true, words },
    leave: {},
    whistle: { at: now + day, place: '小区门口', agencyIds: [hereAgency], words },
    'whistle-note': { came: [hereAgency], ...shown },
    meet: { at: now + day, place: '议事厅', who: '两家', words },
    'meet-note': { who: '两家', followUpAt: null, words },
    split: { tasks: [{ agencyId: hereAgency, what: '水泵' }], words },
    'task-done': { taskId: '1', ...shown },
    'task-return': { taskId: '1', agencyId: null, words },
    note: {},
    archive: {},
    'resolve-by-silence': {},
  }
  return { verb, ...(fields[verb] ?? { words }) }
}

export interface RequestsWalked {
  readonly cells: number
  readonly allowed: number
  /** Cells that were answered otherwise than the table says, or that left something else behind. */
  readonly wrong: readonly string[]
}

const atOnce = 4

/** Asks the product's own bundle for each cell, about a request of its own. */
export async function walkRequests(cloud: LocalCloud, cells = requestCells): Promise<RequestsWalked> {
  const cast = people(cloud)
  const wrong: string[] = []
  const queue = cells.values()
  let allowed = 0
  const worker = async () => {
    for (const cell of queue) {
      const expected = expectedOf(cell)
      if (expected.answer === 'done') allowed++
      const fault = await faultOf(cloud, cast, cell, expected)
      if (fault !== null) wrong.push(`${cellName(cell)}: ${fault}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return { cells: cells.length, allowed, wrong }
}

async function faultOf(cloud: LocalCloud, cast: Cast, cell: RequestCell, expected: CellAnswer): Promise<string | null> {
  const { database, clock } = cloud
  const now = clock.now()
  const { state, verb, by } = cell
  const other = requestDocument(
    keys.person(cast.stranger),
    { communityId: here, gridId: hereGrid, agencyId: null },
    now,
  )
  const row = requestIn(state, verb, cast, now)
  put(database, 'requests', verb === 'merge' ? [row, other] : [row])
  const before = database.get('requests', row._id)
  const deed = deedOf(verb, { now, into: other._id })
  const note = verb === 'note' ? '内部' : null
  const input = { requestId: row._id, seen: row.events.length, note, deed }
  const openid = by === 'visitor' ? {} : { openid: cast[by] }
  const call = { action: 'request.act', release, input, key: freshKey() }
  const reply = (await cloud.invoke('api', call, { source: 'wx_client', ...openid })) as Reply
  const after = database.get('requests', row._id)
  database.remove('requests', { _id: row._id })
  database.remove('requests', { _id: other._id })
  const answer = reply.ok ? 'done' : reply.refused
  if (answer !== expected.answer) return `${answer}, not ${expected.answer}`
  if (!reply.ok) return isDeepStrictEqual(after, before) ? null : 'it was refused, and changed it'
  return leftBehind(after as unknown as RequestDocument, row, cell, expected)
}

/** What an accepted step must leave behind: one more event, which says so, and the state. */
function leftBehind(after: RequestDocument, before: RequestDocument, cell: RequestCell, { to }: CellAnswer) {
  const event = after.events.at(-1)
  if (after.state !== to) return `it is ${after.state} now, not ${to ?? cell.state}`
  if (after.events.length !== before.events.length + 1) return `${after.events.length} events`
  if (
    !isDeepStrictEqual(
      after.events.slice(0, -1).map(({ id }) => id),
      before.events.map(({ id }) => id),
    )
  )
    return 'its history was changed'
  const isSaid = event?.verb === cell.verb && event.actor === cell.by && event.from === cell.state && event.to === to
  return isSaid ? null : 'its last event says something else'
}
