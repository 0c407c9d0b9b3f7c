import type { PageQuery, Post, Spot } from '../../../client'

/** The community, and the grid if it is only that, for which a page of keepers was opened: `c` and `g`. */
export const spotOf = ({ c, g }: PageQuery): Spot | null => (c ? { communityId: c, gridId: g || null } : null)

/** `c=…&g=…` */
export const spotQuery = ({ communityId, gridId }: Spot): string =>
  `c=${communityId}${gridId === null ? '' : `&g=${gridId}`}`

/** What a role answers for: its grid where it has one, else the community. */
export const spotOfPost = ({ communityId, gridId }: Post): Spot => ({ communityId, gridId })
