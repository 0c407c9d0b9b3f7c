import type { OfferCard, WishCard } from '../card'
import type { OfferReading, TopicBook, WishReading } from './types'

// By what a wish finds the offers worth reading, among thousands: kind, what it is about, time and place. An offer stands
// under at most twelve keys, a wish looks up at most ten; what is more telling comes first.

const mostKeys = 12
const mostLookups = 10
/** Under so many kinds an offer is found, in so many a wish looks. */
const mostKinds = { offer: 5, wish: 4 }
/** What is for one building alone is looked for in so many kinds. */
const mostNear = 2
const mostTopics = 2
/** More buildings than these are as good as all of them. */
const mostBuildings = 4
/** A kind that is this weak is not worth a key. */
const leastWeight = { offer: 0.15, wish: 0.06 }

const workdays = 0b0011111
const weekend = 0b1100000

type Read = WishReading | OfferReading

const kindsOf = ({ kinds }: Read, side: 'offer' | 'wish'): readonly string[] =>
  kinds
    .filter(({ weight }, at) => at === 0 || weight >= leastWeight[side])
    .slice(0, mostKinds[side])
    .map(({ id }) => id)

/** workday and weekend, as far as the times say; both where they say nothing. */
function slotsOf({ times: { days } }: Read): readonly string[] {
  if (days === 0) return ['workday', 'weekend']
  return [...((days & workdays) === 0 ? [] : ['workday']), ...((days & weekend) === 0 ? [] : ['weekend'])]
}

const topicKeys = (kinds: readonly string[], reading: Read, topics: TopicBook): readonly string[] =>
  kinds.flatMap((kind) =>
    topics
      .within(kind, reading.topics)
      .slice(0, mostTopics)
      .map((topic) => `${kind}#${topic}`),
  )

/** Under which keys an offer is found. */
export function candidateKeys(reading: OfferReading, card: OfferCard, topics: TopicBook): readonly string[] {
  const kinds = kindsOf(reading, 'offer')
  if (card.buildingIds.length > 0 && card.buildingIds.length <= mostBuildings)
    return kinds.flatMap((kind) => card.buildingIds.map((building) => `${kind}@${building}`)).slice(0, mostKeys)
  const slots = slotsOf(reading)
  return [
    ...kinds.flatMap((kind) => slots.map((slot) => `${kind}|${slot}`)),
    ...topicKeys(kinds, reading, topics),
  ].slice(0, mostKeys)
}

/**
 * Under which keys a wish looks, three groups at most: offers for its building alone and offers that speak of the same;
 * offers of its first kind; offers of its other kinds. Who reads takes so many of each group, so that what is likelier is
 * not crowded out by what is only possible.
 */
export function lookupGroups(reading: WishReading, card: WishCard, topics: TopicBook): readonly (readonly string[])[] {
  const kinds = kindsOf(reading, 'wish')
  const building = card.spot?.buildingId
  const near = building === undefined ? [] : kinds.slice(0, mostNear).map((kind) => `${kind}@${building}`)
  const telling = [...near, ...topicKeys(kinds, reading, topics).slice(0, mostTopics)]
  const slots = slotsOf(reading)
  const [first = [], ...others] = kinds.map((kind) => slots.map((slot) => `${kind}|${slot}`))
  const room = mostLookups - telling.length - first.length
  return [telling, first, others.flat().slice(0, room)].filter((group) => group.length > 0)
}

/** All of `lookupGroups` in one list, at most ten. */
export const lookupKeys = (reading: WishReading, card: WishCard, topics: TopicBook): readonly string[] =>
  lookupGroups(reading, card, topics).flat()
