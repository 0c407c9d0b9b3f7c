import { derivedOffer, derivedWish } from '../../../src/cloud/wish/derive'
import { steppedBy } from '../../../src/cloud/wish/due-move'
import { nextOfferLook } from '../../../src/cloud/offer/due'
import { readingOfOffer, readingOfWish } from '../../../src/cloud/wish/reading'
import type { OfferFields, WishFields } from '../../../src/cloud/store/documents'
import type { AnyWishDeed, WishWho } from '../../../src/domain/wish/act'
import { admittedMark, nextLook } from '../../../src/domain/wish/due'
import type { WishEvent } from '../../../src/domain/wish/wish'
import { calendar } from '../../../src/knowledge/calendar/calendar'
import { keys } from './people'

export type WishDocument = WishFields & { readonly _id: string }
export type OfferDocument = OfferFields & { readonly _id: string }

/** An event as the rules would have made it. */
export const aWishEvent = (over: Partial<WishEvent> & Pick<WishEvent, 'id' | 'at'>): WishEvent => ({
  ...{ verb: 'hang', actor: 'wisher', person: null, role: null, side: null, from: 'open', to: 'open' },
  ...{ words: '', wordsState: 'shown', note: '', data: {} },
  ...over,
})

let cards = 0

/** Groceries for somebody at West Street, told to everybody; it hangs since `now` unless said otherwise. */
export function aWishRow(now: number, over: Partial<WishDocument> = {}): WishDocument {
  const person = over.person === undefined ? keys.person('demo-person-a') : over.person
  const id = `wish-${++cards}`
  const state = over.state ?? 'open'
  const events = over.events ?? [
    aWishEvent({ id: '1', at: now, person, verb: state === 'crying' ? 'cry' : 'hang', from: state, to: state }),
  ]
  const row: WishDocument = {
    ...{ _id: id, input: 'input', communityId: 'west-street', gridId: 'west-1', estateId: 'heyuan' },
    ...{ buildingId: 'heyuan-1', estateName: '和苑小区', buildingName: '1号楼', room: null },
    ...{ person, filedBy: null, filedAs: null, turn: `turn-${id}`, words: '腿脚不利索，想有人帮忙从菜市场带点菜' },
    ...{ wordsState: 'shown', judged: 'shown', kinds: ['buy-groceries'], isSure: true, times: null, reading: '' },
    ...{ keys: [], finds: [], zone: 'off', who: 'elder', isGoods: false, wants: [], place: 'other', repeats: 'once' },
    ...{ places: 1, needsChecked: false, phone: null, behalf: null, emergency: null, forOfferId: null },
    ...{ state, open: true, desk: 'wall', owner: 'nobody', dueAt: now, helpers: [], leavers: [], wisherAgreed: true },
    ...{ people: [], helping: [], actors: [], appointments: [], thanks: null, shows: [], events },
    ...{ hungAt: now, waitsSince: now, since: now, pairedAt: null, endedAt: null, stackAt: now },
    ...{ told: events.length, toldTo: 0, marks: [admittedMark], nextAt: 0, keyId: keys.currentKey },
    ...over,
  }
  const read = { ...row, reading: readingOfWish(row) }
  const whole = { ...read, ...derivedWish(read, now) }
  return { ...whole, nextAt: over.nextAt ?? nextLook(whole, now, calendar) }
}

/** The same after a step, which nobody was told of. */
export function after(row: WishDocument, deed: AnyWishDeed, by: Omit<WishWho, 'role'>): WishDocument {
  return steppedBy({ ...row, shape: 1, version: 1 }, deed, by)
}

/** As if everybody had heard of all of it, so that a test sees only what comes. */
export function heard(row: WishDocument, now: number): WishDocument {
  const told = { ...row, told: row.events.length, toldTo: 0 }
  return { ...told, nextAt: nextLook(told, now, calendar) }
}

/** A red card of the demo's volunteer that fits `aWishRow`. */
export function anOfferRow(now: number, over: Partial<OfferDocument> = {}): OfferDocument {
  const id = `offer-${++cards}`
  const row: OfferDocument = {
    ...{ _id: id, input: 'input', communityId: 'west-street', person: keys.person('demo-volunteer'), filedBy: null },
    ...{ filedAs: null, turn: `turn-${id}`, words: '每天早上去菜市场，可以给邻居带一份', wordsState: 'shown' },
    ...{ judged: 'shown', kinds: ['buy-groceries'], isSure: true, times: null, reading: '', keys: [], finds: [] },
    ...{ zone: 'off', hungAt: now, nextAt: 0, told: 0, toldTo: 0, marks: [admittedMark], keyId: keys.currentKey },
    ...{ behalf: null, limits: [], capacity: 2, buildingIds: [], buildingNames: [], isChecked: true, state: 'open' },
    ...{ wishIds: [], confirmedAt: now, endedAt: null },
    ...over,
  }
  const read = { ...row, reading: readingOfOffer(row) }
  const whole = { ...read, ...derivedOffer(read) }
  return { ...whole, nextAt: over.nextAt ?? nextOfferLook({ ...whole, shape: 1, version: 1 }) }
}
