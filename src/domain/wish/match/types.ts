import type { OfferCard, Rhythm, WishCard } from '../card'

/** A kind of service with how surely it is meant, 0 … 1. */
export interface KindWeight {
  readonly id: string
  readonly weight: number
}

/** Times as bits, which is quick to compare and small to store. */
export interface TimesReading {
  /** Bit 0 = Monday … bit 6 = Sunday; 0: any day, or not said. */
  readonly days: number
  /** Bits in the order of `dayParts`; 0: any part, or not said. */
  readonly parts: number
  readonly every: Rhythm | null
  readonly dates: readonly string[]
  /** A season or feast that alone is meant, in the words of the lexicon; '' if none. */
  readonly season: string
  /** Days and parts are only guessed from the words: they never forbid a pair. */
  readonly isGuessed: boolean
}

export type Audience = 'child' | 'elder' | 'disabled'
export type Gender = 'man' | 'woman'

/** Where somebody comes: into the home; to a place; not at all, but by telephone or on line; null: not said. */
export type Setting = 'home' | 'place' | 'phone' | null

/** What all cards have in common when they were read. */
interface CardReading {
  /** The likeliest first, at most six. */
  readonly kinds: readonly KindWeight[]
  /** "family:name" of what the words speak of. */
  readonly topics: readonly string[]
  readonly audience: readonly Audience[]
  readonly times: TimesReading
  /** Pairs of characters that say something, one after the other in one string. */
  readonly pairs: string
  /** A house whose people alone are meant, such as 养老院; '' if none. */
  readonly institution: string
  /** The number of the building that the words name; 0 if none. */
  readonly building: number
}

/** What reading a wish yields: plain, small, stored beside it. */
export interface WishReading extends CardReading {
  /** Topics that are asked for by name in what matters. */
  readonly musts: readonly string[]
  /** `must`: somebody has to come in; `better`: they find it hard to go out. */
  readonly home: 'must' | 'better' | null
  /** It is asked for in what matters, not only heard in the words. */
  readonly isHomeAsked: boolean
  /** Who may do it. */
  readonly gender: Gender | null
  /** Whom it is done for. */
  readonly of: Gender | null
  /** Something heavy or somebody has to be carried. */
  readonly isHeavy: boolean
  /** It cannot be carried to a place: a large appliance. */
  readonly isFixed: boolean
}

/** What reading an offer yields: plain, small, stored beside it. */
export interface OfferReading extends CardReading {
  /** Topics that it denies: 不会下棋. */
  readonly denied: readonly string[]
  /** Topics besides which nothing is done: 只修钟表. */
  readonly only: readonly string[]
  readonly setting: Setting
  /** It says that nobody is visited at home. */
  readonly refusesHome: boolean
  readonly gender: Gender | null
  /** Whom alone it takes. */
  readonly takes: Gender | null
  readonly refusesHeavy: boolean
  /** For a group at once, or a talk. */
  readonly isGroup: boolean
  /** Somebody here has to pay a part: 饭钱另算. */
  readonly costs: boolean
}

/** What the words of one family are about: skills, appliances, goods. Data of `knowledge`. */
export interface TopicFamily {
  readonly id: string
  /** The kinds of service in which it tells one card from another. */
  readonly kinds: readonly string[]
  /** Speaking of another topic of the family says that this one is not meant: whoever teaches tai chi does not teach the erhu. */
  readonly isClosed: boolean
  readonly groups: readonly TopicGroup[]
  /** Words that stand for every topic of some groups: 小家电. */
  readonly covers: readonly { readonly words: string; readonly groups: readonly string[] }[]
}

export interface TopicGroup {
  readonly id: string
  /** 0 … 1: how well one topic of the group does for another. */
  readonly alike: number
  /** The name that is shown → other words for it, separated by |. */
  readonly topics: Readonly<Record<string, string>>
}

/** What matching has to know of a kind. */
export interface ServiceFacts {
  readonly name: string
  readonly atHome: boolean | 'sometimes'
  /** Things are given or lent, nothing is done. */
  readonly isGoods: boolean
  /** Other kinds that may help out → how well, 0 … 1. */
  readonly near: Readonly<Record<string, number>>
}

/** A wish with what was read of it. */
export interface ReadWish {
  readonly card: WishCard
  readonly reading: WishReading
}

export interface ReadOffer {
  readonly card: OfferCard
  readonly reading: OfferReading
}

export interface MatchContext {
  /** ms since the epoch. */
  readonly now: number
  readonly services: ReadonlyMap<string, ServiceFacts>
  readonly topics: TopicBook
  /** Pairs of people (`pairOf`) of whom one blocked the other. */
  readonly blocked: ReadonlySet<string>
  /** Person → how often they helped this wish's person before. */
  readonly friends: ReadonlyMap<string, number>
  /** Person → how many open pairings they have. */
  readonly loads: ReadonlyMap<string, number>
  /** Building → its estate. */
  readonly estates: ReadonlyMap<string, string>
}

/** The topics, ready for reading and comparing. */
export interface TopicBook {
  /** "family:name" of what the text speaks of, and of what it denies. */
  readonly read: (text: string) => { readonly said: readonly string[]; readonly denied: readonly string[] }
  /** Of some topics those that tell cards of this kind apart. */
  readonly within: (kind: string, topics: readonly string[]) => readonly string[]
  /** 0 … 1 how well what one speaks of does for the other; null if they are not of one closed family. */
  readonly likeness: (wished: string, offered: string) => number | null
}

/** Why a pair is good, or what is against it; `about` is a topic, the name of a kind, times or a number, never anything of a person. */
export interface Reason {
  readonly code: ReasonCode
  readonly about?: string
}

export const reasonCodes = [
  // For it.
  'same-kind',
  'same-topic',
  'times-meet',
  'rhythm-fits',
  'same-building',
  'same-estate',
  'comes-home',
  'right-people',
  'gender-fits',
  'helped-before',
  'waits-long',
  // Against it.
  'kind-unclear',
  'near-kind',
  'other-topic',
  'only-topic',
  'umbrella-topic',
  'times-unclear',
  'times-differ',
  'too-rare',
  'season-only',
  'too-slow',
  'not-at-home',
  'by-phone',
  'institution-only',
  'other-people',
  'gender-unsaid',
  'skill-unsaid',
  'no-lifting',
  'in-a-group',
  'costs-something',
  'not-a-gift',
  'only-a-gift',
  'much-to-do',
  // Hard: it may not be paired.
  'times-never',
  'not-reached',
  'gender-other',
  'skill-missing',
  'home-refused',
  'not-checked',
  'no-room',
  'blocked',
  'same-person',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

export interface Fit {
  readonly offerId: string
  /** 0 … 1; of a pair that is forbidden too, so that a person can see why it was near. */
  readonly score: number
  /** Hard rules that it breaks: with one of them it may not be paired. */
  readonly hard: readonly Reason[]
  readonly reasons: readonly Reason[]
  readonly against: readonly Reason[]
}

/** Two people as one word, whoever is named first. */
export const pairOf = (one: string, other: string): string => (one < other ? `${one}|${other}` : `${other}|${one}`)
