import type { RequestActor, RequestEventKind } from '../domain/request/verbs'
import { soonText } from './request-plain'

/** What a sentence about a step is made of. */
interface Step {
  readonly verb: RequestEventKind
  readonly actor: RequestActor
  readonly data: Readonly<Record<string, string | number | boolean | null>>
}

interface Reader {
  readonly now: number
  /** Whether whoever reads is whose it is. */
  readonly isOwner: boolean
  /** On whose desk it is now; null: the grid leader's. */
  readonly agencyName: string | null
}

const textOf = (value: Step['data'][string] | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null
const timeOf = (value: Step['data'][string] | undefined): number | null => (typeof value === 'number' ? value : null)

function whoOf({ actor }: Step, { isOwner, agencyName }: Reader): string {
  switch (actor) {
    case 'owner':
      return isOwner ? '您' : '居民'
    case 'neighbour':
      return '一位邻居'
    case 'handler':
      return agencyName ?? '承办单位'
    case 'duty':
      return '值班党员'
    case 'grid-leader':
      return '网格长'
    case 'secretary':
      return '社区书记'
    default:
      return '系统'
  }
}

type Say = (who: string, step: Step, reader: Reader) => string

const until = (step: Step, now: number): string | null => {
  const ms = timeOf(step.data.until ?? step.data.at)
  return ms === null ? null : soonText(ms, now)
}
/** The sentence with the agency's name where that is known. */
const toAgency = (step: Step, named: (name: string) => string, unnamed: string): string => {
  const name = textOf(step.data.agencyName)
  return name === null ? unnamed : named(name)
}

/** Several agencies, as the server joins them. */
const together = (step: Step): string | null => textOf(step.data.agencies)?.split(',').join('、') ?? null

const says: Readonly<Record<RequestEventKind, Say>> = {
  submit: (who, { actor }) => (actor === 'owner' ? `${who}提了这件诉求` : `${who}替居民登记了这件诉求`),
  accept: (who) => `${who}受理了`,
  assign: (who, step) =>
    step.actor === 'system'
      ? toAgency(step, (name) => `按职责派给了${name}`, '按职责派了单')
      : toAgency(step, (name) => `${who}派给了${name}`, `${who}派了单`),
  start: (who) => `${who}接单了，开始办`,
  contact: (who, { data }) => (data.reached === false ? `${who}联系过，没联系上` : `${who}联系过居民了`),
  'request-info': (who) => `${who}想再问清楚一点`,
  'supply-info': (who) => `${who}补充了情况`,
  refer: (who, { data }) => {
    const to = textOf(data.to)
    return to === null ? `${who}转给了上级部门，由网格长跟着` : `${who}转给了${to}，由网格长跟着`
  },
  return: (who, step) =>
    toAgency(step, (name) => `${who}说该由${name}来办，退给网格长重新派`, `${who}退给网格长重新派`),
  hold: (who, step, { now }) => {
    const when = until(step, now)
    return when === null ? `${who}暂停办理` : `${who}暂停办理，到${when}再接着办`
  },
  resume: (who, { actor }) => (actor === 'system' ? '暂停的时间到了，接着办' : `${who}接着办了`),
  extend: (who, { data }) => {
    const days = timeOf(data.days)
    return days === null ? `${who}延长了期限` : `${who}把期限延长了${days}天`
  },
  'propose-resolution': (who) => `${who}说办好了，请居民看看`,
  confirm: (who) => `${who}说办好了`,
  contest: (who) => `${who}说没办好，重新办`,
  reopen: (who) => `${who}要求重新办`,
  'resolve-by-silence': () => '到期没有收到回话，先按办结记下（不算满意）',
  decline: (who, { data }) => {
    const whose = textOf(data.whose)
    return whose === null ? `${who}没有受理` : `${who}没有受理，这件事归${whose}管`
  },
  merge: (who, { data }) => (data.from === undefined ? `${who}把它并到另一件一起办` : '并进来一件同样的诉求'),
  withdraw: (who, { data }) => (data.handedOver === true ? `${who}撤回了，替邻居接着办` : `${who}撤回了`),
  supervise: (who) => `${who}督办`,
  remind: (who) => `${who}催了一次`,
  'call-back': (who, { data }) =>
    data.heard === 'solved'
      ? `${who}打电话回访，居民说办好了`
      : data.heard === 'unsolved'
        ? `${who}打电话回访，居民说没办好`
        : `${who}打电话回访，没有接通`,
  rate: (who) => `${who}评价了`,
  leave: (who) => `${who}不再关注`,
  whistle: (who, step, { now }) => {
    const when = until(step, now)
    return `${who}吹哨，请${together(step) ?? '各单位'}${when ?? ''}到现场`
  },
  'whistle-note': (who) => `${who}记下了现场商定的事`,
  meet: (who, step, { now }) => {
    const when = until(step, now)
    return when === null ? `${who}约各方坐下来商量` : `${who}约各方${when}坐下来商量`
  },
  'meet-note': (who) => `${who}记下了商量的结果`,
  split: (who, step) => `${who}分给${together(step) ?? '几家单位'}一起办`,
  'task-done': (who, { data }) => `${textOf(data.agencyName) ?? who}办好了自己那一份`,
  'task-return': (who, { data }) => {
    const next = textOf(data.agencyName)
    return next === null ? `${who}退回了自己那一份` : `${who}说那一份该由${next}来办`
  },
  note: (who) => `${who}写了备注`,
  archive: () => '归档了',
  join: (who) => `${who}也有这件事，一起关注`,
}

/** One step of a request's history, in one plain sentence. */
export const stepText = (step: Step, reader: Reader): string => says[step.verb](whoOf(step, reader), step, reader)
