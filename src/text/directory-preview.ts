import type { ImportView } from '../contract'
import { titles } from './titles'

type Changed = ImportView['changes'][number]['kind']
type Broken = ImportView['breaks'][number]['kind']

/** 核对这次导入: what it would do, what is wrong in it, and what became of it. */
export const directoryPreview = {
  title: titles.directoryImport,
  none: '还没有导入过',
  noneHint: '下载空白表格，填好了从聊天里传上来，就在这里核对。',
  toTable: '去下载、传表格',

  working: {
    reading: '正在读，请等一等…',
    staging: (done: number, total: number) => `正在核对 ${done}/${total}`,
    confirmed: (done: number, total: number) => `已经生效，正在整理 ${done}/${total}`,
  },
  workingHint: '可以离开这一页，回来会接着做。',
  paused: '停在了半路，做好的都还在。',
  goOn: '接着做',

  unsent: '表格还没有传完',
  unsentHint: '要是同事正在传，等一会儿再看。要是您刚才传断了，再传一次。',
  look: '再看一次',

  faulty: '这份表格要改一改',
  faultyHint: '在电脑上打开表格，照下面一处处改好，存一份，再传一次。原来的资料没有变。',
  fault: '这份文件读不了',
  toMend: (count: number) => `要改的：${count}处`,
  toKnow: (count: number) => `提醒：${count}处，不改也行`,
  at: (sheet: string | null, cell: string | null) =>
    [sheet === null ? '' : `“${sheet}”表`, cell === null ? '' : `${cell}格`].filter(Boolean).join(' ') || '整份表格',
  showMore: (count: number) => `再看${count}处`,
  notListed: (count: number) => `还有${count}处没有列出来，改好这些再传一次就能看到。`,
  copy: '复制这份单子',
  copied: '复制好了。打开一个聊天，长按、粘贴，就能带到电脑上看。',
  notCopied: '没有复制成功，请再点一次。',
  resend: '改好后再传一次',

  ready: '核对好了，可以生效',
  readyHint: '您确认以后，居民马上看到新的；确认之前什么都不变。',
  nothing: '和现在的资料一样，没有会变的。',
  changes: '会变什么',
  changed: '变了什么',
  kinds: {
    estates: '小区',
    grids: '网格',
    buildings: '楼栋',
    units: '单元',
    households: '住户',
    agencies: '单位',
    phones: '电话',
    members: '成员',
    settings: '这些事归谁',
  } satisfies Record<Changed, string>,
  comes: (count: number) => `增加${count}`,
  becomes: (count: number) => `改动${count}`,
  goes: (count: number) => `去掉${count}`,
  such: (examples: readonly string[], count: number) => `${examples.join('、')}${count > examples.length ? '等' : ''}`,

  breaks: '去掉的里面，有的还在用',
  breaksHint: '去掉以后，门口的码扫了找不到地方，没办完的事也没了着落。不是这个意思，就点“不要了”。',
  things: { building: '楼栋', unit: '单元', agency: '单位', grid: '网格' } satisfies Record<Broken, string>,
  resting: {
    doorCodes: (count: number) => `门口的码${count}个`,
    households: (count: number) => `住户${count}户`,
    homes: (count: number) => `登记住在那里的居民${count}位`,
    requests: (count: number) => `没办完的诉求和心愿${count}件`,
    members: (count: number) => `成员${count}位`,
  },
  seen: '我看过了，确定要去掉',
  seenFirst: '请先看看红色的这些，再勾上“我看过了”。',

  emptied: (count: number) => `${count}户住户登记的称呼、电话和情况会清空`,
  emptiedHint: '表里这几户没有填，或者没写“同意登记”。想留着，就点“不要了”，补好再传。',

  members: '表里还写了这些人',
  membersHint: '导入不会给谁身份。确认以后，请一位位发邀请。',
  invite: '去邀请成员',
  memberMore: (count: number) => `还有${count}位`,

  confirm: '确认生效',
  confirming: '正在生效…',
  sureTitle: '有要去掉的，确定吗？',
  sureEmptied: (count: number) => `${count}户住户的登记会清空。`,
  sureText: (goes: readonly string[]) => `会去掉：${goes.join('，')}。以后可以在“以前的版本”里找回来。`,
  /** Kept revisions hold rooms and nobody in them. */
  sureRooms: '住户的称呼、电话和情况不留底，去掉就找不回来。',
  sureNo: '再看看',
  cancel: '不要了',
  cancelTitle: '这次不要了吗？',
  cancelText: '核对的结果会扔掉，原来的资料不变。要的话以后可以重新来。',
  cancelNo: '留着',

  outdated: '资料刚刚有人改过',
  outdatedHint: '重新核对一遍就好，什么都没有丢。',
  anew: '重新核对',
  chooseAnew: '再选一次这份表格',
  toRevisions: '去以前的版本',
  toPlaces: '去小区和楼栋',

  cancelled: '这次导入不要了',
  cancelledHint: '资料没有因为它变过。要是后来传过新的，看最近的一次。',
  latest: '看最近的一次',

  done: '生效了，居民已经能看到',
  asResident: '像居民那样看看',
  asResidentHint: '打开其中一栋楼，看居民扫码后看到什么',
  noBuilding: '还没有楼栋，先加一栋再看。',
  next: '接着做头一个小时的事',
  home: '回到楼栋和电话',
  back: '换回之前的资料',
  backTitle: '换回之前的资料吗？',
  backText: '先给您看会变什么，您确认以后才换。',
  backYes: '看看会变什么',
} as const
