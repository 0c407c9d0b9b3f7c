import { derivedOffer, derivedWish } from '../../../cloud/wish/derive'
import { readingOfOffer, readingOfWish } from '../../../cloud/wish/reading'
import { sealedAt } from '../../../cloud/people/ids'
import type { OfferFields, WishFields } from '../../../cloud/store/documents'
import type { RolePlace } from '../../../domain/people/roles'
import { admittedMark, never, nextLook } from '../../../domain/wish/due'
import type { Appointment, Helper, WishEvent } from '../../../domain/wish/wish'
import { calendar } from '../../../knowledge/calendar/calendar'
import { fresh, keys } from './documents'

export type WishDocument = WishFields & { readonly _id: string }
export type OfferDocument = OfferFields & { readonly _id: string }

type Grid = Pick<RolePlace, 'communityId' | 'gridId'>

/** A step of a wish's history as the rules would have made it. */
export const wishEvent = (over: Partial<WishEvent> & Pick<WishEvent, 'id' | 'at' | 'verb'>): WishEvent => ({
  ...{ actor: 'wisher', person: null, role: null, side: null, from: 'open', to: 'open' },
  ...{ words: '', wordsState: 'shown', note: '', data: {} },
  ...over,
})

/** A helper who came by themselves. */
export const wishHelper = (id: string, person: string | null, at: number, over: Partial<Helper> = {}): Helper => ({
  ...{ id, person, offerId: null, by: 'claim', agreed: true, at },
  ...over,
})

/** A visit that both sides agreed on. */
export const wishVisit = (id: string, at: number, over: Partial<Appointment> = {}): Appointment => ({
  ...{ id, at, minutes: 60, place: 'other', proposedBy: 'wisher', state: 'agreed' },
  ...{ arrived: [], finished: [], standIns: [], hours: [] },
  ...over,
})

type WishSecret = 'room' | 'phone' | 'behalf.name' | 'behalf.phone' | 'emergency.name' | 'emergency.phone'
/** What lies sealed in a wish, by where it stands there. */
export const sealedInWish = (id: string, field: WishSecret, text: string): string =>
  keys.seal(text, sealedAt('wishes', field, id))
export const sealedInOffer = (id: string, field: 'behalf.name' | 'behalf.phone', text: string): string =>
  keys.seal(text, sealedAt('offers', field, id))

/** What matching has read in the words of so many alike, worked out once. */
const readings = new Map<string, string>()
function readOnce(key: unknown, read: () => string): string {
  const name = JSON.stringify(key)
  const known = readings.get(name) ?? read()
  readings.set(name, known)
  return known
}

/** A wish that hangs: groceries, handed over downstairs. What follows from the rest is worked out as the server does. */
export function wishDocument(
  person: string | null,
  { communityId, gridId }: Grid,
  now: number,
  over: Partial<WishDocument> = {},
): WishDocument {
  const _id = over._id ?? fresh('wish')
  const hungAt = over.hungAt ?? now
  const row: WishDocument = {
    ...{ _id, input: 'input', communityId, gridId, turn: `turn-${_id}`, person, filedBy: null, filedAs: null },
    ...{ words: '腿脚不利索，想有人帮忙从菜市场带点菜', wordsState: 'shown', judged: 'shown' },
    ...{ kinds: ['buy-groceries'], isSure: true, times: null, reading: '', keys: [], finds: [], zone: 'off' },
    ...{ hungAt, nextAt: never, told: 1, toldTo: 0, marks: [admittedMark], keyId: keys.currentKey },
    ...{ estateId: 'heyuan', buildingId: 'heyuan-1', estateName: '和苑小区', buildingName: '1号楼', room: null },
    ...{ who: 'elder', isGoods: false, wants: [], place: 'other', repeats: 'once', places: 1, needsChecked: false },
    ...{ phone: null, behalf: null, emergency: null, forOfferId: null },
    ...{ state: 'open', open: true, desk: 'wall', owner: 'nobody', dueAt: now },
    ...{ helpers: [], leavers: [], wisherAgreed: true, people: [], helping: [], actors: [], appointments: [] },
    ...{ thanks: null, shows: [] },
    events: [wishEvent({ id: '1', at: hungAt, verb: 'hang', person })],
    ...{ waitsSince: hungAt, since: hungAt, pairedAt: null, endedAt: null, stackAt: hungAt },
    ...over,
  }
  const { words, kinds, times, who, wants, isGoods, isSure } = row
  const read = {
    ...row,
    told: over.told ?? row.events.length,
    reading: readOnce({ words, kinds, times, who, wants, isGoods, isSure }, () => readingOfWish(row)),
  }
  const whole = { ...read, ...derivedWish(read, now) }
  return { ...whole, nextAt: over.nextAt ?? nextLook(whole, now, calendar) }
}

/** The same wish, which somebody has taken on. */
export const claimedWish = (
  person: string | null,
  helper: string | null,
  place: Grid,
  now: number,
  over: Partial<WishDocument> = {},
): WishDocument =>
  wishDocument(person, place, now, {
    ...{ state: 'claimed', pairedAt: now, helpers: [wishHelper('h1', helper, now)] },
    events: [
      wishEvent({ id: '1', at: now, verb: 'hang', person }),
      wishEvent({
        ...{ id: '2', at: now, verb: 'claim', actor: 'volunteer', role: 'volunteer', person: helper, side: 'h1' },
        ...{ to: 'claimed', data: { helperId: 'h1' } },
      }),
    ],
    ...over,
  })

/** A red card that hangs: groceries from the market, two at once. */
export function offerDocument(
  person: string | null,
  { communityId }: Pick<Grid, 'communityId'>,
  now: number,
  over: Partial<OfferDocument> = {},
): OfferDocument {
  const _id = over._id ?? fresh('offer')
  const hungAt = over.hungAt ?? now
  const row: OfferDocument = {
    ...{ _id, input: 'input', communityId, turn: `turn-${_id}`, person, filedBy: null, filedAs: null },
    ...{ words: '每天早上去菜市场，可以给邻居带一份', wordsState: 'shown', judged: 'shown' },
    ...{ kinds: ['buy-groceries'], isSure: true, times: null, reading: '', keys: [], finds: [], zone: 'off' },
    ...{ hungAt, nextAt: never, told: 0, toldTo: 0, marks: [admittedMark], keyId: keys.currentKey },
    ...{ behalf: null, limits: [], capacity: 2, buildingIds: [], buildingNames: [], isChecked: true },
    ...{ state: 'open', wishIds: [], confirmedAt: hungAt, endedAt: null },
    ...over,
  }
  const { words, kinds, times, limits, isSure } = row
  const read = {
    ...row,
    reading: readOnce({ words, kinds, times, limits, isSure, offer: true }, () => readingOfOffer(row)),
  }
  return { ...read, ...derivedOffer(read) }
}
