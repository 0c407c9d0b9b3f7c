import type { OfferRow, WishRow } from '../../../src/cloud/wish/load'
import type { hangOffer, hangWish, InputOf, OutputOf, openWall, showWish } from '../../../src/contract'
import type { LocalCloud } from '../../../src/local/start'
import { documentOf } from './content'
import { callAs, dataAs, volunteer } from './people'

/** Somebody who has agreed, once `consent` has said so, and lives nowhere in particular. */
export const wisher = 'openid-of-a-wisher'
/** Of the demo: checked as well, and one who is not. */
export const otherVolunteer = 'demo-volunteer-2'
export const newVolunteer = 'demo-volunteer-3'

export type Wishing = InputOf<typeof hangWish>
export type Hung = OutputOf<typeof hangWish>
export type Offering = InputOf<typeof hangOffer>
export type Offered = OutputOf<typeof hangOffer>
export type ShownWish = OutputOf<typeof showWish>
export type Wall = OutputOf<typeof openWall>

/** Groceries, handed over downstairs: one helper, who need not be checked. */
export const aWish = (over: Partial<Wishing> = {}): Wishing => ({
  buildingId: 'heyuan-1',
  room: null,
  words: '腿脚不利索，想有人帮忙从菜市场带点菜',
  kinds: ['buy-groceries'],
  times: null,
  who: 'elder',
  isGoods: false,
  wants: [],
  place: 'other',
  repeats: 'once',
  phone: null,
  behalf: null,
  emergency: null,
  forOfferId: null,
  asks: false,
  ...over,
})

/** A visit at home: two helpers, both checked, and somebody to call when something is wrong. */
export const atHome: Partial<Wishing> = {
  place: 'home',
  room: '三单元 402',
  emergency: { name: '老人的女儿', phone: '13900000041' },
}

export const anOffer = (over: Partial<Offering> = {}): Offering => ({
  communityId: 'west-street',
  words: '每天早上去菜市场，可以给邻居带一份',
  kinds: ['buy-groceries'],
  times: null,
  capacity: 2,
  buildingIds: [],
  limits: [],
  behalf: null,
  asks: false,
  ...over,
})

/** Hangs a wish, as `wisher` unless said, who has to have agreed (`consent`). */
export const hung = (cloud: LocalCloud, over: Partial<Wishing> = {}, openid = wisher, key?: string): Promise<Hung> =>
  dataAs<Hung>(cloud, openid, 'wish.hang', aWish(over), key)

/** The same, with what came of it. */
export const hanging = (cloud: LocalCloud, over: Partial<Wishing> = {}, openid = wisher, key?: string) =>
  callAs(cloud, openid, 'wish.hang', aWish(over), key)

/** Hangs an offer, as the demo's volunteer unless said. */
export const offered = (
  cloud: LocalCloud,
  over: Partial<Offering> = {},
  openid = volunteer,
  key?: string,
): Promise<Offered> => dataAs<Offered>(cloud, openid, 'offer.hang', anOffer(over), key)

/** The same, with what came of it. */
export const offering = (cloud: LocalCloud, over: Partial<Offering> = {}, openid = volunteer, key?: string) =>
  callAs(cloud, openid, 'offer.hang', anOffer(over), key)

/** What is kept of a wish, of an offer. */
export const wishOf = (cloud: LocalCloud, id: string): WishRow => documentOf(cloud, 'wishes', id) as unknown as WishRow
export const offerOf = (cloud: LocalCloud, id: string): OfferRow =>
  documentOf(cloud, 'offers', id) as unknown as OfferRow

/** Changes a wish behind everybody's back: somebody worked on it. What is derived does not follow. */
export function alterWish(cloud: LocalCloud, id: string, fields: Partial<WishRow>): void {
  cloud.database.modify('wishes', { _id: id }, { $set: { ...fields, version: wishOf(cloud, id).version + 1 } })
}
export function alterOffer(cloud: LocalCloud, id: string, fields: Partial<OfferRow>): void {
  cloud.database.modify('offers', { _id: id }, { $set: { ...fields, version: offerOf(cloud, id).version + 1 } })
}

/** A wish as somebody sees it who is in it, or of the office. */
export const wishShown = (cloud: LocalCloud, openid: string, wishId: string): Promise<ShownWish> =>
  dataAs<ShownWish>(cloud, openid, 'wish.show', { wishId })

/** The wall of West Street, newest first unless said. */
export const wallOf = (
  cloud: LocalCloud,
  over: Partial<InputOf<typeof openWall>> = {},
  openid: string | undefined = undefined,
): Promise<Wall> =>
  dataAs<Wall>(cloud, openid ?? wisher, 'wall.open', {
    ...{ communityId: 'west-street', group: null, buildingId: null, part: null, order: 'newest' },
    ...over,
  })
