import { offerCard, refuse } from '../../contract'
import { handle, type Context } from '../handle'
import type { OfferRow } from '../wish/load'
import { viewOffer } from '../wish/view-card'
import { isOfferers } from './owner'

const judging: readonly string[] = ['duty', 'secretary']

/**
 * One red card by its link. What does not hang is there for those alone whose it is, and while its words wait for those of
 * the office, who are told of some of them. One read, or two.
 */
export const card = handle(offerCard, async ({ offerId }, context) => {
  const row = await context.store.offers.find(offerId)
  const mine = row !== null && isOfferers(row, context.person)
  if (!row || (row.zone === 'off' && !mine && !(await mayJudge(row, context)))) return refuse('offer.missing')
  const { communityId, state } = row
  const reader = mine || row.zone === 'off' ? 'insider' : 'everybody'
  return { card: viewOffer(row, reader), communityId, state, mine, hangs: row.zone !== 'off' }
})

const mayJudge = async ({ communityId, state, wordsState }: OfferRow, { memberships }: Context): Promise<boolean> =>
  wordsState === 'waiting' &&
  state !== 'withdrawn' &&
  (await memberships()).some((one) => one.communityId === communityId && judging.includes(one.role))
