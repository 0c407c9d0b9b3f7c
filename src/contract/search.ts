import * as v from 'valibot'
import { longestAnonymous } from '../domain/privacy/anonymous-text'
import { action } from './action'
import { id, time } from './fields'

/** Why a search did not help: it is none of ours, it was not understood, or what was shown is not it. */
export const missOutcomes = ['outside', 'unsure', 'wrong'] as const
export type MissOutcome = (typeof missOutcomes)[number]

/** Hits on the landing. */
const mostShown = 5

/**
 * Counts a search that did not help, for the community and the day, so that its keepers see what is missing. Whoever
 * says it is not kept: no view gives it out yet, reading it comes with the keepers' roles.
 */
export const missedSearch = action({
  name: 'search.missed',
  kind: 'write',
  input: v.strictObject({
    communityId: id,
    outcome: v.picklist(missOutcomes),
    /** What was searched; null where it may tell of somebody: then only the count is sent. */
    text: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(longestAnonymous))),
    /** The matters that were shown. */
    shown: v.pipe(v.array(id), v.maxLength(mostShown)),
  }),
  output: v.object({ receivedAt: time }),
  refusals: [
    /** There is no such community (any more). */
    'search.no-community',
  ],
})
