import { addNoticeFile, beginNoticeFile } from '../../../src/cloud/files/notice-file'
import { noticePosterHandler } from '../../../src/cloud/files/notice-poster'
import { decide } from '../../../src/cloud/content/check-decide'
import { sealRooms } from '../../../src/cloud/files/load'
import type { Handler } from '../../../src/cloud/handle'
import { noticeVoiceHandlers } from '../../../src/cloud/notice/voice-index'
import { newSignUp } from '../../../src/cloud/notice/signup-new'
import { signUpsDue } from '../../../src/cloud/notice/signup-timer'
import { confirm as confirmHome } from '../../../src/cloud/people/homes'
import { homeId, membershipId, sealedAt } from '../../../src/cloud/people/ids'
import { openPosterFont } from '../../../src/cloud/poster'
import { serveBy } from '../../../src/cloud/serve'
import { platform as real, type Platform } from '../../../src/cloud/store/platform'
import type { Reply } from '../../../src/contract'
import type { Need } from '../../../src/domain/directory/types'
import { noticeVersion } from '../../../src/domain/people/consent'
import type { HeldRole } from '../../../src/domain/people/roles'
import { day, hour } from '../../../src/domain/time/clock'
import { connect, type Connected } from './cloud'
import { anEdition, aNoticeRow, putNotices, type NoticeOver } from './notices'
import { freshKey, keys } from './people'
import { fontFolder } from './posters'
import { put } from './somebody'

/** A Monday, 14:00 in China. */
export const afternoon = Date.parse('2026-11-23T14:00:00+08:00')
export const leader = 'openid-leader'
export const otherLeader = 'openid-other-leader'
export const secretary = 'openid-secretary'

/** Words in it make WeChat's check, as it is here, say so. */
export const platform: Platform = {
  ...real,
  isOurs: (fileId) => fileId.startsWith('cloud://'),
  checkText: (text) => {
    if (text.includes('断线')) return Promise.reject(new Error('no answer'))
    return Promise.resolve(text.includes('坏话') ? 'risky' : text.includes('可疑') ? 'review' : 'pass')
  },
}

const estate = (id: string, name: string) => ({ id, name, address: '柳巷1号', settings: [] })
const community = {
  ...{ _id: 'lane', name: '柳巷社区', street: { name: '西街街道' }, province: '河北省', city: '石家庄市' },
  ...{ district: '长山区', settings: [], commonMatters: [], revision: 1, updatedAt: afternoon },
  grids: [
    { id: 'lane-1', name: '第一网格' },
    { id: 'lane-2', name: '第二网格' },
  ],
  estates: [estate('old', '老院'), estate('new', '新院')],
  agencies: [
    {
      ...{ id: 'office', name: '柳巷居委会', roles: ['community'] },
      phones: [{ id: 'p1', number: '000-66880001', schedules: [], owner: '居委会', verifiedAt: afternoon }],
    },
  ],
}
const building = (_id: string, estateId: string, gridId: string, order: number) => ({
  ...{ _id, communityId: 'lane', estateId, gridId, name: `${order}号楼`, order: order * 1000 },
  units: [{ id: `${_id}-u1`, name: '1单元' }],
})

/** Rooms of a building: their names, all in its one unit; a need where somebody has one. */
export function putRooms(
  cloud: Connected,
  buildingId: string,
  rooms: readonly string[],
  needs: Readonly<Record<string, Need>> = {},
) {
  const _id = `${buildingId}.1`
  const households = rooms.map((room) => ({
    ...{ id: `${buildingId}-${room}`, buildingId, unitId: `${buildingId}-u1`, room, floor: 1, name: null, phone: null },
    ...{ needs: needs[room] ? [needs[room]] : [], consent: false },
  }))
  const sealed = sealRooms(keys, _id, 'rooms', households)
  put(cloud.database, {
    households: [{ _id, communityId: 'lane', buildingId, part: 1, rooms: sealed, keyId: keys.currentKey }],
  })
}

function putMember(cloud: Connected, openid: string, role: HeldRole, gridId: string | null) {
  const person = keys.person(openid)
  const place = { communityId: 'lane', gridId, agencyId: null }
  put(cloud.database, {
    memberships: [
      {
        ...{ _id: membershipId(person, { role, ...place }), person, role, ...place, name: null, from: afternoon - day },
        ...{ until: afternoon + 300 * day, state: 'active', endedAt: null, invitationId: null, checkedAt: null },
        keyId: keys.currentKey,
      },
    ],
  })
}

/** Somebody who has agreed to the privacy notice. */
export function putPerson(cloud: Connected, openid: string) {
  const person = keys.person(openid)
  const consents = (['account', 'messages'] as const).map((purpose) => ({
    ...{ purpose, version: noticeVersion, at: afternoon - day, withdrawnAt: null },
  }))
  put(cloud.database, {
    people: [
      {
        ...{ _id: person, openid: keys.seal(openid, sealedAt('people', 'openid', person)), name: null, phone: null },
        ...{ phoneLookup: null, phoneFrom: null, phoneAt: null, consents, since: afternoon, keyId: keys.currentKey },
      },
    ],
  })
}

/** The same, with a home; `room` null: they have said none. */
export function putResident(
  cloud: Connected,
  openid: string,
  room: string | null,
  over: { readonly buildingId?: string; readonly state?: string; readonly unitId?: string | null } = {},
) {
  putPerson(cloud, openid)
  const person = keys.person(openid)
  const _id = homeId(person)
  const buildingId = over.buildingId ?? 'old-1'
  put(cloud.database, {
    homes: [
      {
        ...{ _id, person, communityId: 'lane', gridId: 'lane-1', estateId: 'old', buildingId },
        unitId: over.unitId === undefined ? `${buildingId}-u1` : over.unitId,
        room: room === null ? null : keys.seal(room, sealedAt('homes', 'room', _id)),
        ...{ state: over.state ?? 'declared', declaredAt: afternoon - day, decidedBy: null, decidedAt: null },
        keyId: keys.currentKey,
      },
    ],
  })
}

/** A community of two estates; buildings old-1 (three rooms), old-2 and new-1 (no rooms entered). */
export async function startVoices(): Promise<Connected> {
  const cloud = await connect()
  put(cloud.database, {
    communities: [community],
    buildings: [
      building('old-1', 'old', 'lane-1', 1),
      building('old-2', 'old', 'lane-2', 2),
      building('new-1', 'new', 'lane-1', 1),
    ],
  })
  putRooms(cloud, 'old-1', ['101', '102', '201'], { 201: 'over-60' })
  putMember(cloud, leader, 'grid-leader', 'lane-1')
  putMember(cloud, otherLeader, 'grid-leader', 'lane-2')
  putMember(cloud, secretary, 'secretary', null)
  for (const openid of [leader, otherLeader, secretary]) putPerson(cloud, openid)
  return cloud
}

const handlers: readonly Handler[] = [
  ...noticeVoiceHandlers,
  ...[beginNoticeFile, addNoticeFile, decide, confirmHome],
  noticePosterHandler({
    ...{ font: () => openPosterFont(fontFolder), doorLink: null, noticeLink: 'https://example.cn/n/' },
  }),
]

export interface Asking {
  readonly now?: number
  readonly key?: string
}

/** Calls an action by the real SDK in this process. */
export async function ask<Data = Record<string, unknown>>(
  cloud: Connected,
  openid: string,
  action: string,
  input: unknown,
  { now = afternoon, key = freshKey() }: Asking = {},
): Promise<Reply<Data>> {
  const entry = {
    caller: { openid, source: 'wx_client' },
    now,
    store: cloud.store,
    keys,
    platform,
    log: () => undefined,
  }
  return (await serveBy(handlers, { action, input, key, release: 1 }, entry)) as Reply<Data>
}

/** The same, and fails the test where it is refused. */
export async function dataOf<Data = Record<string, unknown>>(...given: Parameters<typeof ask>): Promise<Data> {
  const reply = await ask<Data>(...given)
  if (!reply.ok) throw new Error(`${given[2]} was refused: ${reply.refused}`)
  return reply.data
}

/** A notice of the community that is out since an hour ago; its words are for old-1 unless said otherwise. */
export function putNotice(
  cloud: Connected,
  over: NoticeOver = {},
  edition: Parameters<typeof anEdition>[1] = {},
): string {
  const at = afternoon - hour
  const shown = anEdition(at, {
    ...{ about: { kind: 'meeting', what: 'consultation' }, span: null, title: '晾衣架装在哪里', body: '请您说说。' },
    ...{ audience: { communityId: 'lane', where: { kind: 'buildings', ids: ['old-1'] }, needs: [] } },
    ...{ validUntil: afternoon + 10 * day, writer: keys.person(leader) },
    ...edition,
  })
  return putNotices(
    cloud,
    aNoticeRow(at, { communityId: 'lane', communityName: '柳巷社区', gridId: 'lane-1', shown, ...over }),
  )
}

/** A sign-up, as it goes out with its notice: tomorrow's tomorrow at nine. */
export function putSignUp(cloud: Connected, places: number, over: { readonly until?: number } = {}): string {
  const beginsAt = Date.parse('2026-11-25T09:00:00+08:00')
  const signUp = { places, until: over.until ?? beginsAt - 12 * hour, beginsAt }
  const id = putNotice(cloud, { signUp }, { about: { kind: 'meeting', what: 'sign-up' }, title: '河道巡查报名' })
  const fields = newSignUp(keys, afternoon - hour, { communityId: 'lane', ...signUp, validUntil: afternoon + 10 * day })
  put(cloud.database, { signUps: [{ _id: id, ...fields }] })
  return id
}

/** One run of the timer's step. */
export const runTimer = (cloud: Connected, now: number) =>
  signUpsDue({
    ...{ person: null, openid: '', now, store: cloud.store, keys, platform, templates: {}, requestId: 'timer' },
    ...{ log: () => undefined, note: () => undefined, isFit: () => Promise.resolve(false), hasTime: () => true },
  })

/** What somebody has been told, of one kind. */
export const toldOf = (cloud: Connected, kind: string, openid?: string) =>
  cloud.database.find('messages', { kind, ...(openid === undefined ? {} : { person: keys.person(openid) }) })
