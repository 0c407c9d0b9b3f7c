import type { OfferCardView, WishCardView } from '../../contract'
import { capacityLeft } from '../../domain/wish/capacity'
import type { CardTimes } from '../../domain/wish/card'
import { joinedOf } from '../../domain/wish/visits'
import type { OfferRow, WishRow } from './load'

/** What somebody typed is for everybody once a check has let it; before that for its writer and the office. */
export type Reader = 'everybody' | 'insider'

const readsTyped = ({ wordsState }: Pick<WishRow, 'wordsState'>, reader: Reader): boolean =>
  reader === 'insider' || wordsState === 'shown'

const timesFor = (times: CardTimes | null, isRead: boolean) =>
  times && {
    weekdays: [...times.weekdays],
    parts: [...times.parts],
    every: times.every,
    dates: [...times.dates],
    note: isRead ? times.note : '',
  }

/** A yellow card: never whose it is, nor which room, nor who helps. */
export function viewCard(row: WishRow, reader: Reader = 'everybody'): WishCardView {
  const isRead = readsTyped(row, reader)
  const { buildingName, estateName, who, isGoods, place, repeats, places, hungAt } = row
  const state = stateFor(row, reader)
  return {
    wishId: row._id,
    words: isRead ? row.words : '',
    kinds: [...row.kinds],
    ...{ buildingName, estateName, who, isGoods, place, repeats, places, state, hungAt },
    wants: isRead ? [...row.wants] : [],
    times: timesFor(row.times, isRead),
    taken: joinedOf(row).length,
    stackAt: row.zone === 'stack' ? row.stackAt : null,
    thanks: publicThanks(row),
  }
}

/** That a visit came to nothing is between those who are in it and the office: to everybody else they are paired. */
function stateFor({ state, repeats }: WishRow, reader: Reader): WishRow['state'] {
  if (state !== 'unsure' || reader === 'insider') return state
  return repeats === 'week' ? 'standing' : 'arranged'
}

/** On the back of the card: only what was let through, and what both sides let be shown. */
export function publicThanks({ thanks, shows, helpers, leavers, events, zone }: WishRow): string | null {
  if (thanks?.wordsState !== 'shown' || zone !== 'stack') return null
  // Whoever was thanked has to be there to let it be shown: those who came later were not meant.
  const thanked = helpers.filter(({ agreed, at }) => agreed && at <= thanks.at)
  const hasLeft = events.some(({ id, at }) => at > thanks.at && leavers.some(({ event }) => event === id))
  if (thanked.length === 0 || hasLeft) return null
  const sides = ['wisher', ...thanked.filter(({ person }) => person !== null).map(({ id }) => id)]
  return sides.every((side) => shows.includes(side)) ? thanks.words : null
}

/** A red card: never whose it is. */
export function viewOffer(row: OfferRow, reader: Reader = 'everybody'): OfferCardView {
  const isRead = readsTyped(row, reader)
  return {
    offerId: row._id,
    words: isRead ? row.words : '',
    kinds: [...row.kinds],
    limits: isRead ? [...row.limits] : [],
    times: timesFor(row.times, isRead),
    capacity: row.capacity,
    left: row.capacity === null ? null : capacityLeft(row),
    buildings: [...row.buildingNames],
    hungAt: row.hungAt,
  }
}
