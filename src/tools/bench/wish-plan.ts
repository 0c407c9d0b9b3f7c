import { provenPlanOf, type PlanInput } from '../../domain/wish/plan/plan'
import type { Bench, Figure } from './figure'
import { exactly, randomWall, smallWall, type Shape } from './wish-plan-exact'

const bench = 'wish-plan'
const large = { wishes: 2000, offers: 2000 }

/** What a wall may look like, and how long its plan may take (s); null: no wall that the issue speaks of. */
const shapes: readonly { readonly what: string; readonly shape: Shape; readonly most: number | null }[] = [
  { what: 'each needs one', shape: { ...large, fits: 30, forTwo: 0, manyTurns: 0 }, most: 5 },
  { what: 'a third needs two', shape: { ...large, fits: 30, forTwo: 0.33, manyTurns: 0.3 }, most: 5 },
  { what: 'a third needs two, too few helpers', shape: { ...large, fits: 30, forTwo: 0.33, manyTurns: 0 }, most: null },
  { what: 'dense, each needs one', shape: { ...large, fits: 200, forTwo: 0, manyTurns: 0 }, most: null },
  { what: 'dense, a third needs two', shape: { ...large, fits: 200, forTwo: 0.33, manyTurns: 0.3 }, most: null },
]

function timed(input: PlanInput) {
  const before = process.cpuUsage()
  const start = performance.now()
  const proven = provenPlanOf(input)
  const seconds = (performance.now() - start) / 1000
  // Beside the clock, what this process alone used: other work on the machine is not in it.
  return { ...proven, seconds, worked: process.cpuUsage(before).user / 1e6 }
}

function figuresOf({ what, shape, most }: (typeof shapes)[number]): Figure[] {
  const input = randomWall(shape, 20261122)
  const { plan, gain, bound, seconds, worked } = timed(input)
  const sum = plan.reduce((all, { score }) => all + score, 0)
  const name = `${shape.wishes} × ${shape.offers}, ${shape.fits} fits each, ${what}`
  const beside = `${plan.length} paired, sum ${sum.toFixed(2)}, processor ${worked.toFixed(2)} s`
  return [
    { bench, what: name, value: seconds, unit: 's', most, better: 'less', beside },
    { bench, what: `${name}: proven best`, value: gain === bound ? 1 : 0, unit: 'plans', most: null, least: 1 },
  ]
}

/** How many of 200 small walls get a plan as good as trying everything finds. */
function equalToExact(): number {
  return Array.from({ length: 200 }, (_, seed) => smallWall(seed)).filter((input) => {
    const { plan } = provenPlanOf(input)
    const best = exactly(input)
    // Halves of thousandths are exact; sums of decimals are not.
    const sum = Math.round(plan.reduce((all, { score }) => all + score * 2000, 0)) / 2
    return plan.length === best.paired && sum === best.sum
  }).length
}

/** A plan for a whole wall: how long it takes, and whether it is the best one. */
export const wishPlan: Bench = {
  name: bench,
  needs: [],
  run: async ({ log }) => [
    {
      ...{ bench, what: '200 small walls: equal to the exact solver', value: equalToExact() },
      ...{ unit: 'walls', most: null, least: 200 },
    },
    ...shapes.flatMap((row) => {
      log(`${bench}: ${row.what}`)
      return figuresOf(row)
    }),
  ],
}
