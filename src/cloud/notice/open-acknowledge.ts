import { acknowledgeNotice, refuse } from '../../contract'
import { handle, written } from '../handle'
import { newOpening, openingId, wasOut, type PublishedRow } from './open-count'

/**
 * 知道了. It may have been pressed without a network: the phone says when, within what can be. Whoever presses it has
 * opened the notice, also where that never arrived.
 */
export const acknowledge = handle(acknowledgeNotice, async ({ noticeId, at }, { store, person, now }) => {
  const [row, opening] = await Promise.all([
    store.notices.find(noticeId),
    store.openings.find(openingId(noticeId, person)),
  ])
  if (!row || !wasOut(row)) return refuse('notice.missing')
  if (opening && opening.acknowledgedAt !== null) return written({ acknowledgedAt: opening.acknowledgedAt }, [])
  const acknowledgedAt = Math.min(now, Math.max(at, row.outAt ?? row.madeAt))
  const write = opening
    ? store.openings.replacing({ ...opening, acknowledgedAt })
    : store.openings.inserting(
        newOpening(row, person, now, { at: acknowledgedAt, edition: editionAt(row, acknowledgedAt), acknowledgedAt }),
      )
  return written({ acknowledgedAt }, [write])
})

const goesOut = ['send', 'change', 'release'] as const

/** Which edition was out when it was pressed: whoever saw an older one is still told of the change. */
function editionAt({ events, shown }: PublishedRow, at: number): number {
  const before = events.filter(
    ({ verb, to, at: then }) => to === 'out' && then <= at && (goesOut as readonly string[]).includes(verb),
  )
  return Math.min(shown.number, before.at(-1)?.edition ?? 1)
}
