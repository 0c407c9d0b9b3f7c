import type { OfferCard, WishCard } from '../../src/domain/wish/card'
import { pairOf, type ReasonCode } from '../../src/domain/wish/match'
import { codesAgainst, codesFor, fitting, hardCodes, noTimes } from './support/wish-cards'

type Case = readonly [name: string, wish: Partial<WishCard>, offer: Partial<OfferCard>, code: ReasonCode]

const wednesday = { ...noTimes, weekdays: [3], parts: ['morning'] } as const
const weekend = { ...noTimes, weekdays: [6, 7] } as const
const evening = { ...noTimes, parts: ['evening'] } as const

describe('a pair that may not be', () => {
  it.each<Case>([
    ['days that never meet', { times: wednesday }, { times: weekend }, 'times-never'],
    ['parts of the day that never meet', { times: wednesday }, { times: evening }, 'times-never'],
    [
      'dates that are not the same',
      { times: { ...noTimes, dates: ['2026-12-02'] } },
      { times: { ...noTimes, dates: ['2026-12-09'] } },
      'times-never',
    ],
    ['another community', {}, { communityId: 'elsewhere' }, 'not-reached'],
    ['a building that is not reached', {}, { buildingIds: ['b1', 'b2'] }, 'not-reached'],
    ['a woman who is asked for, and a man', { wants: ['女性'] }, { limits: ['男'] }, 'gender-other'],
    [
      'a mother, and somebody who takes men alone',
      { words: '给我妈洗个头' },
      { limits: ['只接男性老人'] },
      'gender-other',
    ],
    [
      'a skill that is asked for, and another one',
      { kinds: ['play-chess-cards'], wants: ['会下象棋'] },
      { kinds: ['play-chess-cards'], words: '陪老人打扑克' },
      'skill-missing',
    ],
    [
      'a skill that is denied',
      { kinds: ['play-chess-cards'], wants: ['会下棋'] },
      { kinds: ['play-chess-cards'], limits: ['不会下棋'] },
      'skill-missing',
    ],
    [
      'a visit that is asked for, and nobody who visits',
      { wants: ['入户'] },
      { limits: ['在活动室，不上门'] },
      'home-refused',
    ],
    ['a visit by somebody who was not checked', {}, { isChecked: false }, 'not-checked'],
    ['no room left', {}, { capacity: 2, taken: 2 }, 'no-room'],
    ['one and the same person', { person: 'x' }, { person: 'x' }, 'same-person'],
  ])('has a hard reason for %s', (_, wish, offer, code) => {
    expect(hardCodes(fitting(wish, offer))).toEqual([code])
  })

  it.each([
    ['wisher', 'helper'],
    ['helper', 'wisher'],
  ])('has one where %s blocked %s', (one, other) => {
    expect(hardCodes(fitting({}, {}, { blocked: new Set([pairOf(one, other)]) }))).toEqual(['blocked'])
  })
})

describe('a pair that may be', () => {
  it.each<readonly [string, Partial<WishCard>, Partial<OfferCard>]>([
    ['times are only heard in the words', { words: '晚上想找人说说话' }, { times: { ...noTimes, parts: ['morning'] } }],
    ['one side says no times', { times: wednesday }, {}],
    ['both can on one of several days', { times: weekend }, { times: { ...noTimes, weekdays: [5, 6] } }],
    ['the building is among those reached', {}, { buildingIds: ['b4', 'b5'] }],
    [
      'somebody unchecked does what is not done in a home',
      { kinds: ['buy-groceries'] },
      { kinds: ['buy-groceries'], isChecked: false },
    ],
    ['somebody unchecked stays at the station', {}, { isChecked: false, limits: ['在社区活动室'] }],
    ['a skill was asked for and nothing is said of it', { wants: ['会下象棋'] }, {}],
    ['a place is left', {}, { capacity: 2, taken: 1 }],
    ['nobody knows who they are', { person: null }, { person: null }],
  ])('has no hard reason where %s', (_, wish, offer) => {
    expect(hardCodes(fitting(wish, offer))).toEqual([])
  })
})

describe('what speaks for a pair', () => {
  it.each<Case>([
    ['the same kind', {}, {}, 'same-kind'],
    [
      'the same skill',
      { kinds: ['play-chess-cards'], words: '想下盘象棋' },
      { kinds: ['play-chess-cards'], words: '象棋能来两盘' },
      'same-topic',
    ],
    ['times in common', { times: wednesday }, { times: { ...noTimes, weekdays: [3] } }, 'times-meet'],
    ['the rhythm', { times: { ...noTimes, every: 'week' } }, { times: { ...noTimes, every: 'day' } }, 'rhythm-fits'],
    ['the same building', {}, { buildingIds: ['b4'] }, 'same-building'],
    ['a building that both name', { words: '四号楼的，想找人说说话' }, { words: '住4号楼，可以陪聊' }, 'same-building'],
    ['coming home', {}, { words: '可以上门陪聊' }, 'comes-home'],
    ['whom it is for', {}, { words: '陪独居老人聊天' }, 'right-people'],
    ['the gender that was asked for', { wants: ['女性'] }, { limits: ['女'] }, 'gender-fits'],
  ])('is %s', (_, wish, offer, code) => {
    expect(codesFor(fitting(wish, offer))).toContain(code)
  })

  it('names the times that both can', () => {
    const fit = fitting({ times: wednesday }, { times: { ...noTimes, weekdays: [3, 5] } })
    expect(fit.reasons).toContainEqual({ code: 'times-meet', about: '3|0' })
  })

  it('is the same estate where every building that is reached lies in it', () => {
    const estates = new Map([
      ['b4', 'e'],
      ['b5', 'e'],
    ])
    expect(codesFor(fitting({}, { buildingIds: ['b4', 'b5'] }, { estates }))).toContain('same-estate')
  })

  it('is that they helped before, and how often', () => {
    const fit = fitting({}, {}, { friends: new Map([['helper', 3]]) })
    expect(fit.reasons).toContainEqual({ code: 'helped-before', about: '3' })
  })

  it('is a long wait', () => {
    expect(fitting({}, {}, { now: 9 * 86_400_000 }).reasons).toContainEqual({ code: 'waits-long', about: '9' })
  })
})

const pianoFor = (limits: readonly string[]) => ({ kinds: ['teach-arts-adult'], words: '教钢琴', limits })

describe('what speaks against a pair', () => {
  it.each<Case>([
    ['another kind', {}, { kinds: ['legal-advice'] }, 'kind-unclear'],
    ['a kind that only lies near', { kinds: ['clinic-escort'] }, { kinds: ['ride'] }, 'near-kind'],
    ['another skill', { kinds: ['teach-arts-adult'], words: '想学二胡' }, pianoFor([]), 'other-topic'],
    [
      'doing one thing alone',
      { kinds: ['appliance-repair'], words: '坏了' },
      { kinds: ['appliance-repair'], limits: ['只修钟表'] },
      'only-topic',
    ],
    ['times that are not said', { times: wednesday }, {}, 'times-unclear'],
    ['times that do not sound right', { words: '晚上想说说话' }, { words: '上午可以聊天' }, 'times-differ'],
    [
      'coming too rarely',
      { times: { ...noTimes, every: 'day' } },
      { times: { ...noTimes, every: 'week' } },
      'too-rare',
    ],
    ['a season', {}, { limits: ['只有暑假'] }, 'season-only'],
    ['waiting where it presses', { isUrgent: true }, { times: { ...noTimes, every: 'month' } }, 'too-slow'],
    ['not coming home', {}, { limits: ['在活动室'] }, 'not-at-home'],
    ['being on the telephone', {}, { limits: ['只打电话'] }, 'by-phone'],
    ['a house of its own', {}, { limits: ['只去养老院'] }, 'institution-only'],
    [
      'children alone',
      { kinds: ['teach-arts-adult'] },
      { kinds: ['teach-arts-adult'], words: '教小朋友写毛笔字' },
      'other-people',
    ],
    ['not saying man or woman', { wants: ['女性'] }, {}, 'gender-unsaid'],
    ['not saying the skill', { wants: ['会说方言'] }, {}, 'skill-unsaid'],
    ['a bad back', { words: '轮椅抬下楼' }, { limits: ['腰不好'] }, 'no-lifting'],
    ['a course', { kinds: ['phone-teaching'] }, { kinds: ['phone-teaching'], limits: ['集体上课'] }, 'in-a-group'],
    ['a price', {}, { limits: ['饭钱另算'] }, 'costs-something'],
    ['nothing to give', { isGoods: true }, {}, 'not-a-gift'],
    ['a gift where a hand is needed', {}, { kinds: ['goods-food'] }, 'only-a-gift'],
  ])('is %s', (_, wish, offer, code) => {
    expect(codesAgainst(fitting(wish, offer))).toContain(code)
  })

  it('is that they have much to do', () => {
    expect(fitting({}, {}, { loads: new Map([['helper', 3]]) }).against).toContainEqual({
      code: 'much-to-do',
      about: '3',
    })
  })
})

describe('how well a pair fits', () => {
  const score = (wish: Partial<WishCard>, offer: Partial<OfferCard>) => fitting(wish, offer).score

  it.each<readonly [string, Partial<WishCard>, Partial<OfferCard>, Partial<OfferCard>]>([
    ['the kind that is asked for', {}, {}, { kinds: ['phone-check'] }],
    ['a kind that lies near', {}, { kinds: ['phone-check'] }, { kinds: ['legal-advice'] }],
    [
      'the skill that is named',
      { kinds: ['teach-arts-adult'], words: '想学二胡' },
      { kinds: ['teach-arts-adult'], words: '教二胡' },
      { kinds: ['teach-arts-adult'], words: '教老年人' },
    ],
    [
      'saying nothing of a skill',
      { kinds: ['teach-arts-adult'], words: '想学二胡' },
      { kinds: ['teach-arts-adult'], words: '教老年人' },
      pianoFor([]),
    ],
    ['who comes home', {}, { words: '上门陪聊' }, { words: '陪聊', limits: ['在活动室'] }],
    ['who does this alone', {}, {}, { kinds: ['visit-chat', 'ride', 'haircut', 'photo'] }],
    ['the same building', {}, { buildingIds: ['b4'] }, {}],
  ])('is better for %s', (_, wish, better, worse) => {
    expect(score(wish, better)).toBeGreaterThan(score(wish, worse))
  })

  it('is better for who helped before', () => {
    expect(fitting({}, {}, { friends: new Map([['helper', 1]]) }).score).toBeGreaterThan(fitting({}, {}).score)
  })
})
