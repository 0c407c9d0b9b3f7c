import { likenessOf } from './pairs'
import { nameOfTopic, topicFit } from './topics'
import type { KindWeight, MatchContext, OfferReading, Reason, WishReading } from './types'

// Whether an offer is what a wish asks for: kind by kind, and within a kind by what both speak of.

/** 0 … 1 */
export interface Meaning {
  readonly value: number
  readonly reasons: readonly Reason[]
  readonly against: readonly Reason[]
}

/** What a kind that both have is worth if nothing more is known; if they speak of the same; if of something else. */
const worth = { unsaid: 0.65, same: 1, umbrella: 0.85, other: 0.15, only: 0.3 }
/** What words in common are worth at most. */
const pairsShare = 0.1

interface Within {
  readonly value: number
  readonly reason: Reason | null
  readonly against: Reason | null
}

const aboutTopic = (code: Reason['code'], id: string): Reason => {
  const about = nameOfTopic(id)
  return about === undefined ? { code } : { code, about }
}

const familyOf = (topic: string) => topic.slice(0, topic.indexOf(':'))

/** How well what the offer speaks of does for the wish, as far as it tells cards of this kind apart. */
function withinKind(kind: string, wish: WishReading, offer: OfferReading, { topics }: MatchContext): Within {
  const wished = topics.within(kind, wish.topics)
  const denied = topics.within(kind, offer.denied)
  const refused = topicFit(topics, wished, denied)
  if ((refused.best ?? 0) >= 0.7)
    return { value: worth.other, reason: null, against: aboutTopic('other-topic', refused.wished) }
  const offered = topics.within(kind, offer.topics)
  const fits = [...new Set(wished.map(familyOf))]
    .map((family) =>
      topicFit(
        topics,
        wished.filter((topic) => familyOf(topic) === family),
        offered,
      ),
    )
    .filter(({ best }) => best !== null)
  const only = topics.within(kind, offer.only)
  if (fits.length === 0) {
    const [first] = only
    if (first !== undefined) return { value: worth.only, reason: null, against: aboutTopic('only-topic', first) }
    return { value: worth.unsaid, reason: null, against: null }
  }
  const worst = fits.reduce((a, b) => ((b.best ?? 0) < (a.best ?? 0) ? b : a))
  const best = fits.reduce((a, b) => ((b.best ?? 0) > (a.best ?? 0) ? b : a))
  if ((worst.best ?? 0) < 0.3)
    return { value: worth.other, reason: null, against: aboutTopic('other-topic', worst.offered) }
  const likeness = worst.best ?? 0
  const value = likeness === 1 ? worth.same : likeness >= 0.7 ? worth.umbrella : worth.unsaid
  return {
    value,
    reason: best.best === 1 ? aboutTopic('same-topic', best.wished) : null,
    against: likeness < 1 ? aboutTopic('umbrella-topic', worst.offered) : null,
  }
}

/** How much of a kind an offer has, and whether only a kind that lies near it. */
function coverOf(kind: string, offered: readonly KindWeight[], { services }: MatchContext) {
  const own = offered.find(({ id }) => id === kind)?.weight ?? 0
  const near = services.get(kind)?.near ?? {}
  const nearest = Math.max(0, ...offered.map(({ id, weight }) => (near[id] ?? 0) * weight))
  return nearest > own ? { cover: nearest, isNear: true } : { cover: own, isNear: false }
}

export function meaningOf(wish: WishReading, offer: OfferReading, about: MatchContext): Meaning {
  let value = 0
  let most = 0
  let strongest: { readonly id: string; readonly isNear: boolean; readonly inside: Within } | null = null
  for (const { id, weight } of wish.kinds) {
    const { cover, isNear } = coverOf(id, offer.kinds, about)
    if (cover === 0) continue
    const inside = withinKind(id, wish, offer, about)
    const part = weight * cover * inside.value
    value += part
    if (part <= most) continue
    most = part
    strongest = { id, isNear, inside }
  }
  const alike = likenessOf(wish.pairs, offer.pairs)
  const whole = value * (1 - pairsShare) + alike * pairsShare
  if (strongest === null) return { value: whole, reasons: [], against: [{ code: 'kind-unclear' }] }
  const { id, isNear, inside } = strongest
  const name = about.services.get(id)?.name
  const kind: Reason = { code: isNear ? 'near-kind' : 'same-kind', ...(name === undefined ? {} : { about: name }) }
  return {
    value: whole,
    reasons: [...(isNear ? [] : [kind]), ...(inside.reason ? [inside.reason] : [])],
    against: [...(isNear ? [kind] : []), ...(inside.against ? [inside.against] : [])],
  }
}
