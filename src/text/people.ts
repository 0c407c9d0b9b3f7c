import type { Purpose } from '../domain/people/consent'

const homeStates = { declared: '等网格长核对', confirmed: '已核对', declined: '没有对上' } as const
type HomeState = keyof typeof homeStates

/** 我的信息 */
export const info = {
  title: '我的信息',
  lead: '您在这里留下的，都列在下面。每一样都可以改，也可以删。',
  nothing: '您还没有留下任何信息。',
  nothingHint: '找电话、打电话不用登记。想留称呼、电话、住处，点下面就行。',
  erasing: '正在删除您的信息，要几分钟。删完以后，这里就空了。',
  about: '关于您',
  name: '称呼',
  phone: '电话',
  home: '住处',
  set: '填写',
  change: '修改',
  look: '看完整号码',
  hide: '收起',
  fromWechat: '微信给的号码',
  fromTyped: '您自己填的号码',
  looked: '看完整号码会留一条记录，只为了您放心。',
  roles: '您在社区的身份',
  until: (day: string) => `到${day}为止`,
  records: '您办过的事',
  complaints: (count: number) => `提过 ${count} 条意见`,
  pictures: (count: number) => `传过 ${count} 张照片`,
  messages: (count: number) => `收到 ${count} 条消息`,
  agreements: '您同意过的',
  agreedOn: (day: string) => `${day}同意`,
  read: '看说明',
  withdraw: '取消同意',
  kept: '每一样留多久',
  keptHint: '点一下看每一样留多久、为什么',
  leave: '导出或删除我的信息',
  leaveHint: '导出成一份能看的文件，或者全部删掉',
} as const

/** 称呼 */
export const nameForm = {
  label: '怎么称呼您？',
  hint: '比如：王阿姨、李师傅。不用写全名。',
  save: '保存',
  remove: '不留称呼',
  cancel: '不改了',
  missing: '请先写上怎么称呼您。',
  saved: '称呼改好了。',
  removed: '称呼删掉了。',
} as const

/** 电话 */
export const phoneForm = {
  title: '留个电话',
  hint: '有事要找您的时候才用。不留也没关系。',
  wechat: '用微信里的号码',
  typed: '自己填号码',
  label: '您的电话号码',
  labelHint: '手机，或者带区号的座机',
  save: '保存',
  skip: '先不留',
  missing: '请先填上号码。',
  denied: '没关系，您可以自己填，也可以不留。',
  unable: '微信现在给不了号码，您可以自己填，也可以不留。',
  saved: (masked: string) => `号码记下了：${masked}`,
} as const

/** 我住哪 */
export const home = {
  title: '我住哪',
  isThisIt: '您住在这里吗？',
  yes: '是，就住这里',
  other: '不是，我自己选',
  room: '门牌号',
  roomLabel: '门牌号是多少？可以不填',
  roomHint: '比如：301。只有网格长和书记能看到。',
  save: '保存',
  elsewhere: '换个地方',
  place: '住处',
  noRoom: '没有填',
  state: '核对情况',
  states: homeStates,
  stateHints: {
    declared: '网格长核对以后会告诉您。没核对也不影响您用。',
    confirmed: '社区已经核对过了。',
    declined: '请看看楼栋、单元、门牌号选对没有。没有选错，就请联系网格长。',
  } satisfies Record<HomeState, string>,
  declaredOn: (day: string) => `${day}登记`,
  saved: '记下了。网格长核对以后会告诉您。',
  change: '更换住处',
  remove: '不再登记住处',
  removed: '住处删掉了。',
  gone: '这个地方已不在名录里',
} as const

/** Taking an agreement back. */
export const withdrawal = {
  title: (what: string) => `不再同意“${what}”？`,
  text: {
    account: '取消后，您留下的所有信息都会删除。',
    phone: '取消后，您留的电话号码会马上删掉。别的不受影响。',
    home: '取消后，您登记的住处会马上删掉。别的不受影响。',
    messages: '取消后，不再给您发微信通知。消息还能在这里看。',
  } satisfies Record<Purpose, string>,
  yes: '取消同意',
  no: '不取消',
  done: '已经取消，相关的信息也删掉了。',
} as const

/** 住处核对, for those who keep a grid or a community. */
export const homesWork = {
  title: '住处核对',
  lead: '请按您了解的情况核对。拿不准的先放着，不用急。',
  tabs: { declared: '等您核对', confirmed: '属实', declined: '对不上' } satisfies Record<HomeState, string>,
  which: '看哪些？',
  noName: '没有留称呼',
  noRoom: '没有填门牌号',
  declaredOn: (when: string) => `${when}登记`,
  yes: '属实',
  no: '对不上',
  yesOf: (who: string) => `属实，${who}`,
  noOf: (who: string) => `对不上，${who}`,
  mine: '这是您自己的住处，要请别人来核对。',
  decided: { confirmed: '已记下：属实。对方会收到消息。', declined: '已记下：对不上。对方会收到消息。' },
  instead: { confirmed: '改成对不上', declined: '改成属实' },
  empty: {
    declared: '没有要核对的住处',
    confirmed: '还没有核对属实的住处',
    declined: '没有对不上的住处',
  } satisfies Record<HomeState, string>,
  emptyHint: '有人登记住处时，会给您发消息。',
  noPlace: '请从工作台打开这一页',
} as const
