import fc from 'fast-check'
import { explainOf } from '../../src/domain/wish/plan/explain'
import { planOf, provenPlanOf, type PlanInput, type Planned } from '../../src/domain/wish/plan/plan'
import { exactly, randomWall, smallWall } from '../../src/tools/bench/wish-plan-exact'

const reached = (plan: readonly Planned[]) => ({
  paired: plan.length,
  sum: Math.round(plan.reduce((sum, { score }) => sum + score * 1000, 0) * 2) / 2,
})

/** "a2: x.9 y.5" is wish a, which needs two, and whom it fits how well; "x" an offer with one turn, "x3" with three. */
function wall(offers: string, ...rows: readonly string[]): PlanInput {
  const read = rows.map((row) => {
    const [name = '', fits = ''] = row.split(':')
    return { id: name[0] ?? '', places: name[1] === '2' ? (2 as const) : (1 as const), fits: fits.trim() }
  })
  return {
    wishes: read.map(({ id, places }) => ({ id, places })),
    offers: offers.split(' ').map((text) => ({ id: text[0] ?? '', left: text[1] ? Number(text[1]) : null })),
    fits: read.flatMap(({ id, fits }) =>
      fits
        .split(' ')
        .filter((text) => text !== '')
        .map((text) => ({ wishId: id, offerId: text[0] ?? '', score: Number(text.slice(1)) })),
    ),
  }
}
const pairs = (input: PlanInput) => planOf(input).map(({ wishId, offerIds }) => `${wishId}:${offerIds.join('')}`)

const walls: fc.Arbitrary<PlanInput> = fc
  .record({ wishes: fc.integer({ min: 0, max: 12 }), offers: fc.integer({ min: 1, max: 12 }) })
  .chain(({ wishes, offers }) =>
    fc.record({
      wishes: fc
        .array(fc.constantFrom(1 as const, 2 as const), { minLength: wishes, maxLength: wishes })
        .map((rows) => rows.map((places, at) => ({ id: `w${at}`, places }))),
      offers: fc
        .array(fc.option(fc.integer({ min: 0, max: 4 })), { minLength: offers, maxLength: offers })
        .map((rows) => rows.map((left, at) => ({ id: `o${at}`, left }))),
      fits: fc.array(
        fc.record({
          wishId: fc.integer({ min: 0, max: wishes }).map((at) => `w${at}`),
          offerId: fc.integer({ min: 0, max: offers }).map((at) => `o${at}`),
          score: fc.integer({ min: 0, max: 1000 }).map((score) => score / 1000),
        }),
        { maxLength: 60 },
      ),
    }),
  )

const shuffled = <Row>(rows: readonly Row[]): fc.Arbitrary<Row[]> =>
  fc.shuffledSubarray([...rows], { minLength: rows.length })

describe('a plan for a wall', () => {
  it.each([
    ['pairs what fits', wall('x', 'a: x.9'), ['a:x']],
    ['leaves alone what fits nobody', wall('x', 'a:'), []],
    ['rather pairs two than one well', wall('x y', 'a: x.9 y.1', 'b: x1'), ['a:y', 'b:x']],
    ['takes the better of two plans', wall('x y', 'a: x.9 y.6', 'b: x.8 y.1'), ['a:y', 'b:x']],
    ['gives two helpers to a wish for two', wall('x y z', 'a2: x.9 y.1 z.8'), ['a:xz']],
    ['pairs no wish for two by half', wall('x', 'a2: x.9'), []],
    ['leaves a helper to another rather than to half a pair', wall('x', 'a2: x.9', 'b: x.1'), ['b:x']],
    ['makes whole pairs of few helpers', wall('w x y z', ...[...'abcd'].map((id) => `${id}2: w1 x1 y1 z1`)), 2],
    ['sends nobody twice to one wish', wall('x3 y', 'a2: x.9 y.1'), ['a:xy']],
    ['does not make up two helpers of one with two turns', wall('x2', 'a2: x.9'), []],
    ['uses all turns of an offer', wall('x2', 'a: x.5', 'b: x.6', 'c: x.7'), ['b:x', 'c:x']],
    ['takes capacity that was not said as one turn', wall('x', 'a: x.5', 'b: x.6'), ['b:x']],
    ['takes nobody who has no turn left', wall('x0', 'a: x.5'), []],
    ['lets a wish for two count no more than one for one', wall('x y', 'a2: x.5 y.5', 'b: x.6'), ['b:x']],
  ])('%s', (_, input, expected) => {
    if (typeof expected === 'number') expect(pairs(input)).toHaveLength(expected)
    else expect(pairs(input)).toEqual(expected)
  })

  it('says how well a pair of helpers fits by the mean of both', () => {
    expect(planOf(wall('x y', 'a2: x.9 y.4'))).toEqual([{ wishId: 'a', offerIds: ['x', 'y'], score: 0.65 }])
  })

  it('is as good as the best of all plans on 200 small walls', () => {
    const walls = Array.from({ length: 200 }, (_, seed) => smallWall(seed))
    expect(walls.map((input) => reached(planOf(input)))).toEqual(walls.map(exactly))
  })

  it('is as good as the best of all plans on any small wall', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000 }), (seed) => {
        const input = smallWall(seed)
        expect(reached(planOf(input))).toEqual(exactly(input))
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['enough helpers', { forTwo: 0.3, manyTurns: 0.3 }],
    ['too few helpers', { forTwo: 0.5, manyTurns: 0 }],
    ['all wishes for two, and few helpers with turns to spare', { forTwo: 1, manyTurns: 0.3 }],
  ])('is proven to be the best on a large wall with %s', (_, shares) => {
    const { gain, bound } = provenPlanOf(randomWall({ wishes: 150, offers: 150, fits: 12, ...shares }, 7))
    expect(gain).toBe(bound)
  })

  it('keeps every rule', () => {
    fc.assert(
      fc.property(walls, (input) => {
        const allowed = new Set(input.fits.map(({ wishId, offerId }) => `${wishId} ${offerId}`))
        const plan = planOf(input)
        const helpers = plan.flatMap(({ offerIds }) => offerIds)
        for (const { id, left } of input.offers) {
          expect(helpers.filter((helper) => helper === id).length).toBeLessThanOrEqual(left ?? 1)
        }
        for (const { wishId, offerIds } of plan) {
          expect(new Set(offerIds).size).toBe(input.wishes.find(({ id }) => id === wishId)?.places)
          for (const offerId of offerIds) expect(allowed).toContain(`${wishId} ${offerId}`)
        }
        expect(new Set(plan.map(({ wishId }) => wishId)).size).toBe(plan.length)
      }),
      { numRuns: 300 },
    )
  })

  it('keeps every rule when it is cut short, and says that it may not be the best', () => {
    const input = randomWall({ wishes: 60, offers: 60, fits: 8, forTwo: 0.5, manyTurns: 0 }, 3)
    const { plan, gain, bound } = provenPlanOf(input, 2000)
    expect(gain).toBeLessThan(bound)
    for (const { wishId, offerIds } of plan) {
      expect(offerIds).toHaveLength(input.wishes.find(({ id }) => id === wishId)?.places ?? 0)
    }
  })

  it('is the same whatever the order of what comes in', () => {
    const mixed = walls.chain((input) =>
      fc.tuple(
        fc.constant(input),
        fc.record({ wishes: shuffled(input.wishes), offers: shuffled(input.offers), fits: shuffled(input.fits) }),
      ),
    )
    fc.assert(fc.property(mixed, ([input, other]) => expect(planOf(other)).toEqual(planOf(input))))
  })

  it('never pairs fewer because one more offers to help', () => {
    fc.assert(
      fc.property(walls, (input) => {
        const without = { ...input, offers: input.offers.slice(1) }
        expect(planOf(without).length).toBeLessThanOrEqual(planOf(input).length)
      }),
    )
  })
})

describe('why a wish stays without', () => {
  const why = (input: PlanInput) => explainOf(input, planOf(input))
  const taken = (offerId: string, ...wishIds: readonly string[]) => ({ offerId, wishIds })

  it.each([
    ['nobody fits', wall('x', 'a:'), 'no-fit', [], []],
    ['all who fit are taken, and by whom', wall('x2', 'a: x.1', 'b: x.6', 'c: x.7'), 'all-taken', [], ['b', 'c']],
    ['who fits had no turn left before', wall('x0', 'a: x.1'), 'all-taken', [], []],
    ['it needs two, and only one fits', wall('x', 'a2: x.9'), 'one-fits', ['x'], null],
    ['it needs two, and the other is taken', wall('x y', 'a2: x.1 y.1', 'b: x1'), 'one-free', ['y'], ['b']],
  ])('%s', (_, input, code, free, takers) => {
    const rows = code === 'no-fit' || takers === null ? [] : [taken('x', ...takers)]
    expect(why(input)).toEqual([{ wishId: 'a', code, free, taken: rows }])
  })

  it('a plan of another wall says nothing of it', () => {
    expect(explainOf(wall('x', 'a: x.1'), [])).toEqual([{ wishId: 'a', code: 'passed-over', free: ['x'], taken: [] }])
  })

  it('is said of every wish that is not in the plan, and of no other', () => {
    fc.assert(
      fc.property(walls, (input) => {
        const plan = planOf(input)
        const all = [...plan, ...explainOf(input, plan)].map(({ wishId }) => wishId)
        expect(all.sort()).toEqual(input.wishes.map(({ id }) => id).sort())
      }),
    )
  })

  it('never names as many free helpers as the wish needs', () => {
    fc.assert(
      fc.property(walls, (input) => {
        for (const { wishId, free } of why(input)) {
          expect(free.length).toBeLessThan(input.wishes.find(({ id }) => id === wishId)?.places ?? 0)
        }
      }),
    )
  })
})
