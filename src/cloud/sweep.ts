import { retention, type Retention } from '../domain/people/retention'
import { addDays, dayOf, day } from '../domain/time/clock'
import { removePictures as removeFiles, type PictureRow } from './content/files'
import { endImports } from './files/end'
import { removeNoticeFiles } from './files/notice-file'
import type { ImportRow } from './files/load'
import type { RequestRow } from './request/load'
import type { Run } from './run'
import type { Row, Store } from './store'
import type { NoticeFields, NoticeFileFields } from './store/documents'
import type { Platform } from './store/platform'
import type { Table } from './store/table'

const batch = 100
/** One run is bounded, so that it ends well inside its time-out; the next run goes on. */
const mostBatches = 20

type Sweeping = Pick<Run, 'store' | 'platform' | 'keys' | 'now' | 'hasTime'>

/** A document of whichever collection: the table of retention names its fields. */
type AnyFields = Readonly<Record<string, unknown>>
type AnyTable = Table<AnyFields>

/** Ids of those that may go now, where some have to wait for the next run. */
type Ended = readonly string[] | void

/** What hangs on a document and goes before it, so that a crash in between leaves nothing that nobody finds. */
const beforehand: Readonly<Record<string, (sweeping: Sweeping, rows: readonly Row<AnyFields>[]) => Promise<Ended>>> = {
  pictures: ({ platform }, rows) => removeFilesOf(platform, rows as unknown as readonly PictureRow[]),
  noticeFiles: ({ platform }, rows) => removeNoticeFiles(platform, rows as unknown as readonly Row<NoticeFileFields>[]),
  notices: (sweeping, rows) => removeWithNotices(sweeping, rows as unknown as readonly Row<NoticeFields>[]),
  imports: (sweeping, rows) => endImports(sweeping, rows as unknown as readonly ImportRow[]),
  complaints: (sweeping, rows) => removePicturesOf(sweeping, rows as unknown as readonly WithPictures[]),
  requests: (sweeping, rows) =>
    removePicturesOf(
      sweeping,
      (rows as unknown as readonly RequestRow[]).flatMap((row) => [row, ...row.events]),
    ),
}

/** The pictures and the file of notices, and not what stands beside them: that has times of its own. */
async function removeWithNotices(sweeping: Sweeping, rows: readonly Row<NoticeFields>[]): Promise<void> {
  const { store, platform } = sweeping
  const editions = rows.flatMap(({ shown, next }) => [shown, next]).filter((edition) => edition !== null)
  await removePicturesOf(
    sweeping,
    editions.map(({ pictures }) => ({ pictures: [...pictures] })),
  )
  const ids = editions.map(({ fileId }) => fileId).filter((fileId) => fileId !== null)
  const files = await store.noticeFiles.findAll(ids)
  await removeNoticeFiles(platform, files)
  await store.noticeFiles.remove(files.map(({ _id }) => _id))
}

interface WithPictures {
  /** Ids of `pictures`. */
  readonly pictures: readonly string[]
}

async function removePicturesOf({ store, platform }: Sweeping, given: readonly WithPictures[]): Promise<void> {
  const ids = given.flatMap(({ pictures }) => pictures)
  for (let from = 0; from < ids.length; from += fewPictures) {
    await removePictures(store, platform, await store.pictures.findAll(ids.slice(from, from + fewPictures)))
  }
}

/** Pictures whose files are removed in one turn. */
export const fewPictures = 20

async function removeFilesOf(platform: Platform, rows: readonly PictureRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += fewPictures) {
    await removeFiles(platform, rows.slice(from, from + fewPictures))
  }
}

/** Removes pictures with their files; the files first. At most `fewPictures`. */
export async function removePictures(store: Store, platform: Platform, rows: readonly PictureRow[]): Promise<void> {
  await removeFiles(platform, rows)
  await store.pictures.remove(rows.map(({ _id }) => _id))
}

/** Up to which value of its field a document's time is over; inclusive. */
export function expiredUntil({ from, days }: Retention, now: number): string | number | null {
  if (from === null) return null
  return from.unit === 'day' ? addDays(dayOf(now), -days - 1) : now - days * day
}

/** Ends what is past its time, as the table of retention says; answers how many of each. */
export async function sweep(sweeping: Sweeping): Promise<Readonly<Record<string, number>>> {
  const ended: Record<string, number> = {}
  for (const row of retention) {
    const until = expiredUntil(row, sweeping.now)
    if (until === null || !sweeping.hasTime()) continue
    const count = await end(sweeping, row, until)
    if (count > 0) ended[row.id] = (ended[row.id] ?? 0) + count
  }
  return ended
}

async function end(sweeping: Sweeping, row: Retention, until: string | number): Promise<number> {
  const { collection, from, where = {}, ends } = row
  const table = sweeping.store[collection as keyof Store] as unknown as AnyTable
  const order = from?.field ?? '_id'
  if (ends !== 'removed') return table.strip(order, until, ends.stripped)

  const first = beforehand[collection]
  // Files take long: what is begun has to end within the run, or the next one begins with the same again.
  const limit = first ? fewPictures : batch
  let removed = 0
  for (let round = 0; round < mostBatches && sweeping.hasTime(); round++) {
    const { rows } = await table.page({ where, order, until, after: null, limit })
    const ids = (rows.length > 0 && (await first?.(sweeping, rows))) || rows.map(({ _id }) => _id)
    removed += await table.remove(ids)
    if (ids.length < limit) break
  }
  return removed
}
