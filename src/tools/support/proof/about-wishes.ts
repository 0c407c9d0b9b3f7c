import type { ActionName } from '../../../contract'
import { seenOf } from '../../../domain/wish/act-said'
import { put } from './documents'
import { about, anywhere, communityOf, ownerOf, peoples, somebody, type About, type Making } from './making'
import { here, placeOf, type Side, type Situation } from './situations'
import { claimedWish, offerDocument, wishDocument, type OfferDocument, type WishDocument } from './wish-document'

type WishAction = Extract<ActionName, `wish.${string}` | `offer.${string}` | `wall.${string}`>

/** What somebody wishes for: groceries, handed over downstairs. */
export const aWish = {
  ...{ buildingId: 'heyuan-1', room: null, words: '腿脚不利索，想有人帮忙从菜市场带点菜' },
  ...{ kinds: ['buy-groceries'], times: null, who: 'elder', isGoods: false, wants: [], place: 'other' },
  ...{ repeats: 'once', phone: null, behalf: null, emergency: null, forOfferId: null, asks: false },
} as const

const offered = {
  ...{ words: '每天早上去菜市场，可以给邻居带一份', kinds: ['buy-groceries'], times: null, capacity: 2 },
  ...{ buildingIds: [], limits: [], behalf: null, asks: false },
} as const

/** The whole wall of here, the newest first. */
export const aWall = { communityId: here, group: null, buildingId: null, part: null, order: 'newest' } as const

const hanging = (making: Making, situation: Situation) =>
  wishDocument(ownerOf(making, situation), placeOf(situation), making.now)
/** Somebody has taken it on. */
const claimed = (making: Making, situation: Situation) =>
  claimedWish(ownerOf(making, situation), somebody(making), placeOf(situation), making.now)

const wish = (
  varies: readonly Side[],
  make: (making: Making, situation: Situation) => WishDocument,
  inputOf: (wishId: string, row: WishDocument | null) => object,
) => about('wishes', varies, make, inputOf)
const offer = (inputOf: (offerId: string, row: OfferDocument | null) => object) =>
  about(
    'offers',
    ['owner', 'community'],
    (making, situation) => offerDocument(ownerOf(making, situation), placeOf(situation), making.now),
    inputOf,
  )

/** Somebody else's, which anybody may look at. */
const anybodys = (collection: 'wishes' | 'offers', name: 'wishId' | 'offerId'): About =>
  anywhere((making: Making) => {
    const make = collection === 'wishes' ? wishDocument : offerDocument
    const row = make(somebody(making), { communityId: here, gridId: 'west-1' }, making.now)
    put(making.database, collection, [row])
    return { [name]: row._id }
  })

const place = (varies: readonly Side[], inputOf: (situation: Situation) => object): About => ({
  varies,
  input: (_, situation) => inputOf(situation),
})
const gridOf = (situation: Situation) => {
  const { communityId, gridId } = placeOf(situation)
  return { communityId, gridId }
}

/** How to ask for each action about wishes and offers. */
export const wishesAbout: Readonly<Record<WishAction, About>> = {
  'wish.suggest': anywhere({ side: 'wish', words: '想有人陪着下象棋', wants: [] }),
  'wish.hang': anywhere(aWish),
  'wish.cry': anywhere({ buildingId: 'heyuan-1', words: '我不想活了' }),
  'wall.open': anywhere(aWall),
  'wall.page': anywhere({ ...aWall, zone: 'wishes', cursor: null }),
  'wish.card': anybodys('wishes', 'wishId'),
  'offer.card': anybodys('offers', 'offerId'),
  'wish.claim': wish(['owner', 'community'], hanging, (wishId) => ({ wishId, offerId: null })),
  'wish.show': wish(peoples, hanging, (wishId) => ({ wishId })),
  'wish.mine': anywhere({ cursor: null }),
  'wish.fitting': place(['community'], (situation) => ({ communityId: communityOf(situation) })),
  // What whose it is may say, and the office after a call.
  'wish.act': wish(peoples, hanging, (wishId, row) => ({
    ...{ wishId, seen: row ? seenOf(row) : 1, deed: { verb: 'keep', words: null }, note: null },
  })),
  'wish.look': wish(peoples, claimed, (wishId) => ({ wishId })),
  'wish.block': wish(['owner'], claimed, (wishId) => ({ wishId, helperId: 'h1', block: true })),
  'wish.hours': anywhere({ cursor: null }),
  'wish.list': place(['community', 'grid'], (situation) => ({ ...gridOf(situation), show: 'wall', cursor: null })),
  'wish.fits': wish(['community', 'grid'], hanging, (wishId) => ({ wishId })),
  'wish.plan': place(['community', 'grid'], gridOf),
  'offer.hang': place(['community'], (situation) => ({ communityId: communityOf(situation), ...offered })),
  'offer.mine': anywhere({}),
  'offer.act': offer((offerId) => ({ offerId, verb: 'pause' })),
}
