import { refuse, type Refused } from '../../contract'
import { keepVerifications, type Directory } from '../../domain/directory'
import type { Surroundings } from '../handle'
import { peopled, readUndo, undone } from './keep-revision'
import { loadDirectory, type CommunityRow, type ImportRow } from './load'
import { planned } from './make-plan'
import { inPieces } from './plan'

/** More revisions than are kept at once. */
const mostHeads = 10_000
/** Heads of one read: each holds what a save has changed. */
const together = 50

/**
 * An earlier revision: what was changed since is undone, one change after the other. People stay where they are now,
 * and a number that somebody has rung since stays verified. Where what undoes it is gone, the import is over.
 */
export async function readBack(
  context: Surroundings,
  row: ImportRow,
  community: CommunityRow,
): Promise<ImportRow | Refused<'revision.missing'>> {
  const before = await loadDirectory(context, community, { households: true })
  const target = await earlier(context, community, row.restores ?? 0, before)
  if (target) {
    const agencies = keepVerifications(before.agencies, target.agencies)
    return planned(context, row, community, { before, after: { ...peopled(target, before), agencies } })
  }
  await context.store.imports.replace({ ...row, state: 'cancelled' })
  return refuse('revision.missing')
}

async function earlier(
  context: Pick<Surroundings, 'store' | 'keys'>,
  community: CommunityRow,
  wanted: number,
  present: Directory,
): Promise<Directory | null> {
  const { store } = context
  const ids = await headIds(context, community, wanted)
  if (!ids) return null
  let target = present
  for (const some of inPieces(ids, together)) {
    const heads = new Map((await store.directories.findAll(some)).map((head) => [head._id, head]))
    for (const id of some) {
      const head = heads.get(id)
      const undo = head && (await readUndo(context, head))
      if (!undo) return null
      target = undone(target, undo)
    }
  }
  return target
}

/** What has to be undone, the latest first: what an import has kept is whole, so that nothing later counts. Null: one is gone. */
async function headIds(
  { store }: Pick<Surroundings, 'store'>,
  { _id: communityId, revision }: CommunityRow,
  wanted: number,
): Promise<readonly string[] | null> {
  const { rows } = await store.directories.scan(
    { where: { communityId, kind: 'head' }, order: 'revision', direction: 'desc', until: wanted },
    { revision: true, plan: true },
    { most: mostHeads },
  )
  const whole = rows.map(({ plan }) => plan !== null).lastIndexOf(true)
  const needed = rows.slice(Math.max(0, whole))
  const from = rows[whole]?.revision ?? revision - 1
  return needed.length === from - wanted + 1 ? needed.map(({ _id }) => _id) : null
}
