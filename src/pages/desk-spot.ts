import type { PageQuery, Post, Spot } from '../client'

/** A desk: of a grid, of an agency in a community, or of the whole community. */
export interface DeskSpot extends Spot {
  readonly agencyId: string | null
}

/** For which desk a page was opened: `c`, and `g` or `a`. */
export const spotOf = ({ c, g, a }: PageQuery): DeskSpot | null =>
  c ? { communityId: c, gridId: g || null, agencyId: a || null } : null

/** `c=…&g=…&a=…` */
export const spotQuery = ({ communityId, gridId, agencyId }: DeskSpot): string =>
  [`c=${communityId}`, gridId === null ? '' : `g=${gridId}`, agencyId === null ? '' : `a=${agencyId}`]
    .filter(Boolean)
    .join('&')

/** The desk that a role sits at: its agency's, its grid's, or the community's. */
export const deskOfPost = ({ role, communityId, gridId, agencyId }: Post): DeskSpot => ({
  communityId,
  gridId: role === 'grid-leader' ? gridId : null,
  agencyId: role === 'handler' ? agencyId : null,
})
