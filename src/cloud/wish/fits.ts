import { wishFits } from '../../contract'
import { seenOf } from '../../domain/wish/act-said'
import { rank } from '../../domain/wish/match'
import { handle } from '../handle'
import type { Store } from '../store'
import { wishersOf } from '../../domain/wish/sides'
import { blockedFor, contextOf, mayMeet, offersFor, readOffers } from './candidates'
import { loadWish, type WishRow } from './load'
import { readWishOf } from './reading'
import { viewFit } from './view-fit'

/** More than these nobody reads; those that break a hard rule come last, and only a few of them. */
const mostFits = 20
const mostForbidden = 5
/** A fit that is this weak is none. */
const leastScore = 0.05
/** How far back it is looked for who has helped before. */
const lookedBack = 50

/**
 * For one wish the offers that fit, the best first. Reads the wish, the caller's roles, at most three groups of offers, who
 * is not to be paired, and the wisher's earlier wishes.
 */
export const fits = handle(wishFits, {
  load: loadWish,
  async work(_input, { loaded: row, store, now }) {
    const [offers, blocked, friends] = await Promise.all([
      offersFor(store, row),
      blockedFor(store, wishersOf(row)),
      friendsOf(store, row),
    ])
    const about = contextOf({ now, blocked, offers, friends })
    const byId = new Map(offers.map((offer) => [offer._id, offer]))
    // Who does not want to meet whom is told to nobody: such a card is simply not among them.
    const meeting = offers.filter(({ person }) => mayMeet(row, person, blocked))
    const ranked = rank(readWishOf(row), readOffers(meeting), about).filter(({ score }) => score >= leastScore)
    const allowed = ranked.filter(({ hard }) => hard.length === 0).slice(0, mostFits)
    const forbidden = ranked.filter(({ hard }) => hard.length > 0).slice(0, mostForbidden)
    return {
      seen: seenOf(row),
      fits: [...allowed, ...forbidden].flatMap((fit) => {
        const offer = byId.get(fit.offerId)
        return offer ? [viewFit(fit, offer)] : []
      }),
    }
  },
})

/** Who has helped this person before, and how often: the same friend again. */
export async function friendsOf(
  store: Store,
  { person, _id }: Pick<WishRow, 'person' | '_id'>,
): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>()
  if (person === null) return times
  const { rows } = await store.wishes.page({
    where: { people: person },
    ...{ order: 'hungAt', direction: 'desc', after: null, limit: lookedBack },
  })
  for (const row of rows) {
    if (row._id === _id || row.person !== person) continue
    for (const { hours } of row.appointments)
      for (const { person: helper } of hours) if (helper !== null) times.set(helper, (times.get(helper) ?? 0) + 1)
  }
  return times
}
