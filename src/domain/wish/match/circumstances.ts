import { askedSkills } from './skills'
import { isSameSeason, isTooRare, meetingOf } from './times'
import type { MatchContext, OfferReading, ReadOffer, ReadWish, Reason, WishReading } from './types'

// What speaks for or against a pair beyond what it is about. Each is worth a factor: round numbers, few of them.

export interface Circumstance {
  readonly factor: number
  readonly reason?: Reason
  readonly against?: Reason
}

const nothing: readonly Circumstance[] = []
const speaksAgainst = (factor: number, against: Reason): readonly Circumstance[] => [{ factor, against }]
const speaksFor = (factor: number, reason: Reason): readonly Circumstance[] => [{ factor, reason }]

/** "3|morning": days from 1 = Monday, then parts, as the texts read it. */
export function timesAbout(days: number, parts: number): string {
  const bits = (of: number, many: number) => Array.from({ length: many }, (_, at) => at).filter((at) => (of >> at) & 1)
  return `${bits(days, 7)
    .map((day) => day + 1)
    .join('')}|${bits(parts, 4).join('')}`
}

function times({ times: wished }: WishReading, { times: offered }: OfferReading): readonly Circumstance[] {
  const { how, days, parts } = meetingOf(wished, offered)
  if (how === 'differ') return speaksAgainst(0.7, { code: 'times-differ' })
  if (how === 'meet') return speaksFor(1.05, { code: 'times-meet', about: timesAbout(days, parts) })
  if (how === 'unsaid') return speaksAgainst(1, { code: 'times-unclear' })
  return nothing
}

function rhythm({ times: wished }: WishReading, { times: offered }: OfferReading): readonly Circumstance[] {
  if (isTooRare(wished, offered)) return speaksAgainst(0.5, { code: 'too-rare' })
  if (offered.every === 'month' && wished.every === null) return speaksAgainst(0.8, { code: 'too-rare' })
  if (wished.every !== null && offered.every !== null) return speaksFor(1.05, { code: 'rhythm-fits' })
  return nothing
}

function season({ times: wished }: WishReading, { times: offered }: OfferReading): readonly Circumstance[] {
  if (offered.season === '' || isSameSeason(offered.season, wished.season)) return nothing
  return speaksAgainst(0.6, { code: 'season-only', about: offered.season })
}

/** Whether somebody has to come into the home: the wish says so, or what it asks for is done there. */
export function homeNeed(wish: WishReading, { services }: MatchContext): 'must' | 'better' | 'maybe' | null {
  const [first] = wish.kinds
  const atHome = first === undefined ? false : (services.get(first.id)?.atHome ?? false)
  if (atHome === false) return wish.isHomeAsked ? 'must' : null
  if (wish.home === 'must' || atHome === true || wish.isFixed) return 'must'
  return wish.home === 'better' ? 'better' : 'maybe'
}

const stays = { must: 0.35, better: 0.6, maybe: 0.85 }

function setting(wish: WishReading, offer: OfferReading, about: MatchContext): readonly Circumstance[] {
  const need = homeNeed(wish, about)
  if (offer.institution !== wish.institution && offer.institution !== '')
    return speaksAgainst(0.25, { code: 'institution-only', about: offer.institution })
  if (need === null) return nothing
  if (offer.setting === 'phone') return speaksAgainst(stays[need], { code: 'by-phone' })
  if (offer.setting === 'place') return speaksAgainst(stays[need], { code: 'not-at-home' })
  if (offer.setting === 'home') return speaksFor(need === 'maybe' ? 1 : 1.05, { code: 'comes-home' })
  return nothing
}

function audience({ audience: wished }: WishReading, { audience: offered }: OfferReading): readonly Circumstance[] {
  if (offered.length === 0) return nothing
  if (wished.some((who) => offered.includes(who))) return speaksFor(1.03, { code: 'right-people' })
  const isForChildren = offered.includes('child')
  if (wished.length === 0) return isForChildren ? speaksAgainst(0.6, { code: 'other-people' }) : nothing
  const isForDisabled = offered.length === 1 && offered.includes('disabled')
  return speaksAgainst(isForChildren ? 0.3 : isForDisabled ? 0.85 : 0.6, { code: 'other-people' })
}

function gender(wish: WishReading, offer: OfferReading): readonly Circumstance[] {
  const isAsked = wish.gender !== null
  if (isAsked && offer.gender === wish.gender) return speaksFor(1.05, { code: 'gender-fits' })
  if (isAsked && offer.gender === null) return speaksAgainst(0.7, { code: 'gender-unsaid' })
  if (offer.takes !== null && wish.of === null) return speaksAgainst(0.7, { code: 'gender-unsaid' })
  if (offer.takes !== null && offer.takes === wish.of) return speaksFor(1.05, { code: 'gender-fits' })
  return nothing
}

function skills(wish: WishReading, offer: OfferReading, about: MatchContext): readonly Circumstance[] {
  return askedSkills(wish, offer, about)
    .filter(({ state }) => state === 'unsaid')
    .flatMap(({ name }) =>
      speaksAgainst(0.7, name === undefined ? { code: 'skill-unsaid' } : { code: 'skill-unsaid', about: name }),
    )
}

function strength(wish: WishReading, offer: OfferReading): readonly Circumstance[] {
  return wish.isHeavy && offer.refusesHeavy ? speaksAgainst(0.3, { code: 'no-lifting' }) : nothing
}

function company(wish: WishReading, offer: OfferReading, about: MatchContext): readonly Circumstance[] {
  if (!offer.isGroup || homeNeed(wish, about) === null) return nothing
  return speaksAgainst(0.7, { code: 'in-a-group' })
}

/** Whoever lists many things does each of them less often. */
const eachMore = 0.04
const said = 0.4

function focus({ kinds }: OfferReading): readonly Circumstance[] {
  const more = Math.max(0, kinds.filter(({ weight }) => weight >= said).length - 1)
  return more === 0 ? nothing : [{ factor: 1 / (1 + eachMore * more) }]
}

/** What presses does not wait for next month, nor for a course. */
function haste({ card }: ReadWish, offer: OfferReading): readonly Circumstance[] {
  if (!card.isUrgent || (offer.times.every !== 'month' && !offer.isGroup)) return nothing
  return speaksAgainst(0.7, { code: 'too-slow' })
}

const cost = (offer: OfferReading): readonly Circumstance[] =>
  offer.costs ? speaksAgainst(0.85, { code: 'costs-something' }) : nothing

/** Somebody wants a thing and the other does something, or the other way round. */
function goods({ card, reading }: ReadWish, offer: OfferReading, { services }: MatchContext): readonly Circumstance[] {
  const isGoods = (id: string) => services.get(id)?.isGoods ?? false
  const wished = reading.kinds.reduce((all, { id, weight }) => all + (isGoods(id) ? weight : 0), 0)
  const gives = offer.kinds.some(({ id, weight }) => isGoods(id) && weight >= 0.3)
  const does = offer.kinds.some(({ id, weight }) => !isGoods(id) && weight >= 0.3)
  if (card.isGoods && !gives) return speaksAgainst(0.5, { code: 'not-a-gift' })
  if (!card.isGoods && wished < 0.3 && gives && !does) return speaksAgainst(0.5, { code: 'only-a-gift' })
  return nothing
}

export const circumstancesOf = (
  wish: ReadWish,
  { reading: offer }: ReadOffer,
  about: MatchContext,
): readonly Circumstance[] =>
  [
    times(wish.reading, offer),
    rhythm(wish.reading, offer),
    season(wish.reading, offer),
    setting(wish.reading, offer, about),
    audience(wish.reading, offer),
    gender(wish.reading, offer),
    skills(wish.reading, offer, about),
    strength(wish.reading, offer),
    company(wish.reading, offer, about),
    focus(offer),
    haste(wish, offer),
    cost(offer),
    goods(wish, offer, about),
  ].flat()
