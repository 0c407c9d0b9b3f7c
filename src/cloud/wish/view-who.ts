import type { WishView } from '../../contract'
import { permissions } from '../../contract/permissions'
import { permit, type As } from '../../domain/people/permit'
import { wishersOf } from '../../domain/wish/sides'
import { sideOfPerson } from '../../domain/wish/visits'
import type { Side } from '../../domain/wish/wish'
import type { Context, MembershipRow } from '../handle'
import { belongsOfWish, type WishRow } from './load'
import type { Reader } from './view-card'

/** Who looks at a wish, as what. */
export interface Looking {
  readonly viewer: WishView['viewer']
  /** Their own place in it, also where they look by a role of the office; null: none. */
  readonly side: Side | null
  readonly person: string | null
}

/** Whether it is theirs: it is for them, or they wrote it for somebody of their family. */
export const isWishers = (row: WishRow, who: string | null): boolean => who !== null && wishersOf(row).includes(who)

/** As which side somebody is in it; null: as none. */
export function sideOf(row: WishRow, person: string | null): Side | null {
  if (person === null) return null
  return isWishers(row, person) ? 'wisher' : sideOfPerson(row, person)
}

/**
 * As what the caller looks at it. Nobody of the office deals with their own wish; who helps and is of the office goes on
 * seeing what the office sees, and has their own place beside it. One read, for those who are not the wisher.
 */
export async function lookingAt(context: Context<WishRow>): Promise<Looking> {
  const { loaded: row, person, as, now } = context
  const side = sideOf(row, person)
  if (side === 'wisher') return { viewer: 'wisher', side, person }
  const apart = { ...belongsOfWish(row), owner: null, shared: [] }
  const held = as.membership ? as : permit(permissions['wish.show'], person, await context.memberships(), apart, now)
  return { viewer: held ? officeViewer(held) : 'helper', side, person }
}

function officeViewer({ role }: As<MembershipRow>): WishView['viewer'] {
  return role === 'duty' || role === 'grid-leader' || role === 'secretary' ? role : 'helper'
}

export const isOffice = ({ viewer }: Looking): boolean => viewer !== 'wisher' && viewer !== 'helper'

/** Whether they read what was typed on the card before a check has let it. */
export function readerOf({ wordsState }: WishRow, looking: Looking): Reader {
  if (looking.viewer === 'wisher') return 'insider'
  return isOffice(looking) && wordsState !== 'refused' ? 'insider' : 'everybody'
}
