import type { Run } from '../run'
import { advance } from './advance'
import type { ImportRow } from './load'
import { workbookPath } from './paths'
import { inPieces } from './plan'
import { Contended, readPart, removeParts, unstage } from './stage'

type Ending = Pick<Run, 'store' | 'platform' | 'keys' | 'hasTime'>

/** Tidies up what was confirmed and not tidied up yet, because the keeper's phone went away. */
export async function importsDue(run: Run): Promise<Readonly<Record<string, number>>> {
  const { rows } = await run.store.imports.page({
    ...{ where: { state: 'confirmed' }, order: 'startedAt', after: null, limit: 20 },
  })
  let folded = 0
  for (const row of rows) if (await isFolded(run, row)) folded++
  return { folded, waiting: rows.length - folded }
}

async function isFolded(ending: Ending, row: ImportRow): Promise<boolean> {
  let now: ImportRow | null = row
  while (now?.state === 'confirmed') {
    if (!ending.hasTime()) return false
    const next = await advance(ending, now)
    if (next === 'over') return false
    now = next ?? (await ending.store.imports.find(row._id))
  }
  return true
}

/**
 * What hangs on an import goes before it: its file, what it has laid ready, and its parts. Answers the ids of those of
 * which nothing is left; the others are the next run's. Of one that was confirmed nothing goes before it is tidied up.
 */
export async function endImports(ending: Ending, rows: readonly ImportRow[]): Promise<readonly string[]> {
  const ended: string[] = []
  for (const row of rows) {
    if (!ending.hasTime()) break
    if (await isEnded(ending, row)) ended.push(row._id)
  }
  return ended
}

async function isEnded(ending: Ending, row: ImportRow): Promise<boolean> {
  const { platform, store } = ending
  const isKept = row.state === 'confirmed' || row.state === 'done'
  if (row.state === 'confirmed' && !(await isFolded(ending, row))) return false
  // First nobody can confirm it any more: half of it would be seen otherwise.
  if (!isKept && row.state !== 'cancelled' && !(await store.imports.replace({ ...row, state: 'cancelled' })))
    return false
  // Its path alone tells the file, also where nobody noted its id, or a first try to remove it has failed.
  await platform.removeFiles([await platform.upload(workbookPath(row._id), Buffer.of(0))])
  if (!isKept && !(await isTakenBack(ending, row))) return false
  await removeParts(store, row)
  await removeKept(ending, row)
  return true
}

async function isTakenBack(ending: Ending, row: ImportRow): Promise<boolean> {
  if (row.plan === null) return true
  for (let number = 1; number <= row.parts; number++) {
    if (!ending.hasTime()) return false
    const changes = await readPart(ending, row, number)
    if (changes) await unstaged(ending, row, changes)
  }
  return true
}

async function unstaged(ending: Ending, row: ImportRow, changes: Parameters<typeof unstage>[2]): Promise<void> {
  try {
    await unstage(ending, row, changes)
  } catch (fault) {
    if (!(fault instanceof Contended)) throw fault
    // Once more, with what somebody else has written meanwhile.
    await unstage(ending, row, changes)
  }
}

/** Of what was kept beside the import; after the confirming all but what its head stands for. */
async function removeKept({ store }: Ending, { _id, state, plan }: ImportRow): Promise<void> {
  const isHeld = state === 'confirmed' || state === 'done'
  const parts = await store.directories.holding({}, { field: 'importId', values: [_id] }, 1000)
  const unheld = parts.filter((part) => !isHeld || part.plan !== plan)
  for (const some of inPieces(unheld, 100)) await store.directories.remove(some.map((part) => part._id))
}
