import * as v from 'valibot'
import { behalfKinds, reachWays } from '../../contract/request'
import { id, time } from '../../contract/fields'
import { heldRoles } from '../../domain/people/roles'
import { requestClasses } from '../../domain/request/clock'
import { requestActors, requestDesks, requestEvents, requestStates } from '../../domain/request/verbs'
import { collection } from './collection'

const sealed = v.nullable(v.string())
/** As the rules have it: nobody changes a list in place. */
const list = <const Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly())
const shownState = v.picklist(['waiting', 'shown', 'refused'])
const state = v.picklist(requestStates)

/** See `domain/request/clock`. */
const clock = v.object({
  kind: v.picklist(['always', 'office']),
  allowance: v.number(),
  startedAt: time,
  extended: v.number(),
  pauses: list(v.object({ from: time, until: v.nullable(time) })),
  stoppedAt: v.nullable(time),
})

/**
 * A request: what was asked, whose it is, and all that happened, in one document. `_id` is the hash of the call that
 * filed it, so that a resend finds it.
 */
export const requests = collection({
  name: 'requests',
  shape: 1,
  upgrades: {},
  indexes: [
    /** 编号: two who file at once cannot get the same. */
    { name: 'by_number', fields: ['communityId', 'day', 'serial'], unique: true },
    /** The n-th of a person on a day: a limit that two calls at once cannot pass either. */
    { name: 'by_turn', fields: ['turn'], unique: true },
    { name: 'by_filer', fields: ['filer', 'day', '_id'] },
    { name: 'by_people', fields: ['people', 'filedAt', '_id'] },
    { name: 'by_actor', fields: ['actors', 'filedAt', '_id'] },
    { name: 'by_estate', fields: ['estateId', 'open', 'filedAt', '_id'] },
    { name: 'by_building', fields: ['buildingId', 'open', 'filedAt', '_id'] },
    { name: 'by_matter', fields: ['buildingId', 'matterId', 'open', 'filedAt', '_id'] },
    { name: 'by_community', fields: ['communityId', 'open', 'dueAt', '_id'] },
    { name: 'by_grid', fields: ['communityId', 'gridId', 'open', 'dueAt', '_id'] },
    { name: 'by_agency', fields: ['communityId', 'agencies', 'open', 'dueAt', '_id'] },
    { name: 'by_community_desk', fields: ['communityId', 'desk', 'dueAt', '_id'] },
    { name: 'by_grid_desk', fields: ['communityId', 'gridId', 'desk', 'dueAt', '_id'] },
    { name: 'by_agency_desk', fields: ['communityId', 'agencies', 'desk', 'dueAt', '_id'] },
    { name: 'by_building_due', fields: ['buildingId', 'open', 'dueAt', '_id'] },
    { name: 'by_building_desk', fields: ['buildingId', 'desk', 'dueAt', '_id'] },
    { name: 'by_filed', fields: ['communityId', 'filedAt', '_id'] },
    { name: 'by_grid_filed', fields: ['communityId', 'gridId', 'filedAt', '_id'] },
    { name: 'by_next', fields: ['nextAt', '_id'] },
    { name: 'by_class_next', fields: ['class', 'nextAt', '_id'] },
    { name: 'by_key', fields: ['keyId', '_id'] },
    { name: 'by_time', fields: ['filedAt', '_id'] },
    { name: 'by_end', fields: ['endedAt', '_id'] },
    /** Help that was asked for below a notice. */
    { name: 'by_notice', fields: ['noticeId', '_id'] },
  ],
  schema: v.object({
    /** Keyed hash of what the call that filed it said: its resend record. */
    input: v.string(),
    communityId: id,
    /** A day of China, and the number within it: together 编号. */
    day: v.string(),
    serial: v.number(),
    /** Hash of who filed it, the day and which of theirs it was; its own `_id` once erased. */
    turn: v.string(),
    /** Pseudonym of who wrote it down, for the count of the day; null once erased. */
    filer: v.nullable(v.string()),
    /** Pseudonym of whose it is; null: somebody without a phone, or erased. */
    person: v.nullable(v.string()),
    /** Who wrote it for somebody else; null: nobody, or erased. */
    filedBy: v.nullable(v.string()),
    /** The role by which it was written for a visitor or a caller. */
    filedAs: v.nullable(v.picklist(heldRoles)),
    /** Everybody who sees it under 我的诉求: owner, family who wrote it, neighbours who joined. */
    people: list(v.string()),
    /** Everybody who did a step, for erasing. */
    actors: list(v.string()),
    gridId: v.nullable(id),
    estateId: id,
    buildingId: id,
    unitId: v.nullable(id),
    /** Names as the directory had them on the day: lists need no second read. */
    estateName: v.string(),
    buildingName: v.string(),
    unitName: v.nullable(v.string()),
    where: v.picklist(['home', 'shared']),
    spot: v.nullable(v.string()),
    room: sealed,
    matterId: v.nullable(v.string()),
    class: v.picklist(requestClasses),
    isPrivate: v.boolean(),
    isSeen: v.boolean(),
    isDispute: v.boolean(),
    answers: list(v.object({ questionId: id, optionId: id })),
    called: list(v.object({ name: v.string(), outcome: v.picklist(['no-answer', 'no-help']) })),
    words: v.string(),
    wordsState: shownState,
    /** What the content check said of the words; the timer opens a check for what was not simply passed. */
    judged: v.picklist(['shown', 'review', 'unchecked']),
    /** Ids as the phone named them; only those that the timer has found to be the filer's are linked and shown to others. */
    pictures: list(id),
    isPublic: v.boolean(),
    isAnonymous: v.boolean(),
    reach: v.picklist(reachWays),
    phone: sealed,
    behalf: v.nullable(v.object({ kind: v.picklist(behalfKinds), name: sealed, phone: sealed })),
    /** The notice below which it was filed; not there: none. */
    noticeId: v.optional(id),
    state,
    open: v.boolean(),
    desk: v.picklist(requestDesks),
    back: v.nullable(state),
    agencyId: v.nullable(id),
    agencyName: v.nullable(v.string()),
    /** Whose desk it lies on: the agency's, and those of open tasks. */
    agencies: list(id),
    level: v.picklist(['grid', 'street']),
    tasks: list(
      v.object({
        id,
        agencyId: id,
        agencyName: v.string(),
        what: v.string(),
        state: v.picklist(['open', 'done', 'returned']),
        doneAt: v.nullable(time),
      }),
    ),
    response: clock,
    resolution: clock,
    run: v.number(),
    /** Of the two clocks, worked out at each write: what lists are ordered by. Never used instead of the clock itself. */
    responseDueAt: time,
    dueAt: time,
    provisional: v.boolean(),
    holdUntil: v.nullable(time),
    proposedAt: v.nullable(time),
    endedAt: v.nullable(time),
    endedBy: v.nullable(v.picklist(['owner', 'call-back', 'silence', 'office'])),
    mustCallBack: v.boolean(),
    supervised: v.boolean(),
    extensions: v.number(),
    neighbours: list(v.object({ person: v.string(), at: time })),
    voices: list(
      v.object({
        person: v.nullable(v.string()),
        actor: v.picklist(['owner', 'neighbour']),
        at: time,
        solved: v.boolean(),
        satisfied: v.nullable(v.boolean()),
        words: v.string(),
        wordsState: shownState,
      }),
    ),
    events: list(
      v.object({
        id,
        at: time,
        verb: v.picklist(requestEvents),
        actor: v.picklist(requestActors),
        person: v.nullable(v.string()),
        role: v.nullable(v.picklist(heldRoles)),
        from: state,
        to: state,
        words: v.string(),
        wordsState: shownState,
        note: v.string(),
        pictures: list(id),
        data: v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()])),
      }),
    ),
    mergedInto: v.nullable(id),
    /** How many events have been told to everybody, and to how many the next one. */
    told: v.number(),
    toldTo: v.number(),
    /** Marks of the clocks and of waiting that were told: "1.response.half". */
    marks: list(v.string()),
    /** When the timer has to look at it again (ms). */
    nextAt: time,
    filedAt: time,
    keyId: v.string(),
  }),
})
