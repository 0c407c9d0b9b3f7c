import type { HeartFace } from '../../../components/heart'

/** The columns of the screen in the hall: yellow cards, red ones, and pairs. */
export const hallZones = ['wishes', 'offers', 'pairs'] as const
export type HallZone = (typeof hallZones)[number]

/** What hangs: of each zone the cards in order; a pair has a front and a back. */
export type HallDeck = Readonly<Record<HallZone, readonly (readonly HeartFace[])[]>>
/** How many places each zone has. */
export const hallPlaces: Readonly<Record<HallZone, number>> = { wishes: 4, offers: 2, pairs: 2 }

export const emptyDeck: HallDeck = { wishes: [], offers: [], pairs: [] }

/** How often a place has turned after so many ticks: neighbours by turns, so that half of the wall always stays still. */
export const turnsOf = (place: number, tick: number): number => Math.floor((tick + (place % 2)) / 2)

/**
 * What a place shows after so many turns; null: nothing hangs there. It shows every side of a card before the next card
 * of its own, and begins anew after the last: no card hangs in two places.
 */
export function faceAt(deck: HallDeck, zone: HallZone, place: number, turns: number): HeartFace | null {
  const own = deck[zone].filter((_, at) => at % hallPlaces[zone] === place)
  const faces = own.flat()
  return faces.length === 0 ? null : (faces[turns % faces.length] ?? null)
}
