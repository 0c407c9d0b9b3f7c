import { dayOf, startOf, type Day } from '../time/clock'
import { concerns, type NoticePlace } from './audience'
import { noticeStateAt } from './for-me'
import { asksVoices } from './kinds'
import { endShownFor } from './limits'
import type { Edition, Notice } from './notice'
import { beginsAt, phaseOf } from './spans'

/** A notice as lists hold it. */
export interface Listed extends Pick<Notice, 'state' | 'shown' | 'end' | 'outAt'> {
  readonly id: string
}

interface Standing<One extends Listed> {
  readonly notice: One
  readonly edition: Edition
}

/** Those that hold now and concern the place, or perhaps do. */
function standingAt<One extends Listed>(notices: readonly One[], place: NoticePlace, now: number): Standing<One>[] {
  return notices.flatMap((notice) => {
    const { shown: edition } = notice
    const state = noticeStateAt(notice, now)
    const holds = edition !== null && (state === 'out' || state === 'changing')
    return holds && concerns(edition.audience, place) !== 'no' ? [{ notice, edition }] : []
  })
}

/** Where it stands at the door: what is so now, what comes, and what has no time. */
function rankOf(edition: Edition, now: number): number {
  const phase = phaseOf(edition, now)
  // A question waits until its deadline; what is off now comes before it.
  if (asksVoices(edition.about)) return phase === 'over' ? 4 : 3
  return phase === 'now' || phase === 'late' ? 1 : phase === 'soon' ? 2 : phase === 'always' ? 3 : 4
}

/** What came back within a day says so at the door: people wait for that. */
const isJustRestored = ({ state, end, shown }: Listed, place: NoticePlace, now: number): boolean =>
  state === 'restored' &&
  shown !== null &&
  end !== null &&
  now < end.at + endShownFor &&
  concerns(shown.audience, place) !== 'no'

/**
 * What stands at a door now: emergencies on top of everything, then what has just come back, then the others in their
 * order; of what comes the soonest first, of what has no time the newest.
 */
export function atDoor<One extends Listed>(notices: readonly One[], place: NoticePlace, now: number): readonly One[] {
  const standing = standingAt(notices, place, now)
    .map((one) => ({ ...one, rank: rankOf(one.edition, now), begins: beginsAt(one.edition) ?? 0 }))
    .sort(
      (one, other) =>
        one.rank - other.rank ||
        (one.rank === 2 ? one.begins - other.begins : 0) ||
        (other.notice.outAt ?? 0) - (one.notice.outAt ?? 0) ||
        (one.notice.id < other.notice.id ? -1 : 1),
    )
    .map(({ notice }) => notice)
  const restored = notices
    .filter((notice) => isJustRestored(notice, place, now))
    .sort((one, other) => (other.end?.at ?? 0) - (one.end?.at ?? 0))
  const emergencies = standing.filter(({ shown }) => shown?.isEmergency)
  return [...emergencies, ...restored, ...standing.filter((one) => !emergencies.includes(one))]
}

/** One line of what is coming. */
export interface Coming {
  readonly noticeId: string
  readonly edition: Edition
  /** ms; never null: what has no beginning stands in no calendar. */
  readonly from: number
  readonly until: number | null
  /** It began before the day under which it stands. */
  readonly isGoingOn: boolean
}

export interface ComingDay {
  readonly day: Day
  readonly lines: readonly Coming[]
}

/** What lies ahead for a place, by days of China: what goes on stands under today; what is over does not stand there. */
export function comingFor(notices: readonly Listed[], place: NoticePlace, now: number): readonly ComingDay[] {
  const today = dayOf(now)
  const lines = standingAt(notices, place, now)
    .flatMap(({ notice, edition }): Coming[] => {
      const from = beginsAt(edition)
      const phase = phaseOf(edition, now)
      if (from === null || phase === 'over' || phase === 'always') return []
      const until = edition.span?.until ?? null
      return [{ noticeId: notice.id, edition, from, until, isGoingOn: from < startOf(today) }]
    })
    .sort((one, other) => one.from - other.from || (one.noticeId < other.noticeId ? -1 : 1))
  const days = new Map<Day, Coming[]>()
  for (const line of lines) {
    const day = line.isGoingOn ? today : dayOf(line.from)
    days.set(day, [...(days.get(day) ?? []), line])
  }
  return [...days].map(([day, of]) => ({ day, lines: of })).sort((one, other) => startOf(one.day) - startOf(other.day))
}
