import type { Store } from '../store'
import { fittingFor, openOffersOf } from './fitting'
import type { WishRow } from './load'

interface Asked {
  readonly person: string
  readonly communityId: string
  readonly now: number
  /** The wish that somebody else has taken. */
  readonly except: string
  readonly isChecked: boolean
}

/** So many are looked at for one that they may take. */
const mostLooked = 5

/**
 * The wish that fits somebody best of those that hang: by their red cards, else the one that waits longest. One read for
 * the cards, and those of `fittingFor`.
 */
export async function nextFitting(store: Store, { except, isChecked, ...volunteer }: Asked): Promise<WishRow | null> {
  const offers = await openOffersOf(store, volunteer.person, volunteer.communityId)
  const rows = await fittingFor(store, { ...volunteer, offers }, mostLooked)
  return rows.find(({ _id, needsChecked }) => _id !== except && (isChecked || !needsChecked)) ?? null
}
