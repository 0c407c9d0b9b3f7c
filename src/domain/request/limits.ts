import { day } from '../time/clock'

/** Characters of a request's words, of public words of a step, and of an internal note. WeChat's check takes 2,500. */
export const longestRequest = 500
export const longestStep = 300
/** Pictures of a request, and of a step: together with the rest a commit stays within its twenty documents. */
export const mostRequestPictures = 9
export const mostStepPictures = 4
/** Events by which residents only say something; of all others there is twice the room. Who has more to say, talks. */
export const mostEvents = 200
export const mostTasks = 8
/** A document stays small: who comes later follows it in the register. */
export const mostNeighbours = 300
export const mostExtensions = 2
/** Days of one extension; of one pause. */
export const longestExtensionDays = 15
export const longestHoldDays = 30
/** Pauses of one run: each stops the clock. */
export const mostHolds = 3

/** After a resolution was proposed: when the resident is asked again, and when silence ends it (our own rule, stated). */
export const askedAgainAfter = [3 * day, 6 * day] as const
export const silenceAfter = 7 * day
/** Who needs a call-back is waited for longer: silence is no answer of somebody without a phone. */
export const silenceAfterCallBackDue = 15 * day
/** How long a question stops the work: then it goes on without the answer. The resident is asked again as above. */
export const askedInfoFor = 15 * day
/** What is open is looked at so often at least (ms), whatever its clocks say: nothing is ever out of everybody's sight. */
export const lookedAtEach = 7 * day
/** Until when a resolved request can be taken up again, and when it goes into the archive. */
export const reopenWithin = 15 * day
export const archiveAfter = 30 * day
