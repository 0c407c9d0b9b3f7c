import type { PhoneDoubt } from '../domain/directory/verification'
import { titles } from './titles'

/** Why a number should be rung, to keepers. */
const doubts = {
  reported: '两位以上居民说号码不对',
  never: '还没有人核实过',
  old: '半年多没有核实了',
} as const satisfies Record<PhoneDoubt, string>

/** A number that somebody rings to see whether it is right. */
export const phoneProof = {
  doubts,
  doubtWords: (why: readonly PhoneDoubt[]) => why.map((one) => doubts[one]).join('；'),
  toVerify: '号码待核实',
  call: '打一打',
  callOf: (number: string) => `打一打 ${number}`,
  right: '打通了，没错',
  rightOf: (number: string) => `${number} 打通了，没错`,
  asks: '这个号码您刚打过吗？',
  asksText: (name: string, number: string) =>
    `打通了，也确实是${name}，才算核实。${number} 核实后，居民就不再看到“号码待核实”。`,
  yes: '打过，没错',
  no: '还没打',
  newest: '看看最新的',
  done: '核实好了，居民看到的是今天核实的号码',
  owner: (owner: string) => `谁接：${owner}`,
} as const

/** 待核实的号码 */
export const directoryCheck = {
  title: titles.directoryCheck,
  lead: '打一打，看看是不是这个单位。居民说不对的排在最前面。',
  empty: '没有要核实的号码',
  emptyHint: '号码都在半年内核实过，也没有居民说不对。',
  reporters: (count: number) => `${count}位居民说号码不对`,
  changed: '号码变了',
  changedOf: (number: string) => `${number} 变了，去改`,
  askSecretary: '号码变了？请告诉书记，由书记来改。',
  doneCount: (done: number, left: number) =>
    left === 0 ? `核实了${done}个，这些都看完了` : `核实了${done}个，还有${left}个`,
  showMore: '显示更多',
  further: (count: number) => `还有${count}个，接着核实`,
} as const
