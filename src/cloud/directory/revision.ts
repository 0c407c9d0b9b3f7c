import type { Household } from '../../domain/directory'
import type { Context } from '../handle'
import type { Row, Write } from '../store'
import type { BuildingFields, CommunityFields } from '../store/documents'
import { keepRevision } from '../files/keep-revision'

export type CommunityRow = Row<CommunityFields>
export type BuildingRow = Row<BuildingFields>

/** What a keeper changes of a community by hand. */
type Change = Partial<Pick<CommunityFields, 'grids' | 'estates' | 'agencies' | 'settings'>>

/** A building that a save touches, as it was before; null: it was not there. */
export interface Touched {
  readonly id: string
  readonly before: BuildingRow | null
}

type Changing = Pick<Context, 'store' | 'keys' | 'now'>

/**
 * The next revision of a directory, for the commit of what makes it: the community by compare-and-set, so that of two
 * saves at once one looks again, and what the directory was before: the buildings it touches, the rooms that go with them.
 */
export function revised(
  context: Changing,
  community: CommunityRow,
  change: Change,
  touched: readonly Touched[] = [],
  rooms: readonly Household[] = [],
): { readonly revision: number; readonly writes: readonly Write[] } {
  const { store, now } = context
  const revision = community.revision + 1
  return {
    revision,
    writes: [
      store.communities.replacing({ ...community, ...change, revision, updatedAt: now }),
      ...keepRevision(context, community, touched, rooms),
    ],
  }
}
