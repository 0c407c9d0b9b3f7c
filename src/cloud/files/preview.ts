import type { ImportView } from '../../contract'
import {
  compareDirectories,
  comparedKinds,
  type Compared,
  type Directory,
  type ReadSheets,
} from '../../domain/directory'
import { findSetting } from '../../knowledge/setting-words'
import { problemText } from '../../text/directory-problems'

/** What a keeper is shown of an import, beside how far it is. */
export type Preview = Pick<
  ImportView,
  'fault' | 'problems' | 'found' | 'stopping' | 'changes' | 'breaks' | 'emptied' | 'members' | 'memberCount'
>

export const emptyPreview: Preview = {
  ...{ fault: null, problems: [], found: 0, stopping: 0, changes: [], breaks: [], members: [], memberCount: 0 },
  emptied: 0,
}

type ChangeView = Preview['changes'][number]

/** Settings are called by their questions. */
const named = (kind: ChangeView['kind'], change: Compared['changes']['estates']['comes']) => ({
  count: change.count,
  examples: kind === 'settings' ? change.examples.map((id) => findSetting(id)?.ask ?? id) : [...change.examples],
})

function changesOf({ changes }: Compared): ChangeView[] {
  return comparedKinds
    .filter((kind) => Object.values(changes[kind]).some(({ count }) => count > 0))
    .map((kind) => ({
      kind,
      comes: named(kind, changes[kind].comes),
      changes: named(kind, changes[kind].changes),
      goes: named(kind, changes[kind].goes),
    }))
}

type InUse = Parameters<typeof compareDirectories>[2]

/** What breaks, as a keeper is shown it. */
export const breakViews = (breaks: Compared['breaks']): Preview['breaks'] =>
  breaks.map(({ id: _, ...broken }) => broken)

/** More members are counted and not listed: what is shown has to fit into a document and a reply. */
const mostMembers = 200

/** Of two `orderly` directories. Members are not compared: nobody gets a role by an import. */
export function previewOf(before: Directory, after: Directory, inUse: InUse, read?: ReadSheets): Preview {
  const compared = compareDirectories({ ...before, members: [] }, { ...after, members: [] }, inUse)
  return {
    ...emptyPreview,
    ...(read && { problems: problemsOf(read), found: read.found, stopping: read.stopping }),
    changes: changesOf(compared),
    breaks: breakViews(compared.breaks),
    emptied: compared.emptied,
    memberCount: after.members.length,
    members: after.members
      .slice(0, mostMembers)
      .map(({ name, role, gridId, agencyId, until }) => ({ name, role, gridId, agencyId, until })),
  }
}

export const problemsOf = ({ problems }: ReadSheets): Preview['problems'] =>
  problems.map((problem) => ({
    ...{ sheet: problem.sheet, cell: problem.cell, words: problemText(problem), stops: problem.stops },
  }))
