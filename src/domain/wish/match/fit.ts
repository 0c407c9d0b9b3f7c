import { circumstancesOf } from './circumstances'
import { hardReasons } from './hard'
import { meaningOf } from './meaning'
import type { Fit, MatchContext, ReadOffer, ReadWish, Reason } from './types'

const dayMs = 86_400_000
/** What is added: little beside what the pair is about, enough to decide between equals. */
const bonus = { building: 0.06, estate: 0.03, friend: 0.05, room: 0.01, waiting: 0.04 }
/** After so many days a wish waits as long as can be. */
const longDays = 14
/** From so many days on it is said. */
const sayWaitingDays = 7
const mostTimes = 2
/** What each open pairing of the helper takes away. */
const load = 0.06

interface Extra {
  readonly value: number
  readonly reason?: Reason
}

function nearness(
  { card: { spot }, reading }: ReadWish,
  { card, reading: offer }: ReadOffer,
  { estates }: MatchContext,
): readonly Extra[] {
  const isNamed = reading.building !== 0 && reading.building === offer.building
  if (isNamed || (spot !== null && card.buildingIds.length === 1 && card.buildingIds[0] === spot.buildingId))
    return [{ value: bonus.building, reason: { code: 'same-building' } }]
  if (spot === null || card.buildingIds.length === 0) return []
  const isEstate = card.buildingIds.every((building) => estates.get(building) === spot.estateId)
  return isEstate ? [{ value: bonus.estate, reason: { code: 'same-estate' } }] : []
}

function continuity({ card: { person } }: ReadOffer, { friends }: MatchContext): readonly Extra[] {
  const times = person === null ? 0 : (friends.get(person) ?? 0)
  if (times === 0) return []
  return [{ value: bonus.friend * Math.min(times, mostTimes), reason: { code: 'helped-before', about: String(times) } }]
}

function waiting({ card: { since } }: ReadWish, { now }: MatchContext): readonly Extra[] {
  const days = Math.max(0, (now - since) / dayMs)
  const value = bonus.waiting * Math.min(1, days / longDays)
  return [
    days < sayWaitingDays ? { value } : { value, reason: { code: 'waits-long', about: String(Math.floor(days)) } },
  ]
}

const said = (reasons: readonly (Reason | undefined)[]): readonly Reason[] =>
  reasons.filter((reason) => reason !== undefined)

/** How well an offer fits a wish, with what speaks for it and against it. */
export function fitOf(wish: ReadWish, offer: ReadOffer, about: MatchContext): Fit {
  const meaning = meaningOf(wish.reading, offer.reading, about)
  const circumstances = circumstancesOf(wish, offer, about)
  const extras = [...nearness(wish, offer, about), ...continuity(offer, about), ...waiting(wish, about)]
  const loaded = offer.card.person === null ? 0 : (about.loads.get(offer.card.person) ?? 0)
  const factor = circumstances.reduce((all, one) => all * one.factor, 1) / (1 + load * loaded)
  // What is added counts in the measure in which the pair is about the same: a neighbour is not nearer to another wish.
  const added = extras.reduce((all, { value }) => all + value, 0)
  const score = Math.min(1, (meaning.value * factor * (1 + added)) / most)
  return {
    offerId: offer.card.id,
    score,
    hard: hardReasons(wish, offer, about),
    reasons: [...meaning.reasons, ...said([...circumstances, ...extras].map(({ reason }) => reason))],
    against: [
      ...meaning.against,
      ...said(circumstances.map(({ against }) => against)),
      ...(loaded > 1 ? [{ code: 'much-to-do', about: String(loaded) } as const] : []),
    ],
  }
}

/** All factors and extras at once come to about this; what is above is 1. */
const most = 1.25
