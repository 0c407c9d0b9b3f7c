import { derivedNotice, freshFields } from '../../../cloud/notice/derive'
import { newSignUp } from '../../../cloud/notice/signup-new'
import type { NoticeFields } from '../../../cloud/store/documents'
import type { RolePlace } from '../../../domain/people/roles'
import { fresh, hour, keys } from './documents'

export type NoticeDocument = NoticeFields & { readonly _id: string }
type Grid = Pick<RolePlace, 'communityId' | 'gridId'>
type Edition = NonNullable<NoticeFields['shown']>

const day = 24 * hour

/** Water off since a moment, for the whole community: every building of it is concerned. */
const editionOf = (writer: string, communityId: string, now: number): Edition => ({
  ...{ about: { kind: 'outage', what: 'water' }, span: { from: now, until: now + 3 * hour, isNow: true } },
  ...{ audience: { communityId, where: { kind: 'community' }, needs: [] }, isEmergency: false },
  ...{ title: '今天下午停水', body: '水管抢修，请提前存水。', pictures: [], fileId: null, validUntil: now + day },
  ...{ number: 1, writer, role: 'secretary', writtenAt: now, wordsState: 'shown' },
})

/** A notice that is out, and everybody has heard of it. What follows from the rest is worked out as the server does. */
export function noticeDocument(
  writer: string,
  { communityId, gridId }: Grid,
  now: number,
  over: Partial<NoticeDocument> = {},
): NoticeDocument {
  const row = {
    ...freshFields,
    ...{ _id: fresh('notice'), communityId, gridId, communityName: '西街社区', placeNames: [] },
    ...{ state: 'out', shown: editionOf(writer, communityId, now), next: null, unread: null, end: null },
    events: [
      {
        ...{ id: '1', at: now, verb: 'send', actor: 'secretary', person: writer, from: 'draft', to: 'out' },
        ...{ edition: 1, words: '', wordsState: 'shown' },
      },
    ],
    ...{ madeAt: now, outAt: now, since: now, told: 1 },
    ...over,
  } as const
  const whole = row as unknown as NoticeDocument
  return { ...whole, ...derivedNotice(whole, now) }
}

/** A question with two answers, of everybody by themselves unless said otherwise. */
export const asking = (now: number, each: 'person' | 'household' = 'person'): Partial<NoticeDocument> => ({
  consultation: {
    options: [
      { id: 'yes', text: '同意' },
      { id: 'no', text: '不同意' },
    ],
    ...{ most: 1, each, until: now + hour, names: 'office', isSigned: false },
  },
})

/** A sign-up of a notice, which has the same id; with somebody in it where it is said who. */
export function signUpDocument({ _id, communityId }: NoticeDocument, now: number, who: string | null = null) {
  const times = { until: now + 20 * hour, beginsAt: now + 21 * hour, validUntil: now + day }
  const entry = { number: 1, at: now, state: 'in', movedUpAt: null, came: null, name: null, isNoted: false } as const
  const fields = newSignUp(keys, now, { communityId, places: 8, ...times })
  return { _id, ...fields, entries: who === null ? [] : [{ ...entry, who }], people: who === null ? [] : [who] }
}

/** A group that somebody has noted down. */
export const groupDocument = (person: string, communityId: string, now: number) => ({
  ...{ _id: fresh('group'), person, communityId, name: `邻居群${fresh('')}`, buildingIds: [] },
  ...{ wechatId: null, madeAt: now },
})

export const noticeFileDocument = (person: string, now: number) => ({
  ...{ _id: fresh('notice-file'), communityId: 'west-street', person, name: '停水说明.pdf', kind: 'pdf', size: 1000 },
  ...{ fileId: null, copyName: fresh('copy'), uploadId: null, noticeId: null, used: false, madeAt: now },
})

export const questionDocument = (person: string, notice: NoticeDocument, now: number) => {
  const _id = fresh('question')
  return {
    ...{ _id, input: 'input', turn: `turn-${_id}`, noticeId: notice._id, communityId: notice.communityId, person },
    ...{ words: '几点来水', wordsState: 'shown', at: now, state: 'open', until: now + 181 * day },
  }
}
