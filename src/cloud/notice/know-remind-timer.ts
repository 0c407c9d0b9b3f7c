import { isRefused } from '../../contract'
import { noticeStateAt } from '../../domain/notice/for-me'
import { isOut } from '../../domain/notice/verbs'
import type { Looked, Looking } from '../filing/look'
import { dueBatch, lookAtAll, noFigures, sharing, type LookFigures } from '../filing/look-all'
import { inPieces } from '../files/plan'
import type { Surroundings } from '../handle'
import type { Run } from '../run'
import type { NoticeRow } from './load'
import { loadWalked } from './know-walked'
import { reminderOf, remindersFor } from './know-whom'

/** Messages that are written at once. */
const atOnce = 10
/** How often somebody else may write the notice while it is noted that all were told. */
const mostLosses = 8

type Reminding = Looking & Pick<Surroundings, 'keys'>

/** The timer's step: reminders that were begun and did not come to their end. Nothing due: one read. */
export async function remindsDue(run: Run, clock?: () => number): Promise<LookFigures> {
  const given = sharing(run, clock)
  const figures = noFigures()
  const due = { where: {}, order: 'remindNext', until: given.now, after: null, limit: dueBatch } as const
  const { rows } = await given.store.notices.page(due)
  const look = (looking: Looking, id: string) => goOnReminding({ ...looking, keys: run.keys }, id)
  await lookAtAll(given, rows, { event: 'remind.undone', look }, figures)
  return figures
}

/**
 * Reminds whoever was to be reminded and has not been, building by building. A message's `_id` is notice, edition and
 * person: however often and by how many at once this is done, nobody hears it twice.
 */
export async function goOnReminding(given: Reminding, noticeId: string): Promise<Looked> {
  const { store } = given
  const row = await store.notices.find(noticeId)
  const messages: string[] = []
  let commits = 0
  for (const { buildingId, by } of row?.reminds.filter(({ isOpen }) => isOpen) ?? []) {
    const isDone = await remindBuilding(given, { noticeId, buildingId, by }, messages)
    if (!isDone) return { commits, messages }
    if (await closed(given, noticeId, buildingId)) commits += 1
  }
  return { commits, messages }
}

interface Order {
  readonly noticeId: string
  readonly buildingId: string
  /** Who pressed; null: erased. */
  readonly by: string | null
}

/** Answers whether nobody is left; adds what was said. What is over, or not there any more, reminds nobody. */
async function remindBuilding(given: Reminding, order: Order, messages: string[]): Promise<boolean> {
  const { store, now } = given
  const found = await loadWalked(order, given)
  if (isRefused(found)) return true
  const { notice } = found.loaded
  if (!isOut(noticeStateAt(notice, now))) return true
  const { people } = await remindersFor(given, found.loaded, order.by)
  for (const some of inPieces(people, atOnce)) {
    if (!given.hasTime()) return false
    const lines = some.map((person) => reminderOf(notice, person, now))
    const isNew = await Promise.all(lines.map((line) => store.messages.insert(line)))
    messages.push(...lines.filter((_, at) => isNew[at]).map(({ _id }) => _id))
  }
  return true
}

/** Notes that everybody in a building was told. */
async function closed({ store }: Reminding, noticeId: string, buildingId: string): Promise<boolean> {
  for (let losses = 0; losses <= mostLosses; losses++) {
    const row = await store.notices.find(noticeId)
    if (!row) return false
    const next = withoutOpen(row, buildingId)
    if (next === row || (await store.notices.replace(next))) return next !== row
  }
  return false
}

function withoutOpen(row: NoticeRow, buildingId: string): NoticeRow {
  if (!row.reminds.some((one) => one.buildingId === buildingId && one.isOpen)) return row
  const reminds = row.reminds.map(({ isOpen, ...one }) =>
    isOpen && one.buildingId !== buildingId ? { ...one, isOpen } : one,
  )
  const { remindNext, ...rest } = { ...row, reminds }
  return reminds.some(({ isOpen }: NoticeRow['reminds'][number]) => isOpen) ? { ...rest, remindNext } : rest
}
