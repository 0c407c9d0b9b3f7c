import * as v from 'valibot'
import { messageKinds, templateKeys } from '../domain/people/messages'
import { action } from './action'
import { cursor, id, time } from './fields'

/** News for the caller: the unread first, then what was read, each newest first. */
export const listMessages = action({
  name: 'message.list',
  kind: 'read',
  input: v.strictObject({ unread: v.boolean(), cursor }),
  output: v.object({
    messages: v.array(
      v.object({
        messageId: id,
        kind: v.picklist(messageKinds),
        /** What its text needs: `src/text/messages`. */
        params: v.record(v.string(), v.string()),
        /** The page that it leads to: `/pages/…`; null: it stands for itself. */
        path: v.nullable(v.string()),
        at: time,
        unread: v.boolean(),
      }),
    ),
    cursor: v.nullable(v.string()),
  }),
  refusals: ['place.bad-cursor'],
})

/** How much is unread, and which subscribe messages it makes sense to ask for now. */
export const countMessages = action({
  name: 'message.unread',
  kind: 'read',
  input: v.strictObject({}),
  output: v.object({
    /** At most 99 are counted. */
    unread: v.number(),
    asks: v.array(v.object({ key: v.picklist(templateKeys), templateId: v.string() })),
  }),
  refusals: [],
})

export const readMessage = action({
  name: 'message.read',
  kind: 'write',
  input: v.strictObject({ messageId: id }),
  output: v.object({ unread: v.boolean() }),
  refusals: ['message.missing'],
})

/** Marks as read whatever had arrived by then. */
export const readAllMessages = action({
  name: 'message.read-all',
  kind: 'write',
  input: v.strictObject({ until: time }),
  output: v.object({ read: v.number() }),
  refusals: [],
})

/** What the person answered when WeChat asked for messages: one `accept` is one message. */
export const subscribeMessages = action({
  name: 'message.subscribe',
  kind: 'write',
  needs: ['account', 'messages'],
  input: v.strictObject({
    answers: v.pipe(
      v.array(
        v.strictObject({ key: v.picklist(templateKeys), answer: v.picklist(['accept', 'reject', 'ban', 'filter']) }),
      ),
      v.minLength(1),
      v.maxLength(3),
    ),
  }),
  output: v.object({ accepted: v.number() }),
  refusals: [],
})
