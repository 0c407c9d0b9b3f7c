import { day, hour, minute } from '../time/clock'

/** Characters of a card's words, of what matters, of words to the other side, and of thanks. */
export const longestCard = 200
export const longestWant = 20
export const mostWants = 6
export const longestWishStep = 200
export const longestThanks = 120
export const mostCardKinds = 3

/** Open claims of one person: so that nobody promises more than they can keep. */
export const mostOpenClaims = 6
/** How often one person claims the same wish, having given it back. */
export const mostClaimsEach = 3
/** Times that one side proposes within a day: who cannot agree on one calls. */
export const mostProposalsPerDay = 6
/** Cards of one person that are open at once, and that are hung in a day. */
export const mostOpenCards = 10
/** People whom some people do not want to be paired with that are read at once. */
export const mostBlocks = 500
/** Visits and events that one document holds; a standing pair of three years. */
export const mostAppointments = 160
export const mostWishEvents = 800
/** Of these so many are left to what ends a standing pair once its document is full. */
export const spareWishEvents = 40

/** A wish that hangs for so long goes to the duty member, then to the secretary; `keep` begins anew. */
export const agedAfter = 7 * day
export const oldAfter = 14 * day
/** The second helper is missing for so long: the duty member looks for one. */
export const joiningFor = 3 * day
/** A proposal that not all have agreed to, and a claim that is not arranged, go back to the wall; the day before, they are reminded. */
export const proposedFor = 3 * day
export const arrangedWithin = 3 * day
export const remindedBefore = 1 * day
/** Whoever calls off later than this before a visit calls off late: the duty member sees it, nobody else. */
export const lateWithin = 24 * hour
/** 到了 is said so long before a visit begins at the earliest: people come early. 结束了 only from then on. */
export const saidBefore = 2 * hour
/** Reminders of a visit. */
export const dayBefore = 24 * hour
export const hourBefore = 1 * hour
/** After the planned end: both are asked; then somebody asks for them. */
export const askedAfterVisit = 1 * hour
export const unsureAfterVisit = 24 * hour
/** What is unsure is the duty member's for so long, then the secretary is told. */
export const settledWithin = 2 * day
/** Whoever was there and has not said so is asked for so long; then their hours are theirs to say, and nobody asks. */
export const hoursAskedFor = 7 * day
/** The secretary is told again so often of what nobody has taken up. */
export const toldAgainEach = 7 * day
/** A cry for help: the duty member at once; so long after, grid leader and secretary. */
export const cryWithin = 10 * minute
/** And again so often, until somebody has closed it. */
export const cryAgainEach = 1 * hour
/** A keeper has looked at words that wait to be shown after so long. */
export const wordsLookedWithin = 1 * day
/** An offer that nobody confirmed for so long is asked about, and pauses when nothing is said. */
export const offerAskedAfter = 90 * day
export const offerPausedAfter = 104 * day
/** Of those who went so many are known at most. */
export const mostLeavers = 40
/** Visits are arranged so far ahead at most, and so long. */
export const farthestVisit = 60 * day
export const shortestVisit = 5
export const longestVisit = 480
