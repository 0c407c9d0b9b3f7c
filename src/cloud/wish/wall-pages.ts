import type { InputOf, pageWall } from '../../contract'
import { decodeCursor, encodeCursor, type Position, type Store } from '../store'
import { findOf } from './derive'
import type { OfferRow, WishRow } from './load'

export type WallAsked = Omit<InputOf<typeof pageWall>, 'zone' | 'cursor'>
export interface WallPage<Row> {
  readonly rows: readonly Row[]
  readonly cursor: string | null
}

/** Cards of one page: both zones have to fit into one small setData. */
const pageSize = 20
/** Where a building is asked for, some of what is read does not reach it. */
const pageBeside = 40
/** Nobody counts further. */
export const mostPaired = 1000

/** Where a page goes on; undefined: it is no cursor of ours. */
export const positionOf = (cursor: string | null): Position | null | undefined =>
  cursor === null ? null : (decodeCursor(cursor, 'number') ?? undefined)

const directionOf = (order: WallAsked['order']) => (order === 'newest' ? ('desc' as const) : ('asc' as const))

/** Yellow cards that hang, by when they were hung. One read. */
export const wishesOn = ({ wishes }: Store, asked: WallAsked, after: Position | null): Promise<WallPage<WishRow>> =>
  wishes.page({
    where: { communityId: asked.communityId, zone: 'wall', finds: findOf(asked) },
    ...{ order: 'hungAt', direction: directionOf(asked.order), after, limit: pageSize },
  })

/**
 * Red cards that hang. Most reach every building; those that do not reach the one that is asked for are left out here, so
 * that a page may be shorter than the next one. One read.
 */
export async function offersOn(
  { offers }: Store,
  { communityId, group, buildingId, part, order }: WallAsked,
  after: Position | null,
): Promise<WallPage<OfferRow>> {
  const { rows, cursor } = await offers.page({
    where: { communityId, zone: 'wall', finds: findOf({ group, buildingId: null, part }) },
    ...{ order: 'hungAt', direction: directionOf(order), after, limit: buildingId === null ? pageSize : pageBeside },
  })
  if (buildingId === null) return { rows, cursor }
  const reaching = rows.filter(({ buildingIds }) => buildingIds.length === 0 || buildingIds.includes(buildingId))
  const last = reaching.length > pageSize ? reaching[pageSize - 1] : undefined
  return {
    rows: reaching.slice(0, pageSize),
    cursor: last ? encodeCursor({ value: last.hungAt, id: last._id }) : cursor,
  }
}

/** What is glued together, the newest on top. One read. */
export const stackOf = (
  { wishes }: Store,
  { communityId }: Pick<WallAsked, 'communityId'>,
  after: Position | null,
): Promise<WallPage<WishRow>> =>
  wishes.page({
    where: { communityId, zone: 'stack' },
    ...{ order: 'stackAt', direction: 'desc', after, limit: pageSize },
  })
