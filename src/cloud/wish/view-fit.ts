import type { OutputOf, wishFits } from '../../contract'
import { capacityLeft } from '../../domain/wish/capacity'
import type { Fit, Reason } from '../../domain/wish/match'
import type { OfferRow } from './load'

type FitView = OutputOf<typeof wishFits>['fits'][number]

const viewReason = ({ code, about }: Reason) => ({ code, about: about ?? null })

/** A pair as the office reads it: what speaks for it and against it; nobody's name. */
export const viewFit = ({ score, hard, reasons, against }: Fit, offer: OfferRow): FitView => ({
  offerId: offer._id,
  words: offer.words,
  score: Math.round(score * 100),
  hard: hard.map(viewReason),
  reasons: reasons.map(viewReason),
  against: against.map(viewReason),
  left: offer.capacity === null ? null : capacityLeft(offer),
  isAbsent: offer.person === null,
})
