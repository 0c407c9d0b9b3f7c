import * as v from 'valibot'
import { auditVerbs } from '../domain/people/audit'
import { heldRoles } from '../domain/people/roles'
import { action } from './action'
import { reportAnswers, reportKinds } from './contact'
import { cursor, day, id, time } from './fields'
import { missOutcomes } from './search'

/** What was done with people's data and roles in a community, newest first: who, what, when, why. */
export const listAudits = action({
  name: 'audit.list',
  kind: 'read',
  input: v.strictObject({ communityId: id, cursor }),
  output: v.object({
    audits: v.array(
      v.object({
        auditId: id,
        at: time,
        verb: v.picklist(auditVerbs),
        /** `resident`: somebody about their own; `system`: what happens by itself. */
        role: v.picklist([...heldRoles, 'resident', 'system']),
        /** Who, where it was a member: as they want to be called. */
        name: v.nullable(v.string()),
        /** Whom it concerned, where that is a member. */
        about: v.nullable(v.string()),
        why: v.nullable(v.string()),
      }),
    ),
    cursor: v.nullable(v.string()),
  }),
  refusals: ['place.bad-cursor'],
})

/** Numbers that residents said are wrong or not answered, newest first. Never who said so. */
export const listReports = action({
  name: 'report.list',
  kind: 'read',
  input: v.strictObject({ communityId: id, cursor }),
  output: v.object({
    reports: v.array(
      v.object({
        reportId: id,
        at: time,
        kind: v.picklist(reportKinds),
        agencyName: v.nullable(v.string()),
        number: v.string(),
        /** Whether the directory still has this number. */
        stillThere: v.boolean(),
        buildingName: v.nullable(v.string()),
        matterId: v.nullable(v.string()),
        /** What a keeper made of it; null: it is open. */
        answer: v.nullable(v.object({ as: v.picklist(reportAnswers), at: time })),
      }),
    ),
    cursor: v.nullable(v.string()),
  }),
  refusals: ['place.bad-cursor'],
})

/** What was searched and not found in a community, newest day first. Nobody knows by whom. */
export const listMisses = action({
  name: 'miss.list',
  kind: 'read',
  input: v.strictObject({ communityId: id, cursor }),
  output: v.object({
    misses: v.array(
      v.object({
        missId: id,
        day,
        outcome: v.picklist(missOutcomes),
        text: v.nullable(v.string()),
        count: v.number(),
        shown: v.array(v.object({ matterId: id, count: v.number() })),
      }),
    ),
    cursor: v.nullable(v.string()),
  }),
  refusals: ['place.bad-cursor'],
})
