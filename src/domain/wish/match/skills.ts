import { nameOfTopic, topicFit } from './topics'
import type { MatchContext, OfferReading, WishReading } from './types'

// A skill that somebody asked for by name: 会下象棋, 讲方言.

export interface AskedSkill {
  /** `has`: the offer says so; `unsaid`: it says nothing of it; `missing`: it names another one, or denies it. */
  readonly state: 'has' | 'unsaid' | 'missing'
  /** What is shown of it. */
  readonly name: string | undefined
}

/** So alike that one may do for the other. */
const enough = 0.5
/** So alike that denying one is denying the other. */
const sameEnough = 0.7

export function askedSkills(wish: WishReading, offer: OfferReading, { topics }: MatchContext): readonly AskedSkill[] {
  return wish.musts.map((must) => {
    const said = topicFit(topics, [must], offer.topics).best
    const denied = topicFit(topics, [must], offer.denied).best ?? 0
    const name = nameOfTopic(must)
    if (said !== null && said >= enough && (said === 1 || denied < sameEnough)) return { state: 'has', name }
    return { state: said === 0 || denied >= sameEnough ? 'missing' : 'unsaid', name }
  })
}
