import { archiveAfter } from '../request/limits'
import { day } from '../time/clock'

/** Why something is kept for as long as it is; each has its words in `src/text/retention`. */
export const retentionIds = [
  'account',
  'home',
  'subscription',
  'role',
  'invitation',
  'complaint',
  'request',
  'request-contact',
  'wish',
  'wish-over',
  'wish-contact',
  'wish-behalf',
  'offer',
  'block',
  'notice',
  'opening',
  'notice-question',
  'visit',
  'group',
  'voice',
  'sign-up',
  'notice-file',
  'notice-file-unused',
  'check',
  'check-open',
  'picture-unused',
  'picture-refused',
  'picture',
  'message',
  'report',
  'reporter',
  'miss',
  'household',
  'import',
  'import-part',
  'directory',
  'audit',
  'resend',
  'counter',
  'erasure',
] as const
export type RetentionId = (typeof retentionIds)[number]

/** From when the days are counted: a field, and how it tells the time. */
export interface RetentionStart {
  readonly field: string
  /** `ms` since epoch, or a calendar `day` of China. */
  readonly unit: 'ms' | 'day'
}

/** How long one kind of document is kept. */
export interface Retention {
  readonly id: RetentionId
  readonly collection: string
  /** Which of the collection: equalities only, in the order of the index that ends in the field of `from`. */
  readonly where?: Readonly<Record<string, string | boolean>>
  /** null: until its person takes it back, or erases everything. */
  readonly from: RetentionStart | null
  /** Days after `from`; 0 where the document itself says when it is of no use any more. */
  readonly days: number
  /** `removed` as a whole, or `stripped` of these fields. */
  readonly ends: 'removed' | { readonly stripped: readonly string[] }
}

const ms = (field: string): RetentionStart => ({ field, unit: 'ms' })

/**
 * How long is kept what has to do with people: the only place that says so. The timer enforces it, 我的信息 shows it.
 * As short as the job allows (PIPL article 19). Three years for the audit log follow article 56, which asks for at least
 * three years for the records of an impact assessment and of how its matter was handled; it does not name such a log.
 */
export const retention: readonly Retention[] = [
  { id: 'account', collection: 'people', from: null, days: 0, ends: 'removed' },
  { id: 'home', collection: 'homes', from: null, days: 0, ends: 'removed' },
  { id: 'subscription', collection: 'subscriptions', from: null, days: 0, ends: 'removed' },
  { id: 'role', collection: 'memberships', from: ms('until'), days: 365, ends: 'removed' },
  {
    id: 'role',
    collection: 'memberships',
    where: { state: 'revoked' },
    from: ms('endedAt'),
    days: 365,
    ends: 'removed',
  },
  { id: 'invitation', collection: 'invitations', from: ms('expiresAt'), days: 90, ends: 'removed' },
  { id: 'complaint', collection: 'complaints', from: ms('filedAt'), days: 730, ends: 'removed' },
  { id: 'request', collection: 'requests', from: ms('filedAt'), days: 730, ends: 'removed' },
  // Whom to call and where, also where the timer did not bring it into the archive.
  {
    id: 'request-contact',
    collection: 'requests',
    from: ms('endedAt'),
    days: archiveAfter / day,
    ends: { stripped: ['room', 'phone'] },
  },
  // With whom it was done and for how long: the hours that somebody shows as their own.
  { id: 'wish', collection: 'wishes', from: ms('endedAt'), days: 1096, ends: 'removed' },
  {
    id: 'wish-over',
    collection: 'wishes',
    where: { state: 'withdrawn' },
    from: ms('endedAt'),
    days: 180,
    ends: 'removed',
  },
  {
    id: 'wish-over',
    collection: 'wishes',
    where: { state: 'closed' },
    from: ms('endedAt'),
    days: 180,
    ends: 'removed',
  },
  {
    id: 'wish-contact',
    collection: 'wishes',
    from: ms('endedAt'),
    days: 30,
    ends: { stripped: ['room', 'phone', 'emergency'] },
  },
  // Apart: that it was written for family stays, and so who may still speak for it.
  {
    id: 'wish-behalf',
    collection: 'wishes',
    from: ms('endedAt'),
    days: 30,
    ends: { stripped: ['behalf.name', 'behalf.phone'] },
  },
  { id: 'offer', collection: 'offers', from: ms('endedAt'), days: 180, ends: 'removed' },
  { id: 'block', collection: 'blocks', from: null, days: 0, ends: 'removed' },
  { id: 'notice', collection: 'notices', from: ms('closedAt'), days: 730, ends: 'removed' },
  // What residents did with a notice says itself until when it is kept: 180 days beyond the notice's own time.
  { id: 'opening', collection: 'openings', from: ms('until'), days: 0, ends: 'removed' },
  { id: 'notice-question', collection: 'noticeQuestions', from: ms('until'), days: 0, ends: 'removed' },
  { id: 'visit', collection: 'noticeVisits', from: ms('until'), days: 0, ends: 'removed' },
  { id: 'voice', collection: 'voices', from: ms('until'), days: 0, ends: 'removed' },
  { id: 'sign-up', collection: 'signUps', from: ms('endsAt'), days: 0, ends: 'removed' },
  { id: 'group', collection: 'noticeGroups', from: null, days: 0, ends: 'removed' },
  {
    id: 'notice-file-unused',
    collection: 'noticeFiles',
    where: { used: false },
    from: ms('madeAt'),
    days: 1,
    ends: 'removed',
  },
  // Goes with its notice; what a notice has no more, or a crash left behind, goes by itself.
  {
    id: 'notice-file',
    collection: 'noticeFiles',
    where: { used: true },
    from: ms('madeAt'),
    days: 1096,
    ends: 'removed',
  },
  { id: 'check', collection: 'checks', where: { open: false }, from: ms('at'), days: 180, ends: 'removed' },
  // What nobody has decided waits as long as what it is about.
  { id: 'check-open', collection: 'checks', where: { open: true }, from: ms('at'), days: 730, ends: 'removed' },
  {
    id: 'picture-unused',
    collection: 'pictures',
    where: { used: false },
    from: ms('addedAt'),
    days: 1,
    ends: 'removed',
  },
  {
    id: 'picture-refused',
    collection: 'pictures',
    where: { state: 'refused' },
    from: ms('addedAt'),
    days: 30,
    ends: 'removed',
  },
  // Goes with its complaint, request or notice; what a crash left behind goes by itself.
  { id: 'picture', collection: 'pictures', where: { used: true }, from: ms('addedAt'), days: 740, ends: 'removed' },
  { id: 'message', collection: 'messages', from: ms('at'), days: 180, ends: 'removed' },
  { id: 'reporter', collection: 'contactReports', from: ms('receivedAt'), days: 90, ends: { stripped: ['reporter'] } },
  { id: 'report', collection: 'contactReports', from: ms('receivedAt'), days: 365, ends: 'removed' },
  // Two seasons, so that one sees what comes every winter.
  { id: 'miss', collection: 'searchMisses', from: { field: 'day', unit: 'day' }, days: 180, ends: 'removed' },
  // As long as the directory has the room: an import without it, or its building's end, takes it out.
  { id: 'household', collection: 'households', from: null, days: 0, ends: 'removed' },
  // With what it has laid ready and its file; one that was confirmed is tidied up first.
  { id: 'import', collection: 'imports', from: ms('startedAt'), days: 2, ends: 'removed' },
  // Goes with its import, what a crash left behind too.
  { id: 'import-part', collection: 'importParts', from: ms('startedAt'), days: 30, ends: 'removed' },
  // An earlier revision, with the rooms that it had, and nobody in them.
  { id: 'directory', collection: 'directories', from: ms('at'), days: 180, ends: 'removed' },
  { id: 'audit', collection: 'audits', from: ms('at'), days: 1096, ends: 'removed' },
  { id: 'resend', collection: 'resends', from: ms('expiresAt'), days: 0, ends: 'removed' },
  { id: 'counter', collection: 'counters', from: ms('expiresAt'), days: 0, ends: 'removed' },
  // Goes when everything of the person is gone.
  { id: 'erasure', collection: 'erasures', from: null, days: 0, ends: 'removed' },
]

/** Collections that say nothing about anybody: the directory, and which set-up codes were used. */
export const nothingOfPeople: readonly string[] = ['communities', 'buildings', 'doorCodes', 'setups']

/**
 * What stays after an erasure, and has words in `src/text/retention` that say why. `guard`: what keeps a resend from
 * counting twice; `backup`: the platform's own; `household`: what a keeper has listed of who lives in a room stands with the
 * room, of nobody's account, so that nothing tells whose it is: a keeper takes it out.
 */
export const keptAfterErasure = [
  'audit',
  'role',
  'complaint',
  'request',
  'wish',
  'notice',
  'voice',
  'sign-up',
  'answer',
  'household',
  'guard',
  'backup',
] as const
export type KeptAfterErasure = (typeof keptAfterErasure)[number]
