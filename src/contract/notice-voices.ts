import * as v from 'valibot'
import { action, alone } from './action'
import { id, personName, time } from './fields'
import { mostOptions, mostSignUpPlaces } from './notice-fields'

// 商量、征求意见、报名: what residents say to a notice that asks them something.

export const longestVoice = 200

const choices = v.pipe(v.array(id), v.maxLength(mostOptions))
const voiceWords = v.pipe(v.string(), v.trim(), v.maxLength(longestVoice))

const voiceRefusals = [
  'notice.missing',
  /** It asks nothing. */
  'voice.none',
  /** The deadline is over, or the notice is. */
  'voice.over',
  /** One voice a household: the caller's home is not known, or its room is not on the list. */
  'voice.no-home',
  /** The home is not one of those that are asked. */
  'voice.not-asked',
  'voice.nobody',
  'voice.no-choice',
  'voice.too-many',
  'voice.no-such-choice',
  'voice.no-words',
  'voice.no-name',
  'content.refused',
  /** A signature is never kept unchecked; words wait. */
  'content.unchecked',
] as const

/** Says, or changes, what one's household or oneself thinks; until the deadline. */
export const sayVoice = action({
  name: 'voice.say',
  kind: 'write',
  needs: ['account'],
  input: v.strictObject({
    noticeId: id,
    choices,
    words: voiceWords,
    /** A signature; must be there on a consent sheet. */
    name: v.nullable(personName),
  }),
  output: v.object({ at: time, words: v.picklist(['waiting', 'shown', 'refused']) }),
  refusals: voiceRefusals,
})

/** Writes down what a household without a phone has said, on paper or at the door. */
export const noteVoice = action({
  name: 'voice.note',
  kind: 'write',
  needs: ['account'],
  input: v.strictObject({
    noticeId: id,
    buildingId: id,
    roomId: id,
    choices,
    words: voiceWords,
    name: v.nullable(personName),
  }),
  output: v.object({ at: time }),
  refusals: [
    ...voiceRefusals,
    'notice.no-place',
    /** Somebody of the household has said it on a phone. */
    'voice.said',
  ],
})

/** What has come out so far. Residents see it once they have said something, and when it is over; the office always. */
export const voiceResult = action({
  name: 'voice.result',
  kind: 'read',
  input: v.strictObject({ noticeId: id }),
  output: v.object({
    /** false: not yet for the caller; then everything below is empty. */
    isShown: v.boolean(),
    isOver: v.boolean(),
    /** What was said is no longer kept: there are no figures any more. */
    isGone: v.boolean(),
    /** Whose voice counts for the caller, or their household; null: nobody's. */
    standing: v.nullable(v.picklist(['mine', 'household'])),
    n: v.number(),
    of: v.nullable(v.number()),
    /** Of how many households of n a keeper knows that it is the right one. */
    confirmed: v.number(),
    options: v.array(v.object({ id, count: v.number() })),
    /** How many wrote words. */
    words: v.number(),
    /** Voices as the caller may see them: names where that was set, words of others for the office alone. At most 100. */
    voices: v.array(
      v.object({
        choices,
        words: v.string(),
        name: v.nullable(v.string()),
        isMine: v.boolean(),
        /** Written down by the office. */ isNoted: v.boolean(),
      }),
    ),
    isMore: v.boolean(),
  }),
  refusals: ['notice.missing', 'voice.none'],
})

const signUpRefusals = ['notice.missing', 'signup.none', 'signup.over', 'signup.begun'] as const

/**
 * 报名. `before`: how many wait before the caller; null: in. One document, changed by one compare-and-set: many come at the
 * same moment. Whoever is in it is in it once, however often they send.
 */
export const joinSignUp = alone(
  action({
    name: 'signup.join',
    kind: 'write',
    needs: ['account'],
    input: v.strictObject({ noticeId: id, name: personName }),
    output: v.object({ state: v.picklist(['in', 'waiting']), before: v.nullable(v.number()) }),
    refusals: [...signUpRefusals, 'signup.full', 'content.refused', 'content.unchecked'],
  }),
)

/** Gives the place back; whoever has waited longest moves up, and is told. */
export const leaveSignUp = action({
  name: 'signup.leave',
  kind: 'write',
  needs: ['account'],
  input: v.strictObject({ noticeId: id }),
  output: v.object({}),
  refusals: [...signUpRefusals, 'signup.not-there'],
})

/** Who has signed up, by the names they gave: for the office. */
export const showSignUp = action({
  name: 'signup.show',
  kind: 'read',
  input: v.strictObject({ noticeId: id }),
  output: v.object({
    title: v.string(),
    /** Whether the caller may change it by `signup.note`: a grid leader sees those of other grids, and no more. */
    may: v.boolean(),
    places: v.number(),
    until: time,
    beginsAt: time,
    entries: v.array(
      v.object({
        number: v.number(),
        /** null: erased. */
        name: v.nullable(v.string()),
        at: time,
        state: v.picklist(['in', 'waiting', 'left']),
        movedUpAt: v.nullable(time),
        came: v.nullable(v.boolean()),
        /** Written down for somebody without a phone. */
        isNoted: v.boolean(),
      }),
    ),
  }),
  refusals: ['notice.missing', 'signup.none'],
})

/** By the office: writes somebody down who has no phone, takes somebody out who called, or says whether somebody came. */
export const noteSignUp = action({
  name: 'signup.note',
  kind: 'write',
  needs: ['account'],
  input: v.strictObject({
    noticeId: id,
    deed: v.variant('verb', [
      v.strictObject({ verb: v.literal('add'), name: personName }),
      v.strictObject({ verb: v.literal('remove'), number: v.number() }),
      v.strictObject({ verb: v.literal('came'), number: v.number(), came: v.boolean() }),
      v.strictObject({
        verb: v.literal('places'),
        places: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostSignUpPlaces)),
      }),
    ]),
  }),
  output: v.object({
    movedUp: v.number(),
    /** Of whoever was added: in, or on the waiting list; null: nobody was. */
    added: v.nullable(v.picklist(['in', 'waiting'])),
  }),
  refusals: [
    ...signUpRefusals,
    /** Of another grid. */
    'notice.not-yours',
    'signup.not-there',
    'signup.too-few',
    'signup.not-begun',
    'signup.full',
    'content.refused',
    'content.unchecked',
  ],
})
