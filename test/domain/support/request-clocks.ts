import fc from 'fast-check'
import {
  extendClock,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
  nationalAllowances,
  requestClasses,
  type RunningClock,
} from '../../../src/domain/request/clock'
import { day, hour } from '../../../src/domain/time/clock'

/** The instant at which China's clocks show this. */
export const at = (china: string): number => Date.parse(`${china}+08:00`)

/** What China's clocks show, "YYYY-MM-DDTHH:mm". */
export const shown = (ms: number): string => new Date(ms + 8 * hour).toISOString().slice(0, 16)

export const aClock = (over: Partial<RunningClock>): RunningClock => ({
  kind: 'office',
  allowance: hour,
  startedAt: at('2026-11-20T10:00'),
  extended: 0,
  pauses: [],
  stoppedAt: null,
  ...over,
})

const steps = {
  pause: pauseClock,
  resume: resumeClock,
  stop: stopClock,
  extend: (clock: RunningClock) => extendClock(clock, 4 * hour),
}

const step = fc.record({
  wait: fc.oneof(fc.nat(12 * hour), fc.nat(20 * day)),
  /** Most often pauses and their ends: a stop leaves nothing to try after it. */
  verb: fc.constantFrom<(keyof typeof steps)[]>(
    'pause',
    'pause',
    'pause',
    'resume',
    'resume',
    'resume',
    'extend',
    'stop',
  ),
})

/** Clocks of every class after all that may happen to one, and a moment after it. */
export const clockLives = fc
  .record({
    requestClass: fc.constantFrom(...requestClasses),
    purpose: fc.constantFrom('response' as const, 'resolution' as const),
    level: fc.constantFrom('grid' as const, 'street' as const),
    startedAt: fc.integer({ min: at('2025-01-01T00:00'), max: at('2026-12-31T00:00') }),
    lived: fc.array(step, { maxLength: 6 }),
    wait: fc.oneof(fc.nat(hour), fc.nat(30 * day)),
  })
  .map(({ requestClass, purpose, level, startedAt, lived, wait }) => {
    let clock = startClock(requestClass, purpose, level, startedAt, nationalAllowances)
    let now = startedAt
    for (const { wait: before, verb } of lived) {
      now += before
      clock = steps[verb](clock, now)
    }
    return { clock, now: now + wait }
  })
