import { newsOfNotice, type NoticeNews } from '../../domain/notice/news'
import type { NoticeEvent } from '../../domain/notice/notice'
import { agrees } from '../../domain/people/consent'
import type { Looked, Looking } from '../filing/look'
import { messageOf } from '../people/say'
import type { Row, Store } from '../store'
import type { OpeningFields } from '../store/documents'
import { derivedNotice } from './derive'
import type { NoticeRow } from './load'
import { eventCause, noticePath } from './tell-office'

/** Openings that are read at once, and messages that are written at once. */
const batch = 100
const atOnce = 10
/** How often somebody else may write the notice while it is noted how far we came. */
const mostLosses = 8

/** What those hear who have opened a notice; undefined: nothing. */
const openersStep = (event: NoticeEvent, row: NoticeRow): NoticeNews['step'] | undefined =>
  newsOfNotice(event, row).find(({ to }) => to === 'openers')?.step

/** What came later says it as well, to everybody who would hear this: nobody has to hear both. */
const isOvertaken = (row: NoticeRow): boolean =>
  row.events.slice(row.told + 1).some((event) => openersStep(event, row) !== undefined)

/** Whether somebody saw what is no longer so: they opened it before, and have not seen the new words since. */
const hasSeenOld = ({ person, at, edition }: OpeningFields, event: NoticeEvent, step: NoticeNews['step']): boolean =>
  person !== event.person && at <= event.at && (step !== 'changed' || edition < event.edition)

/** Those who have an account: whoever has none opened it, and is nobody whom anything could be said to. */
async function reachable({ people }: Store, openings: readonly OpeningFields[]): Promise<readonly string[]> {
  const found = await people.findAll(openings.map(({ person }) => person))
  return found.filter(({ consents }) => agrees(consents, ['account'])).map(({ _id }) => _id)
}

const openingsAfter = async (
  { openings }: Store,
  { _id: noticeId, toldAfter }: NoticeRow,
): Promise<{ rows: Row<OpeningFields>[]; isMore: boolean }> => {
  const after = toldAfter === null ? null : { value: noticeId, id: toldAfter }
  const { rows, cursor } = await openings.page({ where: { noticeId }, order: 'noticeId', after, limit: batch })
  return { rows, isMore: cursor !== null }
}

/** The messages of one batch. Each by itself: its `_id` is its cause, so that what a crash left half done is done again. */
async function sayAll(
  { store, now }: Looking,
  persons: readonly string[],
  said: Omit<Parameters<typeof messageOf>[1], 'person'>,
) {
  const lines = persons.map((person) => messageOf(now, { ...said, person }))
  const fresh: string[] = []
  for (let from = 0; from < lines.length; from += atOnce) {
    const some = lines.slice(from, from + atOnce)
    const isNew = await Promise.all(some.map((line) => store.messages.insert(line)))
    fresh.push(...some.filter((_, at) => isNew[at]).map(({ _id }) => _id))
  }
  return fresh
}

/** Notes how far we came, unless somebody has come further meanwhile. */
async function noted({ store, now }: Looking, from: NoticeRow, done: Pick<NoticeRow, 'told' | 'toldAfter'>) {
  let row: NoticeRow | null = from
  for (let losses = 0; row && losses <= mostLosses; losses++) {
    const told = { ...row, ...done }
    const next = { ...told, ...derivedNotice(told, now) }
    if (await store.notices.replace(next)) return { ...next, version: next.version + 1 }
    row = await store.notices.find(from._id)
    if (row && (row.told !== from.told || row.toldAfter !== from.toldAfter)) return row
  }
  return row
}

/**
 * Tells those who have opened a notice what has become of it, event by event and batch by batch, until everybody has
 * heard or the time is over. Where somebody else does the same, or one dies on the way, nothing is said twice and nobody
 * is forgotten: a message's `_id` is notice, event and person, and the notice says after whom it goes on.
 */
export async function tellOpeners(given: Looking, noticeId: string, mostBatches: number): Promise<Looked> {
  const { store } = given
  const messages: string[] = []
  let batches = 0
  let row: NoticeRow | null = await store.notices.find(noticeId)
  while (row && row.told < row.events.length && batches < mostBatches && given.hasTime()) {
    const event: NoticeEvent | undefined = row.events[row.told]
    const step: NoticeNews['step'] | undefined = event && openersStep(event, row)
    if (!event || step === undefined || isOvertaken(row)) {
      row = await noted(given, row, { told: nextTold(row), toldAfter: null })
      continue
    }
    batches += 1
    const { rows, isMore } = await openingsAfter(store, row)
    const persons = await reachable(
      store,
      rows.filter((opening) => hasSeenOld(opening, event, step)),
    )
    const said = {
      kind: 'notice.progress',
      params: { step },
      path: noticePath(noticeId),
      cause: eventCause(row, event),
    } as const
    messages.push(...(await sayAll(given, persons, said)))
    const last: string | null = rows.at(-1)?._id ?? row.toldAfter
    row = await noted(
      given,
      row,
      isMore ? { told: row.told, toldAfter: last } : { told: row.told + 1, toldAfter: null },
    )
  }
  return { commits: batches, messages }
}

/** The last event that those who have opened it have to hear of; none: all are told. */
function nextTold(row: NoticeRow): number {
  const places = row.events.flatMap((event, at) => (at > row.told && openersStep(event, row) !== undefined ? [at] : []))
  return places.at(-1) ?? row.events.length
}

/** Everything up to here has nothing for those who have opened it: nobody has to look at it for that. */
export const hasUntold = (row: NoticeRow): boolean =>
  row.events.slice(row.told).some((event) => openersStep(event, row) !== undefined)
