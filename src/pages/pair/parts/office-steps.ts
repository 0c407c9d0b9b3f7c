import type { Input, Output } from '../../../client'
import { wishMovesOf, type WishVerb } from '../../../domain/wish/verbs'
import { pairCard as words, pairSteps } from '../../../text/pair'

export type Shown = Output<'wish.show'>
export type Deed = Input<'wish.act'>['deed']
export type Visit = Shown['appointments'][number]

/** What a step asks before it is done. */
export type StepNeeds = 'nothing' | 'may-say' | 'must-say' | 'arrange' | 'finish' | 'settle' | 'note'

/** A step of the office as it can be done now, for one side or for the wish as a whole. */
export interface OfficeStep {
  readonly id: string
  readonly verb: WishVerb
  readonly title: string
  readonly needs: StepNeeds
  /** For whom it is spoken; null: the wish as a whole. */
  readonly side: string | null
  readonly visit: Visit | null
}

const wisher = 'wisher'

/** How a side is called: 居民, 第一位. */
export const sideName = ({ helpers }: Pick<Shown, 'helpers'>, side: string): string =>
  side === wisher ? words.wisher : words.helper(helpers.findIndex(({ helperId }) => helperId === side) + 1)

const isAbsent = (wish: Shown, side: string): boolean =>
  side === wisher ? wish.isAbsent : wish.helpers.some((one) => one.helperId === side && one.isAbsent)

const latest = (wish: Shown, ...states: readonly Visit['state'][]): Visit | null =>
  [...wish.appointments].reverse().find(({ state }) => states.includes(state)) ?? null

type Rule = (wish: Shown, sides: readonly string[]) => readonly Omit<OfficeStep, 'id' | 'verb' | 'title'>[]
const whole =
  (needs: StepNeeds): Rule =>
  () => [{ needs, side: null, visit: null }]
const absentIn = (wish: Shown, sides: readonly string[]) => sides.filter((side) => isAbsent(wish, side))
const helpersOf = (sides: readonly string[]) => sides.filter((side) => side !== wisher)
const wisherIfAbsent =
  (needs: StepNeeds): Rule =>
  (wish) =>
    wish.isAbsent ? [{ needs, side: wisher, visit: null }] : []

const mustAgree = (wish: Shown, side: string): boolean =>
  side === wisher ? !wish.wisherAgreed : wish.helpers.some((one) => one.helperId === side && !one.agreed)
const hasSaid = (visit: Visit, side: string) => visit.finished.some((one) => one.side === side)

/** When each step makes sense where the table of the lifecycle allows it; what it forbids is never offered. */
const rules: Readonly<Partial<Record<WishVerb, Rule>>> = {
  agree: (wish, sides) =>
    absentIn(wish, sides)
      .filter((side) => mustAgree(wish, side))
      .map((side) => ({ needs: 'nothing', side, visit: null })),
  refuse: (wish, sides) =>
    sides.filter((side) => mustAgree(wish, side)).map((side) => ({ needs: 'may-say', side, visit: null })),
  accept: (wish, sides) => {
    const visit = latest(wish, 'proposed')
    if (!visit) return []
    return absentIn(wish, sides)
      .filter((side) => (visit.proposedBy === wisher) !== (side === wisher))
      .map((side) => ({ needs: 'nothing', side, visit }))
  },
  settle: (wish) => {
    const visit = latest(wish, 'unsure', 'agreed')
    return visit ? [{ needs: 'settle', side: null, visit }] : []
  },
  arrange: (_, sides) => sides.map((side) => ({ needs: 'arrange', side, visit: null })),
  finish: (wish, sides) => {
    const visit = latest(wish, 'unsure', 'agreed')
    if (!visit) return []
    return absentIn(wish, sides)
      .filter((side) => !hasSaid(visit, side))
      .map((side) => ({ needs: 'finish', side, visit }))
  },
  cancel: (wish, sides) => {
    const visit = latest(wish, 'agreed')
    return visit ? sides.map((side) => ({ needs: 'may-say', side, visit })) : []
  },
  skip: (wish, sides) => {
    const visit = latest(wish, 'agreed')
    return visit ? sides.map((side) => ({ needs: 'may-say', side, visit })) : []
  },
  'want-stand-in': (wish, sides) => {
    const visit = latest(wish, 'agreed')
    if (!visit) return []
    return helpersOf(sides)
      .filter((side) => !visit.standIns.some(({ helperId }) => helperId === side))
      .map((side) => ({ needs: 'may-say', side, visit }))
  },
  release: (_, sides) => helpersOf(sides).map((side) => ({ needs: 'may-say', side, visit: null })),
  part: (_, sides) => helpersOf(sides).map((side) => ({ needs: 'may-say', side, visit: null })),
  stop: (_, sides) => sides.map((side) => ({ needs: 'may-say', side, visit: null })),
  thank: (wish) => (wish.isAbsent && wish.thanks === null ? [{ needs: 'must-say', side: null, visit: null }] : []),
  show: (wish, sides) =>
    wish.thanks === null
      ? []
      : absentIn(wish, sides)
          .filter((side) => !wish.shows.includes(side))
          .map((side) => ({ needs: 'nothing', side, visit: null })),
  keep: wisherIfAbsent('may-say'),
  withdraw: wisherIfAbsent('may-say'),
  close: whole('must-say'),
  note: whole('note'),
}

/** Nobody speaks for themselves from this page. */
const isOwn = (wish: Shown, side: string): boolean => side !== wisher && wish.helperId === side

/** What the office can do about a wish now, the most asked first. */
export function officeSteps(wish: Shown): readonly OfficeStep[] {
  const { viewer, card } = wish
  if (viewer === 'wisher' || viewer === 'helper') return []
  const allowed = wishMovesOf(card.state, viewer)
  const sides = [wisher, ...wish.helpers.map(({ helperId }) => helperId)].filter((side) => !isOwn(wish, side))
  return (Object.keys(rules) as WishVerb[])
    .filter((verb) => allowed.includes(verb))
    .flatMap((verb) =>
      (rules[verb]?.(wish, sides) ?? []).map((step) => ({
        ...step,
        verb,
        id: step.side === null ? verb : `${verb}-${step.side}`,
        title: titleOf(wish, verb, step.side),
      })),
    )
}

function titleOf(wish: Shown, verb: WishVerb, side: string | null): string {
  if (verb === 'close' && wish.card.state === 'crying') return pairSteps.closeCry()
  const title = Object.entries(pairSteps).find(([key]) => key === verb)?.[1]
  return title ? title(side === null ? '' : sideName(wish, side)) : verb
}

/** What somebody has filled in. */
export interface Filled {
  readonly words: string
  readonly at: number | null
  readonly minutes: number
  readonly done: boolean | null
  readonly missing: readonly string[]
}
export const nothingFilled: Filled = { words: '', at: null, minutes: 60, done: null, missing: [] }

/** The deed as the server takes it; null: something is still to be chosen. */
export function deedOf({ verb, side, visit }: OfficeStep, filled: Filled, card: Shown['card']): Deed | null {
  const said = filled.words.trim() || null
  const appointmentId = visit?.appointmentId ?? ''
  switch (verb) {
    case 'agree':
      return { verb, side }
    case 'refuse':
    case 'release':
    case 'stop':
      return { verb, side, words: said }
    case 'accept':
      return { verb, side, appointmentId }
    case 'cancel':
    case 'skip':
    case 'want-stand-in':
      return { verb, side, appointmentId, words: said }
    case 'arrange':
      return filled.at === null
        ? null
        : { verb, side, at: filled.at, minutes: filled.minutes, place: card.place, words: said }
    case 'finish':
      return filled.done === null
        ? null
        : { verb, side, appointmentId, done: filled.done, minutes: filled.minutes, words: said }
    case 'settle':
      return filled.done === null
        ? null
        : {
            ...{ verb, appointmentId, outcome: filled.done ? ('done' as const) : ('missed' as const) },
            ...{ minutes: filled.done ? filled.minutes : null, missing: [...filled.missing], words: said },
          }
    case 'part':
      return { verb, helperId: side ?? '', words: said }
    case 'thank':
    case 'close':
      return said === null ? null : { verb, words: said }
    case 'show':
      return { verb, side, shows: true }
    case 'keep':
    case 'withdraw':
      return { verb, words: said }
    case 'note':
      return { verb }
    default:
      return null
  }
}
