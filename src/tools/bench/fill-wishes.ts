import { firstDocument } from '../../cloud/store/collection'
import { definitions } from '../../cloud/store/documents'
import { day } from '../../domain/time/clock'
import { longestCard, longestThanks, longestWant, longestWishStep, mostWants } from '../../domain/wish/limits'
import type { Database } from '../../local/start'
import { keys, membershipDocument, put } from '../support/proof/documents'
import {
  offerDocument,
  wishDocument,
  wishEvent,
  wishHelper,
  wishVisit,
  type OfferDocument,
  type WishDocument,
} from '../support/proof/wish-document'
import { fullDoor } from './fill'
import { fullNeighbour, fullPeople, type Spread } from './fill-people'

const padded = (number: number) => String(number).padStart(6, '0')
export const fullWish = (number: number): string => `full-wish-${padded(number)}`
export const fullGranted = (number: number): string => `full-granted-${padded(number)}`
export const fullOffer = (number: number): string => `full-offer-${padded(number)}`
/** The community whose wall is full, and its grid. */
export const fullWall = { communityId: 'full-00000', gridId: 'full-grid' } as const
/** Beside it one whose wall has no more cards than one page shows, however many there are elsewhere. */
export const smallWall = { communityId: 'full-00001', gridId: 'full-grid' } as const
const smallCards = 20

/** Whoever helps there, and has checked papers. */
export const fullVolunteer = fullNeighbour

const at = Date.parse('2026-11-01T09:00:00+08:00')
const batch = 1000
const spot = {
  ...{ estateId: fullDoor.estateId, buildingId: fullDoor.buildingId },
  ...{ estateName: '第0社区第1小区', buildingName: '1号楼' },
} as const
const times = { weekdays: [3, 5], parts: ['morning' as const], every: 'week' as const, dates: [], note: '' }
/** As long as the contract lets them be. */
const long = {
  words: '菜'.repeat(longestCard),
  wants: Array.from({ length: mostWants }, () => '讲'.repeat(longestWant)),
  times: { ...times, note: '每'.repeat(20) },
} as const

const wisher = keys.person(fullPeople.resident)
const helper = keys.person(fullVolunteer)

/** Granted, with thanks that both let be shown. */
const granted = (over: Partial<WishDocument>): WishDocument =>
  wishDocument(keys.person('far'), fullWall, at, {
    ...{ ...spot, times, state: 'granted', helpers: [wishHelper('h1', keys.person('far-too'), at)] },
    ...{ shows: ['wisher', 'h1'], pairedAt: at, endedAt: at },
    thanks: { words: '谢谢', wordsState: 'shown', at },
    ...over,
  })

/** A standing pair with a history as few have, in no list that is looked at: it would make all of these long. */
export const fullLongWish = 'full-wish-long'
function longWish(): WishDocument {
  const hungAt = at - 200 * day
  const events = Array.from({ length: 60 }, (_, number) =>
    wishEvent({
      ...{ id: String(number + 3), at: hungAt + number, verb: 'keep', actor: 'duty', role: 'duty' },
      ...{ from: 'standing', to: 'standing', words: '换'.repeat(longestWishStep), note: '注'.repeat(longestWishStep) },
    }),
  )
  return wishDocument(wisher, fullWall, at, {
    ...{ ...spot, ...long, _id: fullLongWish, hungAt, repeats: 'week', state: 'standing', pairedAt: hungAt },
    helpers: [wishHelper('h1', helper, hungAt)],
    appointments: Array.from({ length: 40 }, (_, number) =>
      wishVisit(`a${number + 1}`, at + (number - 38) * 7 * day, number < 39 ? { state: 'done' } : {}),
    ),
    events: [
      wishEvent({ id: '1', at: hungAt, verb: 'hang', person: wisher }),
      wishEvent({ id: '2', at: hungAt, verb: 'claim', actor: 'volunteer', person: helper, side: 'h1', to: 'standing' }),
      ...events,
    ],
  })
}

/** A month of hours of whoever helps. */
const helped = (number: number): WishDocument =>
  granted({
    ...{ _id: fullGranted(number), hungAt: at - 100 * day + number * 1000, endedAt: at + number * 1000, ...long },
    helpers: [wishHelper('h1', helper, at)],
    thanks: { words: '谢'.repeat(longestThanks), wordsState: 'shown', at },
    appointments: [wishVisit('a1', at, { state: 'done', hours: [{ person: helper, minutes: 60 }] })],
    events: [wishEvent({ id: '1', at, verb: 'claim', actor: 'volunteer', person: helper, side: 'h1', to: 'claimed' })],
  })

/**
 * `count` wishes and `count` offers on the wall of the full community, half of the others' wishes on its stack. `ofOne` of
 * each are as long as they may be: the full resident's wishes and the volunteer's offers, the newest of all, and as many
 * on the stack that the volunteer has helped with.
 */
export function fillWishes(database: Database, { count, ofOne }: Spread): void {
  const numbers = (many: number) => Array.from({ length: many }, (_, number) => number)
  keeperOfSmall(database)
  const own = numbers(Math.min(ofOne, count))
  put(database, 'wishes', [longWish(), ...own.map(longest), ...numbers(ofOne).map(helped), ...smallWishes()])
  put(database, 'offers', [...own.map(longestOffer), ...smallOffers()])
  others(database, count, ofOne)
}

const hungAtOf = (number: number) => at + number * 1000
const longest = (number: number): WishDocument =>
  wishDocument(wisher, fullWall, at, { ...spot, ...long, _id: fullWish(number), hungAt: hungAtOf(number) })
function longestOffer(number: number): OfferDocument {
  const { wants: limits, ...said } = long
  return offerDocument(helper, fullWall, at, { ...said, limits, _id: fullOffer(number), hungAt: hungAtOf(number) })
}

const smallWishes = () =>
  Array.from({ length: smallCards }, (_, number) =>
    wishDocument(keys.person('far'), smallWall, at, { ...spot, times, _id: `small-wish-${padded(number)}` }),
  )
const smallOffers = () =>
  Array.from({ length: smallCards }, (_, number) =>
    offerDocument(keys.person(`far-${number}`), smallWall, at, { times, _id: `small-offer-${padded(number)}` }),
  )

/** What is nobody's in particular is worked out and checked once for all: only its number and its times differ. */
function others(database: Database, count: number, from: number): void {
  const far = keys.person('far')
  const hung = firstDocument(definitions.wishes, wishDocument(far, fullWall, at, { ...spot, times }))
  const stacked = firstDocument(definitions.wishes, granted({}))
  const offer = firstDocument(definitions.offers, offerDocument(far, fullWall, at, { times }))
  for (let first = from; first < count; first += batch) {
    const numbers = Array.from({ length: Math.min(batch, count - first) }, (_, number) => first + number)
    const early = (_id: string, number: number) => ({ _id, turn: _id, hungAt: at - 100 * day - number * 1000 })
    database.insert(
      'wishes',
      numbers.map((number) => {
        const own = early(fullWish(number), number)
        const { hungAt } = own
        return number % 2 === 0
          ? { ...stacked, ...own, stackAt: hungAt }
          : { ...hung, ...own, stackAt: hungAt, dueAt: hungAt + 1000 * day }
      }),
    )
    database.insert(
      'offers',
      numbers.map((number) => ({ ...offer, ...early(fullOffer(number), number) })),
    )
  }
}

/** Keeps the small community. */
export const smallSecretary = 'small-secretary'
function keeperOfSmall(database: Database): void {
  const place = { role: 'secretary', communityId: smallWall.communityId, gridId: null, agencyId: null } as const
  const membership = { ...membershipDocument(keys.person(smallSecretary), place, at), until: at + 1e11 }
  put(database, 'memberships', [membership])
}
