import * as v from 'valibot'
import { id, time } from '../../contract/fields'
import { heldRoles } from '../../domain/people/roles'
import { dayParts, rhythms, wishWhos } from '../../domain/wish/card'
import {
  offerStates,
  wishActors,
  wishDesks,
  wishMoves,
  wishStates,
  wishZones,
  type WishVerb,
} from '../../domain/wish/verbs'
import { appointmentStates } from '../../domain/wish/wish'
import { collection } from './collection'

const sealed = v.nullable(v.string())
/** As the rules have it: nobody changes a list in place. */
const list = <const Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly())
const shownState = v.picklist(['waiting', 'shown', 'refused'])
const state = v.picklist(wishStates)
const verbs = Object.keys(wishMoves) as WishVerb[]

const times = v.nullable(
  v.object({
    weekdays: list(v.number()),
    parts: list(v.picklist(dayParts)),
    every: v.nullable(v.picklist(rhythms)),
    dates: list(v.string()),
    note: v.string(),
  }),
)

/** What both cards have. `_id` is the hash of the call that hung it, so that a resend finds it. */
const card = {
  /** Keyed hash of what the call that hung it said: its resend record. */
  input: v.string(),
  communityId: id,
  /** Pseudonym of whose it is; null: somebody without a phone, or erased. */
  person: v.nullable(v.string()),
  /** Who wrote it for somebody else; null: nobody, or erased. */
  filedBy: v.nullable(v.string()),
  filedAs: v.nullable(v.picklist(heldRoles)),
  /** Hash of who wrote it, the day and which of theirs it was; its own `_id` once erased. */
  turn: v.string(),
  words: v.string(),
  wordsState: shownState,
  /** What the content check said of the words; the timer opens a check for what was not simply passed. */
  judged: v.picklist(['shown', 'review', 'unchecked']),
  /** Ids of services; and whether a person has looked at them. */
  kinds: list(v.string()),
  isSure: v.boolean(),
  times,
  /** What was read in the words for matching (`domain/wish/match`), as JSON; made anew when the words change. */
  reading: v.string(),
  /** By what matching looks it up: kind, time, place. Empty while it cannot be paired. */
  keys: list(v.string()),
  /** By what the wall is filtered: every combination of group, building and part of the day. Empty while it does not hang. */
  finds: list(v.string()),
  zone: v.picklist(wishZones),
  hungAt: time,
  /** When the timer has to look at it again (ms). */
  nextAt: time,
  /** How many events have been told to everybody, and to how many the next one. */
  told: v.number(),
  toldTo: v.number(),
  /** Marks of waiting that were told. */
  marks: list(v.string()),
  keyId: v.string(),
} as const

const cardIndexes = [
  /** The n-th of a person on a day. */
  { name: 'by_turn', fields: ['turn'], unique: true },
  { name: 'by_wall', fields: ['communityId', 'zone', 'finds', 'hungAt', '_id'] },
  { name: 'by_match', fields: ['communityId', 'keys', 'hungAt', '_id'] },
  { name: 'by_next', fields: ['nextAt', '_id'] },
  { name: 'by_key', fields: ['keyId', '_id'] },
] as const

/**
 * A wish (心愿, the yellow card): its helpers, visits and all that happened, in one document.
 */
export const wishes = collection({
  name: 'wishes',
  shape: 1,
  upgrades: {},
  indexes: [
    ...cardIndexes,
    /** The stack of those that are glued together, the newest on top. */
    { name: 'by_stack', fields: ['communityId', 'zone', 'stackAt', '_id'] },
    /** Everybody who sees it under 我的卡: whose it is, family who wrote it, helpers. */
    { name: 'by_people', fields: ['people', 'hungAt', '_id'] },
    /** Helpers who have agreed or were proposed, and stand-ins: for their load and their hours. */
    { name: 'by_helper', fields: ['helping', 'open', 'hungAt', '_id'] },
    { name: 'by_actor', fields: ['actors', 'hungAt', '_id'] },
    { name: 'by_building', fields: ['buildingId', 'open', '_id'] },
    { name: 'by_desk', fields: ['communityId', 'desk', 'dueAt', '_id'] },
    { name: 'by_grid_desk', fields: ['communityId', 'gridId', 'desk', 'dueAt', '_id'] },
    { name: 'by_end', fields: ['endedAt', '_id'] },
    { name: 'by_state_end', fields: ['state', 'endedAt', '_id'] },
  ],
  schema: v.object({
    ...card,
    gridId: v.nullable(id),
    estateId: id,
    buildingId: id,
    /** As the directory had it on the day. */
    estateName: v.string(),
    buildingName: v.string(),
    room: sealed,
    who: v.picklist(wishWhos),
    isGoods: v.boolean(),
    wants: list(v.string()),
    place: v.picklist(['home', 'station', 'other']),
    repeats: v.picklist(['once', 'week']),
    places: v.picklist([1, 2]),
    needsChecked: v.boolean(),
    /** How the wisher's side is reached once paired; sealed. */
    phone: sealed,
    behalf: v.nullable(v.object({ kind: v.picklist(['family', 'office']), name: sealed, phone: sealed })),
    /** Whom to call when something is wrong; of a visit at home. */
    emergency: v.nullable(v.object({ name: sealed, phone: sealed })),
    /** The red card that this wish was written for. */
    forOfferId: v.nullable(id),
    state,
    open: v.boolean(),
    desk: v.picklist(wishDesks),
    /** Who has to do something next, and until when: derived at each write. */
    owner: v.picklist(['volunteers', 'wisher', 'helpers', 'both', 'duty', 'secretary', 'nobody']),
    dueAt: time,
    helpers: list(
      v.object({
        id: v.string(),
        person: v.nullable(v.string()),
        offerId: v.nullable(id),
        by: v.picklist(['claim', 'proposal']),
        agreed: v.boolean(),
        at: time,
      }),
    ),
    /** Who went by which event, so that they are told. */
    leavers: list(v.object({ event: id, helperId: v.string(), person: v.nullable(v.string()) })),
    wisherAgreed: v.boolean(),
    people: list(v.string()),
    helping: list(v.string()),
    actors: list(v.string()),
    appointments: list(
      v.object({
        id: v.string(),
        at: time,
        minutes: v.number(),
        place: v.picklist(['home', 'station', 'other']),
        proposedBy: v.string(),
        state: v.picklist(appointmentStates),
        arrived: list(v.object({ side: v.string(), at: time })),
        finished: list(v.object({ side: v.string(), at: time, done: v.boolean(), minutes: v.number() })),
        standIns: list(v.object({ helperId: v.string(), person: v.nullable(v.string()) })),
        hours: list(v.object({ person: v.nullable(v.string()), minutes: v.number() })),
      }),
    ),
    thanks: v.nullable(v.object({ words: v.string(), wordsState: shownState, at: time })),
    shows: list(v.string()),
    events: list(
      v.object({
        id,
        at: time,
        verb: v.picklist(verbs),
        actor: v.picklist(wishActors),
        person: v.nullable(v.string()),
        role: v.nullable(v.picklist(heldRoles)),
        side: v.nullable(v.string()),
        from: state,
        to: state,
        words: v.string(),
        wordsState: shownState,
        note: v.string(),
        data: v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()])),
      }),
    ),
    waitsSince: time,
    since: time,
    pairedAt: v.nullable(time),
    endedAt: v.nullable(time),
    /** When it came onto the stack, or what happened last there (ms); what is not on it: when it was hung. */
    stackAt: time,
  }),
})

/** An offer (接单, the red card). */
export const offers = collection({
  name: 'offers',
  shape: 1,
  upgrades: {},
  indexes: [
    ...cardIndexes,
    { name: 'by_person', fields: ['person', 'hungAt', '_id'] },
    { name: 'by_filer', fields: ['filedBy', 'hungAt', '_id'] },
    { name: 'by_state', fields: ['communityId', 'state', 'hungAt', '_id'] },
    { name: 'by_end', fields: ['endedAt', '_id'] },
  ],
  schema: v.object({
    ...card,
    /** Whose card it is, where they have no phone: called by the office; sealed. */
    behalf: v.nullable(v.object({ name: sealed, phone: sealed })),
    limits: list(v.string()),
    /** How many people or turns at once (a week, for what comes back); null: not said. */
    capacity: v.nullable(v.number()),
    /** Buildings it reaches; empty: the whole community. */
    buildingIds: list(id),
    /** As the directory had them on the day. */
    buildingNames: list(v.string()),
    /** Whether its person may visit homes: as their role said when it was written last. */
    isChecked: v.boolean(),
    state: v.picklist(offerStates),
    /** Wishes that it is glued to now: never more than its capacity. */
    wishIds: list(id),
    /** When somebody said last that it holds (ms). */
    confirmedAt: time,
    endedAt: v.nullable(time),
  }),
})

/** Two people who are not paired again. `_id` is the hash of who said so and whom they meant: each for themselves. */
export const blocks = collection({
  name: 'blocks',
  shape: 1,
  upgrades: {},
  indexes: [{ name: 'by_people', fields: ['people', 'at', '_id'] }],
  schema: v.object({
    /** Both pseudonyms. */
    people: list(v.string()),
    /** Who said so: only they see it, and take it back. */
    by: v.string(),
    at: time,
  }),
})
