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

/** What happened, after 您的诉求, and the same in one of WeChat's phrases. */
interface Step {
  readonly news: string
  readonly phrase: string
}
const step = (news: string, phrase: string): Step => ({ news, phrase })
const something = step('有进展了', '有进展了')
const ended = step('办结了', '已办结')
const again = step('要重新办', '重新办')

const progress: Readonly<Record<string, Step>> = {
  submit: step('有人替您提了', '已提交'),
  accept: step('网格长受理了', '已受理'),
  assign: step('派给人办了', '已派单'),
  start: step('有人接了，正在办', '正在办'),
  refer: step('转给上级部门办了', '已转办'),
  return: step('要换人办，正在重新派', '重新派单'),
  hold: step('暂停办理，点开看原因', '暂停办理'),
  resume: step('接着办了', '接着办'),
  extend: step('延期了，点开看原因', '已延期'),
  confirm: ended,
  contest: again,
  reopen: again,
  'resolve-by-silence': step('到期没等到您回话，按办结处理了', '已办结'),
  decline: step('没有受理，点开看该找谁', '不予受理'),
  merge: step('和另一件并在一起办了', '已并单'),
  withdraw: step('换了人跟进', '换人跟进'),
  supervise: step('有书记督办了', '已督办'),
  whistle: step('约了各部门到现场', '约到现场'),
  'whistle-note': step('现场看过了', '看过现场'),
  meet: step('约了坐下来商量', '约好商量'),
  'meet-note': step('商量过了，有结果', '有结果了'),
  split: step('分给几家一起办了', '分头办理'),
}

/** What lies before somebody who works on it. */
const todo: Readonly<Record<string, string>> = {
  submit: '有一件新诉求等您派',
  assign: '有一件诉求派给您了',
  'supply-info': '居民补充了情况，请接着办',
  'request-info': '有一件诉求要替居民补充',
  return: '有一件诉求退回来了',
  resume: '有一件诉求可以接着办了',
  'propose-resolution': '有一件诉求要回访',
  contest: '居民说没办好，请重新办',
  reopen: '有一件诉求要重新办',
  'call-back': '回访说没办好，请重新办',
  withdraw: '有一件诉求撤回了',
  supervise: '有一件诉求被督办了',
  remind: '居民在催一件诉求',
  whistle: '请您到现场一起商量',
  split: '有一件诉求分给您一部分',
  'task-done': '几家都办完了，请看一看',
  'task-return': '有一件任务退回来了',
  lost: '有一件诉求不用您办了',
  'follow-up': '到日子了，看看说好的做到没有',
}

const marks: Readonly<Record<string, string>> = {
  half: '有一件诉求时间过半了',
  ending: '有一件诉求快到时限了',
  overdue: '有一件诉求超过时限了',
  twice: '有一件诉求超时一倍了',
}

// Not by `in`: every object also has what it inherits.
const of = <Value>(table: Readonly<Record<string, Value>>, key: string | undefined): Value | undefined =>
  Object.entries(table).find(([known]) => known === key)?.[1]

const numberText = ({ number }: Params) => (number && /^\d{8}-\d{3,9}$/.test(number) ? number : undefined)

/** 11月25日 17:00; years are left out: nothing here takes so long. */
function dueText({ due }: Params): string | undefined {
  if (!due || !/^\d{1,14}$/.test(due)) return undefined
  const at = Number(due)
  return `${dateText(at, at)} ${clockText(at)}`
}

/** 编号20261122-007。 */
const inNumber = (params: Params) => (numberText(params) ? `编号${numberText(params)}。` : '')

const whoseText = ({ whose }: Params) => (whose === 'joined' ? '您跟进的诉求' : '您的诉求')

function progressBody(params: Params): string {
  const due = params.to !== undefined && awaited.includes(params.to) ? dueText(params) : undefined
  const who = params.agency ? `由${params.agency}办，` : ''
  return `${inNumber(params)}${due ? `${who}最晚${due}前办好，点开看详细。` : '点开看办到哪一步了。'}`
}
/** Somebody works on it, and its time runs. */
const awaited: readonly string[] = ['submitted', 'accepted', 'assigned', 'in-progress', 'referred', 'reopened']

/** What is said of the kinds that concern requests. */
export const requestMessages = {
  'request.progress': (params: Params): Words => {
    // Whose case was won is not whose it was: a step that ended it is said so, whichever it was.
    const isEnded = params.to === 'resolved' && params.step !== 'resolve-by-silence'
    const { news, phrase } = isEnded
      ? ended
      : (of(progress, params.step) ?? (params.to === 'reopened' ? again : something))
    return {
      title: `${whoseText(params)}${news}`,
      body: progressBody(params),
      about: numberText(params) ? `诉求${numberText(params)}` : whoseText(params),
      phrase,
      hint: news,
    }
  },
  'request.ask': (params: Params): Words => {
    const about = numberText(params) ? `诉求${numberText(params)}` : whoseText(params)
    // Whoever goes on with what somebody else took back is asked what that one was asked.
    return params.step === 'request-info' || params.to === 'info-requested'
      ? {
          title: `${whoseText(params)}要您补充一点情况`,
          body: `${inNumber(params)}补充以后才能接着办，请点开看一看。`,
          ...{ about, phrase: '等您补充', hint: '请点开看要补充什么' },
        }
      : {
          title: `${whoseText(params)}办好了吗？请您说一声`,
          body: `${inNumber(params)}办好了，请点“办好了”；没办好，请点“没办好”，会接着办。`,
          ...{ about, phrase: '等您确认', hint: '办好了没有，请您说一声' },
        }
  },
  'request.todo': (params: Params): Words => {
    const about = of(todo, params.step) ?? '有一件诉求等您办'
    const hint = numberText(params) ? `编号${numberText(params)}` : '请点开看一看'
    const next = params.step === 'lost' ? '已经给别人办，或者不再办了。' : '请点开看一看。'
    return { title: about, body: `${inNumber(params)}${next}`, about, hint }
  },
  'request.due': (params: Params): Words => {
    const about = of(marks, params.mark) ?? '有一件诉求快到时限了'
    const what = params.clock === 'response' ? '还没有人联系居民' : '还没有办好'
    return { title: about, body: `${inNumber(params)}${what}，请点开看一看。`, about, hint: what }
  },
} as const
