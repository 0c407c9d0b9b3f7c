import { confirmImport, refuse, type ImportView, type Refused } from '../../contract'
import { breaksOf, keepDoubts, type Going } from '../../domain/directory'
import { handle, written, type Context } from '../handle'
import { audit } from '../people/audit'
import { headOf } from './keep-revision'
import { inUseOf } from './in-use'
import { loadImport, type ImportRow } from './load'
import { openPreview, readFirstPart, sealPreview } from './make-plan'
import { breakViews } from './preview'
import { progressOf } from './step'

type Breaks = ImportView['breaks']
const counted = ['doorCodes', 'households', 'homes', 'requests', 'members'] as const

/** Whether more breaks than a keeper was shown. */
const isMore = (now: Breaks, shown: Breaks): boolean =>
  now.some((one) => {
    const before = shown.find(({ kind, name }) => kind === one.kind && name === one.name)
    return counted.some((what) => one[what] > (before?.[what] ?? 0))
  })

/**
 * What rests by now on the things that go: codes are made and people file while an import waits. What nobody was shown is
 * shown first.
 */
async function breakingOf(
  context: Context<ImportRow>,
  going: readonly Going[],
  isMeant: boolean,
): Promise<Refused<'import.breaks'> | null> {
  const { loaded, store, keys } = context
  const breaks = breakViews(breaksOf(going, await inUseOf(context, loaded.communityId, going)))
  const preview = openPreview(context, loaded)
  if (!isMore(breaks, preview.breaks)) return breaks.length === 0 || isMeant ? null : refuse('import.breaks')
  const sealed = sealPreview(context, loaded._id, { ...preview, breaks })
  await store.imports.replace({ ...loaded, isBreaking: true, preview: sealed, keyId: keys.currentKey })
  return refuse('import.breaks')
}

/**
 * The one write that makes an import visible: the community names it as the one whose staged rows count, and takes over
 * its own part, in the same commit. Whoever reads before it sees the old directory whole, whoever reads after it the new
 * one. Reads the import, the community, its part, and what rests on what goes; writes both, what undoes it, and a line of
 * the audit log.
 */
export const confirm = handle(confirmImport, {
  load: loadImport,
  async work({ breaks, rooms }, context) {
    const { loaded, store, now } = context
    if (loaded.state === 'cancelled') return refuse('import.over')
    const community = await store.communities.find(loaded.communityId)
    if (!community) return refuse('import.missing')
    const { revision } = community
    if (loaded.state === 'confirmed' || loaded.state === 'done') return written({ revision, ...progressOf(loaded) }, [])
    if (loaded.state !== 'ready') return refuse('import.not-ready')
    if (loaded.revision !== revision) return refuse('import.outdated')
    if (community.lastImport !== loaded._id) return refuse('import.over')
    const own = await readFirstPart(context, loaded)
    if (!own) return refuse('import.over')
    const refusal = await breakingOf(context, own.going, breaks)
    if (refusal) return refusal
    // Who lived there is in no revision that is kept.
    if (!rooms && openPreview(context, loaded).emptied > 0) return refuse('import.empties')

    const shown = {
      ...community,
      ...{ grids: [...own.grids], settings: [...own.settings] },
      estates: own.estates.map((estate) => ({ ...estate, settings: [...estate.settings] })),
      // What residents have reported since the import was read is not undone by it.
      agencies: keepDoubts(community.agencies, own.agencies) as typeof community.agencies,
      ...{ revision: revision + 1, updatedAt: now, shownImport: loaded._id },
    }
    const confirmed = { ...loaded, state: 'confirmed' as const, done: 0 }
    const { plan, kept: parts, kind: endedBy, restores } = loaded
    const verb = restores === null ? 'import.confirm' : 'revision.restore'
    return written({ revision: shown.revision, ...progressOf(confirmed) }, [
      store.communities.replacing(shown),
      store.imports.replacing(confirmed),
      headOf(context, community, { endedBy, plan, parts, text: '' }),
      audit(context, {
        ...{ verb, communityId: community._id },
        subject: { collection: 'communities', id: restores === null ? community._id : String(restores) },
      }),
    ])
  },
})
