import type { OfferFields, WishFields } from '../../src/cloud/store/documents'
import type { LocalCloud } from '../../src/local/start'
import { minute } from '../../src/domain/time/clock'
import { hung, offered, offerOf, wishOf } from '../cloud/support/wishes'

const kept = (value: unknown) => ({ form: 1, at: Date.now(), value })

/** The phone of somebody who lives in 和苑小区 1号楼. */
export const livesHere = {
  'jmk:my-door': kept({
    target: { by: 'place', buildingId: 'heyuan-1', unitId: null },
    estateName: '和苑小区',
    buildingName: '1号楼',
    unitName: null,
    keys: [],
  }),
}

/** Nobody has as many as that: whoever looks at one is not whose it is. */
const nobodys = { person: null, filedBy: null }

/** Copies of one card, each hung a minute before the one above it; a wall as after years. */
export async function manyWishes(
  cloud: LocalCloud,
  count: number,
  over: Partial<WishFields> = {},
  name = 'many',
): Promise<void> {
  const { wishId } = await hung(cloud)
  const { hungAt, ...first } = wishOf(cloud, wishId)
  const copies = Array.from({ length: count }, (_, at) => ({
    ...first,
    ...{ _id: `${name}-${String(at).padStart(5, '0')}`, turn: `${name}-${at}`, hungAt: hungAt - at * minute },
    words: `心愿第${at + 1}张，想有人帮忙买点菜`,
    ...nobodys,
    ...{ people: [], actors: [] },
    ...over,
  }))
  cloud.database.remove('wishes', { _id: wishId }, { multi: false })
  cloud.database.insert('wishes', copies)
}

/** What a wish has that was granted, with thanks that the wisher lets be shown; whoever helped has no phone. */
export const grantedAt = (at: number, words: string): Partial<WishFields> => ({
  ...{ state: 'granted', zone: 'stack', finds: [], keys: [], stackAt: at, shows: ['wisher'] },
  helpers: [{ id: 'h1', person: null, offerId: null, by: 'claim', agreed: true, at: at - minute }],
  thanks: { words, wordsState: 'shown', at },
})

export async function manyOffers(cloud: LocalCloud, count: number, over: Partial<OfferFields> = {}): Promise<void> {
  const { offerId } = await offered(cloud)
  const { hungAt, ...first } = offerOf(cloud, offerId)
  const copies = Array.from({ length: count }, (_, at) => ({
    ...first,
    ...{ _id: `offer-${String(at).padStart(5, '0')}`, turn: `offer-turn-${at}`, hungAt: hungAt - at * minute },
    words: `接单第${at + 1}张，每天去菜场可以带一份`,
    ...nobodys,
    ...over,
  }))
  cloud.database.remove('offers', { _id: offerId }, { multi: false })
  cloud.database.insert('offers', copies)
}

/** Takes every card off the wall. */
export function emptyWall(cloud: LocalCloud): void {
  for (const name of ['wishes', 'offers']) cloud.database.remove(name, {}, { multi: true })
}

/** The visit that is agreed begins now; not before its helpers came, who would not see it then. */
export function begins(cloud: LocalCloud, wishId: string): void {
  const wish = wishOf(cloud, wishId)
  const at = Date.now()
  const appointments = wish.appointments.map((visit) => (visit.state === 'agreed' ? { ...visit, at } : visit))
  cloud.database.modify('wishes', { _id: wishId }, { $set: { appointments, version: wish.version + 1 } })
}
