import type { LocalCloud } from '../../../local/start'
import type { RolePlace } from '../../../domain/people/roles'
import type { RequestEvent } from '../../../domain/request/request'
import { dayOf } from '../../../domain/time/clock'
import { checkDocument, keys, put } from './documents'
import { requestDocument, requestEvent, sealedInRequest, type RequestDocument } from './request-document'
import type { Secret, SecretKind, Stand } from './secret-world'
import { nextNumber, word } from './secret-word'
import { hereAgency } from './situations'

/** What of a request decides who may know what of it. */
export interface SecretRequest {
  readonly place: RolePlace
  /** Openids of whose it is, or who wrote it for their family. */
  readonly owners: readonly string[]
  readonly neighbours: readonly string[]
  /** Whether words of it may be read by anybody. */
  readonly isOpenToAll: boolean
  /** Whether anybody may read what those who work on it say in public. */
  readonly isTold: boolean
  /** In a place that everybody shares: its pictures may be seen, too. */
  readonly isShared: boolean
  readonly isAnonymous: boolean
  readonly isPrivate: boolean
  /** Whether somebody may still have to be called about it. */
  readonly isCalled: boolean
}

/** One kind of request that people keep something of for themselves. */
interface Variant {
  readonly over: Partial<RequestDocument>
  readonly stand: Stand
  readonly isHome?: true
  /** Filed at the station, for somebody who is not with us. */
  readonly isVisitors?: true
  /** The grid leader's, and no agency's. */
  readonly isLeaders?: true
}

const variants: readonly Variant[] = [
  { over: {}, stand: 'shown' },
  {
    ...{ stand: 'shown', isHome: true, isLeaders: true },
    over: { matterId: 'elder-alone', isPrivate: true, isPublic: false },
  },
  { over: {}, stand: 'waiting' },
  { over: {}, stand: 'refused' },
  { over: { isPublic: false }, stand: 'shown', isHome: true },
  { over: { matterId: 'neighbor-dispute', isDispute: true, isPublic: false }, stand: 'shown' },
  { over: { reach: 'call', mustCallBack: true }, stand: 'shown', isVisitors: true },
  { over: { isAnonymous: true }, stand: 'shown', isLeaders: true },
  { over: { state: 'archived', endedBy: 'owner' }, stand: 'shown', isHome: true },
]

/** What seeding needs of the world that it fills. */
export interface Seeding {
  readonly cloud: LocalCloud
  readonly now: number
  readonly ids: { readonly requests: string[]; readonly checks: string[] }
  keep(secret: Secret): string
  picture(of: string, place: RolePlace, stand: Stand, more: Partial<Secret>, requestId: string): Promise<string>
}

const author = 'openid-of-an-author'

/** The request of somebody who lives there; which kind, their number says. `neighbour`: an openid that joins it. */
export async function seedRequest(seeding: Seeding, of: string, home: RolePlace, at: number, neighbour: string | null) {
  const { cloud, now, ids } = seeding
  const { over, stand, isHome, isVisitors, isLeaders } = variants[at % variants.length] as Variant
  const place: RolePlace = { ...home, agencyId: isLeaders ? null : hereAgency }
  const id = `secret-request-${nextNumber()}`
  const request: SecretRequest = {
    place,
    owners: isVisitors ? [] : [of],
    neighbours: neighbour === null || neighbour === of || over.isPrivate ? [] : [neighbour],
    isOpenToAll: over.isPublic !== false && !over.isPrivate && !over.isDispute,
    isTold: !over.isPrivate && !over.isDispute,
    isShared: isHome !== true,
    isAnonymous: over.isAnonymous === true,
    isPrivate: over.isPrivate === true,
    isCalled: over.state !== 'archived' && over.isAnonymous !== true,
  }
  const more = { request }
  const told = (kind: SecretKind, sign: string, beside: Partial<Secret> = {}) =>
    seeding.keep({ kind, text: word(sign), of, place, stand, ...more, ...beside })
  const sealed = (field: Parameters<typeof sealedInRequest>[1], text: string) => {
    const inside = sealedInRequest(id, field, text)
    seeding.keep({ kind: 'sealed', text: inside, of, place })
    return inside
  }
  const phone = () => seeding.keep({ kind: 'request contact', text: `1390001${nextNumber()}`, of, place, ...more })
  const hasContact = !request.isAnonymous && request.isCalled
  const picture = await seeding.picture(of, place, stand, { kind: 'request file', ...more }, id)
  const person = isVisitors ? null : keys.person(of)
  const row = requestDocument(person, place, now, {
    ...{ _id: id, day: dayOf(now), words: told('request words', '词'), pictures: [picture] },
    spot: isHome ? null : told('request words', '词'),
    where: isHome ? 'home' : 'shared',
    room: hasContact && isHome ? sealed('room', told('request contact', '房')) : null,
    phone: hasContact && at % 2 === 0 && !isVisitors ? sealed('phone', phone()) : null,
    behalf: isVisitors
      ? {
          kind: 'office',
          name: sealed('behalf.name', told('request contact', '称')),
          phone: sealed('behalf.phone', phone()),
        }
      : null,
    ...(isVisitors ? { filer: keys.person(author), filedBy: keys.person(author), filedAs: 'duty' as const } : {}),
    wordsState: stand === 'waiting' ? 'waiting' : stand === 'refused' ? 'refused' : 'shown',
    judged: stand === 'waiting' ? 'review' : 'shown',
    neighbours: request.neighbours.map((openid) => ({ person: keys.person(openid), at: now })),
    ...(over.state === 'archived' ? { endedAt: now } : {}),
    ...over,
    events: history(seeding, { request, place }),
  })
  ids.requests.push(id)
  put(cloud.database, 'requests', [row])
  const about = (kind: string, part: string | null) => ({ kind, about: { collection: 'requests', id, part } })
  const checks = [
    ...(stand === 'waiting' ? [checkDocument(person, place, now, about('request', null))] : []),
    checkDocument(keys.person(author), place, now, about('step', '4')),
  ]
  put(cloud.database, 'checks', checks)
  ids.checks.push(...checks.map(({ _id }) => _id))
  return request
}

/** Steps with words in every standing, notes, and what was agreed at the table. */
function history(seeding: Seeding, { request, place }: Pick<Secret, 'place'> & { request: SecretRequest }) {
  const at = seeding.now
  const told = (kind: SecretKind, sign: string, stand: Stand, beside: Partial<Secret> = {}) =>
    seeding.keep({ kind, text: word(sign), of: author, place, stand, request, ...beside })
  const office = { actor: 'grid-leader', role: 'grid-leader', person: keys.person(author), at } as const
  const step = (id: string, over: Partial<RequestEvent> & Pick<RequestEvent, 'verb'>) =>
    requestEvent({ id, ...office, from: 'assigned', to: 'assigned', ...over })
  const said = (['shown', 'waiting', 'refused'] as const).map((stand, index) =>
    step(String(index + 3), {
      ...{ verb: 'refer', words: told('request step', '步', stand), wordsState: stand },
      // Typed as the words are, and judged with them.
      data: { to: told('request step', '步', stand, { isInside: true }) },
    }),
  )
  const owner = request.owners[0] ?? null
  return [
    requestEvent({ id: '1', at, verb: 'submit', person: owner === null ? null : keys.person(owner) }),
    requestEvent({ id: '2', at, verb: 'assign', actor: 'system', to: 'assigned' }),
    ...said,
    step('6', { verb: 'note', note: told('request note', '注', 'shown') }),
    // What is said at the table is for those at it.
    step('7', {
      ...{ verb: 'meet', words: told('request step', '步', 'shown', { isInside: true }) },
      data: { at, place: told('request step', '步', 'shown', { isInside: true }), who: '' },
    }),
    step('8', {
      ...{ verb: 'whistle-note', words: told('request step', '步', 'shown', { isInside: true }) },
      data: { came: '', agencies: '' },
    }),
    requestEvent({
      ...{ id: '9', at, verb: 'remind', person: owner === null ? null : keys.person(owner) },
      ...{ from: 'assigned', to: 'assigned' },
      words: told('request step', '步', 'shown', { of: owner ?? author, isResidents: true }),
    }),
  ]
}
