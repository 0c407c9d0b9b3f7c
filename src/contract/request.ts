import * as v from 'valibot'
import { heldRoles } from '../domain/people/roles'
import { requestClasses } from '../domain/request/clock'
import { deskKinds } from '../domain/request/figures-hand'
import {
  longestExtensionDays,
  longestRequest,
  longestStep,
  mostRequestPictures,
  mostStepPictures,
} from '../domain/request/limits'
import { requestActors, requestDesks, requestEvents, requestStates, type RequestVerb } from '../domain/request/verbs'
import { action, alone } from './action'
import { cursor, day, id, time, words } from './fields'

const shownState = v.picklist(['waiting', 'shown', 'refused'])
const state = v.picklist(requestStates)
const requestClass = v.picklist(requestClasses)
const mayBeWords = (longest: number) => v.nullable(words(longest))
/** Ids of pictures that `picture.add` has taken in. */
const pictures = (most: number) => v.pipe(v.array(id), v.maxLength(most))
/** A number as somebody typed it; the server reads it. */
const typedPhone = v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(30))

/** How somebody wants to hear: in WeChat, by a call, or somebody comes by. */
export const reachWays = ['message', 'call', 'visit'] as const
/** Who writes for somebody else. `office`: a duty member or grid leader writes for a visitor or a caller. */
export const behalfKinds = ['family', 'office'] as const

/** Files a request. The whole of it is one document: it is there, or it is not. */
export const submitRequest = alone(
  action({
    name: 'request.submit',
    kind: 'write',
    needs: ['account'],
    input: v.strictObject({
      buildingId: id,
      unitId: v.nullable(id),
      /** home: the room is for the handler only. shared: `spot` says where, and neighbours may see it. */
      where: v.picklist(['home', 'shared']),
      room: mayBeWords(20),
      spot: mayBeWords(60),
      /** null: none of ours. */
      matterId: v.nullable(id),
      /** What was answered to the matter's questions. */
      answers: v.pipe(v.array(v.strictObject({ questionId: id, optionId: id })), v.maxLength(4)),
      /** Who was called about it, and did not help. */
      called: v.pipe(
        v.array(v.strictObject({ name: words(40), outcome: v.picklist(['no-answer', 'no-help']) })),
        v.maxLength(6),
      ),
      words: words(longestRequest),
      pictures: pictures(mostRequestPictures),
      reach: v.picklist(reachWays),
      /** For this request; null: the number of the account, if there is one. */
      phone: v.nullable(typedPhone),
      /** Whether neighbours may read the words and see the pictures. */
      isPublic: v.boolean(),
      /** Whether whoever handles it need not know whose it is; only where the matter allows. */
      isAnonymous: v.boolean(),
      behalf: v.nullable(
        v.strictObject({ kind: v.picklist(behalfKinds), name: words(20), phone: v.nullable(typedPhone) }),
      ),
      /** The notice below which help was asked for (我需要帮忙); null: none. */
      noticeId: v.optional(v.nullable(id), null),
    }),
    output: v.object({
      requestId: id,
      /** 编号: "20261122-007". */
      number: v.string(),
      state,
      /** Whose it is now; null: the grid leader's. */
      agencyName: v.nullable(v.string()),
      /** Until when somebody has been in touch, and until when it is done (ms). */
      responseDueAt: time,
      dueAt: time,
      /** Whether the days rest on a calendar that is not announced yet. */
      provisional: v.boolean(),
      words: shownState,
    }),
    refusals: [
      /** The place is not in the directory. */
      'request.no-place',
      'request.no-matter',
      'phone.invalid',
      /** Only who holds a role there writes for visitors and callers. */
      'request.not-office',
      'content.refused',
    ],
  }),
)

const placeView = v.object({
  estateName: v.string(),
  buildingName: v.string(),
  unitName: v.nullable(v.string()),
  spot: v.nullable(v.string()),
})

/** A line of the public register: what, where (never a room), state, due, by whom. */
export const publicRow = v.object({
  requestId: id,
  number: v.string(),
  /** null: none of ours, or private: then the place is the estate alone. */
  matterId: v.nullable(v.string()),
  isPrivate: v.boolean(),
  place: v.object({ estateName: v.string(), buildingName: v.nullable(v.string()), unitName: v.nullable(v.string()) }),
  state,
  filedAt: time,
  dueAt: time,
  /** When it ended; by silence it is said so. */
  endedAt: v.nullable(time),
  bySilence: v.boolean(),
  agencyName: v.nullable(v.string()),
  /** Only where the resident allowed it, the check passed and nobody is named in it. */
  words: v.nullable(v.string()),
  joined: v.number(),
})

/** Open requests about the same matter in the same building, before one sends: "我也是". */
export const similarRequests = action({
  name: 'request.similar',
  kind: 'read',
  input: v.strictObject({ buildingId: id, unitId: v.nullable(id), matterId: v.nullable(id) }),
  output: v.object({ requests: v.array(publicRow) }),
  refusals: [],
})

/** "我也是": follows it from now on, and has a say in the end. Counted once a person. */
export const joinRequest = alone(
  action({
    name: 'request.join',
    kind: 'write',
    needs: ['account'],
    input: v.strictObject({ requestId: id }),
    output: v.object({ joined: v.number() }),
    refusals: [
      'request.missing',
      /** It is one's own. */
      'request.own',
      /** It is over, or private. */
      'request.not-open',
      'request.full',
    ],
  }),
)

/** The public register of a building, or of an estate, newest first. */
export const requestRegister = action({
  name: 'request.register',
  kind: 'read',
  input: v.strictObject({ estateId: id, buildingId: v.nullable(id), open: v.boolean(), cursor }),
  output: v.object({ requests: v.array(publicRow), cursor: v.nullable(v.string()) }),
  refusals: ['place.bad-cursor'],
})

const picture = v.object({ pictureId: id, state: shownState, url: v.nullable(v.string()) })

/** A step as somebody reads it. */
export const eventView = v.object({
  eventId: id,
  at: time,
  verb: v.picklist(requestEvents),
  actor: v.picklist(requestActors),
  role: v.nullable(v.picklist(heldRoles)),
  to: state,
  words: v.nullable(v.string()),
  wordsState: shownState,
  /** null for those who do not work on it. */
  note: v.nullable(v.string()),
  pictures: v.array(picture),
  data: v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()])),
})

/** One request as everybody sees it. */
export const publicRequest = action({
  name: 'request.public',
  kind: 'read',
  input: v.strictObject({ requestId: id }),
  output: v.object({
    ...publicRow.entries,
    before: v.array(v.string()),
    after: v.array(v.string()),
    events: v.array(eventView),
  }),
  refusals: ['request.missing'],
})

const ownRow = v.object({
  requestId: id,
  number: v.string(),
  matterId: v.nullable(v.string()),
  words: v.string(),
  state,
  filedAt: time,
  dueAt: time,
  agencyName: v.nullable(v.string()),
  /** Whose it is: the caller's, or one that they joined. */
  mine: v.boolean(),
})

/** The caller's own requests, and those that they joined; newest first. */
export const myRequests = action({
  name: 'request.mine',
  kind: 'read',
  input: v.strictObject({ cursor }),
  output: v.object({ requests: v.array(ownRow), cursor: v.nullable(v.string()) }),
  refusals: ['place.bad-cursor'],
})

const task = v.object({
  taskId: id,
  agencyId: id,
  agencyName: v.string(),
  what: v.string(),
  state: v.picklist(['open', 'done', 'returned']),
  doneAt: v.nullable(time),
})

const clock = v.object({
  /** Until when (ms); while it is paused: as if it went on now. */
  dueAt: time,
  provisional: v.boolean(),
  paused: v.boolean(),
  /** When it was met; null: not yet. */
  metAt: v.nullable(time),
})

/** As its owner, a neighbour who joined, or those who work on it see it; never whose it is. */
export const requestView = v.object({
  requestId: id,
  number: v.string(),
  communityId: id,
  gridId: v.nullable(id),
  estateId: id,
  buildingId: id,
  unitId: v.nullable(id),
  matterId: v.nullable(v.string()),
  class: requestClass,
  state,
  /** Whether the caller looks at it as owner, neighbour, or by which role. */
  viewer: v.picklist(['owner', 'neighbour', 'handler', 'duty', 'grid-leader', 'secretary', 'street']),
  /** Pass it on with a step: whoever writes in between wins, and the caller is told. */
  seen: v.number(),
  place: placeView,
  where: v.picklist(['home', 'shared']),
  filedAt: time,
  filedFor: v.nullable(v.picklist(behalfKinds)),
  /** The notice below which help was asked for; null: none, or not for a neighbour. */
  noticeId: v.nullable(id),
  isPrivate: v.boolean(),
  isPublic: v.boolean(),
  isAnonymous: v.boolean(),
  isSeen: v.boolean(),
  isDispute: v.boolean(),
  reach: v.picklist(reachWays),
  /** Whether there is a number that one may look up. */
  hasPhone: v.boolean(),
  words: v.nullable(v.string()),
  wordsState: shownState,
  pictures: v.array(picture),
  /** What was answered to the matter's questions, as it was asked. */
  answers: v.array(v.object({ questionId: id, question: v.string(), answer: v.string() })),
  called: v.array(v.object({ name: v.string(), outcome: v.picklist(['no-answer', 'no-help']) })),
  agencyId: v.nullable(id),
  agencyName: v.nullable(v.string()),
  level: v.picklist(['grid', 'street']),
  tasks: v.array(task),
  response: clock,
  resolution: clock,
  holdUntil: v.nullable(time),
  /** When silence ends it; null: it does not wait for a word. */
  silenceAt: v.nullable(time),
  reopenUntil: v.nullable(time),
  endedAt: v.nullable(time),
  endedBy: v.nullable(v.picklist(['owner', 'call-back', 'silence', 'office'])),
  mustCallBack: v.boolean(),
  supervised: v.boolean(),
  joined: v.number(),
  /** How many said that it is solved, and that it is not. */
  solved: v.number(),
  unsolved: v.number(),
  /** Whether the caller has rated it, and reminded of it today. */
  rated: v.boolean(),
  remindedToday: v.boolean(),
  /** Whether the caller said in this run that it is done: somebody else asks the resident then. */
  proposed: v.boolean(),
  mergedInto: v.nullable(id),
  /** Newest last. */
  events: v.array(eventView),
})
export type RequestView = v.InferOutput<typeof requestView>

export const showRequest = action({
  name: 'request.show',
  kind: 'read',
  input: v.strictObject({ requestId: id }),
  output: requestView,
  refusals: ['request.missing'],
})

const deskRow = v.object({
  requestId: id,
  number: v.string(),
  matterId: v.nullable(v.string()),
  class: requestClass,
  state,
  place: placeView,
  /** The beginning; null where it may not be seen yet. */
  words: v.nullable(v.string()),
  filedAt: time,
  responseDueAt: time,
  responded: v.boolean(),
  dueAt: time,
  agencyName: v.nullable(v.string()),
  joined: v.number(),
  supervised: v.boolean(),
  mustCallBack: v.boolean(),
  /** Open tasks of several agencies. */
  tasks: v.number(),
})

/** What lies on a desk, by what is due first; what is closed, newest first. */
export const listRequests = action({
  name: 'request.list',
  kind: 'read',
  input: v.strictObject({
    communityId: id,
    /** One of the two at most; both null: the whole community. */
    gridId: v.nullable(id),
    agencyId: v.nullable(id),
    /** `open`: all that is not closed. `overdue`: of these, what is past its time. */
    show: v.picklist(['open', 'overdue', ...requestDesks]),
    buildingId: v.nullable(id),
    cursor,
  }),
  output: v.object({ requests: v.array(deskRow), cursor: v.nullable(v.string()) }),
  refusals: ['place.bad-cursor'],
})

const step = words(longestStep)
const maySay = mayBeWords(longestStep)
const proofs = pictures(mostStepPictures)
const agencyList = (most: number) => v.pipe(v.array(id), v.minLength(1), v.maxLength(most))
const deedOf = <const Verb extends RequestVerb, const Fields extends v.ObjectEntries>(verb: Verb, fields: Fields) =>
  v.strictObject({ verb: v.literal(verb), ...fields })

/** A step: the verb, and what it needs. `words` are public, `note` is not. */
export const deed = v.variant('verb', [
  deedOf('accept', { words: maySay }),
  deedOf('assign', { agencyId: id, words: maySay }),
  deedOf('start', { words: maySay }),
  deedOf('contact', { reached: v.boolean(), words: maySay }),
  deedOf('request-info', { words: step }),
  deedOf('supply-info', { words: step, pictures: proofs }),
  deedOf('refer', { to: words(40), words: step }),
  /** agencyId null: it is unclear whose it is, and the words say why. */
  deedOf('return', { agencyId: v.nullable(id), words: step }),
  deedOf('hold', { until: time, words: step }),
  deedOf('resume', { words: maySay }),
  deedOf('extend', {
    days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(longestExtensionDays)),
    words: step,
  }),
  deedOf('propose-resolution', { words: step, pictures: proofs }),
  deedOf('confirm', { words: maySay }),
  deedOf('contest', { words: step, pictures: proofs }),
  deedOf('reopen', { words: step, pictures: proofs }),
  deedOf('decline', { whose: words(40), words: step }),
  deedOf('merge', { into: id, words: maySay }),
  deedOf('withdraw', { words: maySay }),
  deedOf('supervise', { words: step }),
  deedOf('remind', { words: maySay }),
  deedOf('call-back', { heard: v.picklist(['solved', 'unsolved', 'no-answer']), words: maySay }),
  deedOf('rate', { solved: v.boolean(), satisfied: v.nullable(v.boolean()), words: maySay }),
  deedOf('leave', {}),
  deedOf('whistle', { at: time, place: words(60), agencyIds: agencyList(8), words: step }),
  deedOf('whistle-note', { came: v.pipe(v.array(id), v.maxLength(8)), words: step, pictures: proofs }),
  deedOf('meet', { at: time, place: words(60), who: words(100), words: maySay }),
  deedOf('meet-note', { who: words(100), followUpAt: v.nullable(time), words: step }),
  deedOf('split', {
    tasks: v.pipe(v.array(v.strictObject({ agencyId: id, what: words(60) })), v.minLength(1), v.maxLength(8)),
    words: maySay,
  }),
  deedOf('task-done', { taskId: id, words: step, pictures: proofs }),
  deedOf('task-return', { taskId: id, agencyId: v.nullable(id), words: step }),
  deedOf('note', {}),
])
export type Deed = v.InferOutput<typeof deed>

/** Does a step. Who may do which stands in `domain/request/verbs`. */
export const actRequest = action({
  name: 'request.act',
  kind: 'write',
  needs: ['account'],
  input: v.strictObject({
    requestId: id,
    /** `seen` of what the caller looked at. */
    seen: v.number(),
    deed,
    /** For those who work on it only. */
    note: mayBeWords(longestStep),
  }),
  output: v.object({ state, seen: v.number(), words: shownState }),
  refusals: [
    'request.missing',
    /** This step is not for the caller. */
    'request.not-yours',
    /** Its state does not allow the step (any more). */
    'request.not-now',
    /** Somebody else was first: look again. */
    'request.moved',
    /** The matter can be seen: it needs a picture. */
    'request.no-proof',
    /** Tasks of other agencies are still open. */
    'request.tasks-open',
    /** The agency is not in the directory. */
    'request.no-agency',
    'request.no-task',
    /** The other request is not there, not open, not of this community, or the same. */
    'request.bad-merge',
    /** A time that has passed, or lies too far ahead. */
    'request.bad-time',
    /** Reminded today already; rated already. */
    'request.once',
    /** As often as it can be extended. */
    'request.no-more',
    'request.full',
    'picture.missing',
    'content.refused',
  ],
})

/** Whom to call about it: shown for this purpose, and logged. */
export const lookRequest = action({
  name: 'request.look',
  kind: 'write',
  needs: ['account'],
  again: 'anew',
  input: v.strictObject({ requestId: id }),
  output: v.object({
    name: v.nullable(v.string()),
    phone: v.nullable(v.string()),
    room: v.nullable(v.string()),
  }),
  refusals: [
    'request.missing',
    /** It was filed without a name: there is nobody to be called. */
    'request.anonymous',
    /** It is over: nobody has to be called any more. */
    'request.not-open',
  ],
})

/** The agencies of a community that requests can be given to, those with somebody who handles them first. */
export const requestAgencies = action({
  name: 'request.agencies',
  kind: 'read',
  /** As the desk that asks: a grid leader's grid, a handler's agency. */
  input: v.strictObject({ communityId: id, gridId: v.nullable(id), agencyId: v.nullable(id) }),
  output: v.object({
    agencies: v.array(v.object({ agencyId: id, name: v.string(), handled: v.boolean() })),
  }),
  refusals: [],
})

const sheetPlace = { communityId: id, gridId: v.nullable(id) }

/** A line of the day's register: the public register's, and how it went; it hangs on a wall. */
const dayRow = v.object({
  requestId: id,
  number: v.string(),
  filedAt: time,
  /** Who brought it: the resident, somebody of the family, or the station for a visitor. */
  source: v.picklist(['owner', ...behalfKinds]),
  place: v.object({ estateName: v.string(), buildingName: v.nullable(v.string()), unitName: v.nullable(v.string()) }),
  matterId: v.nullable(v.string()),
  isPrivate: v.boolean(),
  /** null: they are not for a wall. */
  words: v.nullable(v.string()),
  agencyName: v.nullable(v.string()),
  dueAt: time,
  state,
  /** What was done last that anybody may know, and its words. */
  last: v.nullable(
    v.object({
      at: time,
      verb: v.picklist(requestEvents),
      actor: v.picklist(requestActors),
      words: v.nullable(v.string()),
      data: v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()])),
    }),
  ),
  endedAt: v.nullable(time),
  /** Whether its owner says that it is solved: `silent`: it ended without a word; null: it goes on. */
  opinion: v.nullable(v.picklist(['solved', 'unsolved', 'silent'])),
})
export type DayRow = v.InferOutput<typeof dayRow>

/** The day's register to be read: what was filed on a day, in the order of the numbers. */
export const requestDay = action({
  name: 'request.day',
  kind: 'read',
  input: v.strictObject({ ...sheetPlace, day, cursor }),
  output: v.object({ requests: v.array(dayRow), cursor: v.nullable(v.string()) }),
  refusals: ['place.bad-cursor'],
})

/** The day's register as a sheet, as the paper one on the wall looks. Who took it stands in the audit log. */
export const requestSheet = action({
  name: 'request.sheet',
  kind: 'write',
  again: 'anew',
  input: v.strictObject({ ...sheetPlace, day }),
  output: v.object({
    /** An .xlsx as base64, and what to call it. */
    file: v.string(),
    name: v.string(),
    rows: v.number(),
  }),
  refusals: ['request.no-place'],
})

const share = v.object({
  /** How many did, of how many of whom it is known. */
  yes: v.number(),
  of: v.number(),
  /** Of whom it is not known: they did not say, or the time is not over yet. Never a yes. */
  silent: v.number(),
})

const deskView = v.object({ kind: v.picklist(deskKinds), name: v.nullable(v.string()) })

/**
 * How it goes: rates with n and with how many did not answer; what comes up most; what hands over slowest. What each
 * means stands in `domain/request/figures`.
 */
export const requestFigures = action({
  name: 'request.figures',
  kind: 'read',
  input: v.strictObject({ communityId: id, gridId: v.nullable(id), days: v.picklist([7, 30, 90, 365]) }),
  output: v.object({
    filed: v.number(),
    /** Whether there were more than could be counted: the figures are of the newest. */
    cut: v.boolean(),
    /** Now, whenever they were filed. */
    open: v.number(),
    overdue: v.number(),
    responded: share,
    solved: share,
    satisfied: share,
    matters: v.array(v.object({ matterId: v.nullable(v.string()), count: v.number() })),
    buildings: v.array(v.object({ buildingId: id, name: v.string(), count: v.number() })),
    /** From the desk of one to the next, the median in ms until it was touched there; slowest first. */
    handOvers: v.array(v.object({ from: deskView, to: deskView, count: v.number(), ms: v.number() })),
  }),
  refusals: [],
})

/** Hours of the clock's own kind, from a minute on; null: as the table. */
const hours = v.nullable(v.pipe(v.number(), v.minValue(1 / 60), v.maxValue(24 * 30)))
const clockRow = v.object({
  class: requestClass,
  /** What holds here. */
  response: v.number(),
  resolution: v.number(),
  /** What holds everywhere: the longest that may be promised. */
  most: v.object({ response: v.number(), resolution: v.number() }),
})

/** A community promises more than the table, for the classes that are named. Never less. */
export const tightenClocks = action({
  name: 'request.tighten',
  kind: 'write',
  input: v.strictObject({
    communityId: id,
    clocks: v.pipe(
      v.array(v.strictObject({ class: requestClass, response: hours, resolution: hours })),
      v.minLength(1),
      v.maxLength(requestClasses.length),
    ),
  }),
  output: v.object({ clocks: v.array(clockRow) }),
  refusals: [
    'request.no-place',
    /** Longer than the table. */
    'request.too-long',
  ],
})

/** The clocks that hold here (hours of their own kind), as the table or tighter. */
export const requestClocks = action({
  name: 'request.clocks',
  kind: 'read',
  input: v.strictObject({ communityId: id }),
  output: v.object({ clocks: v.array(clockRow) }),
  refusals: ['request.no-place'],
})
