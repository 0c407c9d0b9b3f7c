import fc from 'fast-check'
import type { CardTimes, OfferCard, WishCard } from '../../src/domain/wish/card'
import { dayParts, rhythms, wishWhos } from '../../src/domain/wish/card'
import { candidateKeys, fitOf, lookupKeys, pairOf, rank } from '../../src/domain/wish/match'
import { services } from '../../src/knowledge/services'
import { topicBook } from '../../src/knowledge/wish-match'
import { about, anOffer, aWish, readOffer, readWish } from './support/wish-cards'

// What people write, put together at random: what holds has to hold for cards that nobody thought of.
const phrases = [
  '想学象棋',
  '教二胡',
  '只修钟表',
  '不会下棋',
  '在活动室，不上门',
  '可以上门',
  '每周三上午',
  '晚饭后都有空',
  '女，退休护士',
  '只接男性老人',
  '四号楼的',
  '轮椅抬下楼',
  '腰不好',
  '水龙头漏水',
  '饭钱另算',
  '只有暑假',
  '给孩子讲题',
  '会说方言',
  '集体上课',
  '要一床厚棉被',
]
const words = fc.array(fc.constantFrom(...phrases), { minLength: 1, maxLength: 5 }).map((some) => some.join('，'))
const some = fc.array(fc.constantFrom(...phrases), { maxLength: 3 })
const kinds = fc.uniqueArray(fc.constantFrom(...services.map(({ id }) => id)), { minLength: 1, maxLength: 5 })
const times: fc.Arbitrary<CardTimes | null> = fc.option(
  fc.record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
    parts: fc.uniqueArray(fc.constantFrom(...dayParts), { maxLength: 4 }),
    every: fc.option(fc.constantFrom(...rhythms)),
    dates: fc.uniqueArray(fc.constantFrom('2026-12-01', '2026-12-02', '2026-12-05'), { maxLength: 2 }),
    note: fc.constantFrom('', '春节前', '周末'),
  }),
)
const wishes: fc.Arbitrary<WishCard> = fc
  .record({
    words,
    kinds,
    times,
    who: fc.constantFrom(...wishWhos),
    isGoods: fc.boolean(),
    wants: some,
    isUrgent: fc.boolean(),
  })
  .map(aWish)
const helpers = ['anna-7', 'bert-8', 'carl-9']
const offers: fc.Arbitrary<OfferCard> = fc
  .record({
    id: fc.uuid(),
    words,
    kinds,
    times,
    limits: some,
    capacity: fc.option(fc.integer({ min: 0, max: 3 })),
    taken: fc.integer({ min: 0, max: 3 }),
    buildingIds: fc.uniqueArray(fc.constantFrom('b1', 'b4', 'b5', 'b6', 'b7', 'b8'), { maxLength: 6 }),
    person: fc.constantFrom(...helpers),
    isChecked: fc.boolean(),
  })
  .map(anOffer)
const many = fc.uniqueArray(offers, { maxLength: 8, selector: ({ id }) => id })

describe('any ranking', () => {
  it('is the same whatever the order of the offers', () => {
    fc.assert(
      fc.property(wishes, many, (wish, some) => {
        const read = some.map(readOffer)
        const ranked = rank(readWish(wish), read, about())
        expect(rank(readWish(wish), [...read].reverse(), about())).toEqual(ranked)
      }),
    )
  })

  it('has what may not be paired last, and the better score first', () => {
    fc.assert(
      fc.property(wishes, many, (wish, some) => {
        const ranked = rank(readWish(wish), some.map(readOffer), about())
        const open = ranked.filter(({ hard }) => hard.length === 0)
        expect(ranked.slice(0, open.length)).toEqual(open)
        expect(open.map(({ score }) => score)).toEqual(open.map(({ score }) => score).sort((a, b) => b - a))
      }),
    )
  })
})

describe('any pair', () => {
  it('has a score from 0 to 1', () => {
    fc.assert(
      fc.property(wishes, offers, fc.nat(5), (wish, offer, helped) => {
        const { score } = fitOf(
          readWish(wish),
          readOffer(offer),
          about({ friends: new Map([[offer.person ?? '', helped]]) }),
        )
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('is forbidden where one blocked the other', () => {
    fc.assert(
      fc.property(wishes, offers, (wish, offer) => {
        const blocked = new Set([pairOf(wish.person ?? '', offer.person ?? '')])
        expect(fitOf(readWish(wish), readOffer(offer), about({ blocked })).hard).toContainEqual({ code: 'blocked' })
      }),
    )
  })

  it('never ranks higher for more load', () => {
    fc.assert(
      fc.property(wishes, offers, fc.nat(9), fc.nat(9), (wish, offer, load, more) => {
        const scoreAt = (many: number) =>
          fitOf(readWish(wish), readOffer(offer), about({ loads: new Map([[offer.person ?? '', many]]) })).score
        expect(scoreAt(load + more)).toBeLessThanOrEqual(scoreAt(load))
      }),
    )
  })

  it('says nothing of a person in its reasons', () => {
    fc.assert(
      fc.property(wishes, offers, (wish, offer) => {
        const fit = fitOf(readWish(wish), readOffer(offer), about({ friends: new Map(helpers.map((one) => [one, 2])) }))
        const said = JSON.stringify([fit.hard, fit.reasons, fit.against])
        for (const hidden of [...helpers, 'wisher', 'b4', offer.id]) expect(said).not.toContain(hidden)
      }),
    )
  })

  it('fits the same after its readings were stored', () => {
    fc.assert(
      fc.property(wishes, offers, (wish, offer) => {
        const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
        const read = { wish: readWish(wish), offer: readOffer(offer) }
        expect(fitOf(stored(read.wish), stored(read.offer), about())).toEqual(fitOf(read.wish, read.offer, about()))
      }),
    )
  })
})

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value))

describe('any reading', () => {
  it('fits into a kilobyte', () => {
    fc.assert(
      fc.property(wishes, offers, (wish, offer) => {
        expect(bytesOf(readWish(wish).reading)).toBeLessThanOrEqual(1024)
        expect(bytesOf(readOffer(offer).reading)).toBeLessThanOrEqual(1024)
      }),
    )
  })
})

describe('any card', () => {
  it('has few keys', () => {
    fc.assert(
      fc.property(wishes, offers, (wish, offer) => {
        expect(lookupKeys(readWish(wish).reading, wish, topicBook).length).toBeLessThanOrEqual(10)
        expect(candidateKeys(readOffer(offer).reading, offer, topicBook).length).toBeLessThanOrEqual(12)
      }),
    )
  })

  it('finds each offer of its first kind that is not forbidden by time or place', () => {
    fc.assert(
      fc.property(wishes, offers, (wish, offer) => {
        const one = { ...wish, kinds: wish.kinds.slice(0, 1) }
        const other = { ...offer, kinds: one.kinds }
        const fit = fitOf(readWish(one), readOffer(other), about())
        const keys = lookupKeys(readWish(one).reading, one, topicBook)
        const isFound = candidateKeys(readOffer(other).reading, other, topicBook).some((key) => keys.includes(key))
        const isForbidden = fit.hard.some(({ code }) => code === 'times-never' || code === 'not-reached')
        const differs = fit.against.some(({ code }) => code === 'times-differ')
        expect(isFound || isForbidden || differs).toBe(true)
      }),
    )
  })
})
