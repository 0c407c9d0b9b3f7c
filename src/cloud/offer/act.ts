import { actOffer, refuse } from '../../contract'
import { offerMoves, type OfferState, type OfferVerb } from '../../domain/wish/verbs'
import { handle, written } from '../handle'
import { derivedOffer } from '../wish/derive'
import { loadOffer, type OfferRow } from '../wish/load'
import { unasked } from './due'

/**
 * Pauses an offer, takes it up again, says that it still holds, or takes it down. What it is glued to stays: a promise
 * that was given is given back by the helper, wish by wish. Written: the offer.
 */
export const act = handle(actOffer, {
  load: loadOffer,
  work({ verb }, { loaded: row, store, now, as }) {
    // Whoever can say so themselves says that it holds; the office speaks for a member without a phone.
    const isOffice = as.membership !== null
    if (isOffice && row.person !== null && (verb === 'resume' || verb === 'renew'))
      return Promise.resolve(refuse('wish.not-yours'))
    const from: readonly OfferState[] = offerMoves[verb].from
    if (!from.includes(row.state)) return Promise.resolve(refuse('wish.not-now'))
    const next = moved(row, verb, now)
    return Promise.resolve(written({ state: next.state }, [store.offers.replacing(next)]))
  },
})

function moved(row: OfferRow, verb: OfferVerb, now: number): OfferRow {
  const state = offerMoves[verb].to
  const isOver = state === 'withdrawn'
  const next: OfferRow = {
    ...row,
    state,
    // Whoever takes it up again says that it holds.
    confirmedAt: state === 'open' ? now : row.confirmedAt,
    marks: state === 'open' ? unasked(row.marks) : row.marks,
    endedAt: isOver ? now : null,
    nextAt: now,
  }
  return { ...next, ...derivedOffer(next) }
}
