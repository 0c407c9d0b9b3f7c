import type { WishWho } from '../domain/wish/card'
import { titles } from './titles'

interface Example {
  readonly words: string
  /** Id of the service that it asks for. */
  readonly kind: string
  readonly who?: WishWho
}

/** A large button of the form, and sentences to take as they are or to change. */
export interface WishStart {
  readonly id: string
  readonly title: string
  readonly icon: string
  readonly examples: readonly Example[]
}

/** What is wished for most, in the words in which people say it. */
export const wishStarts: readonly WishStart[] = [
  {
    id: 'company',
    title: '陪我说说话',
    icon: 'people',
    examples: [
      { words: '一个人在家冷清，想有人来陪我说说话', kind: 'visit-chat', who: 'elder' },
      { words: '想找个人一起下下象棋', kind: 'play-chess-cards', who: 'elder' },
      { words: '想有人扶我下楼走走，晒晒太阳', kind: 'walk-escort', who: 'elder' },
      { words: '眼睛花了，想有人给我念念报纸', kind: 'read-aloud', who: 'elder' },
    ],
  },
  {
    id: 'errands',
    title: '买菜跑腿',
    icon: 'place',
    examples: [
      { words: '腿脚不利索，想有人帮忙买点菜', kind: 'buy-groceries', who: 'elder' },
      { words: '想有人帮我取一下快递', kind: 'small-errands' },
      { words: '想有人帮我去药店取药', kind: 'fetch-medicine', who: 'elder' },
      { words: '一袋米扛不上楼，想有人帮一把', kind: 'carry-move', who: 'elder' },
    ],
  },
  {
    id: 'care',
    title: '陪去看病',
    icon: 'safety',
    examples: [
      { words: '去医院看病，想有人陪着', kind: 'clinic-escort', who: 'elder' },
      { words: '去医院不方便，想有人开车送一趟', kind: 'ride', who: 'elder' },
      { words: '想有人来帮我量量血压', kind: 'health-check', who: 'elder' },
    ],
  },
  {
    id: 'repair',
    title: '修修弄弄',
    icon: 'power',
    examples: [
      { words: '家里水龙头滴水，想有人来修一修', kind: 'home-repair' },
      { words: '灯泡坏了够不着，想有人帮忙换一个', kind: 'home-repair', who: 'elder' },
      { words: '电风扇不转了，想有人帮忙看看', kind: 'appliance-repair' },
      { words: '菜刀钝了，想有人帮忙磨一磨', kind: 'mend-sharpen' },
    ],
  },
  {
    id: 'home',
    title: '打扫理发',
    icon: 'home',
    examples: [
      { words: '窗户擦不动了，想有人帮忙打扫打扫', kind: 'home-cleaning', who: 'elder' },
      { words: '下不了楼，想有人上门理个发', kind: 'haircut', who: 'elder' },
      { words: '手脚不方便，想有人帮忙洗洗头、剪剪指甲', kind: 'personal-care', who: 'elder' },
    ],
  },
  {
    id: 'digital',
    title: '手机和手续',
    icon: 'phone',
    examples: [
      { words: '想学用手机，跟孩子视频', kind: 'phone-teaching', who: 'elder' },
      { words: '不会用手机交电费，想有人帮着交', kind: 'pay-paperwork', who: 'elder' },
      { words: '办手续看不懂表格，想有人陪我去办', kind: 'pay-paperwork', who: 'elder' },
    ],
  },
  {
    id: 'child',
    title: '孩子学习',
    icon: 'book',
    examples: [
      { words: '想有人辅导孩子写作业', kind: 'homework-help', who: 'child' },
      { words: '放学后家里没人，想有人照看一会儿孩子', kind: 'child-minding', who: 'child' },
      { words: '孩子想学画画，想有人教一教', kind: 'teach-child-hobby', who: 'child' },
    ],
  },
  {
    id: 'goods',
    title: '要一样东西',
    icon: 'welfare',
    examples: [
      { words: '冬天想要一床厚被子', kind: 'goods-daily' },
      { words: '想要一根拐杖', kind: 'goods-aids', who: 'elder' },
      { words: '想借一辆轮椅用几天', kind: 'lend-items', who: 'elder' },
      { words: '孩子想要一个新书包', kind: 'goods-children', who: 'child' },
    ],
  },
]

/** What often matters, as chips; whatever else is typed. */
export const usualWants = ['女的来', '男的来', '会说本地话', '有耐心', '有力气', '会开车'] as const
/** The same of a red card: what does not go. */
export const usualLimits = ['不上门', '只打电话', '只在服务中心', '只帮老人', '不搬重物', '只在周末'] as const

/** When and where, of both cards. */
export const cardWhen = {
  title: '什么时候？',
  any: '随时都行',
  date: '定一天',
  days: '每周固定几天',
  which: '哪一天？',
  weekdays: '星期几？',
  weekday: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  part: '什么时段？（可以不选）',
  dateMissing: '请点一下是哪一天。',
  daysMissing: '请点一下是星期几。',
  repeats: '要几回？',
  once: '就这一回',
  week: '每周都要',
} as const

/** 写心愿. */
export const wishForm = {
  title: titles.wishForm,
  start: '您想要什么帮助？',
  own: '都不是，自己写',
  ownHint: '想要什么，写一两句',
  examples: '点一句，可以再改',
  otherStart: '换一类',
  otherWords: '换一句',
  what: '写在心愿卡上的话',
  whatHint: '墙上大家都看得到。不写姓名、电话、门牌、病情。',
  speak: '不方便打字？点一下框，再按键盘上的话筒说。',
  whatMissing: '请先写一句，您想要什么帮助。',
  kinds: '是要：',
  kindsNone: '还看不出是哪类帮助。不要紧，值班人员会看。',
  kindsChange: '换一类',
  kindsOther: '别的帮助',
  kindsDone: '就这样',
  kindsMost: '最多选三类',
  step: (rank: number, of: number) => `第${rank}步，共${of}步`,
  next: '下一步',
  previous: '上一步',
  where: '在哪里？',
  homeHint: '来的是两位核过身份的人',
  stationHint: '党群服务中心，人多放心',
  otherHint: '楼下、医院、菜市场……',
  twoComing: '这件事会有两位核过身份的志愿者一起来。',
  building: '墙上只写到楼，不写门牌',
  elsewhere: '换一栋楼',
  myHome: (place: string) => `我家：${place}`,
  room: '门牌号（可以不写）',
  roomHint: '只给结了对子来帮您的人看。',
  emergency: '有事先打给谁？',
  emergencyHint: '上门的心愿要留一位家人或邻居。只给来的人看。',
  emergencyName: '怎么称呼',
  emergencyNameHint: '比如：女儿小李',
  emergencyPhone: '电话',
  emergencyMissing: '请写一位紧急联系人，称呼和电话都要。',
  more: '还想说清楚一点（可以不填）',
  moreHint: '给谁的、来的人怎样、怎么联系您',
  who: '给谁的？',
  wants: '来的人最好…',
  want: '别的要求（可以不写）',
  wantHint: '比如：会下象棋',
  phone: '对方打哪个电话找您？',
  phoneKnown: (masked: string) => `对方打登记过的号码 ${masked}；要换一个，写在这里`,
  phoneHint: '结了对子，对方才看得到，每看一次都有记录。',
  behalf: '替谁写？',
  behalfSelf: '给自己写',
  behalfFamily: '替家里人写',
  behalfFamilyHint: '老人没有手机，您来替他写，以后的事也找您',
  familyName: '家人怎么称呼？',
  familyPhone: '家人的电话（没有可以不写）',
  officeLead: '替没有手机、不会用手机的居民写',
  officeName: '居民怎么称呼？',
  officeNameHint: '比如：王奶奶。墙上看不到，只给结了对子的人看。',
  officePhone: '居民的电话（没有可以不写）',
  nameMissing: '请写一个称呼。',
  phoneMissing: '这个号码不像能打通的电话，请再看一看。',
  summary: '挂出去是这样',
  send: '挂上去',
  sending: '正在挂…',
  kept: '写的内容记在这部手机里，退出也不会丢。',
  forOffer: '写给一张接单卡：挂上去以后，会告诉那位志愿者。',
  looking: '正在看合不合适…',
} as const

/** What is held back, and the way on. */
export const wishHeld = {
  title: '这样还不能挂出来',
  try: '可以这样写：',
  example: '比如：',
  use: '用这句',
  self: '我自己改',
  ask: '请值班人员看一看',
  asked: '好的，会先请值班人员看一看，看过再挂出来。',
  askOff: '不用了，我再改改',
} as const

/** Words that speak of a danger. */
export const wishDanger = {
  title: '先打电话，别等',
  band: '有危险？别写在这里',
  bandHint: '着火、燃气、不想活、有人打人，先打电话',
  bandLabel: '有危险，打开紧急求助',
  local: '听着像有危险。要是真的，现在就打电话；着火、有燃气味，先到外面再打。',
  hotline: '心理援助热线 12356，24小时',
  more: '看看先做什么、该打给谁',
  telling: '正在告诉值班人员…',
  told: '已告诉值班人员，他们会尽快联系您。写的字都在。',
  later: '现在没有网络，还没能告诉值班人员，有网就发。请您直接打电话。',
  failed: '没能告诉值班人员，请您直接打电话。',
  nowhere: '不知道您在哪栋楼，还没能告诉值班人员。请您直接打电话。',
  noBuilding: '（写接单卡时说的，住哪栋楼不清楚）',
  tell: '马上告诉值班人员',
  notDanger: '这不是危险，请值班人员看一看',
  goOn: '没有危险，接着写',
} as const

/** After it was hung. */
export const wishHung = {
  hung: '心愿挂上墙了',
  waiting: '写好了，值班人员看过就挂上墙',
  crying: '值班人员已经收到，会马上联系您',
  cryingHint: '等不及，请先打电话：110、119、120。',
  next: '接下来',
  nextText: '有人说“我来”，或者值班人员牵了线，会告诉您。',
  two: '上门的心愿要两位核过身份的人一起来，等两位都齐了再约时间。',
  most: '七天没有等到，值班人员会帮您找人。',
  later: '已记在手机里，有网时自动挂上。',
  laterHint: '不用再写一遍。要是话里有不能挂的，会在“我的”里告诉您没有挂成。',
  view: '看看这张心愿',
  wall: '去看心愿墙',
  again: '再写一张',
} as const

/** 我能帮忙. */
export const offerForm = {
  title: titles.wishOffer,
  lead: '写一张接单卡，挂在心愿墙右边',
  officeLead: '替没有手机的党员、志愿者写',
  what: '我能帮什么？',
  whatHint: '比如：每周三上午有空，可以陪老人说说话、读读报。不写电话。',
  whatMissing: '请先写一句，您能帮什么。',
  kinds: '能帮的是：',
  kindsNone: '还看不出是哪类帮助，可以自己选。',
  kindsPick: '选一类',
  when: '什么时候有空？',
  capacity: '同时能帮几户？',
  capacityAny: '看情况',
  capacityOf: (count: number) => `${count}户`,
  reach: '能去哪些楼？',
  reachAll: '全社区都行',
  reachSome: '只去几栋楼',
  reachMissing: '请点一下能去哪几栋楼。',
  limits: '有什么不方便的？（可以不选）',
  limit: '别的（可以不写）',
  more: '还想说清楚一点（可以不填）',
  moreHint: '帮几户、去哪些楼、有什么不方便',
  name: '志愿者怎么称呼？',
  phone: '志愿者的电话',
  nameMissing: '请写称呼和电话。',
  send: '挂上去',
  hung: '接单卡挂上墙了',
  waiting: '写好了，值班人员看过就挂上墙',
  hungHint: '有合适的心愿会告诉您，您也可以自己去墙上认领。',
  later: '已记在手机里，有网时自动挂上。',
  mine: '看看合适我的心愿',
  noPlace: '先选一下您在哪个社区',
  become: '志愿者才能挂接单卡',
  becomeHere: '您在这个社区还不是志愿者',
  becomeHint: '想帮忙，请到党群服务中心报名，或者问值班人员、网格员，他们会发邀请给您。',
} as const
