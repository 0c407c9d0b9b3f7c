import { concerns, type Concern, type NoticePlace } from './audience'
import type { NoticeAbout } from './kinds'
import type { Edition, Notice } from './notice'
import { beginsAt, expiresAt, nearDayOf, phaseOf, type NearDay, type NoticePhase } from './spans'
import { isOut, type NoticeState } from './verbs'

/** Whether a notice concerns the reader. unknown: nobody knows where they live. */
export type MyConcern = Concern | 'unknown'

/** When it is, as the words need it. */
export interface MyTime {
  readonly phase: NoticePhase
  /** ms; null: no beginning, or no end, was said. */
  readonly from: number | null
  readonly until: number | null
  readonly fromDay: NearDay | null
  readonly untilDay: NearDay | null
}

/** What a notice means to a reader at a moment, before any of its own words. */
export type Lead =
  /** Nobody was ever to read it. */
  | { readonly kind: 'unpublished' }
  | { readonly kind: 'withdrawn' | 'expired' }
  | {
      readonly kind: 'restored'
      readonly about: NoticeAbout
      readonly concern: MyConcern
      /** Of whom it spoke where not of everybody. */
      readonly needs: Edition['audience']['needs']
      readonly at: number
    }
  | {
      readonly kind: 'out'
      readonly about: NoticeAbout
      readonly concern: MyConcern
      /** Of whom it speaks where not of everybody. */
      readonly needs: Edition['audience']['needs']
      readonly time: MyTime
      readonly isEmergency: boolean
      /** It was written anew after somebody could read it. */
      readonly isChanged: boolean
    }

/** What a reader is given: the old words never come with a notice that does not hold any more. */
export interface NoticeReading {
  readonly lead: Lead
  /** The words that hold now; null: none do. */
  readonly edition: Edition | null
}

type Read = Pick<Notice, 'state' | 'shown' | 'end'>

/** Its state as readers have to see it, also where nobody has looked at it since its time was over. */
export function noticeStateAt({ state, shown }: Pick<Read, 'state' | 'shown'>, now: number): NoticeState {
  return shown !== null && isOut(state) && expiresAt(shown) <= now ? 'expired' : state
}

export function myTimeOf(edition: Edition, now: number): MyTime {
  const from = beginsAt(edition)
  const until = edition.span?.until ?? null
  return {
    ...{ phase: phaseOf(edition, now), from, until },
    fromDay: from === null ? null : nearDayOf(from, now),
    untilDay: until === null ? null : nearDayOf(until, now),
  }
}

const concernOf = ({ audience }: Edition, place: NoticePlace | null): MyConcern =>
  place === null ? 'unknown' : concerns(audience, place)

/** What the reader at a place reads now. `place` null: they came without a door, and told of none. */
export function readingOf(notice: Read, place: NoticePlace | null, now: number): NoticeReading {
  const { shown, end } = notice
  const state = noticeStateAt(notice, now)
  if (shown === null) return { lead: { kind: 'unpublished' }, edition: null }
  if (state === 'withdrawn' || state === 'expired') return { lead: { kind: state }, edition: null }
  const about = shown.about
  const concern = concernOf(shown, place)
  const { needs } = shown.audience
  if (state === 'restored')
    return { lead: { kind: 'restored', about, concern, needs, at: end?.at ?? now }, edition: null }
  const lead: Lead = {
    ...{ kind: 'out', about, concern, needs, time: myTimeOf(shown, now) },
    ...{ isEmergency: shown.isEmergency, isChanged: shown.number > 1 },
  }
  // What WeChat's check has not passed is nobody's to read yet; what it is about and when, people did not type.
  return { lead, edition: shown.wordsState === 'shown' ? shown : null }
}
