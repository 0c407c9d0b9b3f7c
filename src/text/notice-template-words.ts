import type { NoticeKind, OutageWhat, WhatOf } from '../domain/notice/kinds'
import type { Gap, OutageReason } from '../domain/notice/template'

/** What stands above each blank, and the example inside it. */
export const noticeBlanks: Readonly<
  Record<NoticeKind, Readonly<Record<string, { readonly label: string; readonly example?: string }>>>
> = {
  outage: {
    what: { label: '停什么' },
    places: { label: '哪些楼' },
    time: { label: '什么时候' },
    reason: { label: '原因' },
    more: { label: '补充一句（可不写）', example: '例如：送水车停在小区南门' },
  },
  work: {
    what: { label: '什么施工' },
    places: { label: '哪些楼' },
    time: { label: '什么时候' },
    name: { label: '施工内容', example: '例如：装充电桩' },
    more: { label: '补充一句（可不写）', example: '例如：车请停到北门' },
  },
  service: {
    what: { label: '什么服务' },
    places: { label: '给哪些楼' },
    time: { label: '什么时候' },
    name: { label: '服务内容', example: '例如：免费理发' },
    where: { label: '在哪里办', example: '例如：党群服务中心' },
    bring: { label: '要带什么（可不写）', example: '例如：身份证' },
  },
  meeting: {
    what: { label: '开会、征求意见还是报名' },
    places: { label: '哪些楼' },
    time: { label: '什么时候' },
    topic: { label: '什么事', example: '例如：晾衣架装在哪里' },
    where: { label: '在哪里', example: '例如：议事厅' },
    more: { label: '补充一句（可不写）' },
  },
  safety: {
    what: { label: '提醒什么' },
    places: { label: '哪些楼' },
    time: { label: '什么时候（可不选）' },
    name: { label: '注意什么', example: '例如：高空坠物' },
    more: { label: '补充一句（可不写）' },
  },
  'lost-found': {
    what: { label: '丢了还是捡到' },
    places: { label: '哪些楼' },
    thing: { label: '什么东西', example: '例如：一串钥匙' },
    where: { label: '在哪里', example: '例如：5号楼门口' },
    more: { label: '补充一句（可不写）' },
  },
}

export const outageReasonNames: Readonly<Record<OutageReason, string>> = {
  none: '不写原因',
  repair: '检修',
  fault: '故障',
  renewal: '改造',
  weather: '天气',
}

/** What helps while something is off. */
export const outageAdvice: Readonly<Record<OutageWhat, string>> = {
  water: '请提前存些水。停水时关好水龙头，免得来水时家里没有人。',
  power: '请提前给手机充好电，停电前后不要坐电梯。家里有用电的医疗设备，请马上告诉我们。',
  heat: '请注意保暖，多照看家里的老人和孩子。',
  gas: '请关好灶具和阀门，接到恢复的通知以后再用。闻到气味不要开灯，到室外打电话。',
  network: '这段时间有急事请打电话。',
  lift: '请走楼梯。上下楼有困难的请告诉我们，我们来帮忙。',
}
/** The same where it is off already. */
export const outageAdviceNow: Readonly<Record<OutageWhat, string>> = {
  ...outageAdvice,
  water: '请关好水龙头，免得来水时家里没有人。',
  power: '请不要坐电梯，用蜡烛要当心火。家里有用电的医疗设备，请马上告诉我们。',
}

export const safetyAdvice: Readonly<Record<Exclude<WhatOf<'safety'>, 'other'>, string>> = {
  fire: '楼道里不放杂物，电动车和电池不进楼、不在家里充电，出门前关火断电。着火先离开，再打119。',
  gas: '用完关阀门，软管老了要换，厨房常通风。闻到气味不要开灯，到室外打电话。',
  weather: '请收好阳台上的东西，关好门窗，没有急事少出门。',
  ice: '路面结冰，出门走慢些，老人尽量不外出。',
  fraud: '要您转账、要验证码、说能退钱的，都不要信。拿不准先问家里人或者打96110。',
}

/** Why a blank is not good yet. */
export const noticeGaps: Readonly<Record<Gap['why'], string>> = {
  empty: '这一项还没有填。',
  'too-long': '写得太长了，请短一些。',
  unknown: '请从列出的里面选一个。',
  order: '结束的时间要晚于开始的时间。',
}

/** Heads and lines of a copyable text. */
export const noticeGroupText = {
  head: (kind: string) => `【${kind}】`,
  emergencyHead: (kind: string) => `【紧急·${kind}】`,
  notice: '通知',
  help: '需要帮忙的，请告诉我们。',
  from: (office: string) => `——${office}`,
}
