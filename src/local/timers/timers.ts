import type { FunctionSpec } from '../../cloud/deployment'
import type { Clock } from '../clock'
import { CloudError, StartError } from '../errors'
import type { TimerBook, TimerState } from '../inside'
import { readSchedule, type Schedule } from './schedule'

export interface TimersOptions {
  readonly functions: Readonly<Record<string, FunctionSpec>>
  readonly clock: Clock
  /** Calls a function as the platform's timer does; throws if that fails. */
  readonly call: (name: string, event: TimerEvent) => Promise<unknown>
}

/** What the platform hands to the function. */
export interface TimerEvent {
  readonly Type: 'Timer'
  readonly TriggerName: string
  /** In UTC, to the second. */
  readonly Time: string
  readonly Message: string
}

interface Timer {
  readonly function: string
  readonly name: string
  readonly cron: string
  readonly schedule: Schedule
  next: number | undefined
  lastRun?: TimerState['lastRun']
}

/**
 * The functions' timers, by the cloud's clock. A clock that jumps ahead runs what was due once and not once for each
 * time it has missed, as a cloud that was away would; one that is put back waits anew. A run that is still going on
 * when the next is due does not hold it up: Tencent starts each by itself, so a function has to bear two at once.
 * When a timer ran last is forgotten with the process.
 */
export class Timers implements TimerBook {
  private readonly timers: readonly Timer[]
  private seen: number

  constructor(private readonly options: TimersOptions) {
    this.seen = options.clock.now()
    this.timers = Object.entries(options.functions).flatMap(([name, spec]) => {
      return spec.cron ? [readTimer(name, spec.cron, this.seen)] : []
    })
  }

  list(): readonly TimerState[] {
    this.lookAtClock()
    return this.timers.map(({ function: name, name: timer, cron, next, lastRun }) => ({
      function: name,
      name: timer,
      cron,
      ...(next !== undefined && { next }),
      ...(lastRun && { lastRun }),
    }))
  }

  async run(functionName: string): Promise<void> {
    const timer = this.timers.find((each) => each.function === functionName)
    if (!timer) throw new RangeError(`the function ${functionName} has no timer`)
    await this.start(timer)
  }

  /** Starts what is due; answers when all of it is done. */
  async tick(): Promise<void> {
    this.lookAtClock()
    const now = this.seen
    const due = this.timers.filter(({ next }) => next !== undefined && next <= now)
    for (const timer of due) timer.next = timer.schedule.next(now)
    await Promise.all(due.map((timer) => this.start(timer)))
  }

  private lookAtClock(): void {
    const now = this.options.clock.now()
    if (now < this.seen) for (const timer of this.timers) timer.next = timer.schedule.next(now)
    this.seen = now
  }

  private async start(timer: Timer): Promise<void> {
    const { clock, call } = this.options
    const at = clock.now()
    const started = performance.now()
    const outcome = await call(timer.function, eventOf(timer, at)).then(
      () => 'ok',
      (error: unknown) => (error instanceof CloudError ? error.code : 'SYS_ERR'),
    )
    timer.lastRun = { at, ms: Math.round(performance.now() - started), outcome }
  }
}

function readTimer(functionName: string, { name, config }: { name: string; config: string }, now: number): Timer {
  try {
    if (!/^[A-Za-z][\w-]{0,59}$/.test(name))
      throw new RangeError('its name is a letter and up to 59 of A-Z a-z 0-9 _ -')
    const schedule = readSchedule(config)
    return { function: functionName, name, cron: config, schedule, next: schedule.next(now) }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new StartError(
      'timer',
      `函数 ${functionName} 的定时器“${config}”微信不接受：${error.message}。 | ` +
        `WeChat would not take the timer “${config}” of the function ${functionName}: ${error.message}.`,
    )
  }
}

function eventOf({ name }: Timer, at: number): TimerEvent {
  return { Type: 'Timer', TriggerName: name, Time: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'), Message: '' }
}
