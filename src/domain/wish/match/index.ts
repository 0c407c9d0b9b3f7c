export { fitOf } from './fit'
export { candidateKeys, lookupGroups, lookupKeys } from './keys'
export { byFit, rank } from './rank'
export { makeCardReader, type CardReader } from './read'
export { makeTopicBook } from './topics'
export {
  pairOf,
  reasonCodes,
  type Fit,
  type KindWeight,
  type MatchContext,
  type OfferReading,
  type ReadOffer,
  type ReadWish,
  type Reason,
  type ReasonCode,
  type ServiceFacts,
  type TopicBook,
  type TopicFamily,
  type TopicGroup,
  type WishReading,
} from './types'
