import * as v from 'valibot'
import { purposes } from '../domain/people/consent'
import { keptAfterErasure } from '../domain/people/retention'
import { heldRoles } from '../domain/people/roles'
import { action } from './action'
import { id, personName, time } from './fields'

const purpose = v.picklist(purposes)

/** Agrees to the privacy notice, for these purposes; nobody under fourteen has an account. */
export const grantConsent = action({
  name: 'consent.grant',
  kind: 'write',
  input: v.strictObject({
    /** Of the notice that was shown. */
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
    purposes: v.pipe(v.array(purpose), v.minLength(1), v.maxLength(purposes.length)),
    /** What the person says of themselves. */
    atLeast14: v.boolean(),
  }),
  output: v.object({ version: v.number(), purposes: v.array(purpose) }),
  refusals: [
    /** The notice has changed since it was shown. */
    'consent.outdated',
    /** Under fourteen: the law asks for the parents' agreement, and this product keeps no children's accounts. */
    'consent.too-young',
    /** The erasure that was asked for is still under way. */
    'consent.erasing',
  ],
})

/** Takes an agreement back; what was kept for it is erased. Taking back `account` erases everything, as `me.erase`. */
export const withdrawConsent = action({
  name: 'consent.withdraw',
  kind: 'write',
  input: v.strictObject({ purpose }),
  output: v.object({ /** What is still agreed to. */ purposes: v.array(purpose) }),
  refusals: ['me.last-secretary'],
})

/** A role that one holds oneself, as shown to its holder. */
const myRole = v.object({
  membershipId: id,
  role: v.picklist(heldRoles),
  communityId: id,
  communityName: v.string(),
  gridId: v.nullable(id),
  gridName: v.nullable(v.string()),
  agencyId: v.nullable(id),
  agencyName: v.nullable(v.string()),
  until: time,
})

export const homeView = v.object({
  communityId: id,
  communityName: v.string(),
  estateName: v.string(),
  buildingId: id,
  buildingName: v.string(),
  unitId: v.nullable(id),
  unitName: v.nullable(v.string()),
  room: v.nullable(v.string()),
  state: v.picklist(['declared', 'confirmed', 'declined']),
  declaredAt: time,
})
export type HomeView = v.InferOutput<typeof homeView>

/** What is kept about the caller, the phone number masked. Says "nothing" to whoever never agreed to anything. */
export const showMe = action({
  name: 'me.show',
  kind: 'read',
  input: v.strictObject({}),
  output: v.object({
    /** Of today's privacy notice. */ noticeVersion: v.number(),
    consents: v.array(v.object({ purpose, version: v.number(), at: time })),
    name: v.nullable(v.string()),
    /** Masked: 138****8000. */
    phone: v.nullable(v.object({ masked: v.string(), from: v.picklist(['wechat', 'typed']), at: time })),
    home: v.nullable(homeView),
    roles: v.array(myRole),
    /** How many of each there are: complaints, pictures, messages. */
    counts: v.object({ complaints: v.number(), pictures: v.number(), messages: v.number() }),
    /** An erasure that was asked for and is still under way. */
    erasing: v.boolean(),
  }),
  refusals: [],
})

/** Sets or corrects how one wants to be called; null takes it away. */
export const nameMe = action({
  name: 'me.name',
  kind: 'write',
  // The name must not lie in the open with the resend record.
  again: 'anew',
  needs: ['account'],
  input: v.strictObject({ name: v.nullable(personName) }),
  output: v.object({ name: v.nullable(v.string()) }),
  refusals: [
    /** The content check does not let it stand. */
    'content.refused',
    /** The content check cannot be asked now: a name is not kept unchecked. */
    'content.unchecked',
  ],
})

/** Everything that is kept about the caller, in plain form. Logged. */
export const exportMe = action({
  name: 'me.export',
  kind: 'write',
  again: 'anew',
  input: v.strictObject({}),
  output: v.object({
    madeAt: time,
    /** Headed parts with rows of label and value, ready to be shown as text. Labels are keys of `src/text/export`. */
    parts: v.array(
      v.object({
        id: v.string(),
        rows: v.array(v.array(v.object({ label: v.string(), value: v.string() }))),
        /** Whether there is more than an export holds. */
        cut: v.boolean(),
      }),
    ),
  }),
  refusals: [],
})

/** Erases everything that is kept about the caller but what must stay; what is large goes on in the background. */
export const eraseMe = action({
  name: 'me.erase',
  kind: 'write',
  input: v.strictObject({}),
  output: v.object({
    /** What stays, and why: words in `text/retention`. What goes on in the background shows as `erasing` in me.show. */
    stays: v.array(v.picklist(keptAfterErasure)),
  }),
  refusals: [
    /** The only secretary of a community first hands over. */
    'me.last-secretary',
  ],
})

/** Keeps the caller's phone number: by the code of WeChat's button, or as typed. */
export const givePhone = action({
  name: 'phone.give',
  kind: 'write',
  needs: ['account', 'phone'],
  input: v.variant('by', [
    v.strictObject({ by: v.literal('wechat'), code: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
    v.strictObject({ by: v.literal('typed'), number: v.pipe(v.string(), v.maxLength(40)) }),
  ]),
  output: v.object({ masked: v.string() }),
  refusals: [
    /** Not a number that can be called in China. */
    'phone.invalid',
    /** WeChat does not know the code (any more): it lives five minutes and is good once. */
    'phone.code-spent',
    /** WeChat cannot be asked now; typing the number is always possible. */
    'phone.unavailable',
  ],
})

/** Shows the caller's own number in full. Logged. */
export const lookPhone = action({
  name: 'phone.look',
  kind: 'write',
  again: 'anew',
  input: v.strictObject({}),
  output: v.object({ number: v.string() }),
  refusals: ['phone.none'],
})

/** Says where the caller lives. Replaces what was said before; a confirmation is lost where the place changes. */
export const declareHome = action({
  name: 'home.declare',
  kind: 'write',
  needs: ['account', 'home'],
  input: v.strictObject({
    buildingId: id,
    unitId: v.nullable(id),
    /** 301, 3楼东户; null: not said. */
    room: v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(20))),
  }),
  output: v.object({ state: v.picklist(['declared', 'confirmed', 'declined']) }),
  refusals: ['home.unknown-place'],
})

/** Homes that were declared, for those who may confirm them; oldest first. `gridId` null: the whole community. */
export const listHomes = action({
  name: 'home.list',
  kind: 'read',
  input: v.strictObject({
    communityId: id,
    gridId: v.nullable(id),
    state: v.picklist(['declared', 'confirmed', 'declined']),
    cursor: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  }),
  output: v.object({
    homes: v.array(
      v.object({
        homeId: id,
        /** As they want to be called; null: not said. */
        name: v.nullable(v.string()),
        buildingName: v.string(),
        unitName: v.nullable(v.string()),
        room: v.nullable(v.string()),
        state: v.picklist(['declared', 'confirmed', 'declined']),
        declaredAt: time,
        /** The caller's own: somebody else decides on it. */
        mine: v.boolean(),
      }),
    ),
    cursor: v.nullable(v.string()),
  }),
  refusals: ['place.bad-cursor'],
})

/** A keeper says that somebody lives where they say, or that it does not seem so. The person is told. */
export const confirmHome = action({
  name: 'home.confirm',
  kind: 'write',
  input: v.strictObject({
    homeId: id,
    confirmed: v.boolean(),
    /** As it was listed: nobody confirms another place than the one they have read. */
    seen: v.strictObject({ declaredAt: time, state: v.picklist(['declared', 'confirmed', 'declined']) }),
  }),
  output: v.object({ state: v.picklist(['declared', 'confirmed', 'declined']) }),
  refusals: [
    'home.missing',
    /** Nobody confirms their own. */
    'home.own',
    /** Somebody decided meanwhile, or the person changed it. */
    'home.changed',
  ],
})
