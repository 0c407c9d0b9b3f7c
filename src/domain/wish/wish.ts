import type { HeldRole } from '../people/roles'
import type { CardTimes, WishWho } from './card'
import type { WishActor, WishState, WishVerb } from './verbs'

/** Somebody who has taken a wish on, or was proposed for it. */
export interface Helper {
  /** Its number within the wish, from "h1"; never given again. */
  readonly id: string
  /** Pseudonym; null: a card of somebody without a phone, or erased. */
  readonly person: string | null
  /** The red card that it came by; null: claimed on the wall. */
  readonly offerId: string | null
  /** claim: they came by themselves. proposal: a duty member proposed them. */
  readonly by: 'claim' | 'proposal'
  /** Whether they have agreed; who claims has. */
  readonly agreed: boolean
  readonly at: number
}

export const appointmentStates = ['proposed', 'agreed', 'done', 'skipped', 'cancelled', 'unsure', 'missed'] as const
export type AppointmentState = (typeof appointmentStates)[number]

/** `wisher`, or the id of a helper. */
export type Side = string

/** One visit. */
export interface Appointment {
  /** Its number within the wish, from "a1". */
  readonly id: string
  /** When it begins (ms). */
  readonly at: number
  readonly minutes: number
  readonly place: 'home' | 'station' | 'other'
  /** Which side proposed the time: the other one accepts. */
  readonly proposedBy: Side
  readonly state: AppointmentState
  /** Who said 到了. */
  readonly arrived: readonly { readonly side: Side; readonly at: number }[]
  /** Who said 结束了, whether it came about, and how long it took. */
  readonly finished: readonly {
    readonly side: Side
    readonly at: number
    readonly done: boolean
    readonly minutes: number
  }[]
  /** For this visit somebody else comes for a helper; person null: somebody is looked for. */
  readonly standIns: readonly { readonly helperId: string; readonly person: string | null }[]
  /** Hours that count: both sides have confirmed. person: whose; null once erased. */
  readonly hours: readonly { readonly person: string | null; readonly minutes: number }[]
}

export type WishEventData = Readonly<Record<string, string | number | boolean | null>>

/** One accepted change. Events are only ever added to. */
export interface WishEvent {
  /** Its number within the wish, from 1. */
  readonly id: string
  readonly at: number
  readonly verb: WishVerb
  readonly actor: WishActor
  /** The pseudonym; null: the system, or erased. */
  readonly person: string | null
  readonly role: HeldRole | null
  /** For which side it was said: "wisher" or a helper's id; null: for the wish as a whole. */
  readonly side: Side | null
  readonly from: WishState
  readonly to: WishState
  /** For those who are in it. Empty: none. */
  readonly words: string
  readonly wordsState: 'waiting' | 'shown' | 'refused'
  /** Internal. Empty: none. */
  readonly note: string
  /** appointmentId, helperId, late…: plain values, nothing of anybody's contact. */
  readonly data: WishEventData
}

/** A helper who is not in it any more: who has to hear of it. Never shown to anybody. */
export interface Leaver {
  /** Of the event by which they went. */
  readonly event: string
  readonly helperId: Side
  /** Pseudonym; null: nobody with a phone, or erased. */
  readonly person: string | null
}

/** What the wisher says in the end. */
export interface Thanks {
  readonly words: string
  readonly wordsState: 'waiting' | 'shown' | 'refused'
  readonly at: number
}

/**
 * What the rules know of a wish: everything but contact data. The whole aggregate: helpers, visits and events lie
 * inside, so that one compare-and-set is the whole change.
 */
export interface Wish {
  readonly communityId: string
  readonly gridId: string | null
  readonly estateId: string
  readonly buildingId: string
  /** Pseudonym of whose it is; null: somebody without a phone, or erased. */
  readonly person: string | null
  /** Who wrote it down, where that is somebody else. */
  readonly filedBy: string | null
  /** For whom it was written: family speak for them, the office only where nobody else can. */
  readonly behalf: { readonly kind: 'family' | 'office' } | null
  readonly words: string
  readonly wordsState: 'waiting' | 'shown' | 'refused'
  readonly kinds: readonly string[]
  readonly times: CardTimes | null
  readonly who: WishWho
  readonly isGoods: boolean
  readonly wants: readonly string[]
  /** Where it is to be: at home needs checked helpers, two of them. */
  readonly place: 'home' | 'station' | 'other'
  readonly repeats: 'once' | 'week'
  /** How many helpers it needs. */
  readonly places: 1 | 2
  /** They have to be checked. */
  readonly needsChecked: boolean
  readonly state: WishState
  readonly helpers: readonly Helper[]
  /** The last of those who went. */
  readonly leavers: readonly Leaver[]
  /** Whether the wisher's side agreed to what was proposed; true where nothing was. */
  readonly wisherAgreed: boolean
  readonly appointments: readonly Appointment[]
  readonly thanks: Thanks | null
  /** Who lets the thanks be shown: "wisher" and helpers' ids. */
  readonly shows: readonly Side[]
  readonly events: readonly WishEvent[]
  /** Since when it hangs: its place on the wall, which it never loses (ms). */
  readonly hungAt: number
  /** Since when it waits for a helper: `hungAt`, or the last `keep`. */
  readonly waitsSince: number
  /** Since when it is in this state (ms). */
  readonly since: number
  readonly pairedAt: number | null
  readonly endedAt: number | null
}

/** Who has to do something next, and until when (ms). No state of an open wish is without. */
export interface WishDuty {
  readonly owner: 'volunteers' | 'wisher' | 'helpers' | 'both' | 'duty' | 'secretary'
  readonly dueAt: number
}
