import type { NoticeFields } from '../../../src/cloud/store/documents'
import { noticeDeskOf } from '../../../src/domain/notice/verbs'
import { dutyOfNotice, nextNoticeLook } from '../../../src/domain/notice/duty'
import { day, hour } from '../../../src/domain/time/clock'
import type { LocalCloud } from '../../../src/local/start'
import { documentOf } from './content'
import { keys } from './people'

export type NoticeDocument = NoticeFields & { readonly _id: string }
export type EditionFields = NonNullable<NoticeFields['shown']>
type NoticeEventFields = NoticeFields['events'][number]

let notices = 0

/** Water off in building 1 from now on, as the grid leader of west-1 wrote it at `now`. */
export const anEdition = (now: number, over: Partial<EditionFields> = {}): EditionFields => ({
  about: { kind: 'outage', what: 'water' },
  span: { from: now, until: now + 3 * hour, isNow: true },
  audience: { communityId: 'west-street', where: { kind: 'buildings', ids: ['heyuan-1'] }, needs: [] },
  isEmergency: false,
  title: '1号楼今天下午停水',
  body: '因为水管抢修，请提前存水',
  pictures: [],
  fileId: null,
  validUntil: now + day,
  number: 1,
  writer: keys.person('demo-grid-leader'),
  role: 'grid-leader',
  writtenAt: now,
  wordsState: 'shown',
  ...over,
})

/** An event as the rules would have made it. */
export const aNoticeEvent = (at: number, over: Partial<NoticeEventFields> = {}): NoticeEventFields => ({
  ...{ id: '1', at, verb: 'send', actor: 'grid-leader', person: keys.person('demo-grid-leader') },
  ...{ from: 'draft', to: 'out', edition: 1, words: '', wordsState: 'shown' },
  ...over,
})

/** What a builder is told beside fields: of the edition that people read. */
export type NoticeOver = Partial<NoticeDocument>

/** A notice that is out since `now`, unless said otherwise; everybody has heard of it. */
export function aNoticeRow(now: number, over: NoticeOver = {}): NoticeDocument {
  const id = over._id ?? `notice-${++notices}`
  const state = over.state ?? 'out'
  const shown = over.shown === undefined ? anEdition(now) : over.shown
  const events = over.events ?? [aNoticeEvent(now)]
  const row: NoticeDocument = {
    ...{ _id: id, communityId: 'west-street', gridId: 'west-1', communityName: '西街社区', placeNames: ['1号楼'] },
    ...{ state, shown, next: null, unread: null, end: null, events },
    ...{ madeAt: now, outAt: shown ? now : null, since: now, consultation: null, signUp: null },
    ...{ answers: [], questions: 0, shares: [], reminds: [], actors: [keys.person('demo-grid-leader')] },
    ...{
      desk: noticeDeskOf({ state, unread: over.unread ?? null }),
      dueAt: now,
      door: null,
      doorUntil: 0,
      nextAt: now,
      closedAt: null,
    },
    ...{ told: events.length, toldAfter: null, marks: [] },
    ...over,
  }
  return {
    ...row,
    dueAt: over.dueAt ?? dutyOfNotice(row, now)?.dueAt ?? -now,
    nextAt: over.nextAt ?? nextNoticeLook(row, now),
  }
}

/** Puts notices into the database as if they had been written; answers the first one's id. */
export function putNotices(cloud: LocalCloud, ...rows: readonly NoticeDocument[]): string {
  const [first] = rows
  if (!first) throw new Error('no notice to put')
  cloud.database.insert(
    'notices',
    rows.map((row) => ({ ...row, shape: 1, version: 1 })),
  )
  return first._id
}

/** What is kept of a notice. */
export const noticeOf = (cloud: LocalCloud, id: string) =>
  documentOf(cloud, 'notices', id) as unknown as NoticeDocument & { readonly version: number }

/** Changes a notice behind everybody's back: somebody worked on it. What is derived does not follow. */
export function alterNotice(cloud: LocalCloud, id: string, fields: Partial<NoticeFields>): void {
  cloud.database.modify('notices', { _id: id }, { $set: { ...fields, version: noticeOf(cloud, id).version + 1 } })
}
