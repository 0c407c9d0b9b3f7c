import type { RequestView } from '../../contract'
import { permissions } from '../../contract/permissions'
import { permit, type As } from '../../domain/people/permit'
import { ownsFrom } from '../../domain/request/act-said'
import type { Context, MembershipRow } from '../handle'
import { belongsOf, type RequestRow } from './load'

/** As what somebody looks at a request. `public`: anybody at all. */
export type Viewer = RequestView['viewer'] | 'public'

/** Who looks, as what. */
export interface Looking {
  readonly viewer: Viewer
  /** The pseudonym; null: nobody that we know. */
  readonly person: string | null
}

/** Whether it is theirs: it concerns them, or they wrote it for somebody of their family. */
export const isOwners = ({ person, filedBy, behalf }: RequestRow, who: string | null): boolean =>
  who !== null && (person === who || (behalf?.kind === 'family' && filedBy === who))

/**
 * As what the caller looks at one request. Somebody with a role who joined it as anybody may keeps seeing what they work
 * on. One read, for a neighbour.
 */
export async function viewerIn(context: Context<RequestRow>): Promise<Exclude<Viewer, 'public'>> {
  const { loaded: row, person, as, now } = context
  const viewer = viewerOf(row, person, as)
  if (viewer !== 'neighbour') return viewer
  const apart = { ...belongsOf(row), owner: null, shared: [] }
  const held = permit(permissions['request.show'], person, await context.memberships(), apart, now)
  return held === null ? viewer : viewerOf(row, person, held)
}

/** As what the caller looks at it, by the role that lets them. */
export function viewerOf(
  row: RequestRow,
  person: string | null,
  { role }: As<MembershipRow>,
): Exclude<Viewer, 'public'> {
  switch (role) {
    case 'handler':
    case 'duty':
    case 'grid-leader':
    case 'secretary':
    case 'street':
      return role
    default:
      return isOwners(row, person) ? 'owner' : 'neighbour'
  }
}

const offices: readonly Viewer[] = ['handler', 'duty', 'grid-leader', 'secretary', 'street']
/** Those who work on it, and to whom it is addressed. */
export const isOffice = ({ viewer }: Looking): boolean => offices.includes(viewer)

/** Whoever goes on with what somebody else took back reads what was before as the neighbour who they were. */
export const readerOf = (row: RequestRow, looking: Looking, at: number): Looking =>
  looking.viewer === 'owner' && at < ownsFrom(row) ? { ...looking, viewer: 'neighbour' } : looking
