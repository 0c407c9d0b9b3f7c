import type { InputOf, submitRequest } from '../../contract'
import { nationalAllowances, startClock, tightened } from '../../domain/request/clock'
import { mayShowWords } from '../../domain/request/kind'
import type { Owner } from '../../domain/request/owner'
import type { RequestEvent } from '../../domain/request/request'
import { calendar } from '../../knowledge/calendar/calendar'
import { requestKind } from '../../knowledge/request-kinds'
import { stateOf, type Judged } from '../content/words'
import type { Behalf } from '../filing/behalf'
import type { FoundPlace } from '../filing/place'
import type { Context } from '../handle'
import { sealedAt } from '../people/ids'
import type { RequestFields } from '../store/documents'
import { derived } from './derive'

/** Everything that was found out of a filing. */
export interface Filing {
  readonly place: FoundPlace
  readonly behalf: Behalf
  readonly owner: Owner
  readonly judged: Exclude<Judged, 'refused'>
  readonly day: string
  readonly serial: number
  readonly turn: string
  /** Below which it was filed; null: by itself. */
  readonly noticeId: string | null
}

type Input = InputOf<typeof submitRequest>
type Called = Context & { readonly person: string }

/** The document of a request that was filed just now. */
export function filed(input: Input, context: Called, filing: Filing): RequestFields & { readonly _id: string } {
  const { now, call, keys, person } = context
  const { place, behalf, owner, judged, day, serial, turn, noticeId } = filing
  const { community, building, estate, unit, grid } = place
  const kind = requestKind(input.matterId)
  const { class: requestClass, isPrivate, isSeen, isDispute } = kind
  const table = tightened(nationalAllowances, community.requestClocks ?? [])
  const start = (purpose: 'response' | 'resolution') => startClock(requestClass, purpose, 'grid', now, table)
  const isAnonymous = input.isAnonymous && kind.mayBeAnonymous
  const events = firstEvents(filing, { now, person })
  const row: RequestFields & { readonly _id: string } = {
    _id: call.id,
    input: call.input,
    ...{ communityId: community._id, day, serial, turn, filer: person },
    ...{ person: behalf.person, filedBy: behalf.filedBy, filedAs: behalf.filedAs },
    ...{ gridId: grid?.id ?? null, estateId: estate.id, buildingId: building._id, unitId: unit?.id ?? null },
    ...{ estateName: estate.name, buildingName: building.name, unitName: unit?.name ?? null },
    where: input.where,
    spot: input.where === 'shared' ? input.spot : null,
    ...contactOf(input, context, { behalf, isAnonymous }),
    ...{ matterId: input.matterId, class: requestClass, isPrivate, isSeen, isDispute },
    ...{ answers: input.answers, called: input.called },
    ...{ words: input.words, wordsState: stateOf(judged), judged, pictures: [...new Set(input.pictures)] },
    isPublic: input.isPublic && mayShowWords(kind),
    isAnonymous,
    ...(noticeId === null ? {} : { noticeId }),
    reach: reachOf(input, context, behalf),
    state: owner.agencyId === null ? 'submitted' : 'assigned',
    ...{ back: null, agencyId: owner.agencyId, agencyName: owner.agencyId === null ? null : owner.agencyName },
    ...{ level: 'grid', tasks: [], response: start('response'), resolution: start('resolution'), run: 1 },
    ...{ holdUntil: null, proposedAt: null, endedAt: null, endedBy: null },
    // Where nobody can be called, nobody is waited for.
    mustCallBack: behalf.person === null && !isAnonymous,
    ...{ supervised: false, extensions: 0, neighbours: [], voices: [], events, mergedInto: null },
    ...{ told: 0, toldTo: 0, marks: [], nextAt: now, filedAt: now, keyId: keys.currentKey },
    ...underived(now),
  }
  return { ...row, ...derived(row, calendar, now) }
}

/** In the place of what `derived` works out of the rest. */
const underived = (now: number) => ({
  ...{ open: true, desk: 'todo' as const, agencies: [], people: [], actors: [] },
  ...{ responseDueAt: now, dueAt: now, provisional: false },
})

/** That it was filed, and, where routing knows whose it is, that it lies with them at once. */
function firstEvents(
  { behalf, owner }: Filing,
  { now, person }: { readonly now: number; readonly person: string },
): RequestEvent[] {
  const plain = { at: now, words: '', wordsState: 'shown', note: '', pictures: [] } as const
  const actor = behalf.filedAs ?? 'owner'
  const filing: RequestEvent = {
    ...plain,
    ...{ id: '1', verb: 'submit', actor, person, role: behalf.filedAs, from: 'submitted', to: 'submitted', data: {} },
  }
  const { agencyId, agencyName } = owner
  if (agencyId === null) return [filing]
  const data = { agencyId, agencyName }
  return [
    filing,
    {
      ...plain,
      ...{
        id: '2',
        verb: 'assign',
        actor: 'system',
        person: null,
        role: null,
        from: 'submitted',
        to: 'assigned',
        data,
      },
    },
  ]
}

/** Whose room, number and name it is, sealed. Of somebody who is not to be known nothing is kept. */
function contactOf(
  { where, room, behalf }: Input,
  { call, keys }: Called,
  given: { readonly behalf: Behalf; readonly isAnonymous: boolean },
): Pick<RequestFields, 'room' | 'phone' | 'behalf'> {
  const sealed = (field: string, text: string | null) =>
    text === null || given.isAnonymous ? null : keys.seal(text, sealedAt('requests', field, call.id))
  return {
    // A visitor without a phone is told at their own door, wherever the trouble is.
    room: sealed('room', where === 'home' || behalf?.kind === 'office' ? room : null),
    phone: sealed('phone', given.behalf.phone),
    behalf: behalf && {
      kind: behalf.kind,
      name: sealed('behalf.name', behalf.name),
      phone: sealed('behalf.phone', given.behalf.behalfPhone),
    },
  }
}

/** Nobody is promised a call to a number that nobody has. */
function reachOf({ reach, behalf: forSomebody }: Input, { self }: Called, { person, phone, behalfPhone }: Behalf) {
  const hasOwn = self?.phone != null && forSomebody?.kind !== 'office'
  if (reach !== 'call' || phone !== null || behalfPhone !== null || hasOwn) return reach
  return person === null ? 'visit' : 'message'
}
