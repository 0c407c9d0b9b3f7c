import type { ComplaintState } from '../domain/content/complaint'
import type { ShownState } from '../domain/content/check'
import { roleNames } from './role-names'
import { titles } from './titles'

export type ComplaintKind = 'app' | 'service' | 'person' | 'content'

/** What a complaint is about, for the one who chooses. */
export const complaintKindText: Readonly<Record<ComplaintKind, { readonly title: string; readonly note: string }>> = {
  service: { title: '办事、服务没到位', note: '比如报修没人管，答应的没做到' },
  person: { title: '某个人的态度或做法', note: '只给社区书记看，不给网格长看' },
  app: { title: '这个小程序', note: '不好用，说得不对，有错' },
  content: { title: '别人写的话不合适', note: '骂人，造谣，泄露隐私' },
}

/** The choices, what most people come for first. */
export const complaintKindOrder: readonly ComplaintKind[] = ['service', 'person', 'app', 'content']

export const complaintStateText: Readonly<Record<ComplaintState, string>> = {
  open: '还没答复',
  answered: '有答复了',
  closed: '已经办结',
  withdrawn: '已经撤回',
}

/** Why somebody else does not see words or a picture, or not yet. Nothing to say of what is shown. */
const shownStateText: Readonly<Record<ShownState, string | null>> = {
  waiting: '正在核对，核对完别人才能看到',
  shown: null,
  refused: '核对没有通过，别人看不到',
}
export const shownNote = (state: ShownState): string | null => shownStateText[state]

export const complain = {
  title: titles.complain,
  noPlace: '请先选您住的小区和楼栋',
  noPlaceHint: '这样才知道要送到哪个社区。',
  choose: '去选择',
  about: '您想说的是哪一类？',
  change: '换一类',
  reported: '您要举报的话',
  words: '您想说什么？',
  wordsHint: '什么时候、在哪里、怎么回事。写清楚，处理得快。不用写姓名和电话。',
  wordsMissing: '请先写几句您想说的话。',
  pictures: '照片（可以不放）',
  picturesDenied: '没有打开相册的权限。您可以不放照片，直接送出。',
  picturesFailed: '照片没有取到，请再试一次。也可以不放照片。',
  pictureProblem: '有照片没有发出去。可以重新发送，也可以移除它再送出。',
  picturesBusy: '照片还在发送，请稍等。',
  send: '送出',
  sending: '正在送出…',
  kept: '写的内容已经记在手机里，退出也不会丢。',
  urgent: '急事请直接打电话，不要在这里等。',
  sent: '已经送出',
  goesTo: { grid: '社区书记会看到。您登记过住处的，网格长也会看到。', person: '只有社区书记会看到。' },
  anonymous: '他们看不到是谁提的。',
  until: (when: string) => `最晚${when}前给您答复。`,
  held: '这段话先要核对一下，核对完他们才能看到。结果会告诉您。',
  later: '现在没有网络，已经记在手机里，有网络时会自动送出。',
  another: '对书记有意见，或对答复不满意，可以打12345。',
  mine: '看我提过的意见',
  call: '打12345',
} as const

export const complaints = {
  title: titles.complaints,
  write: '提意见',
  writeHint: '对服务、对人、对小程序，都可以说',
  mine: '我提过的意见',
  none: '您还没有提过意见',
  noneHint: '有不满意的地方，点上面的“提意见”。',
  filed: (when: string) => `${when}提出`,
  due: (when: string) => `最晚${when}前答复`,
  hidden: '（文字正在核对）',
} as const

export const complaint = {
  title: titles.complaint,
  pictures: '照片',
  picture: { waiting: '正在核对', shown: '', refused: '没有通过核对' },
  answers: '答复',
  noAnswers: '还没有答复。',
  from: (role: keyof typeof roleNames, when: string) => `${roleNames[role]} ${when}`,
  hiddenAnswer: '有一条答复正在核对，核对完您就能看到。',
  report: '举报这段话',
  withdraw: '撤回这条意见',
  withdrawAsk: '撤回这条意见？',
  withdrawText: '撤回后，书记和网格长不再看到您写的话和照片，也不会再答复。',
  withdrawYes: '撤回',
  no: '不撤回',
  withdrawn: '已经撤回。',
  reported: '举报的是这段话',
} as const

export const workComplaints = {
  title: titles.complaints,
  which: '看哪些',
  empty: {
    open: '没有要答复的意见',
    answered: '没有等着办结的意见',
    closed: '没有已经办结的意见',
    withdrawn: '没有撤回的意见',
  },
  emptyHint: '有新的意见，会在“消息”里告诉您。',
  late: (when: string) => `已超过期限：${when}`,
  hidden: '文字正在核对',
  gone: '已经撤回，不再显示',
  kept: '没有通过核对，不显示',
  unknown: '看不到是谁提的。请就事论事地答复。',
  mine: '这条是您自己提的，要请别人来答复。',
  answer: '您的答复',
  answerHint: '对方看得到您的身份，看不到您的称呼。',
  answerMissing: '请先写答复。',
  send: '答复',
  close: '答复并办结',
  closeAsk: '答复并办结？',
  closeText: '办结以后，这条意见不能再答复。办结会记在操作记录里。',
  closeYes: '办结',
  closeNo: '先不办结',
  answered: '已经答复，对方会收到消息。',
  closed: '已经办结，对方会收到消息。',
  held: '您的答复要先由别人核对，核对完对方才能看到。',
} as const

export const review = {
  title: titles.review,
  lead: '机器拿不准的内容，由您看一看',
  empty: '没有要看的内容',
  emptyHint: '有新的，会在“消息”里告诉您。',
  kinds: {
    complaint: '居民提的意见',
    answer: '给居民的答复',
    picture: '居民发的照片',
    request: '居民提的诉求',
    step: '办理诉求时写的话',
    voice: '居民的评价',
    wish: '居民的心愿卡',
    offer: '党员的接单卡',
    'wish-step': '心愿里写的话',
    thanks: '感谢的话',
    notice: '通知里写的话',
    'notice-question': '居民问通知的话',
    opinion: '居民征求意见时写的话',
  },
  because: { review: '机器拿不准', unchecked: '机器暂时没法核对' },
  due: (when: string) => `请在${when}前看`,
  late: (when: string) => `已超过期限：${when}`,
  goneWords: '内容已经不在了，选哪个都可以。',
  noPicture: '照片现在打不开，请过一会儿再看。',
  enlarge: '放大看照片',
  mine: '这是您自己写的，要请别人来看。',
  yes: '可以给人看',
  no: '不给人看',
  yesTitle: '可以给人看？',
  noTitle: '不给人看？',
  yesText: '书记、网格长和相关的人能看到。您的决定和原因会记在操作记录里。',
  noText: '只有写的人自己能看到，会告诉他没有通过。您的决定和原因会记在操作记录里。',
  yesReasons: ['没有不合适的话', '反映实际情况', '照片没有问题'],
  noReasons: ['有骂人的话', '有别人的隐私', '是广告', '和社区的事无关'],
  back: '再看看',
  decided: { passed: '已记下：可以给人看', refused: '已记下：不给人看' },
} as const
