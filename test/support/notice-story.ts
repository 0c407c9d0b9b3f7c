import type { NoticeRow } from '../../src/cloud/notice/load'
import { put } from '../../src/tools/support/proof/documents'
import { aRoom, roomsDocument } from '../../src/tools/support/proof/notice-world'
import { consent, dataAs } from '../cloud/support/people'
import type { App } from './app'
import type { Actor, Story } from './wish-story'

/** Where the story is told: three rooms on each of four floors of 和苑小区 1号楼. */
export const west = 'west-street'
export const building = 'heyuan-1'
export const inGrid = 'c=west-street&g=west-1'
const unitId = 'heyuan-1-u1'

type RoomOver = Parameters<typeof aRoom>[2]

/** A room of the building as the directory has it: its id is `r` and its number. */
export const roomOf = (room: string, over: RoomOver = {}) =>
  aRoom(building, room, { id: `r${room}`, unitId, floor: Number(room[0]), ...over })

/** Nothing was written, filed or said, and these are the households of the building. */
export function emptyNotices({ app: { cloud } }: Story, rooms: readonly ReturnType<typeof roomOf>[]): void {
  const gone = ['notices', 'openings', 'voices', 'noticeVisits', 'noticeGroups', 'requests', 'homes', 'messages']
  for (const name of [...gone, 'counters', 'blocks']) cloud.database.remove(name, {}, { multi: true })
  cloud.database.modify('communities', { _id: west }, { $set: { notices: [] } }, {})
  cloud.database.remove('households', { buildingId: building }, { multi: true })
  put(cloud.database, 'households', [roomsDocument(west, building, rooms)])
}

export function theNotice({ cloud }: App): NoticeRow {
  const [row] = cloud.database.find('notices') as unknown as readonly NoticeRow[]
  if (!row) throw new Error('no notice was written')
  return row
}

/** Somebody says in which room of the building they live, and agrees to what that takes. */
export async function livesAt({ cloud }: App, openid: string, room: string): Promise<void> {
  await consent(cloud, openid)
  await dataAs(cloud, openid, 'home.declare', { buildingId: building, unitId, room })
}

/** Writes down what a browser would hand to its share sheet; to be called before a page is opened. */
export async function noteShares({ phone: { page } }: Actor): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', {
      value: (given: { url?: string }) => {
        sessionStorage.setItem('shared', String(given.url))
        return Promise.resolve()
      },
    })
  })
}

/** The card that was shared last, as others open it: `notice/view?id=…&t=…`. */
export async function cardOf({ phone: { page } }: Actor): Promise<string> {
  const url = await page.evaluate(() => sessionStorage.getItem('shared') ?? '')
  const found = /#\/pages\/notice\/view\/index\?(.+)$/.exec(url)?.[1]
  if (!found) throw new Error(`no card was shared: ${url}`)
  return `notice/view?${found}`
}

/** One step on the page of the office, with its question. */
export async function does(actor: Actor, noticeId: string, query: string, step: string, words = ''): Promise<void> {
  await actor.goes(`notices/case?${query}&notice=${noticeId}`)
  await actor.taps(`#step-${step}`)
  if (words !== '') await actor.types('#step-words', words)
  await actor.taps('#step-main')
  await actor.seesNot('#step-main')
}
