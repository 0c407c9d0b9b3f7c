import type { CloudErrorCode } from './errors'

/** What a phone's call can be answered with although the function never ran. */
export const faultCodes = [
  'FUNCTIONS_EXECUTE_FAIL',
  'FUNCTIONS_TIME_LIMIT_EXCEEDED',
  'EXCEED_CONCURRENT_REQUEST_LIMIT',
  'SYS_ERR',
] as const satisfies readonly CloudErrorCode[]

export type FaultCode = (typeof faultCodes)[number]

/** What goes wrong with a call that a phone makes. */
export type CallFault = (
  | /** Answered with a code; the function does not run. */ { readonly kind: 'fail'; readonly code: FaultCode }
  | /** Arrives after so many ms, and then runs as always. */ { readonly kind: 'slow'; readonly ms: number }
  | /** The function runs to its end, and its reply never arrives: the phone cannot know whether it ran. */ {
      readonly kind: 'lost'
    }
) & {
  /** Only calls of this action; any call without it. */
  readonly action?: string
}

/** What is switched on at the moment. */
export interface FaultState {
  readonly networkDropped: boolean
  readonly next?: CallFault
  readonly every?: CallFault
}

/** Longer than any phone waits. */
const longestMs = 60_000

/**
 * What somebody has switched on to see how the product bears it. It strikes phones only, never the platform's timers
 * and pushes nor functions among themselves. It is kept in memory: a new start is a clean one.
 */
export class Faults {
  private dropped = false
  private next: CallFault | undefined
  private every: CallFault | undefined

  get state(): FaultState {
    const { dropped, next, every } = this
    return { networkDropped: dropped, ...(next && { next }), ...(every && { every }) }
  }

  get networkDropped(): boolean {
    return this.dropped
  }

  /** With `true`, nothing that a phone sends arrives, as without a network. */
  dropNetwork(dropped: boolean): void {
    this.dropped = dropped
  }

  /** Strikes the next call and is over then; undefined takes it back. */
  nextCall(fault: CallFault | undefined): void {
    this.next = fault && checked(fault)
  }

  /** Strikes every call until it is taken back with undefined. */
  everyCall(fault: CallFault | undefined): void {
    this.every = fault && checked(fault)
  }

  reset(): void {
    this.dropped = false
    this.next = this.every = undefined
  }

  /** What strikes this call. What waits for the next call comes first and is used up by it. */
  take(action: string | undefined): CallFault | undefined {
    const { next, every } = this
    if (next && strikes(next, action)) {
      this.next = undefined
      return next
    }
    return every && strikes(every, action) ? every : undefined
  }
}

/** Nothing came back, neither a result nor a code: the phone cannot tell whether its call has arrived. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'

  constructor(
    /** Whether the function has run. */
    readonly arrived: boolean,
  ) {
    super('no answer: the network of the phones is dropped, or the reply was lost')
  }
}

function strikes({ action }: CallFault, called: string | undefined): boolean {
  return action === undefined || action === called
}

function checked(fault: CallFault): CallFault {
  if (fault.kind === 'slow' && !(Number.isFinite(fault.ms) && fault.ms >= 0 && fault.ms <= longestMs)) {
    throw new RangeError(`a slow call is slow by 0 to ${longestMs} ms`)
  }
  if (fault.kind === 'fail' && !faultCodes.includes(fault.code)) throw new RangeError('not a code of a failed call')
  return fault
}
