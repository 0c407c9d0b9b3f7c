import { allowanceOf, pauseClock, resumeClock, startClock, stopClock } from './clock'
import type { RequestRules } from './act-types'
import type { Request } from './request'
import { isOpen, type RequestState } from './verbs'

const isPause = (state: RequestState) => state === 'info-requested' || state === 'on-hold'

/**
 * What a change of state does by itself, whichever step it was: the clock of the resolution pauses and goes on, stops
 * while an answer is waited for, and begins anew when it is taken up again. The clock of the response knows no pause.
 */
export function moved<Whole extends Request>(
  request: Whole,
  to: RequestState,
  now: number,
  rules: RequestRules,
): Whole {
  const { state, resolution } = request
  if (to === state) return request
  const here = { ...request, state: to, back: null, holdUntil: null }
  if (isPause(to)) return { ...here, back: state, resolution: pauseClock(resolution, now) }
  if (isPause(state) && isOpen(to)) return { ...here, resolution: resumeClock(resolution, now) }
  if (to === 'awaiting-confirmation') return { ...here, resolution: stopClock(resolution, now), proposedAt: now }
  if (to === 'reopened') return { ...here, ...anew(request, now, rules) }
  if (to === 'archived') return here
  return isOpen(to) ? here : { ...here, resolution: stopClock(resolution, now), proposedAt: null, endedAt: now }
}

/** One more run: the marks of its clock are told again. */
const anew = ({ class: kind, level, run }: Request, now: number, { clocks }: RequestRules): Partial<Request> => ({
  run: run + 1,
  resolution: startClock(kind, 'resolution', level, now, clocks),
  proposedAt: null,
  endedAt: null,
  endedBy: null,
})

/** It goes beyond the grid: never less time than it had. */
export function referred({ class: kind, resolution }: Request, { clocks }: RequestRules): Partial<Request> {
  const { time } = allowanceOf(kind, 'resolution', 'street', clocks)
  return { level: 'street', resolution: { ...resolution, allowance: Math.max(time, resolution.allowance) } }
}
