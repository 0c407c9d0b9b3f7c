import * as v from 'valibot'
import { noticeStates } from '../domain/notice/verbs'
import { action, alone } from './action'
import { id, time, words } from './fields'
import { audienceNeeds, consultationFields, noticeAbout, noticeSpan, noticeWhere, signUpFields } from './notice-fields'

// What residents do with a notice. Nobody has to log in to read one.

/** A token of a card, made on the phone of who shared it. */
export const shareToken = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,32}$/))
export const longestQuestion = 100
export const longestAnswer = 300
export const mostAnswered = 20
/** Questions that one call answers. */
export const mostQuestionsAtOnce = 8

/** A line of a notice as it stands at a door: what the phone needs to say what it means there, also off line. */
export const doorNotice = v.object({
  noticeId: id,
  title: v.string(),
  about: noticeAbout,
  span: v.nullable(noticeSpan),
  where: noticeWhere,
  needs: audienceNeeds,
  isEmergency: v.boolean(),
  isChanged: v.boolean(),
  /** What stands here is out, or has just come back. */
  state: v.picklist(['out', 'restored']),
  /** When it came back; null: it has not. */
  endAt: v.nullable(time),
  outAt: time,
  writtenAt: time,
  validUntil: time,
})
export type DoorNotice = v.InferOutput<typeof doorNotice>

/** What stands at a door now and what is coming, in its order; for the list and the calendar. At most 50. */
export const doorNotices = action({
  name: 'notice.door',
  kind: 'read',
  input: v.strictObject({ buildingId: id, unitId: v.nullable(id) }),
  output: v.object({ notices: v.array(doorNotice) }),
  refusals: ['door.unknown'],
})

/** Questions that were answered once for all. */
export const answered = v.object({ id, question: v.string(), answer: v.string(), at: time })

/**
 * Opens a notice: the present state, never old words. Counts who opens it, once for each person, whatever is lost or
 * comes twice: the opening's `_id` is notice and person. Three reads at most, and one write where it is new.
 */
export const openNotice = action({
  name: 'notice.open',
  kind: 'read',
  input: v.strictObject({
    noticeId: id,
    /** Of the card; null: from the door, a poster, a message. */
    token: v.nullable(shareToken),
    /** Where WeChat says that it was opened; null: it did not say. */
    openedIn: v.nullable(v.picklist(['group', 'chat', 'elsewhere'])),
    /** What WeChat put in the place of a CloudID of `getGroupEnterInfo`; whatever does not fit is left aside. */
    group: v.optional(v.unknown()),
  }),
  output: v.object({
    noticeId: id,
    communityId: id,
    communityName: v.string(),
    /** As readers have to see it at this moment. */
    state: v.picklist(noticeStates),
    /**
     * What it is about, when and for whom: also where the words are not to be read, and of what is back. null: it was
     * never out, was withdrawn, or has expired.
     */
    facts: v.nullable(
      v.object({
        about: noticeAbout,
        span: v.nullable(noticeSpan),
        where: noticeWhere,
        needs: audienceNeeds,
        isEmergency: v.boolean(),
        number: v.number(),
        writtenAt: time,
        validUntil: time,
      }),
    ),
    /** The words that hold now; null: none do, or WeChat's check has not passed them. */
    words: v.nullable(
      v.object({
        title: v.string(),
        body: v.string(),
        pictures: v.array(v.object({ pictureId: id, url: v.nullable(v.string()) })),
        file: v.nullable(v.object({ name: v.string(), size: v.number(), url: v.nullable(v.string()) })),
      }),
    ),
    /** Whom it concerns, by name. */
    placeNames: v.array(v.string()),
    end: v.nullable(v.object({ at: time, /** null: none, or not to be read. */ words: v.nullable(v.string()) })),
    answers: v.array(answered),
    /** Also once its time is over, to read what has come out; null: none, or its words are not to be read. */
    consultation: v.nullable(consultationFields),
    signUp: v.nullable(
      v.object({
        ...signUpFields.entries,
        taken: v.number(),
        waiting: v.number(),
        /** The caller's own: in, or so many wait before them; null: not in it. */
        mine: v.nullable(v.object({ state: v.picklist(['in', 'waiting']), before: v.nullable(v.number()) })),
      }),
    ),
    me: v.object({
      /** Whether this opening is counted; null: nobody knows who it is, or it was never out. Ask again where it is false. */
      counted: v.nullable(v.boolean()),
      /** When the caller said 知道了 to these words; null: not yet. */
      acknowledgedAt: v.nullable(time),
      /** The edition that the caller saw last before this one; null: none. */
      before: v.nullable(v.number()),
      /** What the caller said to its question; null: nothing. */
      voice: v.nullable(v.object({ choices: v.array(id), words: v.string(), name: v.nullable(v.string()), at: time })),
    }),
  }),
  refusals: ['notice.missing'],
})

/**
 * 知道了. A second time changes nothing, unless the words are others by then; it counts as an opening, also where that was
 * lost.
 */
export const acknowledgeNotice = action({
  name: 'notice.acknowledge',
  kind: 'write',
  input: v.strictObject({
    noticeId: id,
    /** When it was pressed (ms): perhaps without a network. */
    at: time,
    /** Which edition the phone showed; not there: it does not say. */
    edition: v.optional(v.pipe(v.number(), v.integer())),
  }),
  output: v.object({ acknowledgedAt: time }),
  refusals: ['notice.missing'],
})

/** A question to whoever wrote it. The answer comes to everybody, below the notice; one to the asker in 消息 as well. */
export const askNotice = alone(
  action({
    name: 'notice.ask',
    kind: 'write',
    needs: ['account'],
    input: v.strictObject({ noticeId: id, words: words(longestQuestion) }),
    output: v.object({ questionId: id, words: v.picklist(['waiting', 'shown', 'refused']) }),
    refusals: ['notice.missing', 'notice.over', 'notice.too-many', 'content.refused'],
  }),
)

/** Questions of residents to one notice, oldest first, never whose they are. */
export const noticeQuestions = action({
  name: 'notice.questions',
  kind: 'read',
  input: v.strictObject({ noticeId: id }),
  output: v.object({
    questions: v.array(
      v.object({
        questionId: id,
        /** null: WeChat's check has not passed it. */
        words: v.nullable(v.string()),
        at: time,
        state: v.picklist(['open', 'answered', 'closed']),
      }),
    ),
    answers: v.array(answered),
    /** There are more than are shown. */
    isMore: v.boolean(),
    /** Nobody reads the notice any more, nor an answer: questions can only be put away. */
    isOver: v.boolean(),
  }),
  refusals: ['notice.missing'],
})

/**
 * Answers questions once for all, while the notice is out; without words they are put away, also later (a thank-you, a
 * complaint that lies elsewhere).
 */
export const answerNotice = action({
  name: 'notice.answer',
  kind: 'write',
  needs: ['account'],
  input: v.strictObject({
    noticeId: id,
    /** As many as one commit takes, with the news to each who asked. The same words again are the same answer. */
    questionIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(mostQuestionsAtOnce)),
    /** As everybody reads it; null with `answer` null: close them. */
    question: v.nullable(words(longestQuestion)),
    answer: v.nullable(words(longestAnswer)),
  }),
  output: v.object({ answered: v.number() }),
  refusals: [
    ...(['notice.missing', 'notice.not-yours', 'notice.over', 'notice.full'] as const),
    ...(['content.refused', 'content.unchecked'] as const),
  ],
})
