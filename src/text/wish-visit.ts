import type { AppointmentState } from '../domain/wish/wish'
import type { WishState, WishVerb } from '../domain/wish/verbs'
import { addDays, startOf, weekdayOf } from '../domain/time/clock'
import { hourText, soonText, weekdayNames } from './request-plain'
import { titles } from './titles'

const nearDays = ['今天', '明天', '后天'] as const
/** 今天, 明天, 后天, 周四 12月3日: a day to choose. `of` and `today` are days of China. */
export function dayText(of: string, today: string): string {
  const near = nearDays.find((_, index) => addDays(today, index) === of)
  const date = `${Number(of.slice(5, 7))}月${Number(of.slice(8, 10))}日`
  return near ?? `${weekdayNames[weekdayOf(of)] ?? ''} ${date}`
}

/** 上午9点, 下午2点半: an hour to choose. */
export const clockOf = (minutes: number): string => hourText(startOf('2026-01-01') + minutes * 60_000)

/** 半小时, 1小时, 1小时20分 */
export function lengthText(minutes: number): string {
  if (minutes === 30) return '半小时'
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const tail = rest === 0 ? '' : rest === 30 ? '半' : `${rest}分`
  return hours === 0 ? `${minutes}分钟` : rest === 30 ? `${hours}个半小时` : `${hours}小时${tail}`
}

/** Which side reads. */
export type WishReader = 'wisher' | 'helper'
type Says = Readonly<Record<WishReader, string>>
const both = (text: string): Says => ({ wisher: text, helper: text })

/** What stands first on the page: how it is, in one sentence, for each side. */
export const wishHeads: Readonly<Record<WishState, Says>> = {
  open: { wisher: '挂在墙上，等人来帮忙', helper: '又挂回墙上了，等人来帮忙' },
  joining: { wisher: '有一位愿意来，还差一位同行', helper: '您已认领，还差一位同行' },
  proposed: both('值班人员牵了线，等大家都同意'),
  claimed: { wisher: '有人来帮您了，该约时间了', helper: '结上对子了，请约个时间' },
  arranged: both('约好了'),
  standing: both('每周都来，下一次是'),
  unsure: both('这一次办得怎样，还没弄清'),
  granted: { wisher: '心愿圆满了', helper: '圆满了，谢谢您' },
  withdrawn: both('已经撤下了'),
  closed: both('已经下墙了，原因写在下面'),
  crying: { wisher: '值班人员已经收到，会马上联系您', helper: '值班人员正在联系' },
}

/** What is asked of whom, and until when. */
export const wishNow = {
  before: (ms: number, now: number) => `最晚${soonText(ms, now)}`,
  at: (ms: number, now: number, minutes: number) => `${soonText(ms, now)}，${lengthText(minutes)}`,
  wordsWaiting: '写的话值班人员看过，就挂上墙。',
  wordsRefused: '写的话不适合挂出来，换个说法再写一张吧。',
  toDuty: (when: string) => `到${when}还没有人来，值班人员会帮您找。`,
  duty: '值班人员正在帮您找人。',
  joining: '等齐了就可以约时间。',
  agreeYou: (when: string) => `请您看看合适不合适，${when}说一声。`,
  agreeOther: (when: string) => `您同意了，等对方回话，${when}。`,
  arrangeBy: (when: string) => `${when}约好时间；没约上，会回到墙上。`,
  acceptYou: '对方约了个时间，请看看行不行。',
  acceptOther: '等对方答应您约的时间。',
  remind: '前一天和前一小时会提醒两边。来不了，请早点说。',
  finishYou: '办得怎么样？请您说一声。',
  finishOther: '您说过了，等对方也说一声。',
  finishToo: '您也说一声，才记得上时长。',
  unsure: '值班人员会问一问两边。您也可以在这里说一声。',
  thank: '愿意的话，可以道声谢。',
  standIn: '这一次要换个人来，值班人员在找。',
  standInMe: '这一次您替班。',
} as const

/** 心愿进展: the page of one wish, for both sides. */
export const wishVisit = {
  title: titles.wishVisit,
  card: '心愿卡',
  filedFor: '您替家人写的',
  contact: '怎么联系对方',
  contactHint: '结了对子才看得到，只为这件事用。每看一次都有记录。',
  look: '看看对方的电话',
  looking: '正在取…',
  call: '拨打',
  callTo: (name: string) => `打给${name}`,
  noPhone: '没有留电话，请值班人员帮忙带话',
  noName: { wisher: '这位居民', helper: '来帮忙的人' },
  nth: ['第一位', '第二位', '第三位'],
  place: '地方',
  emergency: '有事先打给',
  history: '经过',
  now: '现在可以',
  others: '别的',
  back: '先不了',
  send: '送出',
  sending: '正在送出…',
  moved: '刚才有人先动了一步，这是最新的情况。您写的都在，看看还要不要再点一次。',
  held: '写的话还要核对一下。',
  wordsMay: '带一句话（可以不写）',
  notYours: '这张心愿不归您办',
  left: '好的，这张心愿不再归您办了。谢谢您说一声。',
  toMine: '看看我的卡',
  toCard: '去看这张心愿卡',
  atWork: '您是以值班、网格长或书记的身份打开的',
  toWork: '到办理页去办',
  theyArrived: '人到了',
  block: '以后不再和这位结对',
  blockAsk: '以后不再和这位结对？',
  blockText: '以后系统和值班人员不会再把你们配在一起。只有您自己知道，对方不会收到消息。这一次要不要换人，请另外点。',
  blockYes: '不再结对',
  blocked: '记下了，以后不再和这位结对。',
  state: { proposed: '等答应', agreed: '约好了', done: '做成了' } satisfies Partial<Record<AppointmentState, string>>,
} as const

/** 替班: for a volunteer whom a link has reached. */
export const standInText = {
  title: '有一位来不了，请您替一次',
  when: (ms: number, now: number, minutes: number) => `${soonText(ms, now)}，${lengthText(minutes)}。`,
  hint: '替班只管这一次。点了以后，能看到时间、地方和电话。',
  hintKnown: '替班只管这一次。点了以后，能看到地方和电话。',
  yes: '我来替这一次',
  share: '转给别的志愿者，请人替',
  shareTitle: '邻居约好的事，有人来不了，能替一次吗？',
} as const

/** Each step as a button, with the question before it where it cannot be taken back at a tap. */
interface StepText {
  readonly title: string
  readonly note?: string
  readonly ask?: string
  readonly text?: string
  readonly done: string
}

export const wishStepTexts = {
  agree: { title: '同意，就这么结对', done: '好的，已同意。' },
  refuse: {
    title: '这次不合适',
    ask: '这次不合适？',
    text: '不用说原因。对方只会看到“这次没对上”。',
    done: '好的，这次就不结了。',
  },
  accept: { title: '行，就这个时间', done: '约好了，到时会提醒两边。' },
  arrange: { title: '约个时间', done: '告诉对方了，等对方答应。' },
  arrive: { title: '到了', done: '好的，记下了。' },
  finish: { title: '结束了，说说办得怎样', done: '好的，记下了。' },
  cancel: {
    title: '这次取消',
    ask: '取消这一次？',
    text: '对子还在，可以另外约时间。',
    done: '已取消，可以另外约时间。',
  },
  skip: { title: '这周不来', ask: '这周不来？', text: '下一周照旧。', done: '好的，下一次照旧。' },
  'want-stand-in': {
    title: '请人替一次',
    ask: '这一次请人替？',
    text: '值班人员会找人。找到以前，这一次还算您的。',
    done: '告诉值班人员了，正在找人。',
  },
  release: {
    title: '我来不了了',
    ask: '确定来不了了？',
    text: '会另外找人，心愿在墙上的位置不变。早点说，就是帮忙。',
    done: '好的，会另外找人。谢谢您早点说。',
  },
  part: {
    title: '换一位',
    ask: '想换一位？',
    text: '不用说原因。心愿会挂回墙上原来的地方，再等一位。',
    done: '好的，会再等一位合适的。',
  },
  stop: {
    title: '以后不用每周来了',
    ask: '到此为止？',
    text: '不是谁不好，是圆满结束。',
    done: '好的，谢谢这些日子。',
  },
  thank: { title: '道声谢', done: '谢谢，已经带到。' },
  show: { title: '让感谢挂到墙上', done: '好的，记下了。' },
  withdraw: {
    title: '撤下这张心愿',
    ask: '撤下这张心愿？',
    text: '撤下以后，要再挂得重新写。',
    done: '已撤下。',
  },
  keep: { title: '还需要，接着等', done: '好的，接着帮您等。' },
} as const satisfies Partial<Record<WishVerb, StepText>>
export type StepVerb = keyof typeof wishStepTexts

export const arrangeForm = {
  title: '约个时间',
  again: '换个时间',
  day: '哪一天？',
  part: '什么时段？',
  hour: '几点？',
  half: '整点还是半点？',
  sharp: '整点',
  past: '半点',
  minutes: '大概多久？',
  place: '在哪里？',
  dayMissing: '请先点一下是哪一天、几点。',
  send: (when: string) => `就约${when}`,
} as const

export const finishForm = {
  title: '办得怎么样？',
  yes: '做成了',
  no: '没做成',
  minutes: '用了多久？',
  why: '怎么了？（可以不写）',
  missing: '请先点一下做成了没有。',
} as const

export const thankForm = {
  title: '道声谢',
  hint: '不写姓名、电话、门牌。',
  usual: ['谢谢您，帮了大忙！', '您真细心，辛苦了！', '有您陪着，心里暖和。'],
  missing: '请先写一句，或者点一句。',
  thanks: '感谢的话',
  show: '让这句话挂到墙上，可以吗？',
  showHint: '两边都说可以才挂。墙上不写是谁。',
  showYes: '可以挂',
  showNo: '不挂',
} as const

/** Who did it, as its reader sees it. */
const whoNames = { you: '您', wisher: '居民', helper: '来帮忙的人', office: '值班人员', system: '' } as const
export type EventWho = keyof typeof whoNames

const told: Readonly<Record<WishVerb, (who: string) => string>> = {
  hang: (who) => `${who}挂上了这张心愿`,
  cry: (who) => `${who}发出了求助`,
  claim: (who) => (who === '您' ? '您说“我来”' : '有人说“我来”'),
  propose: (who) => `${who}牵了线`,
  agree: (who) => `${who}同意了`,
  refuse: (who) => (who === '您' ? '您说这次不合适' : '这次没对上'),
  lapse: () => '没等到回音，又挂回墙上',
  arrange: (who) => `${who}提了个时间`,
  accept: (who) => `${who}答应了，约好了`,
  cancel: (who) => `${who}取消了这一次`,
  skip: (who) => (who === '' ? '碰上放假，这一次顺延' : `${who}说这一次不来`),
  'want-stand-in': (who) => `${who}这一次要请人替`,
  'stand-in': (who) => (who === '您' ? '您来替班' : '有人来替班'),
  arrive: (who) => `${who}说到了`,
  finish: (who) => `${who}说结束了`,
  miss: () => '到时间了还没说结果，值班人员会问',
  settle: () => '值班人员问过了',
  release: (who) => (who === '您' ? '您还了回去' : '来帮忙的人来不了了'),
  part: (who) => (who === '您' ? '您要换一位' : '这次换一位'),
  return: () => '没约上时间，又挂回墙上',
  stop: (who) => `${who}说不用每周来了`,
  thank: (who) => `${who}道了谢`,
  show: (who) => `${who}说了感谢的话挂不挂`,
  withdraw: (who) => `${who}撤下了心愿`,
  close: (who) => `${who}把心愿下了墙`,
  keep: (who) => `${who}说还需要`,
  note: (who) => `${who}记了一笔`,
}

/** One step of the history in plain words. */
export const wishEventText = (verb: WishVerb, who: EventWho): string => told[verb](whoNames[who])

/** 我的卡. */
export const wishMine = {
  title: titles.wishMine,
  tabs: { wishes: '心愿', offers: '接单卡', fitting: '合适我的', hours: '帮忙时长' },
  show: '看什么？',
  write: '写心愿',
  offer: '写接单卡',
  mineEmpty: '还没有心愿，也没有认领过',
  mineHint: '想要什么帮助，写一张挂上墙。',
  helping: '我帮忙的',
  own: '我的心愿',
  waits: '等您一句话',
  visit: (when: string) => `约在${when}`,
  offersEmpty: '还没有接单卡',
  offersHint: '写一写您能帮什么，有合适的心愿会告诉您。',
  left: (count: number) => (count === 0 ? '名额满了' : `还能帮${count}户`),
  pause: '先停一停',
  resume: '接着挂',
  withdraw: '撤下',
  withdrawAsk: '撤下这张接单卡？',
  withdrawText: '已经结了对子的照旧；撤下以后要再挂得重新写。',
  withdrawYes: '撤下',
  no: '先不了',
  renew: '还能帮，接着挂',
  hoursEmpty: '还没有记录',
  hoursHint: '两边都说“做成了”，才会记上。',
  total: (text: string, count: number) => `一共${text}，${count}次。只有您自己看得到。`,
  totalSoFar: '（先列了这些，往下还有）',
  export: '存成文件',
  exportAll: '取全部记录',
  exportFile: '我的帮忙时长.csv',
  exportHead: '日期,帮助,分钟',
  saved: '已经存好，或者发给了您选的人。',
  copied: '文件没有发成，文字已复制，可以粘贴到别处。',
  failed: '没有存成，请再试一次。',
  fittingEmpty: '眼下没有合适的心愿',
  fittingHint: '有了会告诉您，也可以去墙上看看。',
  noOffer: '您还没有接单卡，先看看等得最久的。写一张接单卡，会更准。',
  wall: '去看心愿墙',
  waited: (days: number) => (days === 0 ? '今天挂的' : `等了${days}天`),
} as const
