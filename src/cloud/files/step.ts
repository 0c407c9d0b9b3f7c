import { largestWorkbook, refuse, stepImport, type Refused } from '../../contract'
import { handle, written, type Surroundings } from '../handle'
import type { Store } from '../store'
import { advance, replaced } from './advance'
import { checkFresh } from './check-fresh'
import { loadDirectory, loadImport, type CommunityRow, type ImportRow } from './load'
import { faulty, planned } from './make-plan'
import { workbookPath } from './paths'
import { laidOut } from './plan-buildings'
import { readBack } from './read-back'
import { readFile } from './read-file'

/** How long (ms) a call begins something new: a phone waits for it. */
const budget = 5_000

type Refusal = Refused<
  'import.over' | 'import.no-file' | 'import.outdated' | 'import.missing' | 'revision.missing' | 'content.unchecked'
>

/** How far an import is, as a phone is told. */
export const progressOf = ({ state, done, parts }: ImportRow) => ({ state, done, total: parts })

/**
 * Goes on with an import until it has to wait for its keeper, or for some seconds. Each batch is laid down before it is
 * counted, and a batch that was laid down already does no harm twice: whatever is killed in between is simply done again.
 */
export const step = handle(stepImport, {
  load: loadImport,
  async work({ fileId }, context) {
    const { loaded, store } = context
    const ends = Date.now() + budget
    let row: ImportRow | Refusal = loaded
    if (row.state === 'reading') {
      row = await read(context, row, fileId, () => Date.now() < ends)
      if ('refused' in row) return row
    }
    if (row.state === 'cancelled') return refuse('import.over')
    while ((row.state === 'staging' || row.state === 'confirmed') && Date.now() < ends) {
      const next = await advance(context, row)
      if (next === 'over') return refuse('import.over')
      // Somebody else was here: what they have left is looked at anew.
      const now: ImportRow | null = next ?? (await store.imports.find(row._id))
      if (!now) return refuse('import.missing')
      if (now.state === 'cancelled') return refuse('import.over')
      row = now
    }
    return written(progressOf(row), [])
  },
})

/** Reads what is to be imported, checks it, and plans its batches. */
async function read(
  context: Surroundings,
  row: ImportRow,
  fileId: string | null,
  hasTime: () => boolean,
): Promise<ImportRow | Refusal> {
  const { store } = context
  const community = await store.communities.find(row.communityId)
  if (!community) return refuse('import.over')
  // What is visible has to be the documents' own before anything else is laid over it.
  if (!(await isFolded(context, community, hasTime))) return row
  const next = await toBeWritten(context, row, community, fileId)
  if ('refused' in next) return next
  // Another call has read it meanwhile.
  if (next.version !== row.version) return next
  if (!(await store.imports.replace(next))) return (await store.imports.find(row._id)) ?? refuse('import.missing')
  // It holds people's data, and what was read of it lies sealed.
  if (row.fileId ?? fileId) await removeFile(context, row.fileId ?? fileId)
  return replaced(next)
}

function toBeWritten(context: Surroundings, row: ImportRow, community: CommunityRow, fileId: string | null) {
  if (row.kind === 'workbook') return readWorkbookOf(context, row, community, fileId)
  return row.kind === 'plan' ? laidOut(context, row, community) : readBack(context, row, community)
}

async function removeFile({ platform, note }: Surroundings, fileId: string | null): Promise<void> {
  if (fileId !== null) await platform.removeFiles([fileId]).catch((fault: unknown) => note('import.file-left', fault))
}

async function isFolded(
  context: Surroundings,
  { shownImport }: CommunityRow,
  hasTime: () => boolean,
): Promise<boolean> {
  let shown = shownImport === undefined ? null : await context.store.imports.find(shownImport)
  while (shown?.state === 'confirmed') {
    if (!hasTime()) return false
    const next = await advance(context, shown)
    if (next === 'over') return true
    shown = next ?? (await context.store.imports.find(shown._id))
  }
  return true
}

async function readWorkbookOf(
  context: Surroundings,
  row: ImportRow,
  community: CommunityRow,
  fileId: string | null,
): Promise<ImportRow | Refusal> {
  const { platform, store, now } = context
  if (fileId === null || !platform.isOurs(fileId) || !fileId.endsWith(`/${workbookPath(row._id)}`))
    return refuse('import.no-file')
  const bytes = await platform.download(fileId, largestWorkbook)
  // Whoever has read it removes it: a call that was sent once more goes on with what has become of it.
  if (bytes === null) return (await readMeanwhile(store, row)) ?? refuse('import.no-file')
  const before = await loadDirectory(context, community, { households: true })
  // Too large also for the reader, which says so in its words.
  const read = readFile(bytes === 'too-large' ? new Uint8Array(largestWorkbook + 1) : bytes, {
    ...{ communityId: community._id, now, before },
  })
  if ('fault' in read || read.stopping > 0) return faulty(context, row, read)
  const unfit = await checkFresh(context, before, read)
  if ('refused' in unfit) return unfit
  if (unfit.length > 0) return faulty(context, row, read, unfit)
  return planned(context, row, community, { before, after: read.directory, read })
}

async function readMeanwhile(store: Store, { _id, version }: ImportRow): Promise<ImportRow | null> {
  const now = await store.imports.find(_id)
  return now && now.version !== version ? now : null
}
