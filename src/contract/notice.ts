import * as v from 'valibot'
import { longestNoticeStep } from '../domain/notice/limits'
import { noticeProblems } from '../domain/notice/problems'
import { noticeActors, noticeDesks, noticeStates, noticeVerbs } from '../domain/notice/verbs'
import { heldRoles } from '../domain/people/roles'
import { action } from './action'
import { cursor, id, key, time, words } from './fields'
import { noticeContent, shownState } from './notice-fields'

// Writing notices and what becomes of them: for those who answer for a grid, a station, a community.

const state = v.picklist(noticeStates)
const said = v.nullable(words(longestNoticeStep))
/** How much of its history somebody has looked at: how many events it has. */
const seen = v.number()

/** Why a step is not done; see `domain/notice/act-types`. */
const stepRefusals = [
  'notice.missing',
  /** Somebody did something meanwhile: look again. */
  'notice.moved',
  'notice.not-yours',
  'notice.not-now',
  'notice.own',
  'notice.not-second',
  /** Something is missing in it; `notice.save` says what. */
  'notice.not-ready',
  'notice.over',
  'notice.no-outage',
  'notice.no-words',
  'notice.refused-words',
  'notice.full',
  'content.refused',
] as const

/**
 * Keeps what is being written, and with `send` sends it in the same commit: a new notice (`noticeId` null), a draft, or
 * a change of one that is out, which is sent or not made at all. What is not ready is kept and not sent: `problems` says why.
 */
export const saveNotice = action({
  name: 'notice.save',
  kind: 'write',
  needs: ['account'],
  input: v.pipe(
    v.strictObject({
      noticeId: v.nullable(id),
      /**
       * Of a new notice: made by the phone once for what is being written, and kept with it. Whatever is written into it
       * later, after a lost reply, comes to the same notice. null where `noticeId` says which.
       */
      draftId: v.nullable(key),
      communityId: id,
      /** Of a grid leader who begins it; else null. */
      gridId: v.nullable(id),
      /** null where it is new. */
      seen: v.nullable(seen),
      content: noticeContent,
      send: v.boolean(),
    }),
    v.check(({ noticeId, draftId }) => noticeId !== null || draftId !== null),
  ),
  output: v.object({
    noticeId: id,
    state,
    seen,
    /** Empty: it could go out, or has gone. */
    problems: v.array(v.picklist(noticeProblems)),
    /** Whether a second person reads it before it goes out. */
    asks: v.boolean(),
    words: shownState,
    /**
     * Of this `draftId` a notice was sent before, with other words, and the phone did not hear of it: nothing was written.
     * The next save, with this `noticeId` and `seen`, changes it.
     */
    isThere: v.optional(v.literal(true)),
  }),
  refusals: [
    ...stepRefusals,
    /** The community, or a place or a picture that it names, is not there. */
    'notice.no-place',
    'picture.missing',
    /** Its question or its sign-up is out, and stays as it was asked. */
    'notice.fixed',
  ],
})

const deedOf = <const Verb extends string, const Fields extends v.ObjectEntries>(verb: Verb, fields: Fields) =>
  v.strictObject({ verb: v.literal(verb), ...fields })
export const noticeDeed = v.variant('verb', [
  deedOf('send', {}),
  deedOf('recall', {}),
  deedOf('release', { words: said }),
  deedOf('send-back', { words: words(longestNoticeStep) }),
  deedOf('restore', { words: said }),
  deedOf('review', { words: said }),
  deedOf('withdraw', { words: said }),
  deedOf('discard', {}),
])
export type NoticeDeedFields = v.InferOutput<typeof noticeDeed>

/** Does a step. Who may do which, and whose eyes it takes, stands in `domain/notice/verbs`. */
export const actNotice = action({
  name: 'notice.act',
  kind: 'write',
  needs: ['account'],
  input: v.strictObject({ noticeId: id, seen, deed: noticeDeed }),
  output: v.object({ state, seen, words: shownState }),
  refusals: stepRefusals,
})

const duty = v.nullable(v.object({ owner: v.picklist(['author', 'second', 'secretary']), dueAt: time }))

const deskNotice = v.object({
  noticeId: id,
  /** Of what is being written where nothing is out yet. */
  title: v.string(),
  about: noticeContent.entries.about,
  state,
  isEmergency: v.boolean(),
  span: noticeContent.entries.span,
  where: noticeContent.entries.where,
  needs: noticeContent.entries.needs,
  outAt: v.nullable(time),
  validUntil: time,
  duty,
  /** Went out unread: a second person still has to read it. */
  isUnread: v.boolean(),
  mine: v.boolean(),
  /** Questions that nobody has answered. */
  questions: v.number(),
})

/** One drawer of the notices of a grid or a community, what is due first on top; what is over, the newest. */
export const listNotices = action({
  name: 'notice.list',
  kind: 'read',
  input: v.strictObject({ communityId: id, gridId: v.nullable(id), show: v.picklist(noticeDesks), cursor }),
  output: v.object({ notices: v.array(deskNotice), cursor: v.nullable(v.string()) }),
  refusals: ['place.bad-cursor'],
})

const editionView = v.object({
  ...noticeContent.entries,
  number: v.number(),
  wordsState: shownState,
  writtenAt: time,
  mine: v.boolean(),
  /** By which role it was written. */
  role: v.picklist(['grid-leader', 'duty', 'secretary']),
  pictures: v.array(v.object({ pictureId: id, url: v.nullable(v.string()) })),
  file: v.nullable(v.object({ fileId: id, name: v.string(), size: v.number() })),
})
export type NoticeEditionView = v.InferOutput<typeof editionView>

/** A notice as those see it who write, release and count. */
export const showNotice = action({
  name: 'notice.show',
  kind: 'read',
  input: v.strictObject({ noticeId: id }),
  output: v.object({
    noticeId: id,
    communityId: id,
    communityName: v.string(),
    gridId: v.nullable(id),
    state,
    seen,
    shown: v.nullable(editionView),
    next: v.nullable(editionView),
    end: v.nullable(v.object({ at: time, words: v.string(), wordsState: shownState })),
    isUnread: v.boolean(),
    /** Whether the caller is the second pair of eyes for what waits, or went out unread. */
    isSecond: v.boolean(),
    /** Of another desk: the caller reads, shares and counts it, and changes nothing of it. */
    isOthers: v.boolean(),
    /** Which steps the table lets the caller do now. */
    may: v.array(v.picklist(noticeVerbs)),
    problems: v.array(v.picklist(noticeProblems)),
    asks: v.boolean(),
    duty,
    outAt: v.nullable(time),
    /** Whom it concerns, by name: buildings (with estates where there are several), or the community's. */
    placeNames: v.array(v.string()),
    /** Concerned buildings, for sharing, posters and visits. */
    buildings: v.array(v.object({ buildingId: id, name: v.string(), estateName: v.string(), gridId: v.nullable(id) })),
    /** Questions that nobody has answered. */
    questions: v.number(),
    /** Newest last. */
    events: v.array(
      v.object({
        eventId: v.string(),
        at: time,
        verb: v.picklist(noticeVerbs),
        actor: v.picklist(noticeActors),
        mine: v.boolean(),
        to: state,
        edition: v.number(),
        words: v.nullable(v.string()),
      }),
    ),
  }),
  refusals: ['notice.missing'],
})

/** What fits what somebody writes: the buildings of a grid, or of the community, by estate, with their units. */
export const noticePlaces = action({
  name: 'notice.places',
  kind: 'read',
  input: v.strictObject({ communityId: id, gridId: v.nullable(id) }),
  output: v.object({
    communityName: v.string(),
    estates: v.array(
      v.object({
        estateId: id,
        name: v.string(),
        /** All of the estate's buildings are here. */
        isWhole: v.boolean(),
        buildings: v.array(
          v.object({
            buildingId: id,
            name: v.string(),
            gridId: v.nullable(id),
            units: v.array(v.object({ unitId: id, name: v.string() })),
          }),
        ),
      }),
    ),
    /** All buildings of the community are here. */
    isWhole: v.boolean(),
    /** Roles of the caller here: whether a whole-community notice waits for somebody. */
    roles: v.array(v.picklist(heldRoles)),
  }),
  refusals: ['notice.no-place'],
})
