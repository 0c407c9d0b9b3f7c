import { performance } from 'node:perf_hooks'
import { rank, type ReadOffer } from '../../domain/wish/match'
import { readKinds } from '../../knowledge/service-finder'
import { matchContext, readOfferCard, readWishCard } from '../../knowledge/wish-match'
import type { Judged, LabelledOffer, LabelledWish } from './cards'
import { kindTop1, kindTop3, p95, scoreRankings, shareOf } from './score'

/** Whether a card must not hang as it is written. */
export type Hold = (words: string, side: 'wish' | 'offer') => boolean

export interface Trial {
  /** Judged wishes with a good offer. */
  readonly n: number
  readonly recall5: number
  readonly ndcg5: number
  readonly badAboveGood: number
  /** When the labelled kinds are given, as after a person has confirmed them. */
  readonly recall5ByKind: number
  readonly kindTop1: number
  readonly kindTop3: number
  readonly unsafeCaught: number
  readonly safeHeld: number
  /** Reading one wish and ranking all offers for it. */
  readonly p95ms: number
}

export interface Cards {
  readonly wishes: readonly LabelledWish[]
  readonly offers: readonly LabelledOffer[]
  readonly judged: readonly Judged[]
}

/** The files say nothing of the moment; waiting is the same for all offers of a wish. */
const context = matchContext({ now: 0 })

const withKinds = <T extends LabelledWish | LabelledOffer>(one: T): T => ({
  ...one,
  card: { ...one.card, kinds: one.kinds, isSure: true },
})

const readOffers = (offers: readonly LabelledOffer[]): readonly ReadOffer[] =>
  offers.map(({ card }) => ({ card, reading: readOfferCard(card) }))

/** A ranking for each judged wish, and how long each took. */
function rankingsOf({ wishes, offers, judged }: Cards) {
  const read = readOffers(offers)
  const byId = new Map(wishes.map((wish) => [wish.card.id, wish.card]))
  const times: number[] = []
  const rankings = new Map(
    judged.map(({ wish }) => {
      const card = byId.get(wish)
      if (card === undefined) return [wish, []]
      const start = performance.now()
      const ranking = rank({ card, reading: readWishCard(card) }, read, context).map(({ offerId }) => offerId)
      times.push(performance.now() - start)
      return [wish, ranking]
    }),
  )
  return { rankingOf: (wish: string): readonly string[] => rankings.get(wish) ?? [], times }
}

/** Unsafe offers are left out: nobody sees them, and no judgement is about them. */
function withoutUnsafe({ offers, judged }: Cards): readonly Judged[] {
  const unsafe = new Set(offers.filter(({ isUnsafe }) => isUnsafe).map(({ card }) => card.id))
  const safe = (ids: readonly string[]) => ids.filter((id) => !unsafe.has(id))
  return judged.map(({ wish, good, maybe, bad }) => ({ wish, good: safe(good), maybe: safe(maybe), bad: safe(bad) }))
}

export function run(cards: Cards, isHeld: Hold): Trial {
  const { wishes, offers } = cards
  const safe = offers.filter(({ isUnsafe }) => !isUnsafe)
  const judged = withoutUnsafe(cards)
  // Once for nothing, so that the figure is not that of the first call.
  rankingsOf({ wishes, offers: safe, judged })
  const byWords = rankingsOf({ wishes, offers: safe, judged })
  const byKind = rankingsOf({ wishes: wishes.map(withKinds), offers: safe.map(withKinds), judged })
  const guessed = wishes
    .filter(({ isUnsafe }) => !isUnsafe)
    .map(({ card, kinds }) => ({ labels: kinds, found: readKinds(card.words, 'wish').map(({ id }) => id) }))
  const held = [
    ...wishes.map(({ card, isUnsafe }) => ({ isUnsafe, isHeld: isHeld(card.words, 'wish') })),
    ...offers.map(({ card, isUnsafe }) => ({ isUnsafe, isHeld: isHeld(card.words, 'offer') })),
  ]
  const heldWhere = (unsafe: boolean) =>
    shareOf(held.filter((card) => card.isUnsafe === unsafe).map((card) => card.isHeld))
  return {
    ...scoreRankings(judged, byWords.rankingOf),
    recall5ByKind: scoreRankings(judged, byKind.rankingOf).recall5,
    kindTop1: kindTop1(guessed),
    kindTop3: kindTop3(guessed),
    unsafeCaught: heldWhere(true),
    safeHeld: heldWhere(false),
    p95ms: p95(byWords.times),
  }
}
