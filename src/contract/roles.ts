import * as v from 'valibot'
import { invitationStates } from '../domain/people/invitation'
import { heldRoles } from '../domain/people/roles'
import { action } from './action'
import { carriedCode, cursor, id, personName, time, why } from './fields'

const role = v.picklist(heldRoles)
const place = { communityId: id, gridId: v.nullable(id), agencyId: v.nullable(id) }
const shortName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(30))

/**
 * The first secretary comes in by the code that deployment prints. For a new community it also says what it is called;
 * its directory is empty until somebody fills it.
 */
export const foundCommunity = action({
  name: 'community.found',
  kind: 'write',
  needs: ['account'],
  input: v.strictObject({
    code: carriedCode,
    /** How the secretary is called. */
    name: personName,
    /** A community that is there already, and for which the code was made; null: a new one. */
    communityId: v.nullable(id),
    community: v.nullable(
      v.strictObject({
        name: shortName,
        streetName: shortName,
        province: shortName,
        city: shortName,
        district: shortName,
      }),
    ),
  }),
  output: v.object({ communityId: id, membershipId: id }),
  refusals: [
    /** Not a code of ours, of another community, or past its days. */
    'setup.unknown',
    'setup.used',
    /** A new community needs its names, one that is there must exist and have no secretary. */
    'setup.no-community',
    'setup.has-secretary',
    'content.refused',
    'content.unchecked',
  ],
})

/** Makes an invitation for a role in a place, good for some people and some days. */
export const createInvitation = action({
  name: 'invitation.create',
  kind: 'write',
  input: v.strictObject({
    role,
    ...place,
    /** How many people may accept it. */
    uses: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)),
    /** For how many days it can be accepted. */
    days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)),
    /** For how many months the role holds from when it is accepted. */
    months: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36)),
  }),
  output: v.object({
    invitationId: id,
    /** What the link and the QR code carry. */
    code: v.string(),
    expiresAt: time,
  }),
  refusals: [
    /** The role needs a grid or an agency that the community has, or must have none. */
    'invitation.bad-place',
    /** This role invites nobody to that role. */
    'invitation.not-yours',
  ],
})

const invitationState = v.picklist(invitationStates)

/** The grids and agencies that an invitation may name: those of a community, or a grid leader's own grid. */
export const invitationPlaces = action({
  name: 'invitation.places',
  kind: 'read',
  input: v.strictObject({ communityId: id, gridId: v.nullable(id) }),
  output: v.object({
    communityName: v.string(),
    grids: v.array(v.object({ id, name: v.string() })),
    agencies: v.array(v.object({ id, name: v.string() })),
  }),
  refusals: ['invitation.bad-place'],
})

/** What an invitation offers, for whoever has its code. */
export const openInvitation = action({
  name: 'invitation.open',
  kind: 'read',
  input: v.strictObject({ code: carriedCode }),
  output: v.object({
    role,
    communityName: v.string(),
    gridName: v.nullable(v.string()),
    agencyName: v.nullable(v.string()),
    state: invitationState,
    expiresAt: time,
    months: v.number(),
    /** Whether the caller holds this role there already. */
    already: v.boolean(),
  }),
  refusals: ['invitation.unknown'],
})

/** Accepts an invitation; accepting it again while the role holds changes nothing. */
export const acceptInvitation = action({
  name: 'invitation.accept',
  kind: 'write',
  needs: ['account'],
  input: v.strictObject({ code: carriedCode, name: personName }),
  output: v.object({ membershipId: id, role, communityId: id, until: time }),
  refusals: [
    'invitation.unknown',
    'invitation.used-up',
    'invitation.expired',
    'invitation.revoked',
    'content.refused',
    'content.unchecked',
  ],
})

/** The invitations of a community, or of a grid, newest first. */
export const listInvitations = action({
  name: 'invitation.list',
  kind: 'read',
  input: v.strictObject({ communityId: id, gridId: v.nullable(id), cursor }),
  output: v.object({
    invitations: v.array(
      v.object({
        invitationId: id,
        role,
        gridName: v.nullable(v.string()),
        agencyName: v.nullable(v.string()),
        state: invitationState,
        uses: v.number(),
        used: v.number(),
        expiresAt: time,
        /** To share it once more; null where it can no longer be accepted. */
        code: v.nullable(v.string()),
      }),
    ),
    cursor: v.nullable(v.string()),
  }),
  refusals: ['place.bad-cursor'],
})

/** Takes an invitation back; who has accepted it already keeps the role. */
export const revokeInvitation = action({
  name: 'invitation.revoke',
  kind: 'write',
  input: v.strictObject({ invitationId: id }),
  output: v.object({ state: invitationState }),
  refusals: ['invitation.missing', 'invitation.not-yours'],
})

/** The QR code of an invitation: a mini-program code that opens the page where it is accepted. */
export const drawInvitation = action({
  name: 'invitation.picture',
  kind: 'read',
  input: v.strictObject({ invitationId: id }),
  output: v.object({
    /** A picture (PNG or JPEG) in base64. */ picture: v.string(),
    type: v.picklist(['png', 'jpeg']),
  }),
  refusals: [
    'invitation.missing',
    /** The caller could not give this role away. */
    'invitation.not-yours',
    /** Nobody can accept it any more. */
    'invitation.over',
    /** WeChat cannot be asked now. */
    'invitation.no-picture',
  ],
})

/** Who holds which role in a community, or in a grid, newest first. No phone numbers. */
export const listMembers = action({
  name: 'member.list',
  kind: 'read',
  input: v.strictObject({ communityId: id, gridId: v.nullable(id), cursor }),
  output: v.object({
    members: v.array(
      v.object({
        membershipId: id,
        role,
        name: v.nullable(v.string()),
        gridId: v.nullable(id),
        gridName: v.nullable(v.string()),
        agencyId: v.nullable(id),
        agencyName: v.nullable(v.string()),
        from: time,
        until: time,
        state: v.picklist(['active', 'over', 'revoked']),
        /** It is known who they are (核过身份): such members visit homes. */
        checked: v.boolean(),
        /** The caller's own. */
        mine: v.boolean(),
        /** Whether a phone number is kept, to be looked at with a reason. */
        hasPhone: v.boolean(),
      }),
    ),
    cursor: v.nullable(v.string()),
  }),
  refusals: ['place.bad-cursor'],
})

/** Ends a role: another's with a reason, or one's own. The person is told. */
export const revokeMember = action({
  name: 'member.revoke',
  kind: 'write',
  input: v.strictObject({ membershipId: id, why }),
  output: v.object({ state: v.picklist(['active', 'over', 'revoked']) }),
  refusals: [
    'member.missing',
    'member.not-yours',
    /** A community keeps one secretary: another one is invited first. */
    'member.last-secretary',
  ],
})

/** Gives a role a later end. */
export const renewMember = action({
  name: 'member.renew',
  kind: 'write',
  input: v.strictObject({ membershipId: id, months: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36)) }),
  output: v.object({ until: time }),
  refusals: ['member.missing', 'member.not-yours', 'member.revoked'],
})

/** The phone number of a member, to call them. Logged with the reason. */
export const lookMember = action({
  name: 'member.phone',
  kind: 'write',
  again: 'anew',
  input: v.strictObject({ membershipId: id, why }),
  output: v.object({ number: v.string() }),
  refusals: [
    'member.missing',
    'member.not-yours',
    /** Whoever has no role any more is not called as a member. */
    'member.revoked',
    'member.over',
    'phone.none',
  ],
})

/** The caller's roles with what waits there: the keepers' start page. */
export const showWork = action({
  name: 'work.show',
  kind: 'read',
  input: v.strictObject({}),
  output: v.object({
    posts: v.array(
      v.object({
        membershipId: id,
        role,
        communityId: id,
        communityName: v.string(),
        gridId: v.nullable(id),
        gridName: v.nullable(v.string()),
        agencyId: v.nullable(id),
        agencyName: v.nullable(v.string()),
        until: time,
        /** What waits, as far as the role may see it; null where it may not. At most 99 are counted. */
        homes: v.nullable(v.number()),
        checks: v.nullable(v.number()),
        complaints: v.nullable(v.number()),
        /** Requests that somebody there has to take or to do, and how many of the desk's are past their time. */
        requests: v.nullable(v.object({ todo: v.number(), overdue: v.number() })),
      }),
    ),
  }),
  refusals: [],
})
