/**
 * Which kinds may help out where another is asked for, and how well, 0 … 1: who drives you to the hospital may not go in
 * with you, but it is better than nobody. Read both ways.
 */
export const nearKinds: readonly (readonly [one: string, other: string, how: number])[] = [
  ['visit-chat', 'phone-check', 0.3],
  ['visit-chat', 'play-chess-cards', 0.3],
  ['visit-chat', 'read-aloud', 0.3],
  ['visit-chat', 'walk-escort', 0.3],
  ['visit-chat', 'counselling', 0.2],
  ['walk-escort', 'outing', 0.3],
  ['outing', 'ride', 0.3],
  ['clinic-escort', 'ride', 0.4],
  ['buy-groceries', 'small-errands', 0.3],
  ['buy-groceries', 'fetch-medicine', 0.3],
  ['buy-groceries', 'meal-delivery', 0.2],
  ['fetch-medicine', 'small-errands', 0.3],
  ['carry-move', 'small-errands', 0.25],
  ['health-check', 'personal-care', 0.2],
  ['personal-care', 'haircut', 0.3],
  ['home-repair', 'appliance-repair', 0.3],
  ['homework-help', 'child-minding', 0.4],
  ['homework-help', 'teach-child-hobby', 0.2],
  ['phone-teaching', 'pay-paperwork', 0.3],
  ['teach-arts-adult', 'celebrate-perform', 0.3],
  ['goods-children', 'goods-daily', 0.4],
  ['goods-daily', 'goods-appliance', 0.3],
  ['goods-aids', 'lend-items', 0.5],
  ['goods-children', 'goods-appliance', 0.3],
  ['home-cleaning', 'personal-care', 0.1],
  ['stair-cleanup', 'public-report', 0.4],
  ['legal-advice', 'mediation', 0.2],
]
