export const dayParts = ['morning', 'noon', 'afternoon', 'evening'] as const
export type DayPart = (typeof dayParts)[number]

/** For whom a wish is. */
export const wishWhos = ['elder', 'child', 'disabled', 'family', 'other'] as const
export type WishWho = (typeof wishWhos)[number]

export const rhythms = ['day', 'week', 'month'] as const
export type Rhythm = (typeof rhythms)[number]

/** Times of a card; days and hours of China. What is empty or null was not said. */
export interface CardTimes {
  /** 1 = Monday … 7 = Sunday. */
  readonly weekdays: readonly number[]
  readonly parts: readonly DayPart[]
  /** How often; null: once, or not said. */
  readonly every: Rhythm | null
  /** Days ("2026-12-01") that alone are meant. */
  readonly dates: readonly string[]
  /** In words: "春节前", "社区活动日". */
  readonly note: string
}

/** Where a card belongs. Rooms are never part of a card. */
export interface CardSpot {
  readonly communityId: string
  readonly estateId: string
  readonly buildingId: string
}

/** A yellow card (居民点单), as far as matching looks at it. */
export interface WishCard {
  readonly id: string
  readonly words: string
  /** Ids of services (`knowledge/services`). */
  readonly kinds: readonly string[]
  /** A person has looked at the kinds; otherwise they are only what was found in the words, and may be empty. */
  readonly isSure: boolean
  readonly times: CardTimes | null
  readonly who: WishWho
  /** An object (实物) is wished for. */
  readonly isGoods: boolean
  /** What matters, in short words: "会下象棋", "女性", "讲方言". */
  readonly wants: readonly string[]
  readonly isUrgent: boolean
  readonly spot: CardSpot | null
  /** Since when it waits (ms). */
  readonly since: number
  /** Pseudonym of whose it is; null: not known, or does not matter. */
  readonly person: string | null
}

/** A red card (党员接单), as far as matching looks at it. */
export interface OfferCard {
  readonly id: string
  readonly words: string
  readonly kinds: readonly string[]
  readonly isSure: boolean
  readonly times: CardTimes | null
  /** How many people or turns at once (a week, for what comes back); null: not said. */
  readonly capacity: number | null
  /** How many of them are taken. */
  readonly taken: number
  /** What limits it, in short words: "在社区摆摊，不上门", "只接男性老人". */
  readonly limits: readonly string[]
  /** The community; and the buildings that it reaches, empty: all of them. */
  readonly communityId: string | null
  readonly buildingIds: readonly string[]
  readonly person: string | null
  /** Their identity was checked: they may visit homes. */
  readonly isChecked: boolean
}
