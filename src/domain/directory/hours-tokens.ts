import type { Schedule } from '../routing/types'

export type Days = Schedule['days']

/** What a piece of opening hours says. */
export type HoursToken =
  | { readonly is: 'days'; readonly days: Days }
  /** Days that no schedule of ours can name: a Wednesday. */
  | { readonly is: 'other-days' }
  | { readonly is: 'always' }
  /** Minutes since midnight; `isNight`: it says itself that it ends on the next day. */
  | { readonly is: 'range'; readonly opensAt: number; readonly closesAt: number; readonly isNight: boolean }
  /** The days before it are closed. */
  | { readonly is: 'closed' }
  /** Closed on these days. */
  | { readonly is: 'but'; readonly days: Days }
  | { readonly is: 'nothing' }

const endOfDay = 24 * 60

/** Half-width, without blanks, one sign for "until". */
export const plainHours = (typed: string): string =>
  typed
    .normalize('NFKC')
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

/** Minutes since midnight; null for what no clock shows. */
function minutesOf(part: string, hour: number, minutes: number): number | null {
  if (hour > 24 || minutes > 59 || (hour === 24 && minutes > 0)) return null
  // 晚上12点 is the end of the day, 凌晨12点 its beginning.
  if (hour === 12 && /^(?:晚|夜)/.test(part)) return minutes > 0 ? minutes : endOfDay
  if (hour === 12 && /^凌晨/.test(part)) return minutes
  const isAfternoon = isLate(part) ? hour < 12 : /^中午/.test(part) && hour < 3
  return (isAfternoon ? hour + 12 : hour) * 60 + minutes
}

const minutesIn = (figures?: string, spoken?: string, half?: string, quarter?: string) =>
  Number(figures ?? spoken ?? (half ? 30 : quarter ? 15 : 0))

/** null: no clock shows it. */
function rangeOf(found: readonly (string | undefined)[]): HoursToken | null {
  const [, part = '', hour = '', a, b, c, d, nextDay, laterPart, laterHour = '', e, f, g, h] = found
  // 下午2:00-5:30: who says it once means both.
  const carried = isLate(part) && Number(laterHour) > Number(hour) % 12 ? part : ''
  const opensAt = minutesOf(part, Number(hour), minutesIn(a, b, c, d))
  const closesAt = minutesOf(laterPart ?? carried, Number(laterHour), minutesIn(e, f, g, h))
  if (opensAt === null || closesAt === null || opensAt === endOfDay) return null
  const isNight = closesAt <= opensAt && (nextDay !== undefined || isEarly(laterPart ?? ''))
  // 8:00-次日18:00 is longer than any schedule of ours.
  return nextDay !== undefined && !isNight ? null : { is: 'range', opensAt, closesAt, isNight }
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
