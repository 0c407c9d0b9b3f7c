import { randomUUID } from 'node:crypto'
import { cancelImport, largestWorkbook, refuse, restoreRevision, startImport } from '../../contract'
import { handle, written, type Surroundings } from '../handle'
import type { Write } from '../store'
import type { ImportFields } from '../store/documents'
import { headId } from './keep-revision'
import { loadCommunity, loadImport, type CommunityRow, type ImportRow } from './load'
import { workbookPath } from './paths'

/** States in which an import can still be given up. */
const isLive = ({ state }: Pick<ImportRow, 'state'>) => !['confirmed', 'done', 'cancelled'].includes(state)

export async function lastImport(
  { store }: Pick<Surroundings, 'store'>,
  communityId: string,
): Promise<ImportRow | null> {
  const { rows } = await store.imports.page({
    ...{ where: { communityId }, order: 'startedAt', direction: 'desc', after: null, limit: 1 },
  })
  return rows[0] ?? null
}

/**
 * A new import of a community in place of the one before. The community names it, so that of two that begin at once one
 * sees the other and gives it up. One read.
 */
export async function begun(
  context: Surroundings,
  community: CommunityRow,
  what: Pick<ImportFields, 'kind' | 'restores' | 'asked'>,
): Promise<{ readonly importId: string; readonly writes: readonly Write[] }> {
  const { store, keys, now } = context
  const { _id: communityId } = community
  const last = await lastImport(context, communityId)
  const _id = randomUUID()
  const fields: ImportFields = {
    ...{ communityId, ...what, state: 'reading', fileId: null, revision: null, plan: null, parts: 0, done: 0, kept: 0 },
    ...{ isBreaking: false, preview: null, keyId: keys.currentKey },
    // Whoever begins later wins, whatever the clocks of two instances say.
    startedAt: Math.max(now, (last?.startedAt ?? 0) + 1),
  }
  const writes = [
    store.communities.replacing({ ...community, lastImport: _id }),
    store.imports.inserting({ _id, ...fields }),
  ]
  if (last && isLive(last)) writes.push(store.imports.replacing({ ...last, state: 'cancelled' }))
  return { importId: _id, writes }
}

/** Reads the community and its last import; writes the community and both imports. */
export const start = handle(startImport, {
  load: loadCommunity,
  async work({ size }, context) {
    if (size > largestWorkbook) return refuse('import.too-large')
    const { importId, writes } = await begun(context, context.loaded, { kind: 'workbook', restores: null })
    return written({ importId, path: workbookPath(importId) }, writes)
  },
})

/** The same for an earlier revision. */
export const restore = handle(restoreRevision, {
  load: loadCommunity,
  async work({ communityId, revision }, context) {
    const isEarlier = revision < context.loaded.revision
    const head = isEarlier ? await context.store.directories.find(headId(communityId, revision)) : null
    if (!head) return refuse('revision.missing')
    const { importId, writes } = await begun(context, context.loaded, { kind: 'restore', restores: revision })
    return written({ importId }, writes)
  },
})

/** What it has laid ready is nobody's business any more; the timer takes it away. */
export const cancel = handle(cancelImport, {
  load: loadImport,
  work(_, { loaded, store }) {
    if (loaded.state === 'cancelled') return Promise.resolve(written({ state: loaded.state }, []))
    if (!isLive(loaded)) return Promise.resolve(refuse('import.over'))
    const cancelled = { ...loaded, state: 'cancelled' as const }
    return Promise.resolve(written({ state: cancelled.state }, [store.imports.replacing(cancelled)]))
  },
})
