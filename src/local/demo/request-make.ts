import { isRefused } from '../../contract'
import { readKeys } from '../../cloud/keys'
import { sealedAt } from '../../cloud/people/ids'
import { derived } from '../../cloud/request/derive'
import type { RequestFields } from '../../cloud/store/documents'
import { actOn, takenIn, type RequestDeed, type RequestRules, type RequestWho } from '../../domain/request/act'
import { nationalAllowances, startClock } from '../../domain/request/clock'
import { admittedMark, askingDue, followUpsDue, nextLook, remindersDue } from '../../domain/request/due'
import { mayShowWords } from '../../domain/request/kind'
import { numberOf } from '../../domain/request/number'
import type { RequestEvent } from '../../domain/request/request'
import { dayOf } from '../../domain/time/clock'
import { calendar } from '../../knowledge/calendar/calendar'
import { requestKind } from '../../knowledge/request-kinds'
import { developmentKeys } from '../development-keys'
import { demo } from './index'
import { demoMembers } from './people'

const keys = readKeys(developmentKeys)

export type RequestDocument = RequestFields & { readonly _id: string }

/** A step of the demo: by whom (a member's openid, a resident's, or null: by itself), and when (ms). */
export interface DemoStep {
  readonly at: number
  readonly by: string | null
  readonly deed: RequestDeed
  readonly note?: string
}

export interface DemoRequest {
  readonly id: string
  /** openid; null: somebody without a phone, for whom the office wrote. */
  readonly by: string | null
  /** openid of the member who wrote it for a visitor. */
  readonly writtenBy?: string
  readonly building: string
  readonly unit?: number
  readonly matter: string | null
  readonly words: string
  readonly spot?: string
  readonly room?: string
  /** Made up as all of them: the prefix 000 does not exist. */
  readonly phone?: string
  readonly behalf?: { readonly kind: 'family' | 'office'; readonly name: string }
  /** Whose it is by routing; null: the grid leader's. */
  readonly agency: string | null
  readonly filedAt: number
  readonly joined?: readonly string[]
  readonly steps: readonly DemoStep[]
}

function placeOf({ building: id, unit }: DemoRequest) {
  const building = demo.buildings.find(({ _id }) => _id === id)
  const community = demo.communities.find(({ _id }) => _id === building?.communityId)
  const estate = community?.estates.find((one) => one.id === building?.estateId)
  if (!building || !community || !estate) throw new Error(`the demo has no building ${id}`)
  return { building, community, estate, unit: unit === undefined ? null : (building.units[unit - 1] ?? null) }
}

const agencyName = (communityId: string, id: string): string | null =>
  demo.communities.find(({ _id }) => _id === communityId)?.agencies.find((one) => one.id === id)?.name ?? null

/** The request as it was filed. */
function filed(given: DemoRequest, serial: number): RequestDocument {
  const { building, community, estate, unit } = placeOf(given)
  const { id: _id, by, filedAt, matter, agency, room = null, phone = null, behalf = null } = given
  const kind = requestKind(matter)
  const person = by === null ? null : keys.person(by)
  const isFamily = behalf?.kind === 'family'
  const writer = given.writtenBy === undefined ? person : keys.person(given.writtenBy)
  const member = demoMembers.find(({ openid }) => openid === given.writtenBy)
  const seal = (field: string, text: string | null) =>
    text === null ? null : keys.seal(text, sealedAt('requests', field, _id))
  const plain = { wordsState: 'shown', note: '', pictures: [], words: '' } as const
  const submitted: RequestEvent = {
    ...{ ...plain, id: '1', at: filedAt, verb: 'submit', person: writer, role: member?.role ?? null, data: {} },
    ...{ actor: member ? 'duty' : 'owner', from: 'submitted', to: 'submitted' },
  }
  const name = agency === null ? null : agencyName(community._id, agency)
  const routed: RequestEvent = {
    ...{ ...plain, id: '2', at: filedAt, verb: 'assign', actor: 'system', person: null, role: null },
    ...{ from: 'submitted', to: 'assigned', data: { agencyId: agency, agencyName: name } },
  }
  const clock = (purpose: 'response' | 'resolution') =>
    startClock(kind.class, purpose, 'grid', filedAt, nationalAllowances)
  return {
    _id,
    ...{ input: `demo-${_id}`, communityId: community._id, day: dayOf(filedAt), serial, turn: `demo-${_id}` },
    ...{ filer: writer, person: isFamily ? null : person, filedBy: isFamily || member ? writer : null },
    ...{ filedAs: member?.role ?? null, people: [], actors: [] },
    ...{ gridId: building.gridId, estateId: estate.id, buildingId: building._id, unitId: unit?.id ?? null },
    ...{ estateName: estate.name, buildingName: building.name, unitName: unit?.name ?? null },
    ...{ where: given.spot === undefined ? 'home' : 'shared', spot: given.spot ?? null, room: seal('room', room) },
    ...{ matterId: matter, class: kind.class, isPrivate: kind.isPrivate, isSeen: kind.isSeen },
    ...{ isDispute: kind.isDispute, answers: [], called: [], words: given.words, wordsState: 'shown', judged: 'shown' },
    ...{ pictures: [], isPublic: mayShowWords(kind), isAnonymous: false, reach: phone === null ? 'message' : 'call' },
    phone: seal('phone', behalf === null ? phone : null),
    behalf: behalf && {
      kind: behalf.kind,
      name: seal('behalf.name', behalf.name),
      phone: seal('behalf.phone', phone),
    },
    ...{ state: agency === null ? 'submitted' : 'assigned', open: true, desk: 'todo', back: null },
    ...{ agencyId: agency, agencyName: name, agencies: [], level: 'grid', tasks: [] },
    ...{ response: clock('response'), resolution: clock('resolution'), run: 1, responseDueAt: 0, dueAt: 0 },
    ...{ provisional: false, holdUntil: null, proposedAt: null, endedAt: null, endedBy: null },
    ...{ mustCallBack: isFamily || person === null, supervised: false, extensions: 0 },
    ...{ neighbours: [], voices: [], events: agency === null ? [submitted] : [submitted, routed], mergedInto: null },
    ...{ told: 0, toldTo: 0, marks: [admittedMark], nextAt: filedAt, filedAt, keyId: keys.currentKey },
  }
}

function joinedBy(row: RequestDocument, openid: string): RequestDocument {
  const person = keys.person(openid)
  const { state, events } = row
  const at = (events.at(-1)?.at ?? row.filedAt) + 1
  const event: RequestEvent = {
    ...{ id: String(events.length + 1), at, verb: 'join', actor: 'neighbour', person, role: null, from: state },
    ...{ to: state, words: '', wordsState: 'shown', note: '', pictures: [], data: {} },
  }
  return { ...row, neighbours: [...row.neighbours, { person, at }], events: [...events, event] }
}

function whoOf(row: RequestDocument, { by, at }: DemoStep): RequestWho {
  if (by === null) return { actor: 'system', person: null, role: null, agencyId: null, now: at }
  const person = keys.person(by)
  const member = demoMembers.find(({ openid }) => openid === by)
  const role = member?.role
  if (role === 'handler' || role === 'duty' || role === 'grid-leader' || role === 'secretary') {
    return { actor: role, person, role, agencyId: member?.agencyId ?? null, now: at }
  }
  const actor = row.neighbours.some((one) => one.person === person) ? 'neighbour' : 'owner'
  return { actor, person, role: null, agencyId: null, now: at }
}

/** A picture of what was done: the demo keeps none, so that none is shown. */
const proof = 'demo-proof'
const shown = (deed: RequestDeed): RequestDeed =>
  deed.verb === 'propose-resolution' && deed.pictures.length === 0 ? { ...deed, pictures: [proof] } : deed
const withoutProof = (events: readonly RequestEvent[]) =>
  events.map((event) => ({ ...event, pictures: event.pictures.filter((id) => id !== proof) }))

function acted(row: RequestDocument, step: DemoStep): RequestDocument {
  const rules: RequestRules = {
    ...{ calendar, clocks: nationalAllowances },
    agencyName: (id) => agencyName(row.communityId, id),
  }
  const said = { wordsState: 'shown', note: step.note ?? '' } as const
  const done = actOn(row, shown(step.deed), whoOf(row, step), said, rules)
  if (isRefused(done)) throw new Error(`the demo’s ${row._id} cannot ${step.deed.verb}: ${done.refused}`)
  return { ...row, ...(done.request as Partial<RequestDocument>) }
}

/** As if the timer had told everybody everything until `now`. */
function settled(row: RequestDocument, now: number): RequestDocument {
  const told = { ...row, events: withoutProof(row.events), told: row.events.length }
  const marks = [
    ...told.marks,
    ...remindersDue(told, now, calendar).flatMap((one) => one.marks),
    ...askingDue(told, now),
    ...followUpsDue(told, now),
  ]
  const whole = { ...told, marks }
  const reckoned = { ...whole, ...derived(whole, calendar, now) }
  return { ...reckoned, nextAt: nextLook(reckoned, now, calendar) }
}

/** The requests of the demo as documents; `into`: which one takes which in. */
export function requestDocuments(
  given: readonly DemoRequest[],
  into: Readonly<Record<string, string>>,
  now: number,
): readonly RequestDocument[] {
  const serials = new Map<string, number>()
  const rows = new Map<string, RequestDocument>()
  for (const one of [...given].sort((a, b) => a.filedAt - b.filedAt)) {
    const key = `${placeOf(one).community._id} ${dayOf(one.filedAt)}`
    const serial = (serials.get(key) ?? 0) + 1
    serials.set(key, serial)
    const begun = (one.joined ?? []).reduce(joinedBy, filed(one, serial))
    rows.set(one.id, one.steps.reduce(acted, begun))
  }
  for (const [from, to] of Object.entries(into)) merge(rows, from, to)
  return [...rows.values()].map((row) => settled(row, now))
}

/** The one that was taken in says so already; now the other takes its people over. */
function merge(rows: Map<string, RequestDocument>, from: string, to: string): void {
  const source = rows.get(from)
  const target = rows.get(to)
  const event = source?.events.at(-1)
  if (!source || !target || event?.verb !== 'merge') throw new Error(`the demo cannot merge ${from} into ${to}`)
  const who = { actor: event.actor, person: event.person, role: event.role, agencyId: null, now: event.at }
  const taken = takenIn(target, source, numberOf(source), who)
  if (isRefused(taken)) throw new Error(`the demo’s ${to} cannot take in ${from}: ${taken.refused}`)
  rows.set(to, { ...target, ...(taken.request as Partial<RequestDocument>) })
}
