import type { HeldRole } from '../people/roles'
import type { YearTable } from '../time/calendar'
import type { AllowanceTable } from './clock'
import type { EventData, Request, RequestEvent } from './request'
import type { RequestActor, RequestState } from './verbs'

/** Who does a step, and when. */
export interface RequestWho {
  readonly actor: RequestActor
  /** Pseudonym; null: the system. */
  readonly person: string | null
  /** The role by which it is done; null for residents and the system. */
  readonly role: HeldRole | null
  /** Of a handler: whose they are. */
  readonly agencyId: string | null
  /** ms since epoch. */
  readonly now: number
}

/** What is said beside the deed itself. */
export interface RequestSaid {
  /** How the content check left the public words. */
  readonly wordsState: 'waiting' | 'shown'
  /** For those who work on it; empty: none. */
  readonly note: string
}

/** What holds in the community. */
export interface RequestRules {
  readonly calendar: readonly YearTable[]
  /** Tightened by the community, or as for everybody. */
  readonly clocks: AllowanceTable
  /** null: the directory has no such agency. */
  agencyName(id: string): string | null
}

export type ActRefusal =
  | 'request.not-yours'
  | 'request.not-now'
  | 'request.no-proof'
  | 'request.tasks-open'
  | 'request.no-agency'
  | 'request.no-task'
  | 'request.bad-merge'
  | 'request.bad-time'
  | 'request.once'
  | 'request.no-more'
  | 'request.full'

export interface ActRefused {
  readonly refused: ActRefusal
}
export const not = (refused: ActRefusal): ActRefused => ({ refused })

/** A step that was done. The request keeps whatever else it carries, such as what only the server sees. */
export interface Acted<Whole extends Request = Request> {
  readonly request: Whole
  readonly event: RequestEvent
}

/** What a step looks at. */
export interface At {
  readonly request: Request
  readonly who: RequestWho
  readonly said: RequestSaid
  readonly rules: RequestRules
}

/** What a step changes beside what every change of state does. */
export interface Change {
  /** Where the table leaves it to what was heard, or a voice moves nothing. */
  readonly to?: RequestState
  readonly fields?: Partial<Request>
  readonly data?: EventData
}
