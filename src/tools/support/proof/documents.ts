import { createHash } from 'node:crypto'
import { invitationCode } from '../../../cloud/roles/code'
import { readKeys } from '../../../cloud/keys'
import { homeId, membershipId, sealedAt } from '../../../cloud/people/ids'
import { firstDocument, type Definition } from '../../../cloud/store/collection'
import { definitions } from '../../../cloud/store/documents'
import { noticeVersion, purposes } from '../../../domain/people/consent'
import type { HeldRole, RolePlace } from '../../../domain/people/roles'
import { developmentKeys } from '../../../local/development-keys'
import type { Database } from '../../../local/start'

/** The keys that the local cloud's functions have. */
export const keys = readKeys(developmentKeys)

export type CollectionName = keyof typeof definitions

/** Puts documents into the local cloud as the store would have written them first. */
export function put(
  database: Database,
  name: CollectionName,
  documents: readonly (object & { readonly _id: string })[],
) {
  const definition = definitions[name] as unknown as Definition<object>
  database.insert(
    definition.name,
    documents.map((one) => firstDocument(definition, one)),
  )
}

export const hour = 60 * 60 * 1000
const day = 24 * hour
let counted = 0
/** An id that nothing had before. */
export const fresh = (what: string): string => `${what}-${String(++counted).padStart(6, '0')}`
/** An idempotency key that no call had before. */
export const freshKey = (): string => fresh('proof-key').padEnd(20, '0')

interface Somebody {
  readonly name?: string
  readonly phone?: string | null
  readonly agrees?: boolean
}

export function personDocument(openid: string, { name = '甲', phone = null, agrees = true }: Somebody, now: number) {
  const person = keys.person(openid)
  return {
    ...{ _id: person, openid: keys.seal(openid, sealedAt('people', 'openid', person)), keyId: keys.currentKey },
    name: keys.seal(name, sealedAt('people', 'name', person)),
    phone: phone === null ? null : keys.seal(phone, sealedAt('people', 'phone', person)),
    phoneLookup: phone === null ? null : keys.lookup('phone', phone),
    ...{ phoneFrom: phone === null ? null : 'typed', phoneAt: phone === null ? null : now, since: now },
    consents: agrees
      ? purposes.map((purpose) => ({ purpose, version: noticeVersion, at: now, withdrawnAt: null }))
      : [],
  }
}

/** Whether a membership can be made use of, and if not, why. */
export type Standing = 'in force' | 'revoked' | 'expired' | 'not begun'
const times: Readonly<Record<Standing, readonly [from: number, until: number]>> = {
  'in force': [-day, day],
  revoked: [-day, day],
  expired: [-2 * day, -1],
  'not begun': [2 * hour, day],
}

export interface Held extends RolePlace {
  readonly role: HeldRole
  readonly standing?: Standing
  readonly name?: string
}

export function membershipDocument(person: string, held: Held, now: number) {
  const { role, communityId, gridId, agencyId, standing = 'in force', name = '乙' } = held
  const _id = membershipId(person, held)
  const [from, until] = times[standing]
  return {
    ...{
      _id,
      person,
      role,
      communityId,
      gridId,
      agencyId,
      invitationId: null,
      checkedAt: null,
      keyId: keys.currentKey,
    },
    name: keys.seal(name, sealedAt('memberships', 'name', _id)),
    ...{ from: now + from, until: now + until, state: standing === 'revoked' ? 'revoked' : 'active' },
    endedAt: standing === 'revoked' ? now - hour : null,
  }
}

type Grid = Pick<RolePlace, 'communityId' | 'gridId'>

export function homeDocument(person: string, { communityId, gridId }: Grid, now: number, over: object = {}) {
  return {
    ...{ _id: homeId(person), person, communityId, gridId, estateId: 'heyuan', buildingId: 'heyuan-1', unitId: null },
    ...{ room: null, state: 'declared', declaredAt: now, decidedBy: null, decidedAt: null, keyId: keys.currentKey },
    ...over,
  }
}

export const sealedRoom = (person: string, room: string): string =>
  keys.seal(room, sealedAt('homes', 'room', homeId(person)))

export const complaintDocument = (
  person: string | null,
  { communityId, gridId }: Grid,
  now: number,
  over: object = {},
) => ({
  ...{ _id: fresh('complaint'), person, communityId, gridId, kind: 'service', about: null, words: '灯坏了' },
  ...{ wordsState: 'shown', pictures: [] as string[], state: 'open', answers: [], filedAt: now, dueAt: now + day },
  ...over,
})

export const checkDocument = (
  author: string | null,
  { communityId, gridId }: Grid,
  now: number,
  over: object = {},
) => ({
  ...{ _id: fresh('check'), kind: 'complaint', about: { collection: 'complaints', id: 'gone', part: null }, author },
  ...{ communityId, gridId, state: 'review', open: true, tries: 0, nextAt: now, at: now, dueAt: now + day },
  ...{ decidedAt: null, ...over },
})

export const pictureDocument = (person: string, now: number, over: object = {}) => ({
  ...{
    _id: fresh('picture'),
    person,
    copyName: fresh('copy'),
    uploadId: null,
    fileId: null,
    type: null,
    width: 0,
    height: 0,
  },
  ...{ state: 'asking', traceId: null, tries: 1, nextAt: now, complaintId: null, used: false, addedAt: now },
  ...over,
})

export const messageDocument = (person: string, now: number, over: object = {}) => ({
  ...{ _id: fresh('message'), person, kind: 'complaint.answered', params: {}, path: null, at: now, unread: true },
  ...{ push: 'none', template: null, paid: false, tries: 0, nextAt: now, ...over },
})

/** An id of twelve letters of Crockford's base32, as invitations have. */
const invitationId = () => String(++counted).padStart(12, '0')

export const invitationDocument = (
  maker: { _id: string; person: string },
  place: Held,
  now: number,
  over: object = {},
) => ({
  ...{ _id: invitationId(), role: place.role, communityId: place.communityId, gridId: place.gridId },
  ...{ agencyId: place.agencyId, uses: 5, used: 0, months: 12, createdBy: maker.person, madeAs: maker._id },
  ...{ createdAt: now, expiresAt: now + day, state: 'open', ...over },
})

export const codeOf = ({ _id }: { readonly _id: string }): string => invitationCode(keys, _id)

/** `collection id` → what is kept there. */
export type Contents = ReadonlyMap<string, { readonly digest: string; readonly version: unknown }>

/** The `_id` of a document that was found. */
export function idOf(document: object): string {
  const id: unknown = '_id' in document ? document._id : undefined
  if (typeof id !== 'string') throw new Error('a document without an id of ours')
  return id
}

/** How often a document was changed. A request is told further by itself: of it the steps of its history count. */
const versionOf = (document: Readonly<Record<string, unknown>>): unknown =>
  Array.isArray(document['events']) ? document['events'].length : document['version']

/** All that the product keeps. */
export function contentsOf(database: Database): Contents {
  const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('base64')
  return new Map(
    Object.values(definitions).flatMap(({ name }) =>
      database
        .find(name)
        .map((one) => [`${name} ${idOf(one)}`, { digest: digest(one), version: versionOf(one) }] as const),
    ),
  )
}

/** What is not as it was. */
export function changesIn(before: Contents, after: Contents): readonly string[] {
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].filter((name) => before.get(name)?.digest !== after.get(name)?.digest)
}
