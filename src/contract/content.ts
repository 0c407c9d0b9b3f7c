import * as v from 'valibot'
import { checkKinds } from '../domain/content/check'
import { complaintStates } from '../domain/content/complaint'
import { heldRoles } from '../domain/people/roles'
import { action } from './action'
import { cursor, id, time, why, words } from './fields'

/** Pictures of one complaint. */
export const mostPictures = 3
/** Characters of a complaint, and of an answer to it. WeChat's check takes 2,500. */
export const longestComplaint = 500
/** Answers of one complaint: who has more to say to each other, talks. */
export const mostAnswers = 30

/** `waiting`: nobody has judged it yet, so that only its writer sees it; `refused`: it is not shown. */
const shownState = v.picklist(['waiting', 'shown', 'refused'])

/**
 * Says where the phone may put a picture. What was begun and not handed in within a day is swept, so that nothing stays
 * in the storage that nobody knows of.
 */
export const beginPicture = action({
  name: 'picture.begin',
  kind: 'write',
  needs: ['account'],
  input: v.strictObject({}),
  output: v.object({ pictureId: id, /** In the cloud's storage. */ path: v.string() }),
  refusals: [],
})

/**
 * Hands in a picture that was uploaded to its path. The server takes the file over (a copy without any metadata, out of
 * the phone's reach) and has it checked; until the verdict only its owner sees it. A second time changes nothing.
 */
export const addPicture = action({
  name: 'picture.add',
  kind: 'write',
  needs: ['account'],
  input: v.strictObject({
    pictureId: id,
    /** As the upload answered it: cloud://… */
    fileId: v.pipe(v.string(), v.maxLength(500)),
  }),
  output: v.object({ pictureId: id }),
  refusals: [
    /** Not begun, not there, or gone. */
    'picture.missing',
    'picture.too-large',
    'picture.not-a-picture',
  ],
})

/** What a complaint is about: the app, a service or an agency, how a person behaved, or something that somebody wrote. */
export const complaintKinds = ['app', 'service', 'person', 'content'] as const
const complaintKind = v.picklist(complaintKinds)
const complaintState = v.picklist(complaintStates)

/** A complaint, or a report of something that somebody wrote. It reaches secretary and grid leader. */
export const fileComplaint = action({
  name: 'complaint.file',
  kind: 'write',
  needs: ['account'],
  input: v.strictObject({
    communityId: id,
    kind: complaintKind,
    /** What was written, if it is about that: the complaint, and the number of its answer. */
    about: v.nullable(v.strictObject({ collection: v.literal('complaints'), id, part: id })),
    words: words(longestComplaint),
    pictures: v.pipe(v.array(id), v.maxLength(mostPictures)),
  }),
  output: v.object({ complaintId: id, words: shownState, dueAt: time }),
  refusals: [
    'complaint.no-community',
    /** What it is about is not there, or the caller cannot see it. */
    'complaint.no-subject',
    /** A picture is not there, not the caller's, or in use. */
    'picture.missing',
    'content.refused',
  ],
})

const complaintRow = v.object({
  complaintId: id,
  kind: complaintKind,
  state: complaintState,
  filedAt: time,
  dueAt: time,
  /** The beginning; null where the caller may not see it yet. */
  words: v.nullable(v.string()),
})

/** The caller's own complaints, newest first. */
export const myComplaints = action({
  name: 'complaint.mine',
  kind: 'read',
  input: v.strictObject({ cursor }),
  output: v.object({ complaints: v.array(complaintRow), cursor: v.nullable(v.string()) }),
  refusals: ['place.bad-cursor'],
})

/** The complaints of a community, or of a grid, in one state; the oldest first. Says nothing of who filed them. */
export const listComplaints = action({
  name: 'complaint.list',
  kind: 'read',
  input: v.strictObject({ communityId: id, gridId: v.nullable(id), state: complaintState, cursor }),
  output: v.object({ complaints: v.array(complaintRow), cursor: v.nullable(v.string()) }),
  refusals: ['place.bad-cursor'],
})

export const complaintView = v.object({
  complaintId: id,
  communityId: id,
  kind: complaintKind,
  state: complaintState,
  filedAt: time,
  dueAt: time,
  mine: v.boolean(),
  words: v.nullable(v.string()),
  wordsState: shownState,
  /** Those that the caller may see; a link is good for some minutes. `url` null: not (yet) to be seen. */
  pictures: v.array(v.object({ pictureId: id, state: shownState, url: v.nullable(v.string()) })),
  answers: v.array(
    v.object({
      answerId: id,
      at: time,
      role: v.picklist(heldRoles),
      words: v.nullable(v.string()),
      state: shownState,
    }),
  ),
  /** What it reports, with the words as they stand there now; null where the caller may not see them. */
  about: v.nullable(v.object({ collection: v.string(), id, part: id, words: v.nullable(v.string()) })),
})
export type ComplaintView = v.InferOutput<typeof complaintView>

export const showComplaint = action({
  name: 'complaint.show',
  kind: 'read',
  input: v.strictObject({ complaintId: id }),
  output: complaintView,
  refusals: ['complaint.missing'],
})

/** A keeper answers, and may close it with that. Whoever filed it is told. */
export const answerComplaint = action({
  name: 'complaint.answer',
  kind: 'write',
  input: v.strictObject({ complaintId: id, words: words(longestComplaint), close: v.boolean() }),
  output: v.object({ state: complaintState, words: shownState }),
  refusals: [
    'complaint.missing',
    /** It is closed or withdrawn. */
    'complaint.over',
    /** Nobody answers their own. */
    'complaint.own',
    /** It has as many answers as it can hold. */
    'complaint.full',
    'content.refused',
  ],
})

/** Takes one's own complaint back. */
export const withdrawComplaint = action({
  name: 'complaint.withdraw',
  kind: 'write',
  input: v.strictObject({ complaintId: id }),
  output: v.object({ state: complaintState }),
  refusals: ['complaint.missing', 'complaint.over'],
})

/** What the content check left to people, the most urgent first. */
export const listChecks = action({
  name: 'check.list',
  kind: 'read',
  input: v.strictObject({ communityId: id, gridId: v.nullable(id), cursor }),
  output: v.object({
    checks: v.array(
      v.object({
        checkId: id,
        kind: v.picklist(checkKinds),
        words: v.nullable(v.string()),
        url: v.nullable(v.string()),
        at: time,
        dueAt: time,
        /** Whether nobody could be asked, or the check itself wants a person to look. */
        because: v.picklist(['unchecked', 'review']),
        /** Nobody decides about their own. */
        mine: v.boolean(),
      }),
    ),
    cursor: v.nullable(v.string()),
  }),
  refusals: ['place.bad-cursor'],
})

/** A keeper decides whether something is shown. Logged with the reason; its writer is told. */
export const decideCheck = action({
  name: 'check.decide',
  kind: 'write',
  input: v.strictObject({ checkId: id, shown: v.boolean(), why }),
  output: v.object({ state: v.picklist(['passed', 'refused']) }),
  refusals: [
    'check.missing',
    'check.own',
    /** Somebody, or the check itself, has decided meanwhile. */ 'check.decided',
  ],
})
