import type { actNotice, InputOf, NoticeContentFields, OutputOf, saveNotice } from '../../../src/contract'
import { day, hour } from '../../../src/domain/time/clock'
import type { LocalCloud } from '../../../src/local/start'
import { noticeOf } from './notices'
import { callAs, dataAs, freshKey } from './people'

type Saving = InputOf<typeof saveNotice>
export type NoticeDeed = InputOf<typeof actNotice>['deed']

/** Water off in building 1 from now on, as a form sends it. */
export const aContent = (now: number, over: Partial<NoticeContentFields> = {}): NoticeContentFields => ({
  about: { kind: 'outage', what: 'water' },
  span: { from: now, until: now + 3 * hour, isNow: true },
  where: { kind: 'buildings', ids: ['heyuan-1'] },
  needs: [],
  isEmergency: false,
  title: '1号楼今天停水',
  body: '因为水管抢修，请提前存水。',
  pictures: [],
  fileId: null,
  validUntil: now + day,
  consultation: null,
  signUp: null,
  ...over,
})

export const saving = (cloud: LocalCloud, openid: string, over: Partial<Saving> = {}, key?: string) =>
  callAs(cloud, openid, 'notice.save', savingOf(cloud, over, key), key)
export const saved = (cloud: LocalCloud, openid: string, over: Partial<Saving> = {}, key?: string) =>
  dataAs<OutputOf<typeof saveNotice>>(cloud, openid, 'notice.save', savingOf(cloud, over, key), key)

/** As a phone sends it: the same call, sent again, is about the same draft. */
const savingOf = (cloud: LocalCloud, over: Partial<Saving>, key = freshKey()): Saving => ({
  ...{ noticeId: null, communityId: 'west-street', gridId: null, seen: null, send: true },
  content: aContent(cloud.clock.now()),
  draftId: over.noticeId == null ? key : null,
  ...over,
})

/** A step as somebody who has seen how it stands now, unless said. */
export const acting = (
  cloud: LocalCloud,
  openid: string,
  noticeId: string,
  deed: NoticeDeed,
  seen = noticeOf(cloud, noticeId).events.length,
  key?: string,
) => callAs(cloud, openid, 'notice.act', { noticeId, seen, deed }, key)

/** The same, and fails the test where it is refused. */
export async function stepped(cloud: LocalCloud, openid: string, noticeId: string, deed: NoticeDeed) {
  const reply = await acting(cloud, openid, noticeId, deed)
  if (!reply.ok) throw new Error(`${deed.verb} was refused: ${reply.refused}`)
  return reply.data as OutputOf<typeof actNotice>
}
