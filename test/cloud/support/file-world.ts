import { fileHandlers } from '../../../src/cloud/files'
import type { CommunityRow } from '../../../src/cloud/files/load'
import { membershipId } from '../../../src/cloud/people/ids'
import { openPosterFont } from '../../../src/cloud/poster'
import { serve } from '../../../src/cloud/router'
import { serveBy, type Entry } from '../../../src/cloud/serve'
import { definitions } from '../../../src/cloud/store/documents'
import { firstDocument } from '../../../src/cloud/store/collection'
import { platform as real, type Platform } from '../../../src/cloud/store/platform'
import { day } from '../../../src/domain/time/clock'
import type { Reply } from '../../../src/contract'
import { connect, type Connected } from './cloud'
import { anEntry, noon } from './entry'
import { freshKey, keys } from './people'
import { fontFolder } from './posters'

export const keeper = 'openid-of-the-secretary'
const place = { communityId: 'lane', gridId: null, agencyId: null }

/** Outside of a function nobody says which environment this is, and there is nobody to ask about words. */
export const platform: Platform = {
  ...real,
  isOurs: (fileId) => fileId.startsWith('cloud://'),
  checkText: () => Promise.resolve('pass'),
}

export const handlers = fileHandlers({
  font: () => openPosterFont(fontFolder),
  doorLink: 'https://example.cn/d/',
  noticeLink: 'https://example.cn/n/',
})

const community = {
  ...{ _id: 'lane', name: '柳巷社区', street: { name: '西街街道' }, province: '河北省', city: '石家庄市' },
  ...{ district: '长山区', grids: [{ id: 'lane-1', name: '第一网格' }], settings: [], commonMatters: [] },
  estates: [{ id: 'old', name: '老院', address: '柳巷1号', settings: [] }],
  agencies: [{ id: 'office', name: '居委会', roles: ['community'], phones: [] }],
  ...{ revision: 1, updatedAt: noon },
}
const building = (number: number) => ({
  ...{ _id: `old-${number}`, communityId: 'lane', estateId: 'old', gridId: 'lane-1', name: `${number}号楼` },
  ...{ order: number * 1000, units: [{ id: `old-${number}-u1`, name: '1单元' }] },
})

/** A community of two buildings with its secretary, and the function `files` in this process. */
export async function startLane(): Promise<Connected> {
  const cloud = await connect()
  const person = keys.person(keeper)
  cloud.database.insert('communities', [firstDocument(definitions.communities, community)])
  cloud.database.insert(
    'buildings',
    [1, 2].map((number) => firstDocument(definitions.buildings, building(number))),
  )
  cloud.database.insert('memberships', [
    firstDocument(definitions.memberships, {
      ...{ _id: membershipId(person, { role: 'secretary', ...place }), person, role: 'secretary', ...place },
      ...{ name: null, from: noon - day, until: noon + 300 * day, state: 'active', endedAt: null },
      ...{ invitationId: null, checkedAt: null, keyId: keys.currentKey },
    }),
  ])
  return cloud
}

/** Calls an action of the function `files`. */
export const ask = (
  { store }: Pick<Connected, 'store'>,
  action: string,
  input: unknown,
  over: Partial<Entry> = {},
  key = freshKey(),
): Promise<Reply> =>
  serveBy(
    handlers,
    { action, input, key, release: 1 },
    anEntry(store, { caller: { openid: keeper, source: 'wx_client' }, platform, ...over }),
  )

export async function dataOf<Data = Record<string, unknown>>(reply: Promise<Reply>): Promise<Data> {
  const answer = await reply
  if (!answer.ok) throw new Error(answer.refused)
  return answer.data as Data
}

export const laneOf = ({ store }: Pick<Connected, 'store'>) => store.communities.find('lane') as Promise<CommunityRow>

/** Every building that a resident finds by hand, by its estate's name. */
export async function visiblePlaces({ store }: Pick<Connected, 'store'>): Promise<readonly string[]> {
  const { estates } = await laneOf({ store })
  const lists = estates.map(async ({ id, name }) => {
    const { buildings } = await dataOf<{ buildings: readonly { readonly name: string }[] }>(
      serve({ action: 'place.buildings', input: { estateId: id, cursor: null }, release: 1 }, anEntry(store)),
    )
    return buildings.map((one) => `${name} ${one.name}`)
  })
  return (await Promise.all(lists)).flat()
}

/** An import with its workbook uploaded. */
export async function startedImport(cloud: Connected, workbook: Buffer) {
  const { importId, path } = await dataOf<{ importId: string; path: string }>(
    ask(cloud, 'import.start', { communityId: 'lane', size: workbook.length }),
  )
  return { importId, fileId: await platform.upload(path, workbook) }
}
