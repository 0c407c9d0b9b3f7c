import { isWholeCommunity, reachesBeyond, type NoticeBuilding } from './audience'
import type { Edition, NoticeContent, Unread } from './notice'
import type { NoticeActor } from './verbs'

/** What the rules need to know of the world. */
export interface NoticeRules {
  /** All buildings of the community. */
  readonly buildings: readonly NoticeBuilding[]
  /** The grid of who does the step; null: their role has none. */
  readonly gridId: string | null
}

/** Who does a step, as far as it matters whose eyes they are. */
export interface Eyes {
  readonly actor: NoticeActor
  /** Pseudonym; null: the system. */
  readonly person: string | null
}

/** Whether a second person has to read it: to the whole community, or beyond the grid of who writes it. */
export const needsSecond = (
  { audience }: Pick<NoticeContent, 'audience'>,
  { buildings, gridId }: NoticeRules,
): boolean => isWholeCommunity(audience, buildings) || (gridId !== null && reachesBeyond(audience, buildings, gridId))

/** Whether somebody wrote these words. */
export const isOwnEdition = ({ writer }: Pick<Edition, 'writer'>, { person }: Eyes): boolean =>
  person !== null && writer === person

/**
 * The second pair of eyes is never one of the writers. It is the secretary's; a secretary's own words are read by
 * somebody else of the office, because many communities have one secretary only.
 */
const isSecond = (writers: readonly (string | null)[], isSecretarys: boolean, { actor, person }: Eyes): boolean =>
  person !== null && !writers.includes(person) && (actor === 'secretary' || isSecretarys)

/** Whether somebody may release or send back these words. */
export const isSecondFor = ({ writer, role }: Pick<Edition, 'writer' | 'role'>, who: Eyes): boolean =>
  isSecond([writer], role === 'secretary', who)

/** Whether somebody may review what went out unread. */
export const isReviewer = ({ writers, isSecretarys }: Unread, who: Eyes): boolean =>
  isSecond(writers, isSecretarys, who)

/** Words of this person went out unread: from the first of them on somebody has to read them. */
export function unreadWith(before: Unread | null, { actor, person }: Eyes, now: number): Unread {
  const writers = before?.writers ?? []
  return {
    writers: person === null || writers.includes(person) ? writers : [...writers, person],
    isSecretarys: (before?.isSecretarys ?? false) || actor === 'secretary',
    since: before?.since ?? now,
  }
}
