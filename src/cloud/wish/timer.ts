import { dueBatch, lookAtPages, noFigures, sharing, type Due, type LookFigures, type OneLook } from '../filing/look-all'
import { lookAtOffer } from '../offer/due'
import type { Run } from '../run'
import { lookAtWish } from './due'
import type { WishRow } from './load'

/** Commits for one wish in one run: several weeks of a standing pair that an outage has left behind. */
const mostCommits = 40
const oneWish: OneLook = { event: 'wish.undone', look: (given, id) => lookAtWish(given, id, mostCommits) }
const oneOffer: OneLook = { event: 'offer.undone', look: (given, id) => lookAtOffer(given, id) }

/** The timer's step: every card that has something to be told, reminded of, or moved. Nothing due: two reads. */
export const wishesDue = (run: Run, clock?: () => number): Promise<LookFigures> => lookAtCards(sharing(run, clock))

/**
 * Looks at all that is due until nothing is left or the time is over: wishes, then offers, each longest first; of what is
 * read at once cries for help before the others. Several may run at once.
 */
export async function lookAtCards(given: Due): Promise<LookFigures> {
  const { store, now } = given
  const figures = noFigures()
  const due = { where: {}, order: 'nextAt', until: now, limit: dueBatch } as const
  await lookAtPages(given, async (after) => criesFirst(await store.wishes.page({ ...due, after })), oneWish, figures)
  await lookAtPages(given, (after) => store.offers.page({ ...due, after }), oneOffer, figures)
  return figures
}

const criesFirst = <Page extends { readonly rows: readonly WishRow[] }>(page: Page): Page => ({
  ...page,
  rows: [...page.rows].sort((one, other) => Number(isCry(other)) - Number(isCry(one))),
})
const isCry = ({ state }: WishRow): boolean => state === 'crying'
