import { finish, miss, settle, show, stop, thank } from './act-done'
import { agree, claim, giveBack, lapse, late, part, propose, refuse, release } from './act-pair'
import { accept, arrange, arrive, callOff, standIn, wantStandIn } from './act-visits'
import type { Step } from './act-step'
import type { WishDeedVerb } from './act-deed'
import type { At, WishChange } from './act-types'
import { calledOff, nextVisit } from './visits'
import type { Wish } from './wish'

const ended = ({ wish, who: { actor, now } }: At): WishChange => ({
  fields: { appointments: calledOff(wish.appointments, now), endedAt: now },
  ...(actor === 'wisher' ? { data: late(wish, now) } : {}),
})

/** What a step does beside the change of state; a verb that does not stand here does no more. */
export const wishSteps: { readonly [Verb in WishDeedVerb]?: Step<Verb> } = {
  claim,
  propose,
  agree,
  refuse,
  lapse,
  arrange,
  accept,
  cancel: callOff,
  skip: callOff,
  'want-stand-in': wantStandIn,
  'stand-in': standIn,
  arrive,
  finish,
  miss,
  settle,
  release,
  part,
  return: giveBack,
  stop,
  thank,
  show,
  withdraw: (_, at) => ended(at),
  close: (_, at) => ended(at),
  keep: (_, { who: { now } }) => ({ fields: { waitsSince: now } }),
}

/** Which state follows from who is there, who has agreed and what is arranged. */
export function stateAfter(wish: Wish): Wish['state'] {
  const { helpers, places, appointments, repeats } = wish
  const hasVisit = (state: Wish['appointments'][number]['state']) => appointments.some((one) => one.state === state)
  if (helpers.some(({ agreed }) => !agreed) || !wish.wisherAgreed) return 'proposed'
  if (helpers.length === 0) return 'open'
  if (helpers.length < places) return 'joining'
  if (hasVisit('unsure')) return 'unsure'
  const isOver = repeats === 'week' ? wish.endedAt !== null : hasVisit('done')
  if (isOver) return 'granted'
  if (nextVisit(wish)?.state !== 'agreed') return 'claimed'
  return repeats === 'week' ? 'standing' : 'arranged'
}
