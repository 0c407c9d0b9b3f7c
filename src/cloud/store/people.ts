import * as v from 'valibot'
import { id, time } from '../../contract/fields'
import { purposes } from '../../domain/people/consent'
import { heldRoles } from '../../domain/people/roles'
import { collection } from './collection'

/** Text under AES-256-GCM; see `cloud/keys.ts`. */
const sealed = v.string()
/** Under which key the document's fields were sealed: when the key changes, the timer seals them anew. */
const keyId = v.string()

/** Somebody who agreed to the privacy notice. `_id` is the pseudonym. */
export const people = collection({
  name: 'people',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_phone', fields: ['phoneLookup', '_id'] },
    { name: 'by_key', fields: ['keyId', '_id'] },
  ],
  schema: v.object({
    /** Sealed: subscribe messages and the content check name a person by it. */
    openid: sealed,
    name: v.nullable(sealed),
    phone: v.nullable(sealed),
    /** Keyed hash of the number. */
    phoneLookup: v.nullable(v.string()),
    phoneFrom: v.nullable(v.picklist(['wechat', 'typed'])),
    phoneAt: v.nullable(time),
    consents: v.array(
      v.object({ purpose: v.picklist(purposes), version: v.number(), at: time, withdrawnAt: v.nullable(time) }),
    ),
    since: time,
    keyId,
  }),
})

/** Where somebody says they live. `_id` is the hash of `home` and the pseudonym: one home a person. */
export const homes = collection({
  name: 'homes',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_person', fields: ['person', '_id'] },
    { name: 'by_community', fields: ['communityId', 'state', 'declaredAt', '_id'] },
    { name: 'by_grid', fields: ['communityId', 'gridId', 'state', 'declaredAt', '_id'] },
    { name: 'by_building', fields: ['buildingId', 'state', '_id'] },
    { name: 'by_key', fields: ['keyId', '_id'] },
  ],
  schema: v.object({
    person: v.string(),
    communityId: id,
    gridId: v.nullable(id),
    estateId: id,
    buildingId: id,
    unitId: v.nullable(id),
    room: v.nullable(sealed),
    state: v.picklist(['declared', 'confirmed', 'declined']),
    declaredAt: time,
    /** The membership that decided. */
    decidedBy: v.nullable(id),
    decidedAt: v.nullable(time),
    keyId,
  }),
})

/** A role of a person in a place. `_id` is the hash of person, role and place: nobody holds the same role twice. */
export const memberships = collection({
  name: 'memberships',
  shape: 2,
  upgrades: { 1: (old) => ({ ...old, checkedAt: null }) },
  indexes: [
    { name: 'by_person', fields: ['person', 'until', '_id'] },
    { name: 'by_community', fields: ['communityId', 'from', '_id'] },
    { name: 'by_grid', fields: ['communityId', 'gridId', 'from', '_id'] },
    { name: 'by_role', fields: ['communityId', 'role', 'state', 'until', '_id'] },
    { name: 'by_end', fields: ['until', '_id'] },
    { name: 'by_state', fields: ['state', 'endedAt', '_id'] },
    { name: 'by_key', fields: ['keyId', '_id'] },
  ],
  schema: v.object({
    person: v.string(),
    role: v.picklist(heldRoles),
    communityId: id,
    gridId: v.nullable(id),
    agencyId: v.nullable(id),
    /** How they want to be called in this role; null once erased. */
    name: v.nullable(sealed),
    from: time,
    until: time,
    state: v.picklist(['active', 'revoked']),
    endedAt: v.nullable(time),
    /** null: by a set-up code. */
    invitationId: v.nullable(id),
    /** When a keeper has seen who this is (核过身份); null: not yet. Homes are visited by such members only. */
    checkedAt: v.nullable(time),
    /** Of a duty member who said so: until when they are on duty, see `domain/people/duty`. */
    onDutyUntil: v.optional(time),
    keyId,
  }),
})

/** An invitation to a role. Its code is made of `_id` and a signature, and is not kept. */
export const invitations = collection({
  name: 'invitations',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_community', fields: ['communityId', 'createdAt', '_id'] },
    { name: 'by_grid', fields: ['communityId', 'gridId', 'createdAt', '_id'] },
    { name: 'by_maker', fields: ['createdBy', '_id'] },
    { name: 'by_expiry', fields: ['expiresAt', '_id'] },
  ],
  schema: v.object({
    role: v.picklist(heldRoles),
    communityId: id,
    gridId: v.nullable(id),
    agencyId: v.nullable(id),
    uses: v.number(),
    used: v.number(),
    /** Months that the role holds from when it is accepted. */
    months: v.number(),
    /** The pseudonym of who made it: to be told when it is accepted; null once erased. */
    createdBy: v.nullable(v.string()),
    /** The membership by which it was made: once that is over, so is the invitation. */
    madeAs: id,
    createdAt: time,
    expiresAt: time,
    state: v.picklist(['open', 'revoked']),
  }),
})

/** Set-up codes that were used. `_id` is the code's own number. */
export const setups = collection({
  name: 'setups',
  shape: 1,
  upgrades: {},
  indexes: [],
  schema: v.object({ communityId: id, usedAt: time }),
})

/** What was done with roles and people's data: only ever added to. */
export const audits = collection({
  name: 'audits',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_community', fields: ['communityId', 'at', '_id'] },
    { name: 'by_actor', fields: ['actor', 'at', '_id'] },
    { name: 'by_time', fields: ['at', '_id'] },
  ],
  schema: v.object({
    /** null: it concerns no community, such as a look at one's own number. */
    communityId: v.nullable(id),
    /** Pseudonym; null: it happened by itself. */
    actor: v.nullable(v.string()),
    role: v.picklist([...heldRoles, 'resident', 'system']),
    /** The membership by which it was done. */
    membershipId: v.nullable(id),
    verb: v.string(),
    /** What it was done to: a collection and an id. */
    subject: v.nullable(v.object({ collection: v.string(), id: v.string() })),
    why: v.nullable(v.string()),
    at: time,
  }),
})

/** How often one person did one thing in one window. `_id` is the hash of these: nobody can be read out of it. */
export const counters = collection({
  name: 'counters',
  shape: 1,
  upgrades: {},
  indexes: [{ name: 'by_expiry', fields: ['expiresAt', '_id'] }],
  schema: v.object({ count: v.number(), expiresAt: time }),
})

/** Erasures that were asked for. `_id` is the pseudonym; it goes when all is done. */
export const erasures = collection({
  name: 'erasures',
  shape: 1,
  upgrades: {},
  indexes: [{ name: 'by_time', fields: ['askedAt', '_id'] }],
  schema: v.object({ askedAt: time }),
})
