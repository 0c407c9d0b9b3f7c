import { faultCodes, type CallFault, type FaultCode, type Faults } from '../faults'
import type { Clock } from '../clock'
import { Unusable } from './parts'

type Asked = Readonly<Record<string, unknown>>

/** The years in which the cloud's timers know a calendar. */
const earliest = Date.UTC(1970, 0, 2)
const latest = Date.UTC(2099, 11, 31)

/** Moves the clock to an hour (`at`, ms since epoch) or by a distance from the machine's (`offset`, ms). */
export function moveClock(clock: Clock, { at, offset }: Asked): void {
  const moved = typeof at === 'number' ? at - Date.now() : offset
  const hour = Date.now() + Number(moved)
  if (typeof moved !== 'number' || !(hour >= earliest && hour <= latest)) {
    throw new Unusable('时间应在 1970 年到 2099 年之间。 | The time has to lie between 1970 and 2099.')
  }
  clock.moveTo(moved)
}

/** Switches what is named in the request; null takes it back. */
export function switchFaults(faults: Faults, asked: Asked): void {
  // All of it is read before any of it is switched.
  const next = asked.next == null ? undefined : readFault(asked.next)
  const every = asked.every == null ? undefined : readFault(asked.every)
  if ('next' in asked) faults.nextCall(next)
  if ('every' in asked) faults.everyCall(every)
  if (typeof asked.networkDropped === 'boolean') faults.dropNetwork(asked.networkDropped)
}

function readFault(value: unknown): CallFault {
  const { kind, code, ms, action } = Object(value) as Asked
  const only = readAction(action)
  if (kind === 'lost') return { kind, ...only }
  if (kind === 'fail' && isFaultCode(code)) return { kind, code, ...only }
  if (kind === 'slow' && typeof ms === 'number' && ms >= 0 && ms <= 60_000) return { kind, ms, ...only }
  throw new Unusable('慢多少毫秒，请填 0 到 60000 之间的数。 | A call can be slow by 0 to 60000 ms.')
}

function readAction(action: unknown): { action?: string } {
  if (action === undefined || action === null || action === '') return {}
  if (typeof action === 'string' && /^[A-Za-z][\w.-]{0,63}$/.test(action)) return { action }
  throw new Unusable('动作名像 door.open 这样写。 | An action is named like door.open.')
}

function isFaultCode(code: unknown): code is FaultCode {
  return (faultCodes as readonly unknown[]).includes(code)
}
