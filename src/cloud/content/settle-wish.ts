import type { ShownState } from '../../domain/content/check'
import { wishersOf } from '../../domain/wish/sides'
import { isOpenWish } from '../../domain/wish/verbs'
import { wishRefusedWords } from '../../text/wish-names'
import { minePath } from '../offer/due'
import type { Store, Write } from '../store'
import { offersChanged } from '../wish/act-offers'
import { derivedOffer, derivedWish } from '../wish/derive'
import { steppedBy } from '../wish/due-move'
import { judgedCard } from '../wish/judged-card'
import type { OfferRow, WishRow } from '../wish/load'
import { pairPath, visitPath } from '../wish/tell-news'
import type { CheckRow } from './checks'

export type CardSubject = { readonly wish: WishRow } | { readonly offer: OfferRow }
type About = Pick<CheckRow, 'kind' | 'about' | 'author'>
type Verdict = 'passed' | 'refused'

/** The words of a card, of a step of a wish or of the thanks for it that wait; null: they are gone. */
export function cardWords(subject: CardSubject, check: About): string | null {
  const words = 'wish' in subject ? wishWords(subject.wish, check) : offerWords(subject.offer)
  // What was erased stands there empty.
  return words ? words : null
}

const offerWords = ({ words, limits, times }: OfferRow) =>
  words === '' ? null : judgedCard({ words, more: limits, times })

function wishWords(row: WishRow, { kind, about: { part } }: About): string | null {
  if (kind === 'thanks') return row.thanks?.words ?? null
  if (kind === 'wish-step') return row.events.find(({ id }) => id === part)?.words ?? null
  return row.words === '' ? null : judgedCard({ words: row.words, more: row.wants, times: row.times })
}

export interface SettledCard {
  /** Empty: nothing is left to be settled. */
  readonly writes: readonly Write[]
  /** The page on which its writer sees it. */
  readonly path: string
  /** Its writer hears of it in another way. */
  readonly isTold: boolean
}

/** A verdict on words of a card. It is no step: `seen` stays; but a wish whose words may not be shown comes down. */
export async function settledCard(
  store: Store,
  now: number,
  subject: CardSubject,
  check: About,
  verdict: Verdict,
): Promise<SettledCard> {
  const path = pathOf(subject, check)
  if (cardWords(subject, check) === null) return { writes: [], path, isTold: false }
  const wordsState: ShownState = verdict === 'passed' ? 'shown' : 'refused'
  if ('offer' in subject) {
    const offer: OfferRow = { ...subject.offer, wordsState }
    return { writes: [store.offers.replacing({ ...offer, ...derivedOffer(offer) })], path, isTold: false }
  }
  const { wish } = subject
  const judged = { ...withVerdict(wish, check, wordsState), nextAt: now }
  if (check.kind !== 'wish' || verdict === 'passed' || !isOpenWish(wish.state)) {
    const next = { ...judged, ...derivedWish(judged, now) }
    return { writes: [store.wishes.replacing(next)], path, isTold: false }
  }
  // Nobody could do anything about a card that hangs nowhere: it is down, and its wisher reads why.
  const closed = steppedBy(judged, { verb: 'close', words: wishRefusedWords }, { actor: 'system', person: null, now })
  const cards = await offersChanged(store, wish, closed)
  const isTold = check.author !== null && wishersOf(wish).includes(check.author)
  return { writes: [store.wishes.replacing(closed), ...cards], path, isTold }
}

function withVerdict(row: WishRow, { kind, about }: About, wordsState: ShownState): WishRow {
  if (kind === 'thanks') return { ...row, thanks: row.thanks && { ...row.thanks, wordsState } }
  if (kind === 'wish-step')
    return { ...row, events: row.events.map((event) => (event.id === about.part ? { ...event, wordsState } : event)) }
  return { ...row, wordsState }
}

function pathOf(subject: CardSubject, { author, kind, about }: About): string {
  if ('offer' in subject) return minePath
  const { wish } = subject
  const isOffice = kind === 'wish-step' && wish.events.find(({ id }) => id === about.part)?.role
  const isOthers = author !== null && kind !== 'wish-step' && !wishersOf(wish).includes(author)
  return isOffice || isOthers ? pairPath(wish._id) : visitPath(wish._id)
}
