import type { CardTimes, DayPart, OfferCard } from '../../domain/wish/card'
import { dayParts } from '../../domain/wish/card'
import { services } from '../../knowledge/services'
import { wishSayings } from '../service-train/kinds'

// A wall of many offers, put together from how people write them: which kinds are often offered, how many say when, how
// many say for which building.

/** Numbers from 0 to 1 that are the same in every run. */
function makeChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 0x1_0000_0000
  }
}

const spoken: Readonly<Record<DayPart, string>> = { morning: '上午', noon: '中午', afternoon: '下午', evening: '晚上' }

/** Offers of each kind as they are written down, from the sayings that the model learns. */
const offersOf: ReadonlyMap<string, readonly string[]> = new Map(
  services.map(({ id }) => [id, Object.values(wishSayings.cards).flatMap((file) => file[id]?.offer ?? [])]),
)

const buildings = 40

/** `many` offers of one community; the same in every run. */
export function offersOfWall(many: number): readonly OfferCard[] {
  const chance = makeChance(7)
  const oneOf = <T>(all: readonly T[]): T | undefined => all[Math.floor(chance() * all.length)]
  // Some kinds are offered far more often than others: the square puts more weight on the first.
  const kindOf = () => services[Math.floor(chance() ** 1.5 * services.length)]?.id ?? ''
  const timesOf = (): CardTimes | null => {
    if (chance() < 0.5) return null
    const isWeekend = chance() < 0.3
    const weekdays = chance() < 0.4 ? [] : isWeekend ? [6, 7] : [1 + Math.floor(chance() * 5)]
    const part = oneOf(dayParts)
    return { weekdays, parts: part === undefined || chance() < 0.4 ? [] : [part], every: 'week', dates: [], note: '' }
  }
  return Array.from({ length: many }, (_, at): OfferCard => {
    const kinds = chance() < 0.8 ? [kindOf()] : [kindOf(), kindOf(), kindOf()]
    const times = timesOf()
    const when = times?.parts.map((part) => spoken[part]).join('') ?? ''
    const isLocal = chance() < 0.2
    return {
      id: `wall-${at}`,
      words: when + kinds.map((kind) => oneOf(offersOf.get(kind) ?? []) ?? '').join('，'),
      kinds,
      isSure: true,
      times,
      capacity: 1 + Math.floor(chance() * 4),
      taken: 0,
      limits: chance() < 0.2 ? ['在社区，不上门'] : [],
      communityId: 'community',
      buildingIds: isLocal ? [`b${Math.floor(chance() * buildings)}`, `b${Math.floor(chance() * buildings)}`] : [],
      person: `person-${at}`,
      isChecked: chance() < 0.8,
    }
  })
}
