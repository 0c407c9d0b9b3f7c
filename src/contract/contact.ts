import * as v from 'valibot'
import { action } from './action'
import { id, time } from './fields'

export const reportKinds = ['wrong-number', 'no-answer'] as const
export type ReportKind = (typeof reportKinds)[number]

/** What a keeper made of a report: the number is right after all, there is a new one, or it is gone. */
export const reportAnswers = ['confirmed', 'corrected', 'removed'] as const
export type ReportAnswer = (typeof reportAnswers)[number]

/** A resident says that a number is wrong, or that nobody answered. Holds no words of theirs. */
export const reportContact = action({
  name: 'contact.report',
  kind: 'write',
  input: v.strictObject({
    buildingId: id,
    agencyId: id,
    phoneId: id,
    /** Which matter they called about, if any. */
    matterId: v.nullable(id),
    kind: v.picklist(reportKinds),
  }),
  output: v.object({ reportId: id, receivedAt: time }),
  refusals: [
    /** The directory has no such number there (any more). */
    'contact.unknown',
  ],
})
