import { homeNeed } from './circumstances'
import { askedSkills } from './skills'
import { meetingOf } from './times'
import { pairOf, type MatchContext, type ReadOffer, type ReadWish, type Reason } from './types'

// What forbids a pair. Only what both cards say clearly: a guess speaks against a pair, it never forbids one.

const broken = (isBroken: boolean, reason: Reason): readonly Reason[] => (isBroken ? [reason] : [])

function people(wish: ReadWish, offer: ReadOffer, { blocked }: MatchContext): readonly Reason[] {
  const one = wish.card.person
  const other = offer.card.person
  if (one === null || other === null) return []
  if (one === other) return [{ code: 'same-person' }]
  return broken(blocked.has(pairOf(one, other)), { code: 'blocked' })
}

function reach({ card: { spot } }: ReadWish, { card }: ReadOffer): readonly Reason[] {
  if (spot === null) return []
  const isElsewhere = card.communityId !== null && card.communityId !== spot.communityId
  const isUnreached = card.buildingIds.length > 0 && !card.buildingIds.includes(spot.buildingId)
  return broken(isElsewhere || isUnreached, { code: 'not-reached' })
}

function genders({ reading: wish }: ReadWish, { reading: offer }: ReadOffer): readonly Reason[] {
  const isOther = wish.gender !== null && offer.gender !== null && wish.gender !== offer.gender
  const isNotTaken = offer.takes !== null && wish.of !== null && offer.takes !== wish.of
  return broken(isOther || isNotTaken, { code: 'gender-other' })
}

/** A skill that was asked for, and the offer names another one or denies it. */
const skill = ({ reading: wish }: ReadWish, { reading: offer }: ReadOffer, about: MatchContext): readonly Reason[] =>
  broken(
    askedSkills(wish, offer, about).some(({ state }) => state === 'missing'),
    { code: 'skill-missing' },
  )

function home(wish: ReadWish, { card, reading }: ReadOffer, about: MatchContext): readonly Reason[] {
  const isNeeded = homeNeed(wish.reading, about) === 'must'
  const stays = reading.setting === 'place' || reading.setting === 'phone'
  return [
    ...broken(wish.reading.isHomeAsked && (reading.refusesHome || reading.setting === 'phone'), {
      code: 'home-refused',
    }),
    ...broken(isNeeded && !stays && !card.isChecked, { code: 'not-checked' }),
  ]
}

/** Everything that forbids a pair; empty: it may be. */
export const hardReasons = (wish: ReadWish, offer: ReadOffer, about: MatchContext): readonly Reason[] => [
  ...people(wish, offer, about),
  ...broken(offer.card.capacity !== null && offer.card.taken >= offer.card.capacity, { code: 'no-room' }),
  ...reach(wish, offer),
  ...broken(meetingOf(wish.reading.times, offer.reading.times).how === 'never', { code: 'times-never' }),
  ...genders(wish, offer),
  ...skill(wish, offer, about),
  ...home(wish, offer, about),
]
