import { acknowledgeNotice, refuse } from '../../contract'
import { cameOut, wordsInForce, wordsSinceOf } from '../../domain/notice/in-force'
import { handle, written } from '../handle'
import type { Store, Write } from '../store'
import { newOpening, openingId, wasOut, type OpeningRow, type PublishedRow } from './open-count'

/**
 * 知道了, to the words that were read: to others it is said again. It may have been pressed without a network: the phone
 * says when, within what can be, and which edition it showed. Whoever presses it has opened the notice, also where that
 * never arrived.
 */
export const acknowledge = handle(acknowledgeNotice, async ({ noticeId, at, edition }, { store, person, now }) => {
  const [row, opening] = await Promise.all([
    store.notices.find(noticeId),
    store.openings.find(openingId(noticeId, person)),
  ])
  if (!row || !wasOut(row)) return refuse('notice.missing')
  const acknowledgedAt = Math.min(now, Math.max(at, row.outAt ?? row.madeAt))
  const read = readEdition(row, { opening, edition, at: acknowledgedAt })
  if (opening === null) {
    const fresh = newOpening(row, person, now, { at: acknowledgedAt, edition: read, acknowledgedAt })
    return written({ acknowledgedAt }, [store.openings.inserting(fresh)])
  }
  return written(
    { acknowledgedAt: isSaid(row, opening, read) ? (opening.acknowledgedAt ?? acknowledgedAt) : acknowledgedAt },
    acknowledged(store, row, opening, { read, acknowledgedAt }),
  )
})

interface Pressed {
  readonly opening: OpeningRow | null
  /** As the phone says; undefined: it says nothing. */
  readonly edition: number | undefined
  readonly at: number
}

/** What stood there when it was pressed. Once it is over no words do: what was read before was meant. */
function readEdition(row: PublishedRow, { opening, edition, at }: Pressed): number {
  const newest = row.shown.number
  if (at >= (wordsInForce(row)?.until ?? Infinity)) return opening?.edition ?? newest
  return Math.min(newest, Math.max(1, edition ?? opening?.edition ?? editionAt(row, at)))
}

/** Which edition was out when it was pressed: whoever saw an older one is still told of the change. */
function editionAt({ events }: PublishedRow, at: number): number {
  const before = events.filter((event) => event.at <= at && cameOut(event))
  return before.at(-1)?.edition ?? 1
}

/** Whether nothing is new in it: it was said to these words, or it speaks of words that are no more. */
function isSaid(row: PublishedRow, { edition, acknowledgedAt }: OpeningRow, read: number): boolean {
  const since = wordsSinceOf(row)
  const [isOld, hasSeen] = [read < since, edition >= since]
  return acknowledgedAt === null ? isOld && hasSeen : isOld || hasSeen
}

function acknowledged(
  { openings }: Store,
  row: PublishedRow,
  opening: OpeningRow,
  { read, acknowledgedAt }: { readonly read: number; readonly acknowledgedAt: number },
): Write[] {
  if (isSaid(row, opening, read)) return []
  const edition = Math.max(opening.edition, read)
  return [openings.replacing({ ...opening, edition, at: Math.min(opening.at, acknowledgedAt), acknowledgedAt })]
}
