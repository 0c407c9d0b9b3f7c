import type { InputOf, fileComplaint } from '../../../src/contract'
import { complaintDue } from '../../../src/domain/content/complaint'
import { homeId } from '../../../src/cloud/people/ids'
import type { LocalCloud } from '../../../src/local/start'
import { aJpeg, segment } from '../../support/pictures'
import { dataAs, keys } from './people'

/** Somebody who lives in 第一网格 of West Street, once `atHome` has said so. */
export const resident = 'openid-of-a-resident'
export const neighbour = 'openid-of-a-neighbour'

export const aComplaint = (over: Partial<InputOf<typeof fileComplaint>> = {}): InputOf<typeof fileComplaint> => ({
  communityId: 'west-street',
  kind: 'service',
  about: null,
  words: '报修三次没有人来看过',
  pictures: [],
  ...over,
})

interface Filed {
  readonly complaintId: string
  readonly words: string
  readonly dueAt: number
}

export const fileAs = (cloud: LocalCloud, openid: string, over: Partial<InputOf<typeof fileComplaint>> = {}) =>
  dataAs<Filed & Record<string, unknown>>(cloud, openid, 'complaint.file', aComplaint(over))

/** Writes down that somebody lives in 第一网格, as `home.declare` would. */
export function atHome(cloud: LocalCloud, openid: string, gridId: string | null = 'west-1'): void {
  const person = keys.person(openid)
  cloud.database.insert('homes', [
    {
      ...{ _id: homeId(person), person, communityId: 'west-street', gridId, estateId: 'heyuan' },
      ...{ buildingId: 'heyuan-1', unitId: null, room: null, state: 'declared', declaredAt: 1 },
      ...{ decidedBy: null, decidedAt: null, keyId: keys.currentKey, shape: 1, version: 1 },
    },
  ])
}

/** A picture for which the local check has this verdict: it stands where stripping leaves it. */
export const aPicture = (verdict: 'pass' | 'review' | 'risky' = 'pass'): Buffer =>
  aJpeg([segment(0xe2, Buffer.from(`ICC_PROFILE\0\x01\x01local-verdict:${verdict}`, 'latin1'))])

interface Begun {
  readonly pictureId: string
  readonly path: string
}

export const beginAs = (cloud: LocalCloud, openid: string) =>
  dataAs<Begun & Record<string, unknown>>(cloud, openid, 'picture.begin', {})

/** Uploads as a phone does; the file's id. */
export async function uploadAs(cloud: LocalCloud, openid: string, path: string, bytes: Buffer): Promise<string> {
  const response = await fetch(`${cloud.url}/storage/upload?path=${encodeURIComponent(path)}`, {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg', 'x-local-openid': openid },
    body: new Uint8Array(bytes),
  })
  const { fileID } = (await response.json()) as { fileID?: string }
  if (fileID === undefined) throw new Error('the upload was refused')
  return fileID
}

/** Begins, uploads and hands in a picture; its id. */
export async function addAs(cloud: LocalCloud, openid: string, bytes: Buffer = aPicture()): Promise<string> {
  const { pictureId, path } = await beginAs(cloud, openid)
  const fileId = await uploadAs(cloud, openid, path, bytes)
  await dataAs(cloud, openid, 'picture.add', { pictureId, fileId })
  return pictureId
}

/** A document of the cloud, by its id. */
export function documentOf(cloud: LocalCloud, collection: string, id: string): Record<string, unknown> {
  const [found] = cloud.database.find(collection, { _id: id }) as readonly Record<string, unknown>[]
  if (!found) throw new Error(`no such document in ${collection}`)
  return found
}

const kept = { shape: 1, version: 1 }
const noonOfNovember = Date.parse('2026-11-18T12:00:00+08:00')
const filed = {
  ...{ person: keys.person('demo-person-a'), communityId: 'west-street', gridId: null, kind: 'service', about: null },
  ...{ words: '报修三次没有人来看过，楼道里一直没有灯，老人上下楼不方便', wordsState: 'shown', pictures: [] },
  ...{ filedAt: noonOfNovember, dueAt: complaintDue(noonOfNovember), ...kept },
}

/** One complaint with an answer, and one whose words wait for a look: for tests of how pages look. */
export const contentDocuments: Readonly<Record<string, Record<string, unknown>[]>> = {
  complaints: [
    {
      ...{ _id: 'browser-1', ...filed, state: 'open' },
      answers: [
        {
          id: '1',
          at: noonOfNovember,
          author: null,
          role: 'secretary',
          words: '已经联系物业，明天上午来看',
          state: 'shown',
        },
      ],
    },
    { _id: 'browser-2', ...filed, state: 'open', wordsState: 'waiting', answers: [] },
  ],
  checks: [
    {
      ...{ _id: 'browser-check', kind: 'complaint', author: filed.person, communityId: 'west-street', gridId: null },
      ...{ about: { collection: 'complaints', id: 'browser-2', part: null }, state: 'review', open: true, tries: 0 },
      ...{ nextAt: noonOfNovember, at: noonOfNovember, dueAt: noonOfNovember, decidedAt: null, ...kept },
    },
  ],
}
