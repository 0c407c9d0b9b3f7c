import { retention, type KeptAfterErasure, type RetentionId } from '../domain/people/retention'

interface Reason {
  readonly what: string
  readonly why: string
}

/** What is kept, and why for so long. */
export const retentionText: Readonly<Record<RetentionId, Reason>> = {
  account: { what: '称呼、电话、同意记录', why: '您要用它们' },
  home: { what: '住处', why: '您要用它' },
  subscription: { what: '同意收微信通知的次数', why: '没有它就不能通知您' },
  role: { what: '在社区担任的身份', why: '身份结束后还要查得到当时是谁经手' },
  invitation: { what: '您发出的邀请', why: '查得到是谁邀请的' },
  complaint: { what: '您提的意见', why: '社区要对照前后怎么办的' },
  request: { what: '您提的诉求、办理的经过', why: '对照前后怎么办的，也防止同一件事再拖' },
  'request-contact': { what: '诉求里的房号和电话（从办结算起）', why: '办结以后还能回访、重办' },
  wish: { what: '圆满的心愿和帮忙的时长', why: '您能随时查到、导出自己帮过多少' },
  'wish-over': { what: '撤下的、没挂出来的心愿卡', why: '有异议时查得到' },
  'wish-contact': { what: '心愿里的房号、电话、紧急联系人（从结束算起）', why: '结束以后还能问一声' },
  'wish-behalf': { what: '替谁挂的心愿：称呼和电话（从结束算起）', why: '结束以后还能问一声' },
  offer: { what: '收起来的接单卡（从撤下算起）', why: '有异议时查得到' },
  block: { what: '您不想再结对的人（代号）', why: '没有它还会配到一起' },
  notice: { what: '您写的、经手的通知（从结束算起）', why: '查得到当时怎么说的、是谁发的' },
  opening: { what: '您打开过哪条通知、点过“知道了”（代号）', why: '数得出有多少户知道了，没看到的好上门去说' },
  'notice-question': { what: '您在通知下面问的话', why: '有人答复您' },
  visit: { what: '您上门告知过哪几户', why: '不会漏掉一户，也不用去第二次' },
  group: { what: '您记下的居民群', why: '发通知时知道发到哪儿' },
  voice: { what: '征求意见时您说的、签的名（加密）', why: '结果要对得上' },
  'sign-up': { what: '您报的名、写的称呼（加密）', why: '知道谁来、候补轮到谁' },
  'notice-file': { what: '通知里的文件', why: '和通知一起保存' },
  'notice-file-unused': { what: '没有发出去的通知文件', why: '只为了让您接着写' },
  check: { what: '内容审核的记录', why: '有异议时查得到' },
  'check-open': { what: '还没人审的内容', why: '等人来看' },
  'picture-unused': { what: '没有送出的照片', why: '只为了让您接着填' },
  'picture-refused': { what: '没通过审核的照片', why: '有异议时查得到' },
  picture: { what: '意见、诉求和通知里的照片', why: '和意见、诉求、通知一起保存' },
  message: { what: '消息', why: '方便您回头看' },
  household: { what: '网格登记的住户（经您同意，不在您的账号里）', why: '上门照看要用，您跟网格长或社区说一声就去掉' },
  import: { what: '上传的资料表格，没有确认的', why: '只为了让社区接着核对' },
  'import-part': { what: '资料更新的中间记录', why: '中断以后还能接着做' },
  directory: { what: '社区资料以前的样子，不含住户的称呼和电话', why: '改错了还能改回来' },
  report: { what: '您反映的号码不对、没人接', why: '社区要核实电话' },
  reporter: { what: '反映号码的人是谁（代号）', why: '同一个人只算一次' },
  miss: { what: '没搜到的事', why: '不记是谁，只为补上缺的' },
  audit: { what: '谁看过、改过个人信息的记录', why: '出了事查得到是谁' },
  resend: { what: '防止重复提交的记录', why: '网络不好时不会多提一次' },
  counter: { what: '操作次数', why: '防止有人捣乱' },
  erasure: { what: '正在删除的记号', why: '删完就没有了' },
}

/** What stays after somebody erased everything, and why. */
export const staysText: Readonly<Record<KeptAfterErasure, Reason>> = {
  audit: { what: '谁看过、改过个人信息的记录', why: '只有代号，没有姓名和电话，三年后自动删除。出了事要查得到' },
  role: { what: '某个代号担任过的身份', why: '没有姓名，身份结束一年后自动删除' },
  complaint: { what: '社区收到过一条意见、怎么答复的', why: '您写的话、照片和您是谁都会去掉' },
  request: { what: '某栋楼有过一件什么诉求、怎么办的', why: '您写的话、照片、房号、电话和您是谁都会去掉' },
  wish: { what: '某栋楼有过一张什么类别的心愿、帮了多久', why: '您写的话、房号、电话和您是谁都会去掉' },
  notice: {
    what: '通知下面公开的问答，哪几户上门告知过',
    why: '问的是谁、告知的是谁都会去掉。您打开过哪些通知的记录会删掉，“知道了”的户数会少算',
  },
  voice: {
    what: '已经截止的征求意见里，那一票',
    why: '您的名字和代号会去掉。公布过的结果不能变；还没截止的，您说的会删掉',
  },
  'sign-up': { what: '已经开始的活动里，有过一个名额', why: '您的称呼和代号会去掉。还没开始的，名额让给候补的人' },
  answer: { what: '您代表社区或单位写的答复、通知、办理经过', why: '那是社区和单位的话，会去掉您是谁' },
  household: {
    what: '网格登记的住户情况：称呼、电话、要注意什么',
    why: '不在您的账号里，程序分不清是不是您。要去掉，请跟网格长或社区说一声，由社区书记去掉，会有记录',
  },
  guard: { what: '防止重复提交的记录', why: '最多七天后自动删除' },
  backup: { what: '云端自动备份里的旧内容', why: '只用来救急，过些天会被新的备份盖掉' },
}

/** 一直到您删除, 180天, 2年 */
export function keptFor(id: RetentionId): string {
  const row = retention.find((one) => one.id === id)
  if (id === 'household') return '您说去掉为止'
  if (!row || row.from === null) return id === 'erasure' ? '删完为止' : '一直到您删除'
  if (id === 'resend') return '7天'
  if (untilNotice.has(id)) return '通知到期后180天'
  if (id === 'counter') return '1天多'
  const years = Math.floor(row.days / 365)
  return years > 0 ? `${years}年` : `${row.days}天`
}

/** Whose documents say themselves until when they are kept. */
const untilNotice: ReadonlySet<RetentionId> = new Set(['opening', 'notice-question', 'visit', 'voice', 'sign-up'])
