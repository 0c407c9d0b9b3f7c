import type { RequestVerb } from '../domain/request/verbs'

/** What those who work on a request can do to it. Whose it is does the rest. */
export type DeskVerb = Exclude<
  RequestVerb,
  'submit' | 'confirm' | 'contest' | 'withdraw' | 'remind' | 'rate' | 'leave' | 'resolve-by-silence' | 'archive'
>

interface StepWords {
  /** What it means, below its name. */
  readonly hint: string
  /** What the field for public words asks. */
  readonly ask: string
  /** Short sentences to tap; they may be changed afterwards. */
  readonly ready: readonly string[]
}

const more = '还想对居民说的（可以不写）'

export const stepWords: Readonly<Record<DeskVerb, StepWords>> = {
  accept: { hint: '我来跟，不派给单位', ask: more, ready: ['收到了，我去看看', '收到了，今天联系您'] },
  assign: { hint: '派给该办的单位', ask: more, ready: ['已派单，请等他们联系', '急事，请今天办'] },
  start: {
    hint: '我们来办',
    ask: '什么时候到？（可以不写）',
    ready: ['师傅今天下午到', '师傅明天上午到', '马上到', '去之前先给您打电话'],
  },
  contact: { hint: '和居民说上话了没有', ask: more, ready: ['约好明天上午上门', '情况问清楚了', '晚上再打一次'] },
  'request-info': {
    hint: '还缺什么，请居民说',
    ask: '想问什么？',
    ready: ['请补一张照片', '请说清楚在哪里', '您什么时候在家？'],
  },
  'supply-info': { hint: '居民在电话里说的，替他补上', ask: '补充了什么？', ready: [] },
  refer: {
    hint: '转给街道、上级部门，网格长跟着',
    ask: '为什么转？',
    ready: ['要上级部门来办', '要街道来协调', '有消息就告诉您'],
  },
  return: {
    hint: '不归我们办，说清归谁',
    ask: '为什么不归我们？',
    ready: ['不在我们管的范围', '设备是别家的', '要先由别家处理'],
  },
  hold: {
    hint: '要等一等，说清等到哪天',
    ask: '为什么要等？',
    ready: ['在等配件', '要等天晴', '要等施工队', '和居民约了日子'],
  },
  resume: { hint: '不用再等了', ask: more, ready: ['配件到了', '接着办'] },
  extend: { hint: '办不完，多要几天', ask: '为什么要延期？', ready: ['工程量大', '要几家一起办', '还在等材料'] },
  'propose-resolution': {
    hint: '说清怎么办好的，请居民确认',
    ask: '怎么办好的？',
    ready: ['修好了，请您看看', '清理干净了', '换了新的', '已经恢复了'],
  },
  reopen: { hint: '又不好了，重新办', ask: '现在是什么情况？', ready: ['居民来电说没修好', '又坏了'] },
  decline: {
    hint: '不是社区能办的，说清归谁',
    ask: '为什么不办？',
    ready: ['不归社区管，已告诉您找谁', '要走法律程序'],
  },
  merge: { hint: '和另一件是同一件事', ask: more, ready: ['和邻居提的是同一件，一起办'] },
  supervise: {
    hint: '书记盯着，催单位办',
    ask: '怎么催的？',
    ready: ['今天之内必须联系居民', '请马上到现场', '每天报进展'],
  },
  'call-back': { hint: '打电话或上门，问居民办好没有', ask: '居民怎么说？（可以不写）', ready: [] },
  whistle: { hint: '请各单位到现场碰头', ask: '到现场办什么？', ready: ['请派能做主的人来', '一起看现场，当场定'] },
  'whistle-note': { hint: '谁来了，定了什么', ask: '定了什么？', ready: ['当场办好了', '说好谁办、哪天办'] },
  meet: { hint: '请双方坐下来谈', ask: more, ready: ['请双方都来，心平气和地谈'] },
  'meet-note': { hint: '谈成了什么，哪天再看', ask: '谈成了什么？', ready: ['双方都同意了', '还没谈拢，改天再谈'] },
  split: { hint: '一件事要几家各办一部分', ask: more, ready: ['分给几家一起办'] },
  'task-done': { hint: '我们这一部分办好了', ask: '怎么办好的？', ready: ['我们这部分办好了', '已经恢复了'] },
  'task-return': { hint: '这一部分不归我们', ask: '为什么不归我们？', ready: ['不在我们管的范围', '设备是别家的'] },
  note: { hint: '只给办事的人看', ask: '', ready: [] },
}

/** The form of a step. */
export const stepForm = {
  back: '先不办，返回',
  send: '送出',
  sending: '正在送出…',
  ready: '点一下就填好，还可以改：',
  wordsMissing: '请先写一两句，居民要看。',
  note: '内部备注（居民看不到）',
  noteMust: '写给办事的人看的话',
  noteMissing: '请先写一两句。',
  noteHint: '不要写居民的姓名、电话。',
  addNote: '加一句内部备注',
  pictures: '照片（可以不放）',
  proof: '办好后的照片（要放一张）',
  proofMissing: '请放一张办好后的照片，让居民看得见。',
  picturesBusy: '照片还在发送，请稍等。',
  pictureProblem: '有照片没有发出去。请重新发送，或者先移除它。',
  picturesDenied: '没有打开相册的权限。可以先不放照片。',
  picturesFailed: '照片没有取到，请再试一次。',
  agency: '派给谁？',
  whose: '归哪家单位办？',
  unclear: '不清楚归谁，请网格长来定',
  otherAgencies: '其他单位',
  unhandled: '还没有人在这里接单',
  agencies: '请哪些单位来？',
  came: '哪些单位来了？',
  parts: '分给哪几家？',
  part: (agency: string) => `${agency}办什么？`,
  agencyMissing: '请先选一家单位。',
  agenciesMissing: '请至少选一家单位。',
  partMissing: '请写清每家办什么。',
  noAgencies: '社区还没有登记单位，请联系书记。',
  to: '转给哪里？',
  toHint: '比如：街道城管科',
  declinedTo: '这件事归谁管？',
  declinedHint: '比如：燃气公司、法院、派出所',
  textMissing: '请写清是哪里。',
  days: '延长几天？',
  daysOf: (count: number) => `${count}天`,
  daysMissing: '请先选几天。',
  until: '等到哪天？',
  untilMissing: '请先选等到哪天。',
  meetingDay: '哪一天？',
  meetingHour: '几点？',
  meetingMissing: '请选好哪一天、几点。',
  followUp: '哪天再看看说到做到没有？',
  followUpNone: '不用再看',
  followUpMissing: '请选一个。',
  place: '在哪里碰头？',
  placeMissing: '请写清在哪里。',
  invited: '请谁来？',
  agreed: '谁和谁谈成的？',
  whoHint: '只给办事的人和提诉求的人看。',
  whoMissing: '请写清是谁。',
  reached: '接通了吗？',
  reachedOf: { yes: '联系上了', no: '没联系上' },
  reachedMissing: '请先点一下接通了没有。',
  heard: '居民怎么说？',
  heardOf: { solved: '接通了，说解决了', unsolved: '接通了，说没解决', 'no-answer': '没有接通' },
  heardMissing: '请先点一下居民怎么说。',
  into: '并到哪一件？',
  intoMissing: '请先选一件。',
  intoNone: '这栋楼没有别的诉求在办',
  task: '是哪一部分？',
  taskMissing: '请先选是哪一部分。',
  preview: '居民会看到',
  hidden: '居民看不到这一步。',
  kept: '写的字记在这部手机里，退出也不会丢。',
} as const

/** 今天, 明天, 后天, 周三(11月25日), 一周后 … */
export const dayChoice = {
  near: ['今天', '明天', '后天'],
  week: '一周后',
  weeks: (count: number) => `${count}周后`,
  at: (name: string, date: string) => `${name}（${date}）`,
} as const
