import type { MissOutcome } from '../contract'
import type { ReportAnswer, ReportKind } from '../contract'
import type { AuditVerb } from '../domain/people/audit'
import type { Role } from '../domain/people/roles'
import { roleNames } from './role-names'
import { titles } from './titles'

/** What the audit log says was done. */
export const auditVerbNames: Readonly<Record<AuditVerb, string>> = {
  'community.found': '开通了社区',
  'invitation.create': '发出了邀请',
  'invitation.revoke': '收回了邀请',
  'role.accept': '接受了身份',
  'role.revoke': '结束了身份',
  'role.renew': '延长了身份',
  'home.confirm': '核对住处：属实',
  'home.decline': '核对住处：对不上',
  'phone.look': '看了自己的完整号码',
  'member.phone': '看了成员的电话号码',
  'me.export': '导出了自己的信息',
  'me.erase': '删除了自己的信息',
  'consent.withdraw': '取消了同意',
  'check.show': '审核内容：可以给人看',
  'check.refuse': '审核内容：不给人看',
  'complaint.close': '办结了意见',
  'request.look': '看了诉求的联系方式',
  'wish.look': '看了心愿结对双方的联系方式',
  'request.sheet': '导出了诉求登记表',
  'request.tighten': '改了诉求的办理时限',
  'member.check': '记下了成员核过身份',
  'member.uncheck': '取消了成员的核过身份',
  'import.confirm': '用表格更新了社区资料',
  'revision.restore': '把社区资料改回了以前的一版',
  'directory.export': '导出了社区资料',
  'household.look': '看了一栋楼的住户名单',
  'duty.begin': '说明自己正在值班（12小时内可以看住户）',
  'agency.save': '改了单位和电话',
  'agency.remove': '删掉了一个单位',
  'phone.verify': '核实了一个号码',
  'report.answer': '答复了居民反映的号码',
  'building.save': '改了楼栋',
  'building.remove': '删掉了一栋楼',
  'grid.save': '改了网格',
  'grid.remove': '删掉了一个网格',
  'estate.save': '改了小区',
  'estate.remove': '删掉了一个小区',
  'setting.save': '回答了一个设置问题',
  'doorcode.make': '做了门码',
  'doorcode.revoke': '停用了门码',
  'doorcode.replace': '换了门码',
  'notice.release': '复核并发布了通知',
  'notice.withdraw': '撤回了通知',
}

/** 操作记录 */
export const audits = {
  title: titles.audits,
  lead: '谁在什么时候看了个人信息、改了成员和身份、审了内容，都记在这里。只能看，不能改，三年后自动删除。',
  empty: '还没有记录',
  emptyHint: '有人邀请成员、核对住处、看电话号码，就会记下来。',
  resident: '居民本人',
  system: '自动',
  /** 李书记（社区书记）, 社区书记, 居民本人 */
  who: (role: Exclude<Role, 'visitor'> | 'system', name: string | null): string => {
    if (role === 'resident' || role === 'system') return audits[role]
    return name ? `${name}（${roleNames[role]}）` : roleNames[role]
  },
  when: (when: string, who: string) => `${when} · ${who}`,
  about: (verb: string, about: string) => `${verb}（${about}）`,
  why: (why: string) => `原因：${why}`,
} as const

/** 号码和搜索的反馈 */
export const reports = {
  title: titles.reports,
  which: '看哪些？',
  tabs: { numbers: '打不通的号码', misses: '没找到的事' },
  numbersLead: '居民说不对或没人接的号码。请打一打，再答复：反映的居民会收到您的答复。不记是谁说的。',
  numbersLeadRead: '居民说不对或没人接的号码。书记和网格长会打一打，再答复居民。不记是谁说的。',
  missesLead: '居民搜了，没有找到的事。不记是谁搜的，也不留能认出人的话。',
  kinds: { 'wrong-number': '号码不对', 'no-answer': '没人接' } satisfies Record<ReportKind, string>,
  gone: '单位已不在名录里',
  changed: '名录里已经换了号码',
  about: (matter: string) => `为了：${matter}`,
  at: (building: string) => `在${building}反映`,
  call: '打一打',
  callOf: (number: string) => `打一打 ${number}`,
  answer: '答复',
  answerOf: (number: string) => `答复 ${number}`,
  answerTitle: '打过了，是什么情况？',
  answers: {
    confirmed: { title: '号码没错', note: '打通了，确实是这个单位' },
    corrected: { title: '改成新号码', note: '居民马上看到新的号码' },
    removed: { title: '这个号码不用了', note: '拿掉它，居民不再看到' },
  } satisfies Record<ReportAnswer, { readonly title: string; readonly note: string }>,
  correctedGone: '资料里已经没有这个号码，只告诉居民改好了',
  removedGone: '资料里已经没有这个号码，只告诉居民撤下了',
  newNumber: '新号码',
  newNumberHint: '座机要带区号，比如0371-68001234',
  answerMissing: '请先选一样。',
  numberMissing: '请先填新号码。',
  send: '答复居民',
  answered: (count: number) => (count > 1 ? `答复好了，同一个号码的${count}条反映都答复了` : '答复好了'),
  answeredAs: { confirmed: '已答复：号码没错', corrected: '已答复：改成了新号码', removed: '已答复：号码拿掉了' },
  noNumbers: '没有人反映号码',
  noNumbersHint: '居民打完电话说“号码不对”或“没人接”，会列在这里。',
  noMisses: '没有搜不到的事',
  noMissesHint: '居民搜了没有找到，会列在这里，好补上资料。',
  outcomes: {
    outside: '不归社区管的事',
    unsure: '没有听懂',
    wrong: '找到的不是要找的',
  } satisfies Record<MissOutcome, string>,
  unsaid: '没有留下原话',
  times: (count: number) => `${count}次`,
  day: (when: string, outcome: string) => `${when} · ${outcome}`,
  shown: (matters: string) => `当时显示的是：${matters}`,
} as const
