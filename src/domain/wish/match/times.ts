import { dayParts, type CardTimes, type Rhythm } from '../card'
import type { TimesReading } from './types'

// Times out of the fields of a card, and where those say nothing, out of its words.

/** Bits 0 … 4, and 5 and 6. */
const workdays = 0b0011111
const weekend = 0b1100000

const dayNames = [/一/, /二/, /三/, /四/, /五/, /六/, /[日天七]/]
const dayOf = (name: string): number => dayNames.findIndex((day) => day.test(name))

/** 周三 / 星期二、五 / 礼拜天 */
const weekdayPattern = /(?:周|星期|礼拜)([一二三四五六日天末](?:[、和][一二三四五六日天](?!个|点|位|次))*)/g
/** 周一到周五 */
const spanPattern = /(?:周|星期|礼拜)([一二三四五六])[到至](?:周|星期|礼拜)?([二三四五六日天])/g

const partPatterns: readonly (readonly [RegExp, number])[] = [
  [/早上|上午|早晨|清早|一早|早起|大清早/, 0b0001],
  [/中午|晌午|午饭|正午/, 0b0010],
  [/下午|放学|傍黑前|午后/, 0b0100],
  [/晚上|晚饭|傍晚|夜里|夜间|下了?班|晚间/, 0b1000],
]

const everyPatterns: readonly (readonly [RegExp, Rhythm])[] = [
  // 一个月四五次 is about once a week, whatever the rhythm is called.
  [/月.{0,3}[二两三四五六七八几][次回趟]|一个?月[三四五六七八几][、到]?[四五六七八九十]?[次回趟]/, 'week'],
  [/每天|天天|每日|一日三餐|一天三顿|每晚|每早/, 'day'],
  [/每个?(周|星期|礼拜)|一周.{0,2}[次回趟]/, 'week'],
  [/每个?月|一个?月.{0,3}[次回趟]/, 'month'],
]

const seasonPattern = /寒暑假|暑假|寒假|高考|中考|重阳|春节|过年|年前|中秋|端午|清明|国庆|元宵/
/** Words for the same time. */
const sameSeasons = [/春节|过年|年前/, /暑假/, /寒假|寒暑假/]

/** Whether two seasons, as they were said, are the same. */
export const isSameSeason = (one: string, other: string): boolean =>
  one === other || sameSeasons.some((season) => season.test(one) && season.test(other))

function weekdaysIn(text: string): number {
  let days = 0
  for (const [, names = ''] of text.matchAll(weekdayPattern))
    for (const name of names)
      if (/末/.test(name)) days |= weekend
      else if (dayOf(name) >= 0) days |= 1 << dayOf(name)
  for (const [, first = '', last = ''] of text.matchAll(spanPattern))
    for (let day = dayOf(first); day <= dayOf(last); day++) days |= 1 << day
  if (/双休|休息日/.test(text)) days |= weekend
  if (/工作日/.test(text)) days |= workdays
  return days
}

const partsIn = (text: string): number =>
  partPatterns.reduce((parts, [pattern, bit]) => (pattern.test(text) ? parts | bit : parts), 0)

const everyIn = (text: string): Rhythm | null => everyPatterns.find(([pattern]) => pattern.test(text))?.[1] ?? null

/** What was chosen, unless the words say that a month has several times. */
function rhythmOf(said: Rhythm | null, words: string): Rhythm | null {
  const heard = everyIn(words)
  return said === 'month' && heard === 'week' ? heard : (said ?? heard)
}

/** "2026-12-01" → the bit of its weekday; a date is a day of China wherever the machine stands. */
function bitOfDate(date: string): number {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay()
  return Number.isNaN(day) ? 0 : 1 << ((day + 6) % 7)
}

export function readTimes(times: CardTimes | null, words: string): TimesReading {
  const note = times?.note ?? ''
  const said = (times?.weekdays ?? []).reduce((bits, day) => bits | (1 << (day - 1)), 0)
  const dates = times?.dates ?? []
  const days = said | dates.reduce((bits, date) => bits | bitOfDate(date), 0)
  const parts = (times?.parts ?? []).reduce((bits, part) => bits | (1 << dayParts.indexOf(part)), 0)
  const isSaid = days !== 0 || parts !== 0
  return {
    days: isSaid ? days : weekdaysIn(`${note} ${words}`),
    parts: isSaid ? parts : partsIn(`${note} ${words}`),
    every: rhythmOf(times?.every ?? null, words),
    dates,
    season: seasonPattern.exec(`${note} ${words}`)?.[0] ?? '',
    isGuessed: !isSaid,
  }
}

export interface Meeting {
  /** `never`: both have said so; `differ`: as far as the words go. */
  readonly how: 'meet' | 'any' | 'differ' | 'never' | 'unsaid'
  /** Days and parts at which both can; 0: any. */
  readonly days: number
  readonly parts: number
}

/** Bits that both have, where 0 stands for any; null if there is none. */
const common = (one: number, other: number): number | null => {
  if (one === 0 || other === 0) return one | other
  return (one & other) === 0 ? null : one & other
}

/** Whether two cards have a time in common. */
export function meetingOf(wish: TimesReading, offer: TimesReading): Meeting {
  const days = common(wish.days, offer.days)
  const parts = common(wish.parts, offer.parts)
  const sameDate =
    wish.dates.length === 0 || offer.dates.length === 0 || wish.dates.some((date) => offer.dates.includes(date))
  if (days === null || parts === null || !sameDate) {
    const how = wish.isGuessed || offer.isGuessed ? 'differ' : 'never'
    return { how, days: 0, parts: 0 }
  }
  const wishSays = wish.days !== 0 || wish.parts !== 0
  const offerSays = offer.days !== 0 || offer.parts !== 0 || offer.every !== null
  if (!wishSays) return { how: 'any', days, parts }
  return { how: offerSays ? 'meet' : 'unsaid', days, parts }
}

const often: Readonly<Record<Rhythm, number>> = { day: 3, week: 2, month: 1 }

/** The offer comes back less often than the wish needs it. */
export const isTooRare = (wish: TimesReading, offer: TimesReading): boolean =>
  wish.every !== null && offer.every !== null && often[offer.every] < often[wish.every]
