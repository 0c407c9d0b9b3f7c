import type { MessageKind, TemplateKey } from '../domain/people/messages'
import type { HeldRole } from '../domain/people/roles'
import { noticeMessages } from './notice-messages'
import { requestMessages } from './request-messages'
import { roleNames } from './role-names'
import { clockText, dateText } from './time'
import { wishMessages } from './wish-messages'

/** What a piece of news is made of. Params that a kind does not know are left aside; those that it lacks, it does without. */
export interface News {
  readonly kind: MessageKind
  readonly params: Readonly<Record<string, string>>
}

/** What WeChat's list of templates calls them: under these titles they are registered. */
export const templateTitles: Readonly<Record<TemplateKey, string>> = {
  progress: '意见处理进度通知',
  verdict: '审核结果通知',
  duty: '待办事项提醒',
}

/** The words of one kind. `phrase` stands in WeChat's message only: at most five characters, all of them Chinese. */
interface Words {
  readonly title: string
  readonly body: string
  readonly about?: string
  readonly phrase?: string
  readonly hint?: string
}

const written: Readonly<Record<string, string>> = {
  complaint: '您提的意见',
  answer: '您写的答复',
  picture: '您发的照片',
  request: '您提的诉求',
  step: '您写的话',
  voice: '您的评价',
  wish: '您的心愿卡',
  offer: '您的接单卡',
  'wish-step': '您写的话',
  thanks: '您写的感谢',
  notice: '您写的通知',
  'notice-question': '您问的话',
  opinion: '您写的意见',
}
// Not by `in`: every object also has what it inherits.
const isRole = (text: string | undefined): text is HeldRole => Object.keys(roleNames).some((role) => role === text)

type Params = Readonly<Record<string, string | undefined>>
const writtenName = ({ what }: Params) => Object.entries(written).find(([key]) => key === what)?.[1] ?? '您写的内容'
const roleName = ({ role }: Params) => (isRole(role) ? roleNames[role] : '身份')
const inPlace = ({ community }: Params) => (community ? `在${community}` : '')
const untilText = ({ until }: Params) => (until && /^\d{1,15}$/.test(until) ? dateText(Number(until), 0) : undefined)

/** What became of a number that somebody reported. */
const numberOutcome: Readonly<Record<string, { readonly title: string; readonly body: string } | undefined>> = {
  confirmed: { title: '核实过了', body: '社区打过，号码没有错。没人接的话，请按页面上写的时间再打。' },
  corrected: { title: '改好了', body: '换成了新的号码。谢谢您告诉我们。' },
  removed: { title: '撤下了', body: '这个号码不再用了。谢谢您告诉我们。' },
}

/** What is said of each kind there is. */
const words: Readonly<Record<MessageKind, (params: Params) => Words>> = {
  'complaint.answered': ({ state }) => ({
    title: state === 'closed' ? '您提的意见办结了' : '您提的意见有答复了',
    body: '点开看看社区是怎么说的。',
    about: '您提的意见',
    phrase: state === 'closed' ? '已办结' : '有答复了',
    hint: '点开看看社区是怎么说的',
  }),
  'complaint.filed': () => ({
    title: '有一条新的意见',
    body: '请看一看，给对方一个答复。',
    about: '有一条新的意见',
    hint: '请看一看，给对方一个答复',
  }),
  'check.shown': (params) => ({
    title: `${writtenName(params)}通过了`,
    body: '该看到的人现在都能看到了。',
    about: writtenName(params),
    phrase: '已通过',
    hint: '该看到的人现在都能看到了',
  }),
  'check.refused': (params) => ({
    title: `${writtenName(params)}没有通过`,
    body: params.what === 'picture' ? '别人看不到它。您可以换一张。' : '别人看不到它。您可以换个说法，再写一次。',
    about: writtenName(params),
    phrase: '没有通过',
    hint: params.what === 'picture' ? '您可以换一张' : '您可以换个说法，再写一次',
  }),
  'check.waiting': () => ({
    title: '有内容等您看一看',
    body: '机器拿不准，要请您决定能不能给别人看。',
    about: '有内容等您看一看',
    hint: '请您决定能不能给别人看',
  }),
  'home.confirmed': () => ({
    title: '您登记的住处核对好了',
    body: '社区已经确认您住在这里。',
    about: '您登记的住处',
    phrase: '已确认',
    hint: '社区已经确认您住在这里',
  }),
  'home.declined': () => ({
    title: '您登记的住处没有对上',
    body: '请看看楼栋和单元是不是选错了。没有选错，就请联系网格长。',
    about: '您登记的住处',
    phrase: '没有对上',
    hint: '请看看楼栋和单元选对没有',
  }),
  'home.declared': () => ({
    title: '有人登记了住处',
    body: '请核对一下是不是真的住在那里。',
    about: '有人登记了住处',
    hint: '请核对一下是不是住在那里',
  }),
  'invitation.accepted': (params) => ({
    title: '有人接受了您的邀请',
    body: `${params.community ?? ''}多了一位${isRole(params.role) ? roleNames[params.role] : '成员'}。`,
  }),
  'member.revoked': (params) => ({
    title: `您${inPlace(params)}的${roleName(params)}${isRole(params.role) ? '身份' : ''}收回了`,
    body: '如果觉得不对，请联系社区书记。',
    about: `您的${roleName(params)}${isRole(params.role) ? '身份' : ''}`,
    phrase: '已收回',
    hint: '如果觉得不对，请联系社区书记',
  }),
  'member.renewed': (params) => {
    const until = untilText(params)
    return {
      title: `您${inPlace(params)}的${roleName(params)}${isRole(params.role) ? '身份' : ''}延长了`,
      body: until === undefined ? '可以接着用。' : `可以接着用到${until}。`,
    }
  },
  'contact.answered': (params) => ({
    title: `您反映的号码${params.as === undefined ? '有答复了' : (numberOutcome[params.as]?.title ?? '有答复了')}`,
    body: numberOutcome[params.as ?? '']?.body ?? '谢谢您告诉我们。',
    about: '您反映的电话号码',
    phrase: '有答复了',
    hint: '谢谢您告诉我们，请点开看一看',
  }),
  ...requestMessages,
  ...wishMessages,
  ...noticeMessages,
}

/** What the server says in a kind that is newer than this release: the others must still be shown. */
const unknownNews = { title: '有一条新消息', body: '您用的版本太旧了，更新后才能看懂这一条。' }

/** A piece of news as 消息 shows it. */
export function messageText({ kind, params }: News): { readonly title: string; readonly body: string } {
  const say = Object.entries(words).find(([known]) => known === kind)?.[1]
  const { title, body } = say?.(params) ?? unknownNews
  return { title, body }
}

/** WeChat's limit for the type `thing`, in characters. */
const mostInThing = 20

/**
 * A text for one of WeChat's fields: on one line and no longer than that. Counted as JavaScript does, which is never
 * less than what people count; a character that takes two places is kept whole or left out.
 */
export function fitted(text: string, most: number = mostInThing): string {
  const line = text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim()
  if (line.length <= most) return line
  let short = ''
  for (const character of line) {
    if (short.length + character.length > most - 1) break
    short += character
  }
  // What only changes the character before it would otherwise hang on to the dots.
  return `${short.replace(/[\p{M}\p{Cf}]+$/u, '').trim()}…`
}

/** 2026年11月22日 09:30: with its year, as a message may be read much later. */
const momentText = (ms: number) => `${dateText(ms, 0)} ${clockText(ms)}`

/**
 * The values of WeChat's template for a piece of news, in the order of the template's fields (see `deployment.ts`).
 * Each keeps within the limits of its type, whatever the params hold.
 */
export function templateValues(key: TemplateKey, { kind, params }: News, at: number): readonly string[] {
  const { title, about = title, phrase = '有消息了', hint = '请点开看一看' } = words[kind](params)
  const when = momentText(at)
  return key === 'duty' ? [fitted(about), when, fitted(hint)] : [fitted(about), phrase, when, fitted(hint)]
}

/** 消息: the list itself. */
export const messages = {
  title: '消息',
  none: '还没有消息',
  noneHint: '和您有关的事，有了进展会在这里告诉您。',
  newMark: '未读',
  fresh: '还没看的',
  earlier: '看过的',
  readAll: '全部标为看过',
  readAllDone: (count: number) => `已把${count}条标为看过，都还在下面。`,
  readAllNone: '没有未读的了。',
} as const
