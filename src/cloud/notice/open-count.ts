import type { InputOf, openNotice } from '../../contract'
import { noticeStateAt } from '../../domain/notice/for-me'
import { wordsSinceOf } from '../../domain/notice/in-force'
import { noticePartUntil } from '../../domain/notice/kept'
import { isOut } from '../../domain/notice/verbs'
import type { Surroundings } from '../handle'
import { hashOf } from '../hash'
import type { Row } from '../store'
import type { OpeningFields } from '../store/documents'
import type { NoticeRow } from './load'

export type OpeningRow = Row<OpeningFields>
export type EditionFields = NonNullable<NoticeRow['shown']>
/** A notice that was out at some time: only that can be opened. */
export type PublishedRow = NoticeRow & { readonly shown: EditionFields }

export const wasOut = (row: NoticeRow): row is PublishedRow => row.shown !== null

/** The one opening that somebody has of a notice. */
export const openingId = (noticeId: string, person: string): string => hashOf('opening', noticeId, person)

type Opened = InputOf<typeof openNotice>

/** A first opening, as it is kept. */
export function newOpening(
  row: PublishedRow,
  person: string,
  now: number,
  over: Partial<OpeningFields>,
): OpeningFields & { readonly _id: string } {
  const { _id: noticeId, communityId, shown } = row
  return {
    ...{ _id: openingId(noticeId, person), noticeId, communityId, person, at: now },
    ...{ token: null, group: null, openedIn: null, edition: shown.number, acknowledgedAt: null },
    until: noticePartUntil(row, now),
    ...over,
  }
}

/** The write, and twice more where it fails: the notice is shown in any case, and the phone asks again later. */
const mostTries = 3

/**
 * Notes that somebody has opened a notice, or a newer edition of it; answers whether that is so now. One write where it
 * is new, none where it is known. What came at the same moment from the same person is the same opening.
 */
export async function countOpening(
  context: Pick<Surroundings, 'store' | 'keys' | 'now' | 'note'>,
  { row, person, before }: { readonly row: PublishedRow; readonly person: string; readonly before: OpeningRow | null },
  opened: Opened,
): Promise<boolean> {
  const { store, now, note } = context
  const _id = openingId(row._id, person)
  const edition = row.shown.number
  for (let tried = 0; tried < mostTries; tried++) {
    try {
      const known = tried === 0 ? before : await store.openings.find(_id)
      // Who finds it over does not see its words: what they saw before stays what they saw.
      if (known && (known.edition >= edition || !isOut(noticeStateAt(row, now)))) return true
      const isDone = known
        ? await store.openings.replace({ ...seenAnew(known, row), edition, until: noticePartUntil(row, now) })
        : await store.openings.insert(newOpening(row, person, now, cameBy(context, opened)))
      if (isDone) return true
    } catch (fault) {
      note('opening.uncounted', fault)
    }
  }
  return false
}

/** 知道了 was said to other words: to these it has to be said again. */
const seenAnew = (known: OpeningRow, row: PublishedRow): OpeningRow =>
  known.edition < wordsSinceOf(row) ? { ...known, acknowledgedAt: null } : known

/** By which card, and where. Of WeChat's group nothing is kept but a keyed hash of its id. */
function cameBy({ keys }: Pick<Surroundings, 'keys'>, { token, openedIn, group }: Opened): Partial<OpeningFields> {
  const id = groupIdIn(group)
  return { token, openedIn, group: id === null ? null : keys.lookup('group', id) }
}

/** Longer than any id of WeChat's. */
const longestGroupId = 128

/** `{ cloudID, data: { opengid } }` is what WeChat puts in a CloudID's place; whatever else comes tells of no group. */
export function groupIdIn(group: unknown): string | null {
  const { data } = Object(group) as { readonly data?: unknown }
  const { opengid } = Object(data) as { readonly opengid?: unknown }
  return typeof opengid === 'string' && opengid !== '' && opengid.length <= longestGroupId ? opengid : null
}
