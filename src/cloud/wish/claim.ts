import { claimWish, isRefused, refuse, type InputOf, type Refused } from '../../contract'
import { actOnWish } from '../../domain/wish/act'
import { mostClaimsEach } from '../../domain/wish/limits'
import { canWishMove, isOpenWish } from '../../domain/wish/verbs'
import { calendar } from '../../knowledge/calendar/calendar'
import { handle, written, type Context } from '../handle'
import { barredFrom, isCheckedHere, isKeptApart } from './act-bars'
import { offersChanged, openOffers } from './act-offers'
import { loadWish, type OfferRow, type WishRow } from './load'
import { nextFitting } from './next-fitting'
import { stepped } from './step'
import { tellSoon } from './tell'
import { viewCard } from './view-card'
import { isWishers } from './view-who'

type Claiming = Context<WishRow> & { readonly person: string }
type Refusal = Refused<(typeof claimWish)['refusals'][number]>

/**
 * 我来: one compare-and-set of the wish, with the place that it takes of a red card, the count of the day and the answer
 * for a resend. Of many at once one wins; the others find it taken when they look again, and are shown the next one that
 * fits. Reads the wish, the caller's roles and agreements, what they have already, whom they are not paired with, and
 * their red card.
 */
export const claim = handle(claimWish, {
  load: loadWish,
  async work(input, context) {
    const { loaded: row, person } = context
    // What nobody can see on the wall cannot be claimed either.
    const isSeen = row.wordsState === 'shown' && isOpenWish(row.state) && row.state !== 'crying'
    if (!isSeen && row.state !== 'granted') return refuse('wish.missing')
    if (isWishers(row, person)) return refuse('wish.own')
    if (row.helpers.some((helper) => helper.person === person && helper.agreed))
      return written({ won: true, state: row.state, next: null }, [])
    if (!canWishMove(row.state, 'claim') || claimsOf(row, person) >= mostClaimsEach) return tooLate(context)
    return take(input, context)
  },
})

async function take({ offerId }: InputOf<typeof claimWish>, context: Claiming) {
  const { loaded: row, store, now, person, as } = context
  const [barred, offer, isApart] = await Promise.all([
    barredFrom(context),
    ownOffer(context, offerId),
    isKeptApart(context),
  ])
  // Nobody learns that somebody does not want to meet them: it is as if somebody else had been first.
  if (isApart) return tooLate(context)
  if (barred) return refuse(barred.refused === 'wish.not-yours' ? 'wish.missing' : barred.refused)
  if (isRefused(offer)) return offer
  const who = { actor: 'volunteer', person, role: as.membership?.role ?? null, now } as const
  const said = { wordsState: 'shown', note: '' } as const
  const acted = actOnWish(row, { verb: 'claim', offerId: offer?._id ?? null }, who, said, { calendar, proposed: [] })
  if (isRefused(acted)) return acted.refused === 'wish.own' ? refuse('wish.own') : tooLate(context)
  const next = stepped(acted, now)
  const cards = await offersChanged(store, row, next, offer ? [offer] : [])
  const data = { won: true, state: next.state, next: null }
  return written(data, [store.wishes.replacing(next), ...cards], () => tellSoon(context, next._id))
}

/** The red card that goes with it: the caller's own, and with a place left. */
async function ownOffer(
  { store, loaded, person }: Claiming,
  offerId: string | null,
): Promise<OfferRow | null | Refusal> {
  if (offerId === null) return null
  const found = await openOffers(store, [offerId], loaded)
  if (isRefused(found)) return found
  const [offer] = found
  return offer?.person === person ? offer : refuse('offer.missing')
}

/** How often somebody has claimed this very wish: whoever gives it back again and again is not asked once more. */
const claimsOf = ({ events }: WishRow, person: string): number =>
  events.filter((event) => event.verb === 'claim' && event.person === person).length

/** Somebody else was first; or so it is said. */
async function tooLate(context: Claiming) {
  const { loaded: row, store, now, person } = context
  const { communityId, _id } = row
  const isAllowed = await isCheckedHere(context)
  const next = await nextFitting(store, { person, communityId, now, except: _id, isChecked: isAllowed })
  const state = canWishMove(row.state, 'claim') ? 'claimed' : viewCard(row).state
  return written({ won: false, state, next: next && viewCard(next) }, [])
}
