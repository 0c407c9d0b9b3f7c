import * as v from 'valibot'
import { longest, mostPhones, mostRoles, mostSchedules, mostServed } from '../domain/directory/limits'
import { action } from './action'
import { keptPhone, mark, name, phoneDoubts, revision, seen } from './directory-fields'
import { id, schedule, time, words } from './fields'

/** One agency with its numbers, for the form. */
export const showAgency = action({
  name: 'agency.show',
  kind: 'read',
  input: v.strictObject({ communityId: id, agencyId: id }),
  output: v.object({
    agencyId: id,
    name: v.string(),
    roles: v.array(v.string()),
    /** null: the whole community. */
    serviceArea: v.nullable(
      v.object({
        estateIds: v.array(id),
        gridIds: v.array(id),
        buildings: v.array(v.object({ buildingId: id, name: v.string() })),
      }),
    ),
    phones: v.array(v.object({ ...keptPhone, doubts: v.array(v.picklist(phoneDoubts)) })),
    mark,
  }),
  refusals: ['directory.missing', 'agency.missing'],
})

/** Enters an agency, or changes it as a whole. A number that is new or changed is unverified unless it is said to be rung. */
export const saveAgency = action({
  name: 'agency.save',
  kind: 'write',
  input: v.strictObject({
    communityId: id,
    agencyId: v.nullable(id),
    seen,
    name,
    roles: v.pipe(v.array(id), v.minLength(1), v.maxLength(mostRoles)),
    serviceArea: v.nullable(
      v.strictObject({
        estateIds: v.pipe(v.array(id), v.maxLength(60)),
        gridIds: v.pipe(v.array(id), v.maxLength(60)),
        buildingIds: v.pipe(v.array(id), v.maxLength(mostServed)),
      }),
    ),
    phones: v.pipe(
      v.array(
        v.strictObject({
          phoneId: v.nullable(id),
          /** As people type it; 0371-68001234, 13800138000, 95598. */
          number: words(30),
          description: v.nullable(words(longest.description)),
          schedules: v.pipe(v.array(schedule), v.maxLength(mostSchedules)),
          /** Whose task it is to answer: an office, never a person's name. */
          owner: words(longest.owner),
          /** "I have just rung it, and it is right." */
          rung: v.boolean(),
        }),
      ),
      v.maxLength(mostPhones),
    ),
  }),
  output: v.object({ agencyId: id, revision }),
  refusals: [
    'directory.missing',
    'directory.full',
    /** Somebody else took it out, or there never was one. */
    'agency.missing',
    /** Somebody else changed it since the form was opened. */
    'agency.moved',
    /** Another agency is called so. */
    'agency.same-name',
    /** No such role, or one that nobody dials. */
    'agency.bad-role',
    /** The service area names a place that is not there. */
    'agency.bad-area',
    /** One of the numbers is no number. */
    'agency.bad-number',
    /** One of the landline numbers lacks its area code. */
    'agency.no-area-code',
    /** Two of the numbers are one: a number has several schedules. */
    'agency.same-number',
    'content.refused',
    'content.unchecked',
  ],
})

export const removeAgency = action({
  name: 'agency.remove',
  kind: 'write',
  input: v.strictObject({ communityId: id, agencyId: id, seen: mark }),
  output: v.object({ revision }),
  refusals: [
    'directory.missing',
    'agency.missing',
    'agency.moved',
    /** Requests that are not over are theirs. */
    'agency.has-requests',
    /** Somebody works for it here. */
    'agency.has-handlers',
    /** A question of the settings is answered with it. */
    'agency.in-settings',
  ],
})

/**
 * "I have just rung it, and it is right": clears doubts, and answers whoever reported it. A grid leader may say so of every
 * number of the community, not only of those that serve the own grid: most offices serve all of it, whoever rings a number
 * knows as much as the secretary, and two residents take a wrong word back.
 */
export const verifyPhone = action({
  name: 'phone.verify',
  kind: 'write',
  input: v.strictObject({ communityId: id, agencyId: id, phoneId: id, /** As it was rung. */ number: v.string() }),
  output: v.object({ verifiedAt: time, revision }),
  refusals: [
    'directory.missing',
    'contact.unknown',
    /** Another number stands there by now. */
    'phone.moved',
  ],
})

/**
 * Answers a resident's report of a number, and does what it says: confirmed, it counts as verified now; corrected, the new
 * number takes its place; removed, it goes. What others reported of the same number is answered with it, and each is told.
 * Where the directory no longer has the number, it is only answered.
 */
export const answerReport = action({
  name: 'report.answer',
  kind: 'write',
  input: v.strictObject({
    reportId: id,
    answer: v.variant('as', [
      v.strictObject({ as: v.literal('confirmed') }),
      v.strictObject({ as: v.literal('corrected'), number: v.nullable(words(30)) }),
      v.strictObject({ as: v.literal('removed') }),
    ]),
  }),
  output: v.object({
    /** Open reports of this number, this one among them: all are answered. */
    answered: v.number(),
    revision,
  }),
  refusals: [
    'directory.missing',
    'report.missing',
    /** Somebody has answered it. */
    'report.answered',
    /** A number that the directory no longer has cannot be confirmed. */
    'report.number-gone',
    /** Corrected, and no new number was given. */
    'report.no-number',
    /** A grid leader's own report is somebody else's to answer. */
    'report.own',
    /** A grid leader changes no number of an agency that does not serve where it was reported. */
    'report.not-your-grid',
    'agency.bad-number',
    'agency.no-area-code',
    /** The agency has the new number already, in another row. */
    'report.same-number',
  ],
})
