import type { Schedule } from '../routing/types'
import { withoutUnseen } from './unseen'

export type Days = Schedule['days']

/** From when until when: minutes since midnight. */
export interface HoursRange {
  readonly is: 'range'
  readonly opensAt: number
  readonly closesAt: number
  /** It says itself that it ends on the next day. */
  readonly isNight: boolean
  /** In which half of the day it opens: by a word or by a figure that no other half has, by two figures (02:30), or not. */
  readonly half: 'said' | 'padded' | 'open'
  /** 晚上8:00-8:30: half an hour, or until the next morning. */
  readonly isTorn: boolean
}

/** What a piece of opening hours says. */
export type HoursToken =
  | { readonly is: 'days'; readonly days: Days }
  /** Days that no schedule of ours can name: a Wednesday. */
  | { readonly is: 'other-days' }
  | { readonly is: 'always' }
  | HoursRange
  /** The days before it are closed. */
  | { readonly is: 'closed' }
  /** Closed on these days. */
  | { readonly is: 'but'; readonly days: Days }
  | { readonly is: 'nothing' }

export const endOfDay = 24 * 60
export const noon = endOfDay / 2

const two = (value: number) => String(value).padStart(2, '0')

/** 510 → 08:30 */
export const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** Half-width, without blanks, one sign for "until". A blank between two figures parts them: 8:30-11:30 1:30-5:00. */
export const plainHours = (typed: string): string =>
  withoutUnseen(typed)
    .normalize('NFKC')
    .replace(/(\d)\s+(?=\d)/g, '$1,')
    .replace(/\s+/g, '')
    .replace(/[\u2010-\u2015\u2212~〜至到]+/g, '-')
    .replace(/-+/g, '-')

const partOfDay = /(凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚|夜里|夜间)?/
const clockTime = /(\d{1,2})(?::(\d{2})|[点时](?:(\d{1,2})分?|(半)|(一刻)|整)?)?/
const untilWords = /-(次日|第二天|翌日|隔天)?/
const rangePattern = new RegExp(
  `^${[partOfDay, clockTime, untilWords, partOfDay, clockTime].map(({ source }) => source).join('')}`,
)
const isLate = (part: string) => /^(?:下午|傍晚|晚|夜)/.test(part)
const isEarly = (part: string) => /^(?:凌晨|清晨|早)/.test(part)

/** The first hour after noon that a word may mean: 晚上5点 is in the evening, 晚上4点 and 夜里5点 are before dawn. */
const leastOf = (part: string): number => (/^夜/.test(part) ? 6 : /^晚/.test(part) ? 5 : 0)

/** Minutes since midnight; null for what no clock shows. */
function minutesOf(part: string, hour: number, minutes: number): number | null {
  if (hour > 24 || minutes > 59 || (hour === 24 && minutes > 0)) return null
  // 晚上12点 is the end of the day, 凌晨12点 its beginning.
  if (hour === 12 && /^(?:晚|夜)/.test(part)) return minutes > 0 ? minutes : endOfDay
  if (hour === 12 && /^凌晨/.test(part)) return minutes
  const isAfternoon = isLate(part) ? hour < 12 && hour >= leastOf(part) : /^中午/.test(part) && hour < 3
  return (isAfternoon ? hour + 12 : hour) * 60 + minutes
}

const minutesIn = (figures?: string, spoken?: string, half?: string, quarter?: string) =>
  Number(figures ?? spoken ?? (half ? 30 : quarter ? 15 : 0))

/** In which half of the day a range opens, as far as it says so. */
function halfOf(part: string, hour: string): HoursRange['half'] {
  if (part !== '' || Number(hour) === 0 || Number(hour) > 12) return 'said'
  return hour.length > 1 && hour.startsWith('0') ? 'padded' : 'open'
}

/** 下午2:00-5:30, 中午12:00-1:30: who says it once means both. */
function carriedPart(part: string, opens: readonly [number, number], closes: readonly [number, number]): string {
  if (/^中午/.test(part)) return closes[0] < 3 ? part : ''
  // Whoever writes 20:00 counts to 24, and 9:00 is the morning.
  if (!isLate(part) || opens[0] > 12 || opens[0] < leastOf(part)) return ''
  const isLater = closes[0] === 12 || closes[0] > opens[0] % 12
  return isLater || (/^下午/.test(part) && isSameHour(opens, closes)) ? part : ''
}

/** 2:00 and 2:30: later, within the hour. */
const isSameHour = (opens: readonly [number, number], closes: readonly [number, number]) =>
  closes[0] === opens[0] % 12 && closes[1] > opens[1]

/** Whether it ends by its own words after midnight: 早上8点, 夜里2点; 下午2点-上午8点. */
const isMorning = (part: string, opensAt: number, closesAt: number) =>
  isEarly(part) || (/^上午/.test(part) && opensAt >= noon) || closesAt < leastOf(part) * 60

/** null: no clock shows it. */
function rangeOf(found: readonly (string | undefined)[]): HoursToken | null {
  const [, part = '', hour = '', a, b, c, d, nextDay, laterPart, laterHour = '', e, f, g, h] = found
  const opens = [Number(hour), minutesIn(a, b, c, d)] as const
  const closes = [Number(laterHour), minutesIn(e, f, g, h)] as const
  const carried = nextDay === undefined ? carriedPart(part, opens, closes) : ''
  const opensAt = minutesOf(part, ...opens)
  const closesAt = minutesOf(laterPart ?? carried, ...closes)
  if (opensAt === null || closesAt === null || opensAt === endOfDay) return null
  const saysMorning = isMorning(laterPart ?? '', opensAt, closesAt)
  const isNight = closesAt <= opensAt && (nextDay !== undefined || saysMorning)
  const isTorn = isLate(part) && carried === '' && !saysMorning && nextDay === undefined && isSameHour(opens, closes)
  // 8:00-次日18:00 is longer than any schedule of ours.
  if (nextDay !== undefined && !isNight) return null
  return { is: 'range', opensAt, closesAt, isNight, half: halfOf(part, hour), isTorn }
}

type Make = (found: readonly (string | undefined)[]) => HoursToken | null

const days =
  (of: Days): Make =>
  () => ({ is: 'days', days: of })
const plainly = (is: 'always' | 'closed' | 'other-days' | 'nothing') => (): HoursToken => ({ is })

/** The first that fits is taken: longer ways to say something stand before shorter ones. */
const patterns: readonly (readonly [RegExp, Make])[] = [
  [rangePattern, rangeOf],
  [/^(?:24小时|二十四小时|全天候?|昼夜|7[x*×]24(?:小时)?)/, plainly('always')],
  [/^除了?(?:(?:国家)?法定)?(?:节假日|假日)(?:以?外)?/, () => ({ is: 'but', days: 'holiday' })],
  [/^除了?(?:周末|双休日)(?:以?外)?/, () => ({ is: 'but', days: 'restday' })],
  [/^(?:每天|每日|天天|全周|全年无休|(?:周|星期|礼拜)一-(?:周|星期|礼拜)?[日天七])/, days('every')],
  [/^(?:工作日|上班日|(?:周|星期|礼拜)一-(?:周|星期|礼拜)?五|(?:周|星期|礼拜)1-(?:周|星期|礼拜)?5)/, days('workday')],
  [/^(?:双休日|周末|休息日)(?:[和及与、,]|以及)?(?:法定)?(?:节假日|假日)/, days('restday')],
  [/^(?:双休日|周末|休息日|(?:周|星期|礼拜)六[、,和及-]?(?:周|星期|礼拜)?[日天])/, days('restday')],
  [/^(?:(?:国家)?法定)?(?:节假日|假日)|^公休日|^节日/, days('holiday')],
  [/^(?:周|星期|礼拜)[一二三四五六日天1-7](?:[-、,和及]?(?:周|星期|礼拜)?[一二三四五六日天])*/, plainly('other-days')],
  [/^(?:除外|休息|不上班|不办公|不营业|不接听|没人接?|无人接?听?|关门|停办|放假)/, plainly('closed')],
  [/^[;,、。.()/:和及与]/, plainly('nothing')],
  [
    /^(?:上班|办公|营业|值班|服务|接听|接待|开放|开门|有人接?|电话|时间|可以打|都|均|为|是|照常|热线|报修|抢修)/,
    plainly('nothing'),
  ],
]

/** The first thing that the text says, and in which characters; null where it is not understood. */
export function nextHoursToken(text: string): { readonly token: HoursToken; readonly part: string } | null {
  for (const [pattern, make] of patterns) {
    const found = pattern.exec(text)
    if (!found) continue
    const token = make(found)
    return token && { token, part: found[0] }
  }
  return null
}
