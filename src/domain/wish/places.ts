import type { Wish } from './wish'

/** What a kind of service asks of those who do it. */
export interface KindNeed {
  /** Whether it is done in somebody's home. */
  readonly atHome: boolean | 'sometimes'
  readonly needs: 'none' | 'checked-identity' | 'two-people'
}

/**
 * How many helpers a wish needs, and whether it has to be known who they are. Whoever comes into a home comes with
 * somebody else; things are brought, and what happens at the station happens among people, by one.
 */
export function needsOf(
  { place, isGoods }: Pick<Wish, 'place' | 'isGoods'>,
  kinds: readonly KindNeed[],
): Pick<Wish, 'places' | 'needsChecked'> {
  const isAlone = isGoods || place === 'station'
  const isForTwo = place === 'home' || kinds.some(({ needs }) => needs === 'two-people')
  return {
    places: isForTwo && !isAlone ? 2 : 1,
    needsChecked: place === 'home' || kinds.some(({ atHome, needs }) => atHome === true || needs !== 'none'),
  }
}
