import type { HeldRole } from '../people/roles'
import type { RunningClock } from './clock'
import type { RequestClass } from './kind'
import type { RequestActor, RequestEventKind, RequestState } from './verbs'

/** A part of a request that one agency has to do. */
export interface RequestTask {
  readonly id: string
  readonly agencyId: string
  readonly agencyName: string
  readonly what: string
  readonly state: 'open' | 'done' | 'returned'
  readonly doneAt: number | null
}

/** What an event carries beside its words; every value is plain text or a number, and nothing of anybody's contact. */
export type EventData = Readonly<Record<string, string | number | boolean | null>>

/** One accepted change. Events are only ever added to. */
export interface RequestEvent {
  /** Its number within the request, from 1. */
  readonly id: string
  readonly at: number
  readonly verb: RequestEventKind
  readonly actor: RequestActor
  /** The pseudonym; null: the system, or erased. */
  readonly person: string | null
  /** By which role it was done; null for residents and the system. */
  readonly role: HeldRole | null
  readonly from: RequestState
  readonly to: RequestState
  /** Public words: who follows the request reads them, once they are `shown`. Empty: none. */
  readonly words: string
  readonly wordsState: 'waiting' | 'shown' | 'refused'
  /** Internal: for those who work on it. Empty: none. */
  readonly note: string
  readonly pictures: readonly string[]
  readonly data: EventData
}

/** Who has a say besides the owner. */
export interface Neighbour {
  readonly person: string
  readonly at: number
}

/** What somebody thought of it. */
export interface Voice {
  readonly person: string | null
  readonly actor: 'owner' | 'neighbour'
  readonly at: number
  readonly solved: boolean
  /** null: not said. */
  readonly satisfied: boolean | null
  readonly words: string
  readonly wordsState: 'waiting' | 'shown' | 'refused'
}

/**
 * What the rules know of a request: everything but contact data, which only the server sees. The whole aggregate: its
 * events and what is still to be told lie inside, so that one compare-and-set is the whole change.
 */
export interface Request {
  readonly communityId: string
  readonly gridId: string | null
  /** Pseudonym of whose it is; null: somebody without a phone, or erased. */
  readonly person: string | null
  /** Who wrote it down, where that is somebody else. */
  readonly filedBy: string | null
  readonly filedAt: number
  /** null: none of ours. */
  readonly matterId: string | null
  readonly class: RequestClass
  readonly isSeen: boolean
  readonly isDispute: boolean
  readonly state: RequestState
  /** Where it goes on after a pause. */
  readonly back: RequestState | null
  /** On whose desk it is; null: the grid leader's. */
  readonly agencyId: string | null
  readonly agencyName: string | null
  /** `street`: it was referred beyond the grid, and has more time. */
  readonly level: 'grid' | 'street'
  readonly tasks: readonly RequestTask[]
  readonly response: RunningClock
  readonly resolution: RunningClock
  /** Begins anew with each reopening: marks of the clocks are told once for each run. */
  readonly run: number
  /** Until when a pause was promised (ms). */
  readonly holdUntil: number | null
  /** Since when it waits for the resident's word (ms). */
  readonly proposedAt: number | null
  readonly endedAt: number | null
  /** How it ended: by whose word. */
  readonly endedBy: 'owner' | 'call-back' | 'silence' | 'office' | null
  /** A call-back is due: there is no phone, or the resident has contested. */
  readonly mustCallBack: boolean
  readonly supervised: boolean
  readonly extensions: number
  readonly neighbours: readonly Neighbour[]
  readonly voices: readonly Voice[]
  readonly events: readonly RequestEvent[]
  /** The request it went into. */
  readonly mergedInto: string | null
}
