import type { DayPart, CardTimes, WishWho } from '../domain/wish/card'
import type { OfferState, WishDesk, WishState, WishVerb } from '../domain/wish/verbs'
import type { AppointmentState } from '../domain/wish/wish'

/** A wish's states in short, for the office and for lists. */
export const wishStateNames: Readonly<Record<WishState, string>> = {
  open: '等人认领',
  joining: '还差一位',
  proposed: '等双方同意',
  claimed: '已结对',
  arranged: '已约好',
  standing: '长期结对',
  unsure: '要问一问',
  granted: '已圆梦',
  withdrawn: '已撤下',
  closed: '已下墙',
  crying: '求助',
}

/** What the steps are called in the office's history and in an export. */
export const wishVerbNames: Readonly<Record<WishVerb, string>> = {
  hang: '挂上心愿墙',
  cry: '求助',
  claim: '接下了',
  propose: '牵线',
  agree: '同意',
  refuse: '这次不合适',
  lapse: '没等到回音',
  arrange: '约个时间',
  accept: '就这个时间',
  cancel: '这次取消',
  skip: '这周不来',
  'want-stand-in': '请人替一次',
  'stand-in': '来替一次',
  arrive: '到了',
  finish: '结束了',
  miss: '没说结果',
  settle: '问过了',
  release: '来不了了',
  part: '换一位',
  return: '没约上，回到墙上',
  stop: '不再每周来',
  thank: '道声谢',
  show: '让感谢挂出来',
  withdraw: '撤下',
  close: '下墙',
  keep: '还需要',
  note: '内部备注',
}

export const wishDeskNames: Readonly<Record<WishDesk, string>> = {
  wall: '待牵线',
  proposed: '待同意',
  paired: '已结对',
  asking: '要过问',
  closed: '已结束',
}

export const offerStateNames: Readonly<Record<OfferState, string>> = {
  open: '挂着',
  paused: '暂停',
  withdrawn: '已撤下',
}

export const visitStateNames: Readonly<Record<AppointmentState, string>> = {
  proposed: '等对方答应',
  agreed: '约好了',
  done: '做成了',
  skipped: '这次不来',
  cancelled: '取消了',
  unsure: '要问一问',
  missed: '没有成',
}

export const dayPartNames: Readonly<Record<DayPart, string>> = {
  morning: '上午',
  noon: '中午',
  afternoon: '下午',
  evening: '晚上',
}

export const wishWhoNames: Readonly<Record<WishWho, string>> = {
  elder: '老人',
  child: '孩子',
  disabled: '残疾人',
  family: '一家人',
  other: '别的人',
}

/** Where a wish is to be. */
export const wishPlaceNames = { home: '在家里', station: '在服务中心', other: '在别处' } as const

const dayNames = ['一', '二', '三', '四', '五', '六', '日']

function weekdaysText(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b)
  const text = sorted.join('')
  if (text === '12345') return '周一到周五'
  if (text === '67') return '周末'
  if (text === '1234567') return ''
  return sorted.length === 0 ? '' : `周${sorted.map((at) => dayNames[at - 1] ?? '').join('、')}`
}

const dateOf = (of: string): string => `${Number(of.slice(5, 7))}月${Number(of.slice(8, 10))}日`
const rhythmNames = { day: '每天', week: '每周', month: '每月' } as const

/** When, in a few words: "每周三上午", "12月1日", "随时". */
export function timesText(times: CardTimes | null): string {
  if (!times) return '随时'
  const parts = times.parts.length === 4 ? '' : times.parts.map((part) => dayPartNames[part]).join('、')
  const days = weekdaysText(times.weekdays)
  const rhythm = times.every === null ? '' : times.every === 'week' && days !== '' ? '每' : rhythmNames[times.every]
  const dates = times.dates.map(dateOf).join('、')
  const said = [dates, `${rhythm}${days}${parts}`, times.note].filter((text) => text !== '')
  return said.length === 0 ? '随时' : said.join('，')
}

/** Never more than this of whose card it is: "5号楼的一位居民". */
export const wisherText = (buildingName: string): string => `${buildingName}的一位居民`

/** Why a card came down by itself: what its wisher reads. */
export const wishRefusedWords = '卡上的话没有通过检查，没能挂出来。您可以换个说法，再写一张。'
