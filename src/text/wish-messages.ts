import { clockText, dateText } from './time'

type Params = Readonly<Record<string, string | undefined>>

/** As the words of every kind of news, see `messages.ts`. */
interface Words {
  readonly title: string
  readonly body: string
  readonly about?: string
  /** At most five characters, all of them Chinese. */
  readonly phrase?: string
  readonly hint?: string
}

interface Step {
  readonly news: string
  readonly phrase: string
  /** What stands before the time. */
  readonly when?: string
}
const step = (news: string, phrase: string, when?: string): Step => ({ news, phrase, ...(when ? { when } : {}) })
const something = step('有进展了', '有进展了')
const next = '下一次是'

/** What happened, after 您的心愿 or 您帮忙的心愿. `-left`: to whoever is not in it any more. */
const progress: Readonly<Record<string, Step>> = {
  hang: step('有人替您挂上了墙', '已挂上墙'),
  claim: step('有人来帮忙了，还差一位', '有人认领'),
  paired: step('结成对子了，请约时间', '已结对'),
  refuse: step('这次没对上，接着等人', '没对上'),
  'refuse-left': step('这次没对上，谢谢您', '没对上'),
  lapse: step('没等到回音，接着等人', '没等到回音'),
  'lapse-left': step('没等到回音，先不算了', '没等到回音'),
  arrange: step('约了个时间，等对方回话', '约了时间'),
  accept: step('时间约好了', '已约好'),
  cancel: step('这次取消了', '已取消', '取消的是'),
  skip: step('这一次不来，下一次照旧', '这次不来', next),
  holiday: step('碰上放假，往后顺延一次', '放假顺延', next),
  'want-stand-in': step('这次要换个人来', '换人来'),
  'stand-in': step('有人替班了', '有人替班'),
  release: step('对方来不了了，又在等人', '重新等人'),
  'release-left': step('您不用去了，谢谢您', '已交回'),
  part: step('这次换一位来帮忙', '换一位'),
  'part-left': step('换了一位来帮忙，谢谢您', '换一位'),
  return: step('没约上时间，又在等人', '重新等人'),
  'return-left': step('没约上时间，又挂回墙上', '没约上时间'),
  stop: step('不再每周来了，谢谢这些日子', '已结束'),
  'stop-left': step('不再每周来了，谢谢您', '已结束'),
  finish: step('圆满了', '已圆满'),
  done: step('这一次帮完了', '这次完成', next),
  settle: step('值班人员问过了', '已问过'),
  'settle-left': step('值班人员问过了，您不用去了', '已问过'),
  thank: step('收到一句感谢', '收到感谢'),
  withdraw: step('撤下了', '已撤下'),
  'withdraw-left': step('撤下了，您不用去了', '已撤下'),
  close: step('下墙了，点开看原因', '已下墙'),
  'close-left': step('下墙了，您不用去了', '已下墙'),
}

const asks: Readonly<Record<string, Step>> = {
  propose: step('有人牵线，请看看合适不合适', '请您看看'),
  arrange: step('对方约了个时间，请看看行不行', '请定时间'),
  soon: step('还没约好时间，明天要回到墙上', '请约时间'),
  waiting: step('还等您一句话，明天就过期了', '等您回话'),
  finish: step('办得怎么样？请说一声', '请说一声', '那一次是'),
}

const todo: Readonly<Record<string, string>> = {
  aged: '有一张心愿挂了七天',
  old: '有一张心愿挂了十四天',
  joining: '有一张心愿还差一位同行',
  unsure: '有一次上门没说结果，请问一问',
  unsettled: '有一次上门两天没弄清，请过问',
  late: '有人临时来不了，请看一看',
  undone: '有一次帮忙没有做成，请问一问',
  'want-stand-in': '有一次上门要找人替',
  danger: '有一张卡说到危险，请看一看',
  'cry-withdrawn': '有人收回了求助，还请打电话问一声',
  for: '有居民点名请一位没有手机的人',
  speak: '要替没有手机的人回句话',
  call: '要打电话告诉没有手机的人',
  arrange: '要替没有手机的人约时间',
  remind: '明天上门，要打电话提醒一声',
  ask: '要问一问没有手机的人办得怎样',
}

const anyFit = {
  title: '有一张心愿正合您的接单卡',
  body: '点开看看，合适就点“我来”。',
  about: '有一张心愿合您的卡',
  hint: '合适就点“我来”',
}
const fits: Readonly<Record<string, typeof anyFit>> = {
  for: { ...anyFit, title: '有居民想请您帮忙', about: '有居民想请您帮忙' },
  'stand-in': {
    title: '有人约好了来不了，您能替一次吗？',
    body: '只替这一次。点开看看，方便就去。',
    about: '有一次上门要找人替',
    hint: '方便就替这一次',
  },
}

// Not by `in`: every object also has what it inherits.
const of = <Value>(table: Readonly<Record<string, Value>>, key: string | undefined): Value | undefined =>
  Object.entries(table).find(([known]) => known === key)?.[1]

/** 11月25日 17:00 */
function timeText(ms: string | undefined): string | undefined {
  if (!ms || !/^\d{1,14}$/.test(ms)) return undefined
  return `${dateText(Number(ms), Number(ms))} ${clockText(Number(ms))}`
}
const whoseText = ({ whose }: Params) => (whose === 'helper' ? '您帮忙的心愿' : '您的心愿')
const atText = (params: Params, when = '时间是'): string => {
  const at = timeText(params.at)
  return at ? `${when}${at}。` : ''
}

/** What is said of the kinds that concern the wish wall. Nothing of anybody's name, number or home. */
export const wishMessages = {
  'wish.progress': (params: Params): Words => {
    const { news, phrase, when } = of(progress, params.step) ?? something
    const about = whoseText(params)
    return { title: `${about}${news}`, body: `${atText(params, when)}点开看详细。`, about, phrase, hint: news }
  },
  'wish.ask': (params: Params): Words => {
    const { news, phrase, when } = of(asks, params.step) ?? step('等您一句话', '等您回话')
    const about = whoseText(params)
    return { title: `${about}${news}`, body: `${atText(params, when)}请点开看一看。`, about, phrase, hint: news }
  },
  'wish.fit': (params: Params): Words => ({
    title: (of(fits, params.step) ?? anyFit).title,
    body: `${atText(params)}${(of(fits, params.step) ?? anyFit).body}`,
    about: (of(fits, params.step) ?? anyFit).about,
    hint: (of(fits, params.step) ?? anyFit).hint,
  }),
  'wish.visit': (params: Params): Words => {
    const at = timeText(params.at)
    const isSoon = params.step === 'hour'
    return {
      title: isSoon ? '约好的事，还有一小时' : '约好的事，就在明天',
      body: `${at ? `时间是${at}。` : ''}来不了，请早点说一声。`,
      about: '心愿墙上约好的事',
      phrase: isSoon ? '快到时间了' : '明天见',
      hint: '来不了，请早点说一声',
    }
  },
  'wish.todo': (params: Params): Words => {
    const about = of(todo, params.step) ?? '有一张心愿要您看一看'
    return { title: about, body: `${atText(params)}请点开看一看。`, about, hint: '请点开看一看' }
  },
  'wish.cry': (params: Params): Words => ({
    title: params.step === 'again' ? '还有人在求助，没人回应' : '有人在求助，请马上联系',
    body: '写的话像是有危险。请马上打电话，或者上门看看。',
    about: '有人在求助',
    hint: '请马上打电话，或上门看看',
  }),
  'offer.ask': (params: Params): Words =>
    params.step === 'paused'
      ? { title: '您的接单卡先收起来了', body: '好久没有回音了。还能帮的话，点开说一声，就重新挂上。' }
      : { title: '您的接单卡还有效吗？', body: '点开说一声“还能帮”。两周没有回音，就先替您收起来。' },
} as const
