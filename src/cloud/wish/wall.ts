import { openWall as openContract, pageWall as pageContract, refuse } from '../../contract'
import { handle } from '../handle'
import { viewCard, viewOffer } from './view-card'
import { mostPaired, offersOn, positionOf, stackOf, wishesOn } from './wall-pages'

/** The first look at the wall. Three reads at once: each zone's first page, and how thick the stack is. */
export const openWall = handle(openContract, async (asked, { store }) => {
  const [wishes, offers, paired] = await Promise.all([
    wishesOn(store, asked, null),
    offersOn(store, asked, null),
    store.wishes.count({ communityId: asked.communityId, zone: 'stack' }),
  ])
  return {
    wishes: wishes.rows.map((row) => viewCard(row)),
    wishCursor: wishes.cursor,
    offers: offers.rows.map((row) => viewOffer(row)),
    offerCursor: offers.cursor,
    paired: Math.min(paired, mostPaired),
  }
})

/** One more page of a zone. One read. */
export const pageWall = handle(pageContract, async ({ zone, cursor, ...asked }, { store }) => {
  const after = positionOf(cursor)
  if (after === undefined) return refuse('place.bad-cursor')
  if (zone === 'offers') {
    const { rows, cursor: next } = await offersOn(store, asked, after)
    return { wishes: [], offers: rows.map((row) => viewOffer(row)), cursor: next }
  }
  const { rows, cursor: next } =
    zone === 'stack' ? await stackOf(store, asked, after) : await wishesOn(store, asked, after)
  return { wishes: rows.map((row) => viewCard(row)), offers: [], cursor: next }
})
