import * as v from 'valibot'
import { id, time } from '../../contract/fields'
import { complaintKinds } from '../../contract/content'
import { checkKinds } from '../../domain/content/check'
import { complaintStates } from '../../domain/content/complaint'
import { heldRoles } from '../../domain/people/roles'
import { messageKinds, templateKeys } from '../../domain/people/messages'
import { collection } from './collection'

const shownState = v.picklist(['waiting', 'shown', 'refused'])

/** A complaint with its answers. */
export const complaints = collection({
  name: 'complaints',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_person', fields: ['person', 'filedAt', '_id'] },
    { name: 'by_community', fields: ['communityId', 'state', 'filedAt', '_id'] },
    { name: 'by_grid', fields: ['communityId', 'gridId', 'state', 'filedAt', '_id'] },
    { name: 'by_answer', fields: ['answers.author', 'filedAt', '_id'] },
    { name: 'by_time', fields: ['filedAt', '_id'] },
  ],
  schema: v.object({
    /** Pseudonym of who filed it; null once erased. */
    person: v.nullable(v.string()),
    communityId: id,
    /** Of the home that the person declared in this community, if any. */
    gridId: v.nullable(id),
    kind: v.picklist(complaintKinds),
    about: v.nullable(v.object({ collection: v.literal('complaints'), id, part: id })),
    words: v.string(),
    wordsState: shownState,
    /** Ids of `pictures`. */
    pictures: v.array(id),
    state: v.picklist(complaintStates),
    answers: v.array(
      v.object({
        /** Its number within the complaint. */
        id,
        at: time,
        author: v.nullable(v.string()),
        role: v.picklist(heldRoles),
        words: v.string(),
        state: shownState,
      }),
    ),
    filedAt: time,
    dueAt: time,
  }),
})

/** A text or picture that was not simply passed: to be asked about again, or for a person to look at. */
export const checks = collection({
  name: 'checks',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_community', fields: ['communityId', 'open', 'dueAt', '_id'] },
    { name: 'by_grid', fields: ['communityId', 'gridId', 'open', 'dueAt', '_id'] },
    { name: 'by_next', fields: ['state', 'nextAt', '_id'] },
    { name: 'by_author', fields: ['author', '_id'] },
    { name: 'by_time', fields: ['open', 'at', '_id'] },
  ],
  schema: v.object({
    kind: v.picklist(checkKinds),
    /** Where it stands; `part`: the answer of a complaint, the step of a request or a wish. */
    about: v.object({
      collection: v.picklist([
        ...(['complaints', 'pictures', 'requests', 'wishes', 'offers'] as const),
        ...(['notices', 'noticeQuestions', 'voices'] as const),
      ]),
      ...{ id, part: v.nullable(id) },
    }),
    author: v.nullable(v.string()),
    communityId: id,
    gridId: v.nullable(id),
    state: v.picklist(['unchecked', 'review', 'passed', 'refused']),
    /** Whether anybody still has to decide: unchecked or review. */
    open: v.boolean(),
    tries: v.number(),
    /** When the check is asked once more (unchecked only). */
    nextAt: time,
    at: time,
    /** Until when a person should have looked. */
    dueAt: time,
    decidedAt: v.nullable(time),
  }),
})

/** A picture, from when it is begun; once the server took it over: free of metadata, out of its owner's reach. */
export const pictures = collection({
  name: 'pictures',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_person', fields: ['person', '_id'] },
    { name: 'by_trace', fields: ['traceId', '_id'] },
    { name: 'by_next', fields: ['state', 'nextAt', '_id'] },
    { name: 'by_use', fields: ['used', 'addedAt', '_id'] },
    { name: 'by_state', fields: ['state', 'addedAt', '_id'] },
  ],
  schema: v.object({
    person: v.string(),
    /** Of the phone's upload, from when it is handed in until it is removed. */
    uploadId: v.nullable(v.string()),
    /** Of the server's own copy: a name that nobody knows before it is there. */
    copyName: id,
    /** Of the server's own copy, once there is one. */
    fileId: v.nullable(v.string()),
    type: v.nullable(v.picklist(['jpeg', 'png'])),
    width: v.number(),
    height: v.number(),
    /** coming: begun, nothing handed in yet; asking: a verdict is on its way; review: a person has to look. */
    state: v.picklist(['coming', 'asking', 'review', 'passed', 'refused']),
    traceId: v.nullable(v.string()),
    tries: v.number(),
    /** When it is asked about once more if no verdict came. */
    nextAt: time,
    /** The complaint that it belongs to, once filed. */
    complaintId: v.nullable(id),
    /** The request that it belongs to. */
    requestId: v.optional(v.nullable(id)),
    /** The notice that it belongs to. */
    noticeId: v.optional(v.nullable(id)),
    used: v.boolean(),
    addedAt: time,
  }),
})

/** A piece of news: the receiver's list and the outbox in one, so that both come with the change that causes them. */
export const messages = collection({
  name: 'messages',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_person', fields: ['person', 'unread', 'at', '_id'] },
    { name: 'by_push', fields: ['push', 'nextAt', '_id'] },
    { name: 'by_time', fields: ['at', '_id'] },
  ],
  schema: v.object({
    /** The receiver's pseudonym. */
    person: v.string(),
    kind: v.picklist(messageKinds),
    params: v.record(v.string(), v.string()),
    path: v.nullable(v.string()),
    at: time,
    unread: v.boolean(),
    /**
     * What becomes of it at WeChat's door. none: nobody asked for it. waiting: to be sent from `nextAt` on. sending:
     * somebody is at it until `nextAt`, after that it is anybody's. sent, failed: over.
     */
    push: v.picklist(['none', 'waiting', 'sending', 'sent', 'failed']),
    template: v.nullable(v.picklist(templateKeys)),
    /** Whether a consent was taken for it already: a second try takes none. */
    paid: v.boolean(),
    tries: v.number(),
    nextAt: time,
  }),
})

/** How many subscribe messages of a kind somebody still agreed to. `_id` is the hash of person and template. */
export const subscriptions = collection({
  name: 'subscriptions',
  shape: 1,
  upgrades: {},
  indexes: [{ name: 'by_person', fields: ['person', '_id'] }],
  schema: v.object({
    person: v.string(),
    template: v.picklist(templateKeys),
    left: v.number(),
    banned: v.boolean(),
    answeredAt: time,
    lastAnswer: v.picklist(['accept', 'reject', 'ban', 'filter']),
  }),
})
