import { atDoor, type Listed } from './at-door'
import type { NoticePlace, NoticeWhere } from './audience'
import { readingOf, type Lead } from './for-me'
import type { NoticeAbout } from './kinds'
import { endShownFor } from './limits'
import type { Edition, Notice, NoticeContent, NoticeSpan } from './notice'
import { expiresAt } from './spans'
import { isOut } from './verbs'

/** A notice as it stands at a door: what a phone needs to say what it means there, also off line. */
export interface DoorRow {
  readonly noticeId: string
  /** Empty: its words have not passed the check, or do not hold any more. */
  readonly title: string
  readonly about: NoticeAbout
  readonly span: NoticeSpan | null
  readonly where: NoticeWhere
  readonly needs: NoticeContent['audience']['needs']
  readonly isEmergency: boolean
  readonly isChanged: boolean
  readonly state: 'out' | 'restored'
  /** When it came back (ms); null: it has not. */
  readonly endAt: number | null
  readonly outAt: number
  readonly writtenAt: number
  readonly validUntil: number
}

type Standing = Pick<Notice, 'state' | 'shown' | 'end' | 'outAt'>

/** Until when it stands at doors (ms); 0: it does not. */
export function doorUntilOf({ state, shown, end }: Standing): number {
  if (shown === null) return 0
  if (isOut(state)) return expiresAt(shown)
  return state === 'restored' && end !== null ? end.at + endShownFor : 0
}

/** As it stands at doors at a moment; null: it does not. */
export function doorRowOf(noticeId: string, notice: Standing, now: number): DoorRow | null {
  const { state, shown, end, outAt } = notice
  if (shown === null || doorUntilOf(notice) <= now) return null
  const { about, span, audience, isEmergency, number, writtenAt, validUntil } = shown
  return {
    noticeId,
    title: isOut(state) && shown.wordsState === 'shown' ? shown.title : '',
    ...{ about, span, where: audience.where, needs: audience.needs, isEmergency, isChanged: number > 1 },
    ...(isOut(state)
      ? ({ state: 'out', endAt: null } as const)
      : ({ state: 'restored', endAt: end?.at ?? null } as const)),
    ...{ outAt: outAt ?? writtenAt, writtenAt, validUntil },
  }
}

/** As lists know a notice. What a row leaves out nobody asks for at a door. */
export function listedOf(row: DoorRow, communityId: string): Listed {
  const { noticeId: id, about, span, where, needs, isEmergency, isChanged, endAt, title } = row
  const shown: Edition = {
    ...{ about, span, isEmergency, title, body: '', pictures: [], fileId: null, validUntil: row.validUntil },
    ...{ audience: { communityId, where, needs }, number: isChanged ? 2 : 1, writer: null, role: 'secretary' },
    ...{ writtenAt: row.writtenAt, wordsState: 'shown' },
  }
  const end = endAt === null ? null : ({ at: endAt, words: '', wordsState: 'shown' } as const)
  return { id, state: row.state, shown, end, outAt: row.outAt }
}

/** What a row means at a place, worked out on the phone: tomorrow it is 今天, and one day it is over. */
export const leadOfDoor = (row: DoorRow, place: NoticePlace, now: number): Lead =>
  readingOf(listedOf(row, place.communityId), place, now).lead

/** Those that stand at a place's door now, in their order; see `atDoor`. */
export function rowsAtDoor<Row extends DoorRow>(rows: readonly Row[], place: NoticePlace, now: number): readonly Row[] {
  const byId = new Map(rows.map((row) => [row.noticeId, row]))
  const listed = [...byId.values()].map((row) => listedOf(row, place.communityId))
  return atDoor(listed, place, now).flatMap(({ id }) => byId.get(id) ?? [])
}
