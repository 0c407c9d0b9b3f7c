import type { OfferCard, WishCard } from '../domain/wish/card'
import {
  candidateKeys,
  lookupGroups,
  lookupKeys,
  makeCardReader,
  makeTopicBook,
  type KindWeight,
  type MatchContext,
  type OfferReading,
  type ServiceFacts,
  type WishReading,
} from '../domain/wish/match'
import { readKinds } from './service-finder'
import { services } from './services'
import { nearKinds } from './wish-match-near'
import { topicFamilies } from './wish-match-topics'

// Matching, fed with what we know: the kinds of service, what their cards speak of, and the learnt model of the kinds.

export const topicBook = makeTopicBook(topicFamilies)

const nearOf = (id: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    nearKinds.flatMap(([one, other, how]) => (one === id ? [[other, how]] : other === id ? [[one, how]] : [])),
  )

/** Things are given or lent in this group. */
const goodsGroup = 'goods'

export const serviceFacts: ReadonlyMap<string, ServiceFacts> = new Map(
  services.map(({ id, name, group, atHome }) => [
    id,
    { name, atHome, isGoods: group === goodsGroup, near: nearOf(id) },
  ]),
)

/** What the words of an offer list one by one is heard one by one too, a little less surely. */
const pieceShare = 0.8
const leastPiece = 2
const between = /[，。、；！？,;!?\s]+/

const sorted = (weights: ReadonlyMap<string, number>): readonly KindWeight[] =>
  [...weights].map(([id, weight]) => ({ id, weight })).sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))

/** The kinds that an offer's words speak of; each thing in a list counts as much as if it stood alone. */
function kindsOfOffer(words: string): readonly KindWeight[] {
  const weights = new Map(readKinds(words, 'offer').map(({ id, weight }) => [id, weight]))
  const pieces = words.split(between).filter((piece) => piece.length >= leastPiece)
  if (pieces.length > 1)
    for (const piece of pieces)
      for (const { id, weight } of readKinds(piece, 'offer'))
        weights.set(id, Math.max(weights.get(id) ?? 0, weight * pieceShare))
  return sorted(weights)
}

/** What naming a topic says for the kinds that it belongs to, shared among them. */
const topicWeight = 0.3
/** A family of more kinds than these says too little of each. */
const mostKinds = 2

/** Words that stand for many topics, such as 手续, say too little of what is meant. */
const isNamed = (topic: string) => !topic.includes(':*')

/** Kinds found by the model, and by what the words name: whoever speaks of a hem wants it sewn. */
function withTopics(words: string, found: readonly KindWeight[]): readonly KindWeight[] {
  const weights = new Map(found.map(({ id, weight }) => [id, weight]))
  const families = new Set(
    topicBook
      .read(words)
      .said.filter(isNamed)
      .map((topic) => topic.slice(0, topic.indexOf(':'))),
  )
  for (const { id, kinds } of topicFamilies) {
    if (!families.has(id) || kinds.length > mostKinds) continue
    for (const kind of kinds) weights.set(kind, (weights.get(kind) ?? 0) + topicWeight / kinds.length)
  }
  return sorted(weights)
}

const reader = makeCardReader(topicBook)

export const readWishCard = (card: WishCard): WishReading =>
  reader.readWish(card, withTopics(card.words, readKinds(card.words, 'wish')))

export const readOfferCard = (card: OfferCard): OfferReading =>
  reader.readOffer(card, withTopics(card.words, kindsOfOffer(card.words)))

/** Under which keys an offer is found; at most twelve. */
export const keysOfOffer = (reading: OfferReading, card: OfferCard): readonly string[] =>
  candidateKeys(reading, card, topicBook)

/** Under which keys a wish looks for offers, the most telling first; at most ten. */
export const keysOfWish = (reading: WishReading, card: WishCard): readonly string[] =>
  lookupKeys(reading, card, topicBook)

/** The same, group by group: read at most a hundred of each, and three hundred together. */
export const groupsOfWish = (reading: WishReading, card: WishCard): readonly (readonly string[])[] =>
  lookupGroups(reading, card, topicBook)

/** A context in which nobody is blocked, known or busy; give what is known. */
export const matchContext = (over: Partial<MatchContext> & Pick<MatchContext, 'now'>): MatchContext => ({
  services: serviceFacts,
  topics: topicBook,
  blocked: new Set(),
  friends: new Map(),
  loads: new Map(),
  estates: new Map(),
  ...over,
})
