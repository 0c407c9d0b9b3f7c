import type { CardTimes, OfferCard, WishCard } from '../../src/domain/wish/card'
import { keysOfOffer, groupsOfWish, keysOfWish } from '../../src/knowledge/wish-match'
import { anOffer, aWish, noTimes, readOffer, readWish } from './support/wish-cards'

const wishKeys = (over: Partial<WishCard>) => keysOfWish(readWish(aWish(over)).reading, aWish(over))
const offerKeys = (over: Partial<OfferCard>) => keysOfOffer(readOffer(anOffer(over)).reading, anOffer(over))
const on = (...weekdays: readonly number[]): CardTimes => ({ ...noTimes, weekdays })

describe('a wish finds an offer', () => {
  it.each<readonly [string, Partial<WishCard>, Partial<OfferCard>, boolean]>([
    ['of its kind', {}, {}, true],
    ['of another kind', {}, { kinds: ['ride'] }, false],
    ['that has its kind among others', {}, { kinds: ['ride', 'photo', 'haircut', 'visit-chat'] }, true],
    ['at the weekend for any time', {}, { times: on(6) }, true],
    ['on a workday for any time', {}, { times: on(3) }, true],
    ['at any time for the weekend', { times: on(7) }, {}, true],
    ['on a workday for the weekend', { times: on(7) }, { times: on(3) }, false],
    ['for its building', {}, { buildingIds: ['b4'] }, true],
    ['for another building', {}, { buildingIds: ['b5'] }, false],
    ['for more buildings than have keys', {}, { buildingIds: ['b1', 'b2', 'b3', 'b4', 'b5'] }, true],
  ])('%s: %s', (_, wish, offer, isFound) => {
    const keys = wishKeys(wish)
    expect(offerKeys(offer).some((key) => keys.includes(key))).toBe(isFound)
  })
})

it('asks for its building and what it speaks of, then for its first kind, then for the others', () => {
  const card = aWish({ kinds: ['play-chess-cards', 'visit-chat'], words: '想下象棋', times: on(6) })
  expect(groupsOfWish(readWish(card).reading, card)).toEqual([
    ['play-chess-cards@b4', 'visit-chat@b4', 'play-chess-cards#arts:象棋'],
    ['play-chess-cards|weekend'],
    ['visit-chat|weekend'],
  ])
})

it('asks for no building where none is known', () => {
  const card = aWish({ spot: null, times: on(6) })
  expect(groupsOfWish(readWish(card).reading, card)).toEqual([['visit-chat|weekend']])
})
