import type { MessageKind } from '../domain/people/messages'

type Params = Readonly<Record<string, string | undefined>>
interface Words {
  readonly title: string
  readonly body: string
  readonly about?: string
  readonly phrase?: string
  readonly hint?: string
}
type NoticeKind = Extract<MessageKind, `notice.${string}` | `signup.${string}`>

/** `step` of `domain/notice/news` → what whoever writes and releases has to know. */
const todo: Readonly<Record<string, string | undefined>> = {
  release: '有一条通知等您复核',
  review: '有一条紧急通知先发布了，请您补看',
  'sent-back': '您写的通知退回来了',
  'never-released': '有一条通知或改动没人复核，已经过期',
  'never-restored': '有一条通知到期了，没有人说恢复',
  asked: '有居民问了通知里的事',
  mend: '退回的通知还等您改',
  'release-late': '有一条通知等了很久，请您复核',
  'review-late': '有一条紧急通知还没有人补看',
  'say-restored': '到时间了，请说一声恢复了没有',
}
const progress: Readonly<Record<string, string | undefined>> = {
  changed: '您看过的通知有更改',
  restored: '您看过的通知：已经恢复',
  withdrawn: '您看过的通知撤回了',
  released: '您写的通知发布了',
  reviewed: '您写的通知有人看过了',
  'to-share': '有一条通知要发到您的群里',
  'own-restored': '您写的通知：已经恢复',
  'own-withdrawn': '您写的通知撤回了',
}
/** Not by an index: every object also has what it inherits. */
const said = (words: typeof todo, step: string | undefined) => Object.entries(words).find(([key]) => key === step)?.[1]
const look = '点开看看现在的内容。'

/** News of notices. Params are codes only: what a notice says stands in the notice, which may have changed since. */
export const noticeMessages: Readonly<Record<NoticeKind, (params: Params) => Words>> = {
  'notice.todo': ({ step }) => {
    const title = said(todo, step) ?? '有一条通知等您处理'
    return { title, body: '点开看一看，该办的请尽快办。', about: title, hint: '点开看一看，该办的请尽快办' }
  },
  'notice.progress': ({ step }) => {
    const title = said(progress, step) ?? '您看过的通知有新消息'
    const phrase = step === 'to-share' ? '新通知' : '有变动'
    return { title, body: look, about: title, phrase, hint: '点开看看现在的内容' }
  },
  'notice.remind': () => ({
    title: '有一条给您这栋楼的通知',
    body: '您可能还没看到，点开看一看。',
    about: '给您这栋楼的通知',
    phrase: '请看通知',
    hint: '您可能还没看到，点开看一看',
  }),
  'notice.answered': () => ({
    title: '您问的事有答复了',
    body: '答复写在通知下面，点开看一看。',
    about: '您问的事有答复了',
    phrase: '有答复了',
    hint: '答复写在通知下面',
  }),
  'signup.moved': () => ({
    title: '候补轮到您了',
    body: '有人退出，名额现在是您的。不能来，请早点退出。',
    about: '您的报名',
    phrase: '报上名了',
    hint: '候补轮到您了，不能来请退出',
  }),
  'signup.soon': () => ({
    title: '您报名的活动快开始了',
    body: '点开看看时间和地点。不能来，请早点退出。',
    about: '您报名的活动',
    phrase: '快开始了',
    hint: '点开看看时间和地点',
  }),
}
