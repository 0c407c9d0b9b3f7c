import type { CardTimes } from '../../src/domain/wish/card'
import { numberOf } from '../../src/domain/wish/match/numerals'
import { isTooRare, meetingOf, readTimes } from '../../src/domain/wish/match/times'
import { noTimes } from './support/wish-cards'

/** Bits of days, 1 = Monday. */
const bits = (...days: readonly number[]) => days.reduce((all, day) => all | (1 << (day - 1)), 0)
const heard = (words: string) => readTimes(null, words)

describe('days heard in words', () => {
  it.each([
    ['周三能去', bits(3)],
    ['每礼拜二、五下午', bits(2, 5)],
    ['星期天上午', bits(7)],
    ['周末两天有空', bits(6, 7)],
    ['周一到周五中午', bits(1, 2, 3, 4, 5)],
    ['周二至周四', bits(2, 3, 4)],
    ['周一至五', bits(1, 2, 3, 4, 5)],
    ['工作日四点到六点', bits(1, 2, 3, 4, 5)],
    ['周三和周五', bits(3, 5)],
    ['周围的邻居', 0],
    ['有空就来', 0],
  ])('of %s', (words, days) => expect(heard(words).days).toBe(days))
})

describe('parts of the day heard in words', () => {
  it.each([
    ['早上遛弯', 0b0001],
    ['中午送饭', 0b0010],
    ['放学以后', 0b0100],
    ['晚饭后随叫随到', 0b1000],
    ['下班路过', 0b1000],
    ['上午下午都行', 0b0101],
    ['随时', 0],
  ])('of %s', (words, parts) => expect(heard(words).parts).toBe(parts))
})

describe('a rhythm heard in words', () => {
  it.each([
    ['天天傍晚', 'day'],
    ['每周能抽半天', 'week'],
    ['每月一次', 'month'],
    ['一个月四五次', 'week'],
    ['有空就去', null],
  ])('of %s is %s', (words, every) => expect(heard(words).every).toBe(every))

  it('is what was chosen, unless a month has several times', () => {
    expect(readTimes({ ...noTimes, every: 'month' }, '每周都行').every).toBe('week')
    expect(readTimes({ ...noTimes, every: 'day' }, '每周都行').every).toBe('day')
  })
})

describe('times that were chosen', () => {
  it('are not changed by words', () => {
    expect(readTimes({ ...noTimes, weekdays: [3] }, '周末晚上')).toMatchObject({
      days: bits(3),
      parts: 0,
      isGuessed: false,
    })
  })

  it('take the weekday of a date', () => {
    // 2 December 2026 is a Wednesday.
    expect(readTimes({ ...noTimes, dates: ['2026-12-02'] }, '')).toMatchObject({ days: bits(3), isGuessed: false })
  })
})

const times = (over: Partial<CardTimes>) => readTimes({ ...noTimes, ...over }, '')

describe('two times', () => {
  it.each<readonly [string, Partial<CardTimes>, Partial<CardTimes>, string]>([
    ['the same day', { weekdays: [3] }, { weekdays: [3] }, 'meet'],
    ['one day of several', { weekdays: [1, 3] }, { weekdays: [3, 5] }, 'meet'],
    ['a day and a part of any day', { weekdays: [3] }, { parts: ['morning'] }, 'meet'],
    ['other days', { weekdays: [3] }, { weekdays: [6] }, 'never'],
    ['other parts', { parts: ['noon'] }, { parts: ['evening'] }, 'never'],
    ['the same weekday on another date', { dates: ['2026-12-02'] }, { dates: ['2026-12-09'] }, 'never'],
    ['a day, and nothing said', { weekdays: [3] }, {}, 'unsaid'],
    ['nothing said, and a day', {}, { weekdays: [3] }, 'any'],
  ])('of %s: %j and %j', (_, wish, offer, how) => {
    expect(meetingOf(times(wish), times(offer)).how).toBe(how)
  })

  it('only differ where one of them was guessed', () => {
    expect(meetingOf(heard('晚上'), times({ parts: ['morning'] })).how).toBe('differ')
    expect(meetingOf(times({ parts: ['morning'] }), heard('晚上')).how).toBe('differ')
  })
})

describe('an offer is too rare', () => {
  it.each([
    ['day', 'week', true],
    ['week', 'month', true],
    ['week', 'week', false],
    ['week', 'day', false],
    [null, 'month', false],
    ['day', null, false],
  ] as const)('where it is needed each %s and comes each %s: %s', (wish, offer, isRare) => {
    expect(isTooRare(times({ every: wish }), times({ every: offer }))).toBe(isRare)
  })
})

describe('a Chinese number', () => {
  it.each([
    ['四', 4],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十三', 23],
    ['17', 17],
    ['', 0],
  ])('%s is %d', (text, number) => expect(numberOf(text)).toBe(number))
})
