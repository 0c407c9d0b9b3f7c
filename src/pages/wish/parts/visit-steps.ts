import type { Input } from '../../../client'
import { wishMovesOf } from '../../../domain/wish/verbs'
import type { StepVerb } from '../../../text/wish-visit'
import { comes, endOf, hasFinished, isOurs, mustAgree, type Visiting } from './visit-side'

export type Deed = Input<'wish.act'>['deed']

/** How a step is offered: large, second, or as a line below. */
export type Rank = 'main' | 'second' | 'row'
/** What it needs beside the tap. */
export type StepForm = 'arrange' | 'finish' | 'thank' | 'ask' | 'ask-words' | null

/** A step as it can be done now. `name` tells two of the same verb apart. */
export interface Step {
  readonly verb: StepVerb
  readonly name: string
  readonly rank: Rank
  readonly form: StepForm
  /** Of whom it is said: the second helper, for example. */
  readonly nth: number | null
  /** The deed, with what was typed; those with a form of their own make theirs. */
  deed(said: string | null): Deed
}

type Offer = (of: Visiting) => readonly Omit<Step, 'verb' | 'name'>[]
const one = (rank: Rank, form: StepForm, deed: Step['deed']): readonly Omit<Step, 'verb' | 'name'>[] => [
  { rank, form, nth: null, deed },
]
const none: readonly Omit<Step, 'verb' | 'name'>[] = []

/** Said so long before a visit begins at the earliest (ms), as the server has it. */
const earliest = 2 * 60 * 60 * 1000

/** With whom they would come together is not decided yet by either. */
const isPaired = ({ wish }: Visiting): boolean => ['claimed', 'arranged', 'standing'].includes(wish.card.state)

/**
 * When each step makes sense to whom the table of the lifecycle allows it, in the order in which they are offered. What
 * the table forbids is never offered, whatever stands here.
 */
const offers: Readonly<Record<StepVerb, Offer>> = {
  agree: (of) => (mustAgree(of) ? one('main', null, () => ({ verb: 'agree', side: null })) : none),
  refuse: (of) => (mustAgree(of) ? one('second', 'ask', (words) => ({ verb: 'refuse', side: null, words })) : none),
  accept: ({ proposed, reader }) =>
    proposed && !isOurs(proposed, reader)
      ? one('main', null, () => ({ verb: 'accept', side: null, appointmentId: proposed.appointmentId }))
      : none,
  finish: (of) => {
    const { agreed, done, side, reader, now, wish } = of
    // A second helper says so afterwards, for the hours.
    const isAfter = wish.card.state === 'granted'
    const visit = isAfter ? done : agreed
    if (!visit || !comes(visit, of) || hasFinished(visit, side) || now < visit.at || (isAfter && reader === 'wisher'))
      return none
    const { appointmentId } = visit
    return one(isAfter ? 'second' : 'main', 'finish', (words) => ({
      ...{ verb: 'finish', side: null, appointmentId, done: true, minutes: null, words },
    }))
  },
  arrive: (of) => {
    const { agreed, side, now } = of
    return agreed &&
      comes(agreed, of) &&
      !agreed.arrived.includes(side) &&
      !hasFinished(agreed, side) &&
      isNear(agreed, now)
      ? one(now < agreed.at ? 'main' : 'second', null, () => ({
          ...{ verb: 'arrive', side: null, appointmentId: agreed.appointmentId },
        }))
      : none
  },
  arrange: (of) => {
    const { proposed, agreed, reader, now } = of
    if (!isPaired(of) || (agreed && now >= agreed.at)) return none
    const isFirst = !proposed && !agreed
    const rank = isFirst && reader === 'helper' ? 'main' : proposed && !isOurs(proposed, reader) ? 'second' : 'row'
    // The form of it makes the deed.
    return one(isFirst ? (rank === 'main' ? 'main' : 'second') : rank, 'arrange', () => ({
      ...{ verb: 'arrange', side: null, at: 0, minutes: 0, place: 'home', words: null },
    }))
  },
  thank: ({ wish, done }) =>
    done && wish.thanks === null ? one('main', 'thank', (words) => ({ verb: 'thank', words: words ?? '' })) : none,
  // It stands beside the thanks themselves.
  show: () => none,
  cancel: ({ wish, agreed, now }) =>
    wish.card.state === 'arranged' && agreed && now < agreed.at
      ? one('row', 'ask-words', (words) => ({
          ...{ verb: 'cancel', side: null, appointmentId: agreed.appointmentId, words },
        }))
      : none,
  skip: ({ agreed, now }) =>
    agreed && now < agreed.at
      ? one('row', 'ask-words', (words) => ({
          ...{ verb: 'skip', side: null, appointmentId: agreed.appointmentId, words },
        }))
      : none,
  'want-stand-in': ({ agreed, side, now }) =>
    agreed && now < agreed.at && !agreed.standIns.some(({ helperId }) => helperId === side)
      ? one('row', 'ask-words', (words) => ({
          ...{ verb: 'want-stand-in', side: null, appointmentId: agreed.appointmentId, words },
        }))
      : none,
  keep: ({ wish }) =>
    wish.card.state === 'open' && wish.owner !== 'volunteers'
      ? one('second', null, (words) => ({ verb: 'keep', words }))
      : none,
  release: () => one('row', 'ask-words', (words) => ({ verb: 'release', side: null, words })),
  part: ({ wish }) =>
    wish.helpers.map(({ helperId }, index) => ({
      ...{ rank: 'row' as const, form: 'ask-words' as const, nth: wish.helpers.length > 1 ? index : null },
      deed: (words) => ({ verb: 'part', helperId, words }),
    })),
  stop: ({ agreed, now }) =>
    agreed && now >= agreed.at ? none : one('row', 'ask-words', (words) => ({ verb: 'stop', side: null, words })),
  withdraw: () => one('row', 'ask', (words) => ({ verb: 'withdraw', words })),
}

const isNear = (visit: NonNullable<Visiting['agreed']>, now: number): boolean =>
  now >= visit.at - earliest && now < endOf(visit)

/** Who stands in has one visit, and may give it back. */
const ofStandIns: readonly StepVerb[] = ['arrive', 'finish', 'release']

/** What somebody can do now, by the table of the lifecycle and by how things are. */
export function stepsOf(of: Visiting): readonly Step[] {
  const allowed = wishMovesOf(of.wish.card.state, of.reader)
  return (Object.keys(offers) as StepVerb[])
    .filter((verb) => allowed.includes(verb) && (!of.isStandIn || ofStandIns.includes(verb)))
    .flatMap((verb) =>
      offers[verb](of).map((step) => ({ ...step, verb, name: step.nth === null ? verb : `${verb}-${step.nth + 1}` })),
    )
}
