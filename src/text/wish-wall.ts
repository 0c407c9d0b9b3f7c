import type { OfferCardView, WishCardView } from '../contract'
import { addDays, dayOf, startOf, day } from '../domain/time/clock'
import { titles } from './titles'
import { timesText } from './wish-names'

/** The tab 心愿墙 and its cards; it lies in the main package. */
export const wishWall = {
  title: titles.wishes,
  write: '写心愿',
  help: '我来帮忙',
  mine: '我的卡',
  wishes: '居民点单',
  offers: '党员接单',
  noWishes: '墙上还没有心愿，写第一张吧',
  noOffers: '还没有人接单，来挂第一张吧',
  all: '看整面墙，挑一挑',
  choosePlace: '先选您住在哪里，就能看到社区的心愿墙。',
  paired: (count: number) => `已结对 ${count >= mostCounted ? `${mostCounted}多` : count} 张`,
  pairedHint: '一张黄、一张红，背靠背粘在一起。翻开看看',
  lastSeen: (when: string) => `这是${when}看到的墙`,
  claim: '我来',
  oneMore: '还差一位',
  takes: (left: number | null) => (left === null ? '可以帮忙' : `还能帮${left}户`),
} as const

/** As the contract has it: nobody counts further. */
const mostCounted = 1000

/** How long a card has waited, by days of China: "今天挂的", "等了3天". */
export function waitedText(hungAt: number, now: number): string {
  const from = dayOf(hungAt)
  if (from >= dayOf(now)) return '今天挂的'
  if (addDays(from, 1) === dayOf(now)) return '昨天挂的'
  return `等了${Math.round((startOf(dayOf(now)) - startOf(from)) / day)}天`
}

/** So much fits on a small heart; the rest stands on the card's own page, and need not travel. */
const longestOnHeart = 40
export const shortened = (words: string): string =>
  words.length > longestOnHeart ? `${words.slice(0, longestOnHeart - 1)}…` : words

/** The line under a wish's words. */
export const wishFrom = ({ buildingName, hungAt }: WishCardView, now: number): string =>
  `${buildingName} ${waitedText(hungAt, now)}`

/** The line under an offer's words. */
export const offerFrom = ({ times }: OfferCardView): string => timesText(times)
