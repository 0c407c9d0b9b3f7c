import type { OfferRow } from '../wish/load'

/** Whether a red card is somebody's: their own, or one that they wrote for a member without a phone. */
export const isOfferers = ({ person, filedBy }: OfferRow, who: string | null): boolean =>
  who !== null && (person === who || filedBy === who)
