import type { Need } from '../domain/directory/types'
import type { NoticeKind, OutageWhat, WhatOf } from '../domain/notice/kinds'
import type { NoticeDuty } from '../domain/notice/notice'
import type { NoticeDesk, NoticeState, NoticeVerb } from '../domain/notice/verbs'

/** Kinds of notices, as templates and lists call them. */
export const noticeKindNames: Readonly<Record<NoticeKind, string>> = {
  outage: '停水停电',
  work: '施工',
  service: '办事服务',
  meeting: '会议和征求意见',
  safety: '安全提醒',
  'lost-found': '失物招领',
}

/** What exactly, as somebody chooses it. */
export const noticeWhatNames: { readonly [Kind in NoticeKind]: Readonly<Record<WhatOf<Kind>, string>> } = {
  outage: { water: '停水', power: '停电', heat: '停暖', gas: '停气', network: '断网', lift: '电梯停运' },
  work: {
    ...{ pipes: '管道维修', road: '道路施工', 'lift-check': '电梯检修', walls: '外墙维修', trees: '修剪树木' },
    ...{ pests: '消杀', other: '别的施工' },
  },
  service: { certification: '养老保险资格认证', vaccination: '打疫苗', clinic: '义诊', other: '别的服务' },
  meeting: { meeting: '开会', consultation: '商量事情', consent: '征求意见', 'sign-up': '报名' },
  safety: { fire: '防火', gas: '用气安全', weather: '天气变化', ice: '路面结冰', fraud: '防诈骗', other: '别的提醒' },
  'lost-found': { lost: '寻物', found: '招领' },
}

/** What is off, is off now, and is back. */
export const outageWords: Readonly<
  Record<OutageWhat, { readonly off: string; readonly isOff: string; readonly back: string; readonly isBack: string }>
> = {
  water: { off: '停水', isOff: '正在停水', back: '恢复供水', isBack: '已恢复供水' },
  power: { off: '停电', isOff: '正在停电', back: '恢复供电', isBack: '已恢复供电' },
  heat: { off: '停暖', isOff: '正在停暖', back: '恢复供暖', isBack: '已恢复供暖' },
  gas: { off: '停气', isOff: '正在停气', back: '恢复供气', isBack: '已恢复供气' },
  network: { off: '断网', isOff: '正在断网', back: '恢复网络', isBack: '已恢复网络' },
  lift: { off: '电梯停运', isOff: '电梯正停运', back: '恢复电梯运行', isBack: '电梯已恢复运行' },
}

export const noticeStateNames: Readonly<Record<NoticeState, string>> = {
  draft: '草稿',
  waiting: '等人复核',
  'sent-back': '退回修改',
  out: '已发布',
  changing: '更改待复核',
  restored: '已恢复',
  withdrawn: '已撤回',
  expired: '已过期',
}

/** What the steps are called on buttons and in the history. */
export const noticeVerbNames: Readonly<Record<NoticeVerb, string>> = {
  begin: '起草',
  write: '修改草稿',
  send: '发布',
  recall: '取回',
  release: '复核通过',
  'send-back': '退回',
  change: '更改',
  restore: '已恢复',
  review: '补做复核',
  withdraw: '撤回',
  discard: '不发了',
  expire: '到期',
}

export const noticeDeskNames: Readonly<Record<NoticeDesk, string>> = {
  writing: '在写的',
  asking: '待复核',
  out: '已发布',
  closed: '已结束',
}

/** Who has to do something next. */
export const noticeOwnerNames: Readonly<Record<NoticeDuty['owner'], string>> = {
  author: '发通知的人',
  second: '复核的人',
  secretary: '社区书记',
}

/** Households that a notice can be for. */
export const noticeNeedNames: Readonly<Record<Need, string>> = {
  'over-60': '60岁以上',
  alone: '独居',
  'hard-to-walk': '行动不便',
  pregnant: '有孕妇',
  infant: '有婴幼儿',
  'low-income': '低保',
  disabled: '有残疾',
  'hard-of-hearing': '听力不好',
  'weak-sighted': '视力不好',
}
