import type { Reason, ReasonCode } from '../domain/wish/match'

// Why a wish and an offer go together, and what is against it, as the duty member reads it. Short, and never of a person.

const days = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
const parts = ['上午', '中午', '下午', '晚上'] as const

const runsOfDays: Readonly<Record<string, string>> = { '1234567': '每天', '12345': '工作日', '67': '周末' }

/** "3|0" → 周三上午, "67|" → 周末, "|3" → 晚上. */
function spoken(times: string): string {
  const [named = '', told = ''] = times.split('|')
  const whole = runsOfDays[named] ?? [...named].map((day) => days[Number(day)] ?? '').join('、')
  return whole + [...told].map((part) => parts[Number(part)] ?? '').join('、')
}

/** Each code in words; what it is about stands in it where it is known. */
const texts: Readonly<Record<ReasonCode, (about?: string) => string>> = {
  'same-kind': (about) => (about === undefined ? '要的就是这一类' : `都是“${about}”`),
  'same-topic': (about) => (about === undefined ? '说的是同一样事' : `都说到“${about}”`),
  'times-meet': (about) => `都在${about === undefined ? '同样的时间' : spoken(about)}`,
  'rhythm-fits': () => '来的次数合得上',
  'same-building': () => '同一栋楼',
  'same-estate': () => '同一小区',
  'comes-home': () => '可以上门',
  'right-people': () => '正合适这样的居民',
  'gender-fits': () => '男女合适',
  'helped-before': (about) => (about === undefined ? '以前帮过' : `以前帮过${about}次`),
  'waits-long': (about) => (about === undefined ? '等了很久' : `已经等了${about}天`),

  'kind-unclear': () => '看不出是不是一类事',
  'near-kind': (about) => (about === undefined ? '只是相近的事' : `不专门做“${about}”，只是相近`),
  'other-topic': (about) => (about === undefined ? '说的不是同一样' : `说的是“${about}”，不是同一样`),
  'only-topic': (about) => (about === undefined ? '只做其中一样' : `只做“${about}”`),
  'umbrella-topic': (about) => (about === undefined ? '没细说，问一下会不会' : `说的是“${about}”，问一下会不会`),
  'times-unclear': () => '没说时间，要问一下',
  'times-differ': () => '听起来时间对不上',
  'too-rare': () => '来得没有那么勤',
  'season-only': (about) => (about === undefined ? '只在一段时间里' : `说的是${about}`),
  'too-slow': () => '这事急，那边要等',
  'not-at-home': () => '要到外面去，不上门',
  'by-phone': () => '只在电话或网上',
  'institution-only': (about) => (about === undefined ? '只去一个地方' : `说的是${about}`),
  'other-people': () => '原是帮别样居民的',
  'gender-unsaid': () => '男女没说，要问一下',
  'skill-unsaid': (about) => (about === undefined ? '没说会不会' : `没说会不会“${about}”`),
  'no-lifting': () => '抬不了重',
  'in-a-group': () => '是大家一起，不是一对一',
  'costs-something': () => '可能要自己出一点钱',
  'not-a-gift': () => '不是送东西的',
  'only-a-gift': () => '只是送东西',
  'much-to-do': (about) => (about === undefined ? '手上已经有几桩' : `手上已经有${about}桩`),

  'times-never': () => '时间对不上',
  'not-reached': () => '不到这栋楼',
  'gender-other': () => '男女不合要求',
  'skill-missing': () => '不会要求的那一样',
  'home-refused': () => '要人上门，那边不上门',
  'not-checked': () => '要上门，身份还没核过',
  'no-room': () => '名额已满',
  blocked: () => '双方有一方不愿再见',
  'same-person': () => '是同一个人',
}

/** A reason in words. */
export const reasonText = ({ code, about }: Reason): string => texts[code](about)
