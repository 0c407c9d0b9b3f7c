import { isRefused } from '../../../src/contract'
import { actOn, type RequestDeed, type RequestRules } from '../../../src/domain/request/act'
import { nationalAllowances, startClock } from '../../../src/domain/request/clock'
import type { Counted } from '../../../src/domain/request/figures'
import type { Request, RequestEvent } from '../../../src/domain/request/request'
import type { RequestActor } from '../../../src/domain/request/verbs'
import { hour } from '../../../src/domain/time/clock'
import { at } from './request-clocks'

/** Monday morning; nothing in these lives needs a holiday. */
export const monday = at('2026-11-16T10:00')
const names: Readonly<Record<string, string>> = { property: '物业', heating: '热力', committee: '居委会' }
const rules: RequestRules = {
  calendar: [],
  clocks: nationalAllowances,
  agencyName: (id) => names[id] ?? null,
}

export type Life = Request & Counted

const plain = { words: '', wordsState: 'shown', note: '', pictures: [] } as const
const filing: RequestEvent = {
  ...plain,
  ...{ id: '1', at: monday, verb: 'submit', actor: 'owner', person: 'owner', role: null, data: {} },
  ...{ from: 'submitted', to: 'submitted' },
}

/** A request that was filed on Monday at ten, of the class that has an hour of the office and three working days. */
export const aLife = (over: Partial<Life> = {}): Life => ({
  ...{ communityId: 'west', gridId: null, person: 'owner', filedBy: null, filedAt: monday },
  ...{ matterId: 'street-lamp', buildingId: 'west-5', estateName: '西街小区', buildingName: '5号楼' },
  ...{ class: 'normal', isSeen: false, isDispute: false, state: 'submitted', back: null },
  ...{ agencyId: null, agencyName: null, level: 'grid', tasks: [] },
  response: startClock('normal', 'response', 'grid', monday, nationalAllowances),
  resolution: startClock('normal', 'resolution', 'grid', monday, nationalAllowances),
  ...{ run: 1, holdUntil: null, proposedAt: null, endedAt: null, endedBy: null },
  ...{ mustCallBack: false, supervised: false, extensions: 0 },
  ...{ neighbours: [], voices: [], events: [filing], mergedInto: null },
  ...over,
})

const words = '说明'
export const deeds = {
  accept: { verb: 'accept', words: null },
  toProperty: { verb: 'assign', agencyId: 'property', words: null },
  toHeating: { verb: 'assign', agencyId: 'heating', words: null },
  start: { verb: 'start', words: null },
  contact: { verb: 'contact', reached: true, words: null },
  giveBack: { verb: 'return', agencyId: 'heating', words },
  refer: { verb: 'refer', to: '街道城管', words },
  propose: { verb: 'propose-resolution', words, pictures: [] },
  confirm: { verb: 'confirm', words: null },
  contest: { verb: 'contest', words, pictures: [] },
  reopen: { verb: 'reopen', words, pictures: [] },
  silence: { verb: 'resolve-by-silence' },
  decline: { verb: 'decline', whose: '业主自己', words },
  withdraw: { verb: 'withdraw', words: null },
  merge: { verb: 'merge', into: 'another', words: null },
  solvedByPhone: { verb: 'call-back', heard: 'solved', words: null },
  unsolvedByPhone: { verb: 'call-back', heard: 'unsolved', words: null },
  rateWell: { verb: 'rate', solved: true, satisfied: true, words: null },
  rateBadly: { verb: 'rate', solved: true, satisfied: false, words: null },
  archive: { verb: 'archive' },
} as const satisfies Record<string, RequestDeed>
export type DeedName = keyof typeof deeds

export interface LifeStep {
  readonly deed: DeedName
  readonly by: RequestActor
  /** Hours since the step before. */
  readonly after: number
}

const roles = { handler: 'handler', duty: 'duty', 'grid-leader': 'grid-leader', secretary: 'secretary' } as const
const roleOf = (by: RequestActor) => (by in roles ? roles[by as keyof typeof roles] : null)

/** The request after these steps by the rules of the product; what is not possible then is left aside. */
export function livedOn(start: Life, steps: readonly LifeStep[]): Life {
  let now = start.filedAt
  let life = start
  for (const { deed, by, after } of steps) {
    now += after * hour
    const person = by === 'system' ? null : by
    const who = { actor: by, person, role: roleOf(by), agencyId: by === 'handler' ? life.agencyId : null, now }
    const acted = actOn(life, deeds[deed], who, { wordsState: 'shown', note: '' }, rules)
    if (!isRefused(acted)) life = (acted as { readonly request: Life }).request
  }
  return life
}

/** "grid-leader accept 1": who does what, how many hours later. A step that is not possible fails the test. */
export function told(text: string, over: Partial<Life> = {}): Life {
  const steps = text
    .split(',')
    .filter((one) => one.trim() !== '')
    .map((one) => {
      const [by, deed, after = '0'] = one.trim().split(' ')
      return { by: by as RequestActor, deed: deed as DeedName, after: Number(after) }
    })
  const life = livedOn(aLife(over), steps)
  if (life.events.length !== steps.length + 1) throw new Error(`a step was refused: ${text}`)
  return life
}
