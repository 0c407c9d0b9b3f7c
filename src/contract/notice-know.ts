import * as v from 'valibot'
import { action } from './action'
import { id, time } from './fields'
import { shareToken } from './notice-open'

// Whom a notice has reached, by building and by group, and who still has to be visited.

export const longestGroupName = 20
export const mostGroups = 30
/** Cards of one notice: sixty groups, ten times. */
export const mostShares = 600
/** Ticks of one call. */
export const mostTicks = 50

const ids = (most: number) => v.pipe(v.array(id), v.maxLength(most))
const sure = v.object({ households: v.number(), confirmed: v.number() })

const group = v.object({
  groupId: id,
  name: v.string(),
  buildingIds: v.array(id),
  /** Whether WeChat's own id of it is known. */
  isKnown: v.boolean(),
})

/** 我的群: the caller's own notes of which group serves which building, in the order in which they were made. */
export const listGroups = action({
  name: 'group.list',
  kind: 'read',
  input: v.strictObject({ communityId: id }),
  output: v.object({ groups: v.array(group) }),
  refusals: [],
})

export const saveGroup = action({
  name: 'group.save',
  kind: 'write',
  needs: ['account'],
  input: v.strictObject({
    communityId: id,
    /** null: a new one. */
    groupId: v.nullable(id),
    name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestGroupName)),
    buildingIds: ids(60),
  }),
  output: v.object({ groupId: id }),
  refusals: [
    ...(['group.missing', 'group.too-many', 'group.same-name', 'notice.no-place'] as const),
    ...(['content.refused', 'content.unchecked'] as const),
  ],
})

export const removeGroup = action({
  name: 'group.remove',
  kind: 'write',
  input: v.strictObject({ groupId: id }),
  output: v.object({}),
  refusals: ['group.missing'],
})

/**
 * A card was shared: its token, and into which of the caller's groups, as ticked. Comes by the outbox; a share that comes
 * again with a group is the same share, ticked later.
 */
export const shareNotice = action({
  name: 'notice.share',
  kind: 'write',
  needs: ['account'],
  input: v.strictObject({
    noticeId: id,
    shares: v.pipe(
      v.array(
        v.strictObject({
          token: shareToken,
          groupId: v.nullable(id),
          edition: v.pipe(v.number(), v.integer()),
          at: time,
        }),
      ),
      v.minLength(1),
      v.maxLength(20),
    ),
  }),
  output: v.object({ shares: v.number() }),
  refusals: ['notice.missing', 'group.missing', 'notice.full'],
})

/** Into which groups it went, who opened it there, and what is left to tell; see `domain/notice/groups`. */
export const noticeGroups = action({
  name: 'notice.groups',
  kind: 'read',
  input: v.strictObject({ noticeId: id }),
  output: v.object({
    edition: v.number(),
    groups: v.array(
      v.object({
        ...group.entries,
        /** Serves a concerned building. */
        isConcerned: v.boolean(),
        /** The newest edition that went into it; null: none. */
        sent: v.nullable(v.number()),
        sentAt: v.nullable(time),
        ...{ seen: v.number(), byCard: v.number(), passedOn: v.number() },
      }),
    ),
    /** Concerned buildings that no group of the caller serves. */
    without: v.array(v.object({ buildingId: id, name: v.string() })),
    otherCards: v.number(),
    noCard: v.number(),
    people: v.number(),
    /** Groups of WeChat of which nobody has said which they are, by the card that was opened there, the most people first. */
    unnamed: v.array(v.object({ token: shareToken, mark: id, people: v.number(), groupId: v.nullable(id) })),
  }),
  refusals: ['notice.missing'],
})

/** "那个群就是这一个": what WeChat calls a group is this group of the caller's from now on. `mark` of `notice.groups`. */
export const nameGroup = action({
  name: 'group.name',
  kind: 'write',
  needs: ['account'],
  input: v.strictObject({ noticeId: id, mark: id, groupId: id }),
  output: v.object({}),
  refusals: ['notice.missing', 'group.missing'],
})

/** Whom it has reached, by building; see `domain/notice/reach-types`. */
export const noticeReach = action({
  name: 'notice.reach',
  kind: 'read',
  input: v.strictObject({ noticeId: id }),
  output: v.object({
    at: time,
    /** Its time is over for so long that what people did with it is no longer kept: there are no figures. */
    isGone: v.boolean(),
    buildings: v.array(
      v.object({
        buildingId: id,
        name: v.string(),
        estateName: v.string(),
        isEntered: v.boolean(),
        households: v.number(),
        opened: sure,
        acknowledged: sure,
        asked: sure,
        told: v.number(),
        reached: v.number(),
        unknown: v.number(),
        outdated: v.number(),
        people: v.object({ withoutRoom: v.number(), notConcerned: v.number() }),
        /** Whether the caller may walk there: 上门名单. */
        mayVisit: v.boolean(),
        /** Whether the caller may remind those who live there: a grid leader those of the own grid. */
        mayRemind: v.boolean(),
        /** When members there were reminded last; null: never. */
        remindedAt: v.nullable(time),
      }),
    ),
    people: v.number(),
    elsewhere: v.number(),
    outdated: v.number(),
  }),
  refusals: ['notice.missing'],
})

/**
 * The households of a building of which nobody knows anything, and those that were told at the door. Rooms only: nobody's
 * name, number or need. In the building's own order; the phone sorts them as one walks.
 */
export const noticeVisits = action({
  name: 'notice.visits',
  kind: 'read',
  input: v.strictObject({ noticeId: id, buildingId: id }),
  output: v.object({
    title: v.string(),
    /** Until when it holds, and with it the list on a phone; null: it is over. */
    until: v.nullable(time),
    buildingName: v.string(),
    at: time,
    isEntered: v.boolean(),
    households: v.number(),
    reached: v.number(),
    visits: v.array(
      v.object({
        roomId: id,
        unitName: v.nullable(v.string()),
        /** The unit's place in the building; -1: no unit. */
        unitAt: v.number(),
        floor: v.nullable(v.number()),
        room: v.string(),
        /** No number is on the list: nobody there can have been called or have opened it. */
        hasPhone: v.boolean(),
        /** It was told at the door: the tick that says so; null: nobody has been there. */
        tick: v.nullable(v.object({ tickId: id, at: time, mine: v.boolean() })),
      }),
    ),
  }),
  refusals: ['notice.missing', 'notice.no-place'],
})

/** 上门告知了, perhaps pressed without a network; each tick once, whatever comes again or in another order. */
export const tickNotice = action({
  name: 'notice.tick',
  kind: 'write',
  needs: ['account'],
  input: v.strictObject({
    noticeId: id,
    buildingId: id,
    ticks: v.pipe(
      v.array(v.strictObject({ tickId: id, roomId: id, at: time, isUndone: v.boolean() })),
      v.minLength(1),
      v.maxLength(mostTicks),
    ),
  }),
  output: v.object({ ticks: v.number() }),
  refusals: ['notice.missing', 'notice.no-place', 'notice.full'],
})

/**
 * Reminds members of a building who have not opened it: one message to each, where they agreed to messages; once for each
 * edition and person, whoever presses again. Says how many homes are not known to have anybody to remind.
 */
export const remindNotice = action({
  name: 'notice.remind',
  kind: 'write',
  needs: ['account'],
  input: v.strictObject({ noticeId: id, buildingId: id }),
  output: v.object({
    /** Members of the building who get a message now. */
    told: v.number(),
    /** Who have not opened it, and cannot be reminded: they stay on the visiting list. */
    without: v.number(),
  }),
  refusals: ['notice.missing', 'notice.no-place', 'notice.not-now', 'notice.reminded'],
})
