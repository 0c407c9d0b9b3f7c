import * as v from 'valibot'
import { doorNotice, id, keptAgency, missOutcomes, reportAnswers, reportKinds, time } from '../../contract'
import { requestClasses } from '../../domain/request/clock'
import { collection } from './collection'
import { checks, complaints, messages, pictures, subscriptions } from './contents'
import { buildings, directories, households, importParts, imports } from './imports'
import { requests } from './requests'
import { noticeFiles, noticeGroups, noticeQuestions, notices, noticeVisits, openings, signUps, voices } from './notices'
import { blocks, offers, wishes } from './wishes'
import { audits, counters, erasures, homes, invitations, memberships, people, setups } from './people'

/** Settings as pairs: their ids hold dots, which a database takes for paths. */
const settings = v.array(v.object({ id: v.string(), value: v.string() }))

/** A community with its whole directory but the buildings: one read gives all that routing needs. */
export const communities = collection({
  name: 'communities',
  shape: 1,
  upgrades: {},
  indexes: [{ name: 'by_name', fields: ['name', '_id'] }],
  schema: v.object({
    name: v.string(),
    street: v.object({ name: v.string() }),
    province: v.string(),
    city: v.string(),
    district: v.string(),
    grids: v.array(v.object({ id, name: v.string() })),
    estates: v.array(v.object({ id, name: v.string(), address: v.string(), settings })),
    settings,
    agencies: v.array(keptAgency),
    commonMatters: v.array(v.string()),
    /** Of the directory; grows with each change of it. */
    revision: v.number(),
    updatedAt: time,
    /** The import whose staged rows are visible, see `visible.ts`. */
    shownImport: v.optional(id),
    /** The import that began last: only this one can be confirmed. */
    lastImport: v.optional(id),
    /**
     * What stands at its doors now, for `door.open`, which reads this document anyway: a copy of `door` of its notices,
     * written in their commits and by the timer.
     */
    notices: v.optional(v.array(doorNotice)),
    /** Where it promises more than the table of clocks: hours, see `domain/request/clock`. */
    requestClocks: v.optional(
      v.array(
        v.object({
          class: v.picklist(requestClasses),
          response: v.nullable(v.number()),
          resolution: v.nullable(v.number()),
        }),
      ),
    ),
  }),
})

/** What a QR code at a door stands for. `_id` is the code itself. */
export const doorCodes = collection({
  name: 'doorCodes',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_building', fields: ['buildingId', '_id'] },
    { name: 'by_state', fields: ['buildingId', 'state', 'madeAt', '_id'] },
  ],
  schema: v.object({
    communityId: id,
    buildingId: id,
    /** null: the code stands for the whole building. */
    unitId: v.nullable(id),
    state: v.picklist(['active', 'revoked']),
    madeAt: time,
    revokedAt: v.nullable(time),
  }),
})

/** A resident's word that a number is wrong or was not answered. */
export const contactReports = collection({
  name: 'contactReports',
  shape: 2,
  upgrades: { 1: (old) => ({ ...old, answer: null }) },
  indexes: [
    { name: 'by_community', fields: ['communityId', 'receivedAt', '_id'] },
    { name: 'by_phone', fields: ['communityId', 'agencyId', 'phoneId', 'receivedAt', '_id'] },
    { name: 'by_reporter', fields: ['reporter', '_id'] },
    { name: 'by_time', fields: ['receivedAt', '_id'] },
  ],
  schema: v.object({
    communityId: id,
    buildingId: id,
    agencyId: id,
    phoneId: id,
    /** As the directory had it when it was reported. */
    number: v.string(),
    matterId: v.nullable(v.string()),
    kind: v.picklist(reportKinds),
    /** Pseudonym, so that one person counts once; null once that is of no use any more, or erased. */
    reporter: v.nullable(v.string()),
    receivedAt: time,
    /** What a keeper made of it; `by`: the membership that did. */
    answer: v.optional(v.nullable(v.object({ as: v.picklist(reportAnswers), at: time, by: v.nullable(id) })), null),
  }),
})

/**
 * How often something was searched and not found, by community, day and words. Nothing of whoever searched: no openid,
 * no pseudonym and no hour, so that it cannot be laid beside the resend records either. `_id` is the hash of what is
 * counted.
 */
export const searchMisses = collection({
  name: 'searchMisses',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_community', fields: ['communityId', 'day', '_id'] },
    { name: 'by_day', fields: ['day', '_id'] },
  ],
  schema: v.object({
    communityId: id,
    /** A calendar day of China, YYYY-MM-DD. */
    day: v.pipe(v.string(), v.isoDate()),
    outcome: v.picklist(missOutcomes),
    /** null: searches whose words were not kept, counted together. */
    text: v.nullable(v.string()),
    count: v.number(),
    /** Which matters were shown instead, and how often. */
    shown: v.array(v.object({ matterId: id, count: v.number() })),
  }),
})

/** The first result of each write, for whoever sends it again. `_id` is the hash of person, action and key. */
export const resends = collection({
  name: 'resends',
  shape: 1,
  upgrades: {},
  indexes: [{ name: 'by_expiry', fields: ['expiresAt', '_id'] }],
  schema: v.object({
    /** Keyed hash of the input, so that a key is not used for two different things. */
    input: v.string(),
    /** The reply's data as JSON, sealed: it may be a code that somebody carries. Empty where it is worked out anew. */
    result: v.string(),
    expiresAt: time,
  }),
})

export const definitions = {
  communities,
  buildings,
  doorCodes,
  contactReports,
  searchMisses,
  resends,
  people,
  homes,
  memberships,
  invitations,
  setups,
  audits,
  counters,
  erasures,
  complaints,
  checks,
  pictures,
  messages,
  subscriptions,
  requests,
  wishes,
  offers,
  blocks,
  households,
  imports,
  importParts,
  directories,
  notices,
  openings,
  noticeQuestions,
  noticeVisits,
  noticeGroups,
  voices,
  signUps,
  noticeFiles,
} as const
/** What the database must hold, for the deployment and the local cloud. */
export const collections = Object.values(definitions)

export type CommunityFields = v.InferOutput<typeof communities.schema>
export type BuildingFields = v.InferOutput<typeof buildings.schema>
export type HouseholdFields = v.InferOutput<typeof households.schema>
export type ImportFields = v.InferOutput<typeof imports.schema>
export type DirectoryFields = v.InferOutput<typeof directories.schema>
export type PersonFields = v.InferOutput<typeof people.schema>
export type MembershipFields = v.InferOutput<typeof memberships.schema>
export type HomeFields = v.InferOutput<typeof homes.schema>
export type ComplaintFields = v.InferOutput<typeof complaints.schema>
export type CheckFields = v.InferOutput<typeof checks.schema>
export type PictureFields = v.InferOutput<typeof pictures.schema>
export type RequestFields = v.InferOutput<typeof requests.schema>
export type WishFields = v.InferOutput<typeof wishes.schema>
export type OfferFields = v.InferOutput<typeof offers.schema>
export type BlockFields = v.InferOutput<typeof blocks.schema>
export type MessageFields = v.InferOutput<typeof messages.schema>
export type SubscriptionFields = v.InferOutput<typeof subscriptions.schema>
export type AuditFields = v.InferOutput<typeof audits.schema>
export type ReportFields = v.InferOutput<typeof contactReports.schema>
export type NoticeFields = v.InferOutput<typeof notices.schema>
export type OpeningFields = v.InferOutput<typeof openings.schema>
export type NoticeQuestionFields = v.InferOutput<typeof noticeQuestions.schema>
export type NoticeVisitFields = v.InferOutput<typeof noticeVisits.schema>
export type NoticeGroupFields = v.InferOutput<typeof noticeGroups.schema>
export type VoiceFields = v.InferOutput<typeof voices.schema>
export type SignUpFields = v.InferOutput<typeof signUps.schema>
export type NoticeFileFields = v.InferOutput<typeof noticeFiles.schema>
