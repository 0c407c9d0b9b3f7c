import type { Purpose } from '../domain/people/consent'

/** What the privacy notice says of one purpose. */
interface Notice {
  readonly title: string
  readonly what: string
  readonly why: string
  readonly until: string
  readonly who: string
}

/**
 * The privacy notice, in the words of its version in `domain/people/consent`. Whoever changes what it says raises that
 * number: everybody is then asked again.
 */
export const notices: Readonly<Record<Purpose, Notice>> = {
  account: {
    title: '登记一个您的代号',
    what: '微信给本小程序的一个代号（不是您的微信号），您填的称呼，您提的意见、诉求和照片。提诉求时您给的房号、电话和替谁提的，只为这一件事，加密存放。代号和称呼也加密存放。',
    why: '分得清哪些事是您办的，别人动不了。诉求有人接、有人回话，都找得到您。',
    until: '代号和称呼，留到您删除为止。意见、诉求和照片，最多留两年。诉求里的房号、电话，办结30天后就删。',
    who: '代号谁也看不到。意见和照片，本社区的书记和网格长能看到，但看不到是谁提的。诉求，办这件事的人能看到；要找您时点一下才看得到称呼、电话、房号，每看一次都有记录，您选了不留名就看不到。邻居能看到有这件事、在哪栋楼、办到哪一步；文字和照片，您同意公开、审核通过才看得到。私事只显示有一件，不显示是什么、在哪栋。称呼，在您登记住处或接受社区的身份后，本社区的书记和网格长能看到；接受了身份的，街道也能看到。',
  },
  phone: {
    title: '留您的电话号码',
    what: '您给的电话号码，加密存放。',
    why: '您提的诉求有人要问您，或您在社区担任身份时，能找到您。',
    until: '留到您取消同意或删除为止。',
    who: '平时谁也看不到。您有诉求在办时，办这件事的人要找您才能看；您担任身份时，本社区的书记和网格长写明原因才能看。每看一次都有记录。',
  },
  home: {
    title: '登记您的住处',
    what: '小区、楼栋、单元；房号写不写随您，写了就加密存放。',
    why: '您提的意见能送到您那一片的网格长手里。',
    until: '留到您取消同意或删除为止。',
    who: '本社区的书记和您那一片的网格长。',
  },
  messages: {
    title: '用微信通知您',
    what: '您同意收几条微信通知。',
    why: '您的事有了进展，能用微信告诉您。',
    until: '次数用完，或您取消同意为止。',
    who: '只用来给您发通知，不给别人看。',
  },
}

export const consent = {
  title: '先看看要记下什么',
  lead: '这一步要记下一点您的信息，您同意了才记。',
  what: '记什么',
  why: '为什么',
  until: '记多久',
  who: '谁能看',
  rights: '随时可以在“我的”里的“我的信息”查看、更正、导出、删除，也可以取消同意。',
  operator: '由谁负责：点右上角“…”，在小程序的资料里能看到运营单位和隐私保护指引。',
  age: '您满14周岁了吗？',
  old: '我已满14周岁',
  young: '我未满14周岁',
  sayAge: '请先选一下，您满14周岁了吗？',
  agree: '同意，继续',
  decline: '不同意',
  again: '您同意过的说明',
  close: '知道了',
  declined: '没关系，没有记下任何信息。您填的内容还在，别的功能照样能用。',
} as const
