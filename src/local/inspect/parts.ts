import type { Calls } from '../calls'
import type { Clock } from '../clock'
import type { Database } from '../database/database'
import type { Faults } from '../faults'
import type { Files, Messages, TimerBook } from '../inside'
import type { Names } from '../people'

/** What `/_local` looks into, and what its switches move. */
export interface Parts {
  readonly database: Database
  readonly calls: Calls
  readonly clock: Clock
  readonly faults: Faults
  readonly names: Names
  readonly messages: Messages
  readonly files: Files
  readonly timers: TimerBook
}

/** What cannot be done as it was asked, as a sentence for whoever sits before the page. */
export class Unusable extends Error {
  override readonly name = 'Unusable'
}
