import * as v from 'valibot'
import {
  answered,
  consultationFields,
  doorNotice,
  id,
  noticeContent,
  noticeFileKinds,
  shownState,
  signUpFields,
  time,
} from '../../contract'
import { noticeActors, noticeDesks, noticeStates, noticeVerbs } from '../../domain/notice/verbs'
import { voiceHouseholds } from '../../domain/notice/voices'
import { collection } from './collection'

const sealed = v.string()
/** As the rules have it: nobody changes a list in place. */
const list = <const Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly())
const state = v.picklist(noticeStates)
const role = v.picklist(['grid-leader', 'duty', 'secretary'])
/** A pseudonym; null: the system, or erased. */
const person = v.nullable(v.string())

const { where, needs, consultation: _asks, signUp: _signUp, ...content } = noticeContent.entries
/** One wording, as `domain/notice/notice` has it. */
const edition = v.object({
  ...content,
  audience: v.object({ communityId: id, where, needs }),
  number: v.number(),
  writer: person,
  role,
  writtenAt: time,
  wordsState: shownState,
})

/**
 * A notice (通知): what people read, what is being written, and all that happened to it, in one document. Nobody who
 * opens it writes here: openings, questions, voices, ticks are documents of their own.
 */
export const notices = collection({
  name: 'notices',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_desk', fields: ['communityId', 'desk', 'dueAt', '_id'] },
    { name: 'by_grid_desk', fields: ['communityId', 'gridId', 'desk', 'dueAt', '_id'] },
    { name: 'by_door', fields: ['communityId', 'doorUntil', '_id'] },
    { name: 'by_actor', fields: ['actors', 'madeAt', '_id'] },
    { name: 'by_next', fields: ['nextAt', '_id'] },
    { name: 'by_closed', fields: ['closedAt', '_id'] },
    { name: 'by_remind', fields: ['remindNext', '_id'] },
  ],
  schema: v.object({
    communityId: id,
    gridId: v.nullable(id),
    /** As the directory had them when words were written last: whoever opens a notice costs no look into it. */
    communityName: v.string(),
    /** Of `shown`, and where nothing is out of `next`: estates, buildings or units by name, or the community's. */
    placeNames: v.array(v.string()),
    state,
    shown: v.nullable(edition),
    /** The oldest edition that says the same as `shown`; not there: it was never out, or nobody has noted it. */
    wordsSince: v.optional(v.number()),
    next: v.nullable(edition),
    unread: v.nullable(v.object({ writers: list(v.string()), isSecretarys: v.boolean(), since: time })),
    end: v.nullable(v.object({ at: time, words: v.string(), wordsState: shownState })),
    events: list(
      v.object({
        ...{ id: v.string(), at: time, verb: v.picklist(noticeVerbs), actor: v.picklist(noticeActors), person },
        ...{ from: state, to: state, edition: v.number(), words: v.string(), wordsState: shownState },
      }),
    ),
    madeAt: time,
    outAt: v.nullable(time),
    since: time,
    /** What it asks; of what is out, as it was asked. */
    consultation: v.nullable(consultationFields),
    /** A later deadline that comes with a change which waits for a second person; not there: none. */
    nextUntil: v.optional(time),
    /** As it was first offered; what became of it, and of its times, stands in `signUps`. */
    signUp: v.nullable(signUpFields),
    /** Answered once for all. */
    answers: list(v.object(answered.entries)),
    /** Questions that nobody has answered; a figure for lists, made true again whenever one is answered. */
    questions: v.number(),
    /** Cards that were shared, and into which group of whom. */
    shares: list(v.object({ token: v.string(), groupId: v.nullable(id), person, edition: v.number(), at: time })),
    /** Which buildings' members were reminded, and of which edition. */
    reminds: list(
      v.object({
        ...{ buildingId: id, edition: v.number(), at: time, by: person },
        /** Not everybody has been told yet; see `remindNext`. */
        isOpen: v.optional(v.literal(true)),
      }),
    ),
    /** When the timer has to go on reminding (ms); not there: everybody was told. */
    remindNext: v.optional(time),
    /** Everybody who did a step, for erasing. */
    actors: list(v.string()),
    /** Derived at each write: */
    desk: v.picklist(noticeDesks),
    /** When somebody's time is up; of what is over, and read, minus its end: the newest first. */
    dueAt: v.number(),
    /** As it stands at doors, without whom it concerns being asked; null: it does not. */
    door: v.nullable(doorNotice),
    /** Until when it stands there (ms); 0: it does not. */
    doorUntil: time,
    /** When the timer has to look at it (ms). */
    nextAt: time,
    /** When it came to its end (ms); null: it has not. */
    closedAt: v.nullable(time),
    /** How many events have been told, and to how many people the next one. `toldAfter`: the last of them (an `_id`). */
    told: v.number(),
    toldAfter: v.nullable(v.string()),
    /** What was late and has been said (event and duty), so that it is said once. */
    marks: list(v.string()),
  }),
})

/** That somebody opened a notice. `_id` is the hash of notice and person: it counts once, whatever comes twice. */
export const openings = collection({
  name: 'openings',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_notice', fields: ['noticeId', '_id'] },
    { name: 'by_notice_person', fields: ['noticeId', 'person', '_id'] },
    { name: 'by_person', fields: ['person', 'at', '_id'] },
    { name: 'by_end', fields: ['until', '_id'] },
  ],
  schema: v.object({
    noticeId: id,
    communityId: id,
    person: v.string(),
    /** First (ms); and by which card, in which of WeChat's groups (a keyed hash of its id), as it was then. */
    at: time,
    token: v.nullable(v.string()),
    group: v.nullable(v.string()),
    openedIn: v.nullable(v.picklist(['group', 'chat', 'elsewhere'])),
    /** The newest edition that they were shown. */
    edition: v.number(),
    acknowledgedAt: v.nullable(time),
    /** Until when it is kept (ms). */
    until: time,
  }),
})

/** A question to a notice. `_id` is the call's own. */
export const noticeQuestions = collection({
  name: 'noticeQuestions',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_turn', fields: ['turn'], unique: true },
    { name: 'by_notice', fields: ['noticeId', 'state', 'at', '_id'] },
    { name: 'by_person', fields: ['person', 'at', '_id'] },
    { name: 'by_end', fields: ['until', '_id'] },
  ],
  schema: v.object({
    /** Keyed hash of what the call said. */
    input: v.string(),
    /** Hash of who asked, the day and which of theirs it was; its own `_id` once erased. */
    turn: v.string(),
    noticeId: id,
    communityId: id,
    person,
    words: v.string(),
    wordsState: shownState,
    at: time,
    state: v.picklist(['open', 'answered', 'closed']),
    until: time,
  }),
})

/** Who was told at the door in one building. `_id` is the hash of notice and building. */
export const noticeVisits = collection({
  name: 'noticeVisits',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_notice', fields: ['noticeId', 'buildingId', '_id'] },
    { name: 'by_actor', fields: ['actors', 'until', '_id'] },
    { name: 'by_end', fields: ['until', '_id'] },
  ],
  schema: v.object({
    noticeId: id,
    communityId: id,
    buildingId: id,
    ticks: list(v.object({ id, roomId: id, by: person, at: time, isUndone: v.boolean() })),
    actors: list(v.string()),
    until: time,
  }),
})

/** A residents' group, as one leader notes it. */
export const noticeGroups = collection({
  name: 'noticeGroups',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_person', fields: ['person', 'communityId', 'madeAt', '_id'] },
    { name: 'by_whose', fields: ['person', 'madeAt', '_id'] },
  ],
  schema: v.object({
    person: v.string(),
    communityId: id,
    name: v.string(),
    buildingIds: list(id),
    /** Keyed hash of WeChat's own id of it (`opengid`); null: not known. */
    wechatId: v.nullable(v.string()),
    madeAt: time,
  }),
})

/** What somebody said to a question. `_id` is the hash of notice and person, or of notice and room where the office noted it. */
export const voices = collection({
  name: 'voices',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_notice', fields: ['noticeId', '_id'] },
    { name: 'by_room', fields: ['noticeId', 'roomId', '_id'] },
    { name: 'by_person', fields: ['person', 'at', '_id'] },
    { name: 'by_noter', fields: ['notedBy', 'at', '_id'] },
    { name: 'by_end', fields: ['until', '_id'] },
    { name: 'by_key', fields: ['keyId', '_id'] },
  ],
  schema: v.object({
    noticeId: id,
    communityId: id,
    /** null: somebody without a phone, or erased. */
    person,
    notedBy: person,
    /** The household; null: not known. */
    roomId: v.nullable(id),
    household: v.picklist(voiceHouseholds),
    choices: list(id),
    words: v.string(),
    wordsState: shownState,
    /** As signed; sealed. */
    name: v.nullable(sealed),
    at: time,
    until: time,
    keyId: v.string(),
  }),
})

/** A sign-up with everybody in it. `_id` is the notice's. */
export const signUps = collection({
  name: 'signUps',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_people', fields: ['people', 'endsAt', '_id'] },
    { name: 'by_next', fields: ['nextAt', '_id'] },
    { name: 'by_end', fields: ['endsAt', '_id'] },
    { name: 'by_key', fields: ['keyId', '_id'] },
  ],
  schema: v.object({
    communityId: id,
    places: v.number(),
    until: time,
    beginsAt: time,
    entries: list(
      v.object({
        number: v.number(),
        /** The pseudonym, or a key of somebody without a phone, or of somebody erased. */
        who: v.string(),
        at: time,
        state: v.picklist(['in', 'waiting', 'left']),
        movedUpAt: v.nullable(time),
        came: v.nullable(v.boolean()),
        /** Sealed; null: erased. */
        name: v.nullable(sealed),
        /** Written down by the office. */
        isNoted: v.boolean(),
      }),
    ),
    /** Pseudonyms of everybody in its entries, of those who left too: for erasing. */
    people: list(v.string()),
    /** Numbers of those who moved up and have not been told yet: more than fitted into the commit. */
    untold: list(v.number()),
    /** Whether those in it were reminded the day before. */
    isReminded: v.boolean(),
    /** When the timer has to look at it (ms): somebody is untold, or it is the day before; else a moment that never comes. */
    nextAt: time,
    /** Until when it is kept (ms). */
    endsAt: time,
    keyId: v.string(),
  }),
})

/** The one file of a notice, from when the phone may put it there. */
export const noticeFiles = collection({
  name: 'noticeFiles',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_person', fields: ['person', 'madeAt', '_id'] },
    { name: 'by_use', fields: ['used', 'madeAt', '_id'] },
  ],
  schema: v.object({
    communityId: id,
    person,
    name: v.string(),
    kind: v.picklist(noticeFileKinds),
    size: v.number(),
    /** Of the server's own copy: a name that nobody knows before it is there. */
    copyName: id,
    /** Of the phone's upload, from when it is handed in until it is removed. */
    uploadId: v.nullable(v.string()),
    /** Where it lies for good: cloud://…; null: not handed in. */
    fileId: v.nullable(v.string()),
    /** The notice that was saved with it; it is no other's, and goes with it. */
    noticeId: v.nullable(id),
    /** Whether there is such a notice. */
    used: v.boolean(),
    madeAt: time,
  }),
})
