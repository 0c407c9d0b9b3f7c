import type { OfferCard, WishCard } from '../card'
import { pairsOf } from './pairs'
import { readTimes } from './times'
import { offerTraits, wishTraits } from './traits'
import type { KindWeight, OfferReading, TopicBook, WishReading } from './types'

/** What matters counts in this order where a person has said the kinds; the first is why somebody wrote. */
const sureWeights = [1, 0.75, 0.6, 0.5]
const mostKinds = 6
/** Weaker kinds are noise. */
const leastWish = 0.03
const leastOffer = 0.1
const mostTopics = 10
const mostNamed = 4

const rounded = (value: number) => Math.round(value * 1000) / 1000

const kept = (kinds: readonly KindWeight[], whole: number, least: number): readonly KindWeight[] =>
  kinds
    .map(({ id, weight }) => ({ id, weight: rounded(weight / whole) }))
    .filter(({ weight }) => weight >= least)
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .slice(0, mostKinds)

const sum = (kinds: readonly KindWeight[]) => kinds.reduce((all, { weight }) => all + weight, 0)

/** The kinds of a wish make 1 together: what it asks for is divided among them. */
function wishKinds({ kinds, isSure }: WishCard, found: readonly KindWeight[]): readonly KindWeight[] {
  const said = kinds.map((id, at) => ({ id, weight: sureWeights[at] ?? 0.5 }))
  const all = isSure && said.length > 0 ? said : found
  return kept(all, Math.max(sum(all), Number.MIN_VALUE), leastWish)
}

/** The surest kind of an offer is 1, and so may others be: whoever offers two things does not offer half of each. */
function offerKinds({ kinds, isSure }: OfferCard, found: readonly KindWeight[]): readonly KindWeight[] {
  if (isSure && kinds.length > 0)
    return kept(
      kinds.map((id) => ({ id, weight: 1 })),
      1,
      0,
    )
  return kept(found, Math.max(...found.map(({ weight }) => weight), Number.MIN_VALUE), leastOffer)
}

/** Says that nothing else is done. */
const onlyStart = /^(只|仅|光)/
const onlyInWords = /(?:只|仅)(?:能|会|修|教|送|通|有|做|剪|磨|收|借|接)[^，。；]*/g

export interface CardReader {
  readonly readWish: (card: WishCard, found: readonly KindWeight[]) => WishReading
  readonly readOffer: (card: OfferCard, found: readonly KindWeight[]) => OfferReading
}

/** Reads cards with a lexicon; `found` are the kinds that the words speak of. Not looked at where a person has said the kinds. */
export function makeCardReader(topics: TopicBook): CardReader {
  const topicsOf = (text: string) => topics.read(text).said.slice(0, mostTopics)
  return {
    readWish(card, found) {
      const { words, wants, times, who } = card
      return {
        kinds: wishKinds(card, found),
        topics: topicsOf([words, ...wants].join('，')),
        musts: topicsOf(wants.join('，')).slice(0, mostNamed),
        times: readTimes(times, [words, ...wants].join('，')),
        pairs: pairsOf(words),
        ...wishTraits(words, wants, who),
      }
    },
    readOffer(card, found) {
      const { words, limits, times } = card
      const { said, denied } = topics.read([words, ...limits].join('，'))
      const only = [...limits.filter((limit) => onlyStart.test(limit)), ...(words.match(onlyInWords) ?? [])]
      return {
        kinds: offerKinds(card, found),
        topics: said.slice(0, mostTopics),
        denied: denied.slice(0, mostNamed),
        only: topicsOf(only.join('，')).slice(0, mostNamed),
        times: readTimes(times, [words, ...limits].join('，')),
        pairs: pairsOf(words),
        ...offerTraits(words, limits),
      }
    },
  }
}
