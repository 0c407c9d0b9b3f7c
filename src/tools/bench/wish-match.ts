import { performance } from 'node:perf_hooks'
import type { WishCard } from '../../domain/wish/card'
import { rank, type Fit, type ReadOffer, type ReadWish } from '../../domain/wish/match'
import { groupsOfWish, keysOfOffer, matchContext, readOfferCard, readWishCard } from '../../knowledge/wish-match'
import { scoreFiles } from '../match-score'
import { readRows, wishOf } from '../match-score/cards'
import { ownCards } from '../match-score/own'
import { p95 } from '../match-score/score'
import { offersOfWall } from '../match-score/wall'
import type { Bench, Figure } from './figure'

const many = 10_000
/** As the server reads them: so many of each group of keys, and so many of all together. */
const mostOfGroup = 100
const mostRead = 300
const first = 5

const context = matchContext({ now: 0 })

/** Offers as they lie in the database: the card, its reading as text, and an index by key. */
function makeWall() {
  const stored = offersOfWall(many).map((card) => {
    const reading = readOfferCard(card)
    return { text: JSON.stringify({ card, reading }), keys: keysOfOffer(reading, card) }
  })
  const byKey = new Map<string, number[]>()
  stored.forEach(({ keys }, at) => {
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), at])
  })
  return { texts: stored.map(({ text }) => text), byKey }
}

const parsed = (text: string): ReadOffer => JSON.parse(text) as ReadOffer

/** Where the offers stand that a wish reads: of each group the first of the wall, none twice. */
function lookedUp({ card, reading }: ReadWish, byKey: ReadonlyMap<string, readonly number[]>): readonly number[] {
  const groups = groupsOfWish(reading, card).map((group) =>
    [...new Set(group.flatMap((key) => byKey.get(key) ?? []))].sort((a, b) => a - b).slice(0, mostOfGroup),
  )
  return [...new Set(groups.flat())].slice(0, mostRead)
}

const bestScores = (fits: readonly Fit[]): number =>
  fits
    .filter(({ hard }) => hard.length === 0)
    .slice(0, first)
    .reduce((all, { score }) => all + score, 0)

const wishesOfOwn = (): readonly WishCard[] =>
  readRows(ownCards.wishes)
    .map(wishOf)
    .filter(({ isUnsafe }) => !isUnsafe)
    .map(({ card }) => ({ ...card, spot: { communityId: 'community', estateId: 'e', buildingId: 'b1' } }))

/** One wish against ten thousand offers, and the score of the repository's own cards. */
export const wishMatch: Bench = {
  name: 'wish-match',
  needs: [],
  run: async ({ log }) => {
    log(`reading ${many} offers`)
    const { texts, byKey } = makeWall()
    const all = texts.map(parsed)
    const wishes = wishesOfOwn()
    const look = (card: WishCard) => {
      const start = performance.now()
      const wish = { card, reading: readWishCard(card) }
      const read = lookedUp(wish, byKey).map((at) => parsed(texts[at] ?? ''))
      const ranked = rank(wish, read, context)
      return { wish, ranked, read: read.length, ms: performance.now() - start }
    }
    // Once for nothing: an instance that answers has done so before.
    wishes.forEach(look)
    const tried = wishes.map((card) => {
      const { wish, ranked, read, ms } = look(card)
      const whole = bestScores(rank(wish, all, context))
      return { ms, read, kept: whole === 0 ? 1 : bestScores(ranked) / whole }
    })
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    const figure = { bench: 'wish-match', most: null }
    const own = scoreFiles(ownCards)
    const figures: readonly Figure[] = [
      {
        ...figure,
        ...{ what: 'one wish against 10,000 offers, 95th of 100', value: p95(tried.map(({ ms }) => ms)), unit: 'ms' },
        most: 50,
      },
      {
        ...figure,
        ...{
          what: 'offers read of them, at most',
          value: Math.max(...tried.map(({ read }) => read)),
          unit: 'documents',
        },
        most: mostRead,
        beside: `mean ${Math.round(mean(tried.map(({ read }) => read)))}`,
      },
      {
        ...figure,
        ...{
          what: 'score of the first five beside reading all',
          value: mean(tried.map(({ kept }) => kept)),
          unit: 'share',
        },
        least: 0.95,
      },
      { ...figure, what: 'own cards: recall among five', value: own.recall5, unit: 'share', least: 0.8 },
      { ...figure, what: 'own cards: gain of five', value: own.ndcg5, unit: 'share', least: 0.7 },
      { ...figure, what: 'own cards: bad above good', value: own.badAboveGood, unit: 'share', most: 0.12 },
      { ...figure, what: 'own cards: recall by given kinds', value: own.recall5ByKind, unit: 'share', least: 0.9 },
    ]
    return figures
  },
}
