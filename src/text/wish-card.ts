import type { WishCardView } from '../contract'
import { dateText } from './time'
import { titles } from './titles'
import { wishWall } from './wish-wall'

/** The whole wall. */
export const wallPage = {
  title: titles.wishWall,
  stackTitle: '结成的对子',
  stackLead: '黄的是心愿，红的是帮忙的人。点一下，翻过来看看。',
  stackEmpty: '还没有结成的对子',
  stackEmptyHint: '有人接下心愿，卡片就粘到这里来。',
  toStack: '结成的对子',
  toWall: '墙上的卡',
  group: '哪类帮助',
  building: '哪栋楼',
  part: '什么时段',
  order: '怎么排',
  allGroups: '哪类都行',
  allBuildings: '哪栋楼都行',
  anyPart: '什么时候都行',
  orders: { newest: '最新的在前', longest: '等得久的在前' },
  myBuilding: '我住的楼',
  done: '就看这些',
  none: '没有这样的卡',
  noneHint: '换个条件再看看。',
  end: '到底了',
  noPlace: '先选小区和楼栋',
  noPlaceHint: '选好以后，就能看到您社区的心愿墙。',
  choose: '去选',
} as const

/** One card. */
export const wishCardPage = {
  titles: { wish: titles.wishCard, offer: '接单卡' },
  gone: '这张卡已经不在墙上了',
  goneHint: '可能已经有人接下，或者主人撤下了。',
  wall: '看看墙上别的卡',
  kind: '要什么帮助',
  offerKind: '能帮什么',
  when: '什么时候',
  where: '在哪里',
  who: '给谁的',
  wants: '来的人最好',
  limits: '不方便的',
  repeats: '要几回',
  week: '每周都要',
  once: '就这一回',
  goods: '要的是一样东西',
  waited: '挂了多久',
  places: '要几个人',
  placesText: (places: number, taken: number) =>
    places === 1 ? '一位' : taken === 0 ? '两位一起来' : '两位一起来，已有一位，还差一位',
  buildings: '能去哪些楼',
  allBuildings: '全社区都行',
  capacity: '还能帮几户',
  capacityText: (left: number | null) => (left === null ? '看情况' : `${left}户`),
  claim: '我来',
  claiming: '正在接…',
  claimHint: '接下以后，三天内约好时间就行。到时候来不了，早点说一声，不怪您。',
  homeHint: '这是上门的心愿：要核过身份的两位一起去。',
  lost: '谢谢您！这张刚刚被别人接走了。',
  lostNext: '还有一张在等人，您看看？',
  lostNone: '现在没有别的合适的，去墙上再看看吧。',
  become: '志愿者才能接单。想帮忙，请到党群服务中心报名，值班人员会发邀请给您。',
  mine: '这张卡有您的份',
  follow: '看看到哪一步了',
  paired: '已经结对',
  granted: '心愿圆了',
  front: '看正面',
  back: '翻过来',
  thread: '一线牵起来的',
  noThanks: '谢谢帮忙的人',
  ask: '我正需要这个，写给这张卡',
  myOffers: '看我的卡',
  notHanging: '这张卡还没挂出来：写的话要先有人看过。',
  notOpen: '这张接单卡现在停着，过些日子再来看看。',
  report: '这张卡不合适，告诉值班人员',
  reportWords: (words: string) => `心愿墙上有一张卡，我觉得不合适：“${words}”\n`,
  share: '发给能帮忙的人',
  shareTitle: (buildingName: string, words: string) => `${buildingName}的一位居民：${words}`,
  shareOffer: (words: string) => `有人能帮忙：${words}`,
} as const

/** What stands on the back of a paired card. */
export const backTop = ({ state }: Pick<WishCardView, 'state'>): string =>
  state === 'granted' ? wishCardPage.granted : wishCardPage.paired
export const backWords = ({ state, thanks }: Pick<WishCardView, 'state' | 'thanks'>): string =>
  thanks ?? (state === 'granted' ? wishCardPage.noThanks : wishCardPage.thread)
export const backFrom = ({ stackAt }: Pick<WishCardView, 'stackAt'>, now: number): string =>
  stackAt === null ? '' : dateText(stackAt, now)

/** The screen in the hall. */
export const hall = {
  title: (communityName: string) => (communityName === '' ? wishWall.title : `${communityName} · ${wishWall.title}`),
  lead: '想帮忙，点手机“家门口”，或找值班的同志',
  wishes: wishWall.wishes,
  offers: wishWall.offers,
  pairs: '结成对子',
  empty: '等您写一张',
  noPairs: '等着牵线',
  stale: (when: string) => `网络断了，这是${when}的墙`,
  paused: '停住了，按空格接着翻',
  onScreen: '这一页给大厅的屏幕看，请用电脑的浏览器打开。',
} as const
