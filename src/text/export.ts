import { clockText, dateText } from './time'

/** The parts of an export, in their order. */
const parts = {
  account: '账户',
  consents: '我同意过的事',
  home: '我住哪',
  roles: '我在社区的身份',
  complaints: '我提的意见',
  requests: '我提的和跟进的诉求',
  'request-steps': '我经手的诉求',
  wishes: '我的心愿卡，和我帮的心愿',
  offers: '我的接单卡',
  hours: '我帮忙的时长',
  'wish-steps': '我经手的心愿',
  blocks: '我不想再结对的',
  openings: '我打开过的通知',
  'notice-questions': '我在通知下面问的',
  voices: '征求意见时我说的',
  'sign-ups': '我报的名',
  'notice-steps': '我写的、经手的通知',
  groups: '我记的居民群',
  'notice-files': '我发的通知文件',
  pictures: '我发的照片',
  messages: '收到的消息',
  subscriptions: '微信通知还剩几次',
  reports: '我反映过的电话（90天内）',
  invitations: '我发出的邀请',
  audits: '有关个人信息和身份，我做过的事',
} as const
export type ExportPart = keyof typeof parts

const labels = {
  name: '称呼',
  phone: '电话号码',
  phoneFrom: '号码从哪来',
  since: '从什么时候起',
  what: '事项',
  at: '时间',
  version: '说明的版本',
  withdrawnAt: '取消时间',
  community: '社区',
  place: '地方',
  room: '房号',
  state: '状态',
  role: '身份',
  until: '到什么时候',
  kind: '类别',
  words: '内容',
  pictures: '照片（张）',
  answer: '答复',
  size: '大小',
  title: '标题',
  left: '还剩',
  number: '电话号码',
  uses: '能用几次',
  used: '用了几次',
  why: '原因',
  spot: '具体在哪儿',
  behalfName: '替谁提的',
  behalfPhone: '那个人的电话',
  step: '做了什么',
  note: '内部备注',
  emergencyName: '紧急联系人',
  emergencyPhone: '紧急联系人的电话',
  wants: '看重的',
  limits: '说明',
  times: '时间段',
  thanks: '感谢的话',
  minutes: '时长（分钟）',
  acknowledgedAt: '点“知道了”的时间',
  choices: '选的',
  came: '来了没有',
  bytes: '大小（字节）',
} as const
export type ExportLabel = keyof typeof labels

/** One fact of an export. */
export interface ExportRow {
  readonly label: string
  readonly value: string
}
export interface Exported {
  readonly madeAt: number
  readonly parts: readonly {
    readonly id: string
    readonly rows: readonly (readonly ExportRow[])[]
    readonly cut: boolean
  }[]
}

const titleOf = (id: string) => (id in parts ? parts[id as ExportPart] : id)
const labelOf = (label: string) => (label in labels ? labels[label as ExportLabel] : label)

/** 2026年11月21日 08:30 */
export const momentText = (ms: number): string => `${dateText(ms, 0)} ${clockText(ms)}`

/** The file's name, as whoever gets it sees it. */
export const exportFile = (madeAt: number): string => `家门口-我的信息-${dateText(madeAt, 0)}.txt`

/** What is kept about somebody, as a text that reads on any phone or computer. */
export function exportText({ madeAt, parts }: Exported): string {
  const head = [
    '家门口：我的信息',
    `导出时间：${momentText(madeAt)}`,
    '这里有您的电话等私人信息，请自己收好，不要转给不认识的人。',
  ]
  const bodies = parts.map(({ id, rows, cut }) =>
    [
      `【${titleOf(id)}】`,
      ...(rows.length === 0 ? ['没有'] : rows.map(rowText)),
      ...(cut ? ['还有更早的，没有列在这里。需要全部内容，请向社区提出。'] : []),
    ].join('\n'),
  )
  // Windows' own editor shows one long line without the carriage returns.
  return `${[head.join('\n'), ...bodies].join('\n\n').replace(/\n/g, '\r\n')}\r\n`
}

/** A line break in somebody's words must not look like another row. */
const rowText = (row: readonly ExportRow[], at: number) =>
  row
    .map(({ label, value }, i) => `${i === 0 ? `${at + 1}. ` : '   '}${labelOf(label)}：${value.replace(/\s+/g, ' ')}`)
    .join('\n')

/** How many things there are in all, for whoever is asked whether to save them. */
export const exportCount = ({ parts }: Exported): number => parts.reduce((sum, { rows }) => sum + rows.length, 0)

/** Words for what is kept as a sign. */
export const exportWords = {
  phoneFrom: { wechat: '微信授权', typed: '自己填写' },
  purposes: { account: '登记', phone: '留电话', home: '登记住处', messages: '用微信通知我' },
  home: { declared: '已登记', confirmed: '社区已确认', declined: '没有对上' },
  membership: { active: '有效', revoked: '已收回' },
  requests: { own: '我提的', joined: '我跟进的' },
  wishes: { own: '我的心愿', helped: '我帮的心愿' },
  offers: { open: '挂着', paused: '先收着', withdrawn: '已撤下' },
  block: '有一位，只记着代号',
  questions: { open: '等答复', answered: '已答复', closed: '已收起' },
  signUps: { in: '报上了', waiting: '候补', left: '已退出' },
  came: { yes: '来了', no: '没来' },
  visit: '上门告知了一户',
  notedVoice: '替没有手机的人登记了意见',
  share: '发到群里',
  remind: '提醒了一栋楼',
  complaintKinds: { app: '这个小程序', service: '服务或单位', person: '有人的做法', content: '有人写的内容' },
  complaints: { open: '等答复', answered: '已答复', closed: '已办结', withdrawn: '已撤回' },
  pictures: { coming: '还没传完', asking: '审核中', review: '等人审核', passed: '通过', refused: '没有通过' },
  templates: { progress: '办理进展', verdict: '审核结果', duty: '待办提醒' },
  reports: { 'wrong-number': '号码不对', 'no-answer': '没人接' },
  reportAnswers: { confirmed: '核实过，号码没有错', corrected: '换成了新的号码', removed: '不再列出这个号码' },
  invitations: { open: '有效', revoked: '已收回' },
  times: (count: number) => `${count}次`,
} as const
