import { day, hour } from '../time/clock'

/** Characters of a title as a group's preview shows it, of the body, and of words to colleagues and readers. */
export const longestTitle = 24
export const longestBody = 1000
export const longestNoticeStep = 200
export const mostNoticePictures = 9
/** Buildings or units that one notice names; beyond it takes estates or the community. */
export const mostNamedPlaces = 60
/** A notice holds so long at most. */
export const longestValid = 180 * day
/** Events that one document holds: far more than a notice lives through. */
export const mostNoticeEvents = 200

/** A second person has released or sent back what waits after so long; then it is late. */
export const releasedWithin = 4 * hour
/** A second person has read an emergency, which went out unread, after so long. */
export const reviewedWithin = 2 * hour
/** After what was planned as its end somebody says that it is back, or until when it goes on. */
export const restoredSaidWithin = 1 * hour
/** Then it is the secretary's for so long; after that the notice expires without a word. */
export const restoredWaitedFor = 1 * day
/** An outage without a planned end is asked about so long after it began. */
export const unknownOutage = 4 * hour
/** A draft that nobody has touched for so long is put away. */
export const draftKept = 30 * day
/** Who was sent their words back has so long before it is late. */
export const mendedWithin = 1 * day
/** 恢复 and 撤回 stand at the door for so long. */
export const endShownFor = 1 * day
