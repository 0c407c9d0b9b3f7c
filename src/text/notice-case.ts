import type { NoticeActor, NoticeState, NoticeVerb } from '../domain/notice/verbs'
import type { NoticeDuty } from '../domain/notice/notice'
import { titles } from './titles'

/** Steps that open a sheet. */
export type NoticeStep = 'send' | 'recall' | 'release' | 'send-back' | 'restore' | 'review' | 'withdraw' | 'discard'

interface StepWords {
  readonly row: string
  /** Below its name. */
  readonly note: string
  /** What happens then. */
  readonly text: string
  readonly yes: string
  readonly words?: string
  readonly example?: string
  readonly done: string
}

export const noticeStepWords: Readonly<Record<NoticeStep, StepWords>> = {
  send: { row: '发布', note: '写好了，发出去', text: '要书记看的，会先交给书记。', yes: '发布', done: '发布了' },
  recall: {
    row: '取回来改',
    note: '先不让别人看了',
    text: '等着看的这一稿会取回来，居民看到的不变。',
    yes: '取回来',
    done: '取回来了，可以接着改',
  },
  release: {
    row: '看过了，发布',
    note: '没有问题，让居民看到',
    text: '发布以后，居民马上能看到。',
    yes: '发布',
    words: '跟写的人说一句（可不写）',
    done: '发布了',
  },
  'send-back': {
    row: '退回去改',
    note: '说清楚要改哪里',
    text: '写的人会在“消息”里看到您说的话。',
    yes: '退回',
    words: '要改哪里',
    example: '例如：时间写错了，是下午',
    done: '退回去了',
  },
  restore: {
    row: '已经恢复了',
    note: '告诉打开过的人',
    text: '打开过、又同意收消息的人会收到消息；群里的旧卡片点开也是“已恢复”。',
    yes: '说恢复了',
    words: '补充一句（可不写）',
    example: '例如：来水后先放一会儿再用',
    done: '说过恢复了，请把新卡片发到群里',
  },
  review: {
    row: '补看过了',
    note: '先发布的这条，我看过没问题',
    text: '这条已经发布了。有不对的，请撤回或者更改。',
    yes: '看过了',
    words: '跟写的人说一句（可不写）',
    done: '记下了，您看过了',
  },
  withdraw: {
    row: '撤回',
    note: '写错了，或者不用通知了',
    text: '居民再点开旧卡片，只看到“已撤回”。打开过、又同意收消息的人会收到消息。撤回后不能再改回来。',
    yes: '撤回',
    words: '跟居民说一句为什么（可不写）',
    example: '例如：停水取消了',
    done: '撤回了',
  },
  discard: {
    row: '不发了',
    note: '收起这一稿',
    text: '没人看到过它。收起后还能在“已结束”里找到文字。',
    yes: '不发了',
    done: '收起来了',
  },
}

const isAsked = (to: NoticeState): boolean => to === 'waiting' || to === 'changing'

/** What is said of a step that was done; what only went to a second person is not out. */
export const doneText = (step: NoticeStep, state: NoticeState): string =>
  step === 'send' && isAsked(state) ? '交给第二个人看了，看过就发布' : noticeStepWords[step].done

/** 这条通知: for those who write, release and count. */
export const noticeCase = {
  title: titles.noticesCase,
  titleOf: (name: string) => name,
  heads: {
    draft: '还在写，没有发布',
    waiting: '等人看过才发布',
    'sent-back': '退回来了，请改一改',
    out: '已发布，居民看得到',
    changing: '居民看到的是原来的，改的一稿等人看',
    restored: '已恢复',
    withdrawn: '已撤回',
    expired: '已过期',
  },
  duties: { author: '等写的人', second: '等人来看', secretary: '等书记' } satisfies Record<NoticeDuty['owner'], string>,
  /** Where what is due is that it comes back, or the end of its time. */
  restoreBy: (when: string) => `${when}前请说恢复，或者改时间`,
  due: (who: string, when: string) => `${who}，最晚${when}`,
  late: (who: string, when: string) => `超时了：${who}，该${when}办好`,
  lateFor: '超时了：',
  endsAt: (when: string) => `到${when}自动收起`,
  pictures: '照片',
  only: '哪些住户',
  unread: '这条是先发布的，还没有第二个人看过。',
  unreadYours: '这条是先发布的，请您补看。',
  wordsWaiting: '正文正在核对，核对好居民才看到。居民现在只看到是什么事、什么时候。',
  wordsRefused: '正文没有通过核对，居民看不到。请改一改，或者撤回。',
  endWaiting: '补充的话正在核对。',
  sees: '居民现在看到',
  saw: '原来的内容，居民已经看不到了',
  writing: '写的这一稿',
  waits: '等人看的这一稿',
  for: '发给',
  needs: (needs: string) => `只给${needs}的住户`,
  when: '时间',
  whole: '全社区',
  valid: '有效到',
  file: '文件',
  untilBefore: (when: string) => `原来是${when}截止`,
  places: (places: number) => `${places}个`,
  emergency: '紧急通知',
  steps: '可以这样做',
  change: '更改',
  changeNote: '改时间、文字、楼栋。打开过、又同意收消息的人会收到消息',
  write: '接着写',
  writeNote: '改好了再发布',
  problems: '发布前要改：',
  more: '发出去以后',
  share: '发到群里',
  shareAgain: '再发到群里',
  shareNote: '卡片、文字、门口的大字单',
  reach: '有多少户知道了',
  reachNote: '还有谁不知道，谁要上门',
  questions: '居民问的',
  questionsNote: '答一次，大家都看得到',
  questionsOver: '通知结束了，只能收起来',
  questionsWait: (count: number) => `${count}个没答复`,
  voices: '征求意见的结果',
  voicesNote: '多少户说了，怎么说的',
  signUp: '报名的人',
  signUpNote: '名额、候补，谁来了',
  history: '办理记录',
  moved: '刚才有别人处理过，现在是这样，请看一看再做。',
  wordsMissing: '请写一句话。',
  held: '写的话正在核对，核对好居民才看到。',
  back: '先不做',
  sending: '正在办',
  whoIs: (actor: string, mine: boolean) => (mine ? `${actor}（我）` : actor),
  said: (words: string) => `“${words}”`,
  actors: { 'grid-leader': '网格长', duty: '值班人员', secretary: '社区书记', system: '到时间自动' } satisfies Record<
    NoticeActor,
    string
  >,
  events: {
    begin: '开始写',
    write: '改了草稿',
    send: '交来发布',
    recall: '取回来改',
    release: '看过，发布了',
    'send-back': '退回去改',
    change: '改了通知',
    restore: '说恢复了',
    review: '补看过了',
    withdraw: '撤回了',
    discard: '不发了',
    expire: '时间到了',
  } satisfies Record<NoticeVerb, string>,
  /** What went out without a second person, and what waits for one. */
  eventOf: (verb: NoticeVerb, to: NoticeState): string => {
    if (verb === 'send' && !isAsked(to)) return '发布了'
    return verb === 'change' && isAsked(to) ? '改了通知，等人看' : noticeCase.events[verb]
  },
  notYours: '这一条不归您这里管，可以看，也可以发到群里。',
} as const
