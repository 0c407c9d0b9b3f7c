import fc from 'fast-check'
import {
  allowanceOf,
  nationalAllowances,
  requestClasses,
  tightened,
  type ClockPurpose,
  type RequestLevel,
} from '../../src/domain/request/clock'
import { hour, minute } from '../../src/domain/time/clock'

const purposes: readonly ClockPurpose[] = ['response', 'resolution']
const levels: readonly RequestLevel[] = ['grid', 'street']
const workingDay = 9 * hour

describe('the table of clocks', () => {
  it.each([
    ['emergency', 'response', 'grid', 'always', 10 * minute],
    ['emergency', 'resolution', 'grid', 'always', 2 * hour],
    ['utilities', 'response', 'grid', 'always', hour],
    ['utilities', 'resolution', 'street', 'always', 24 * hour],
    ['normal', 'response', 'street', 'office', hour],
    ['normal', 'resolution', 'grid', 'office', 3 * workingDay],
    ['normal', 'resolution', 'street', 'office', 7 * workingDay],
    ['complex', 'response', 'grid', 'always', 24 * hour],
    ['complex', 'resolution', 'grid', 'office', 15 * workingDay],
    ['complex', 'resolution', 'street', 'office', 15 * workingDay],
  ] as const)('gives %s for its %s at the %s: %s, %i ms', (requestClass, purpose, level, kind, time) => {
    expect(allowanceOf(requestClass, purpose, level, nationalAllowances)).toEqual({ kind, time })
  })
})

describe('a community that promises more', () => {
  const hours = fc.option(fc.oneof(fc.double({ min: -5, max: 400 }), fc.constantFrom(0, NaN, Infinity)))
  const promise = fc.record({ class: fc.constantFrom(...requestClasses), response: hours, resolution: hours })

  it('is held to it, in hours of the same kind', () => {
    const table = tightened(nationalAllowances, [
      { class: 'utilities', response: 0.5, resolution: 12 },
      { class: 'complex', response: null, resolution: 90 },
    ])
    expect(table.utilities.response).toEqual({ kind: 'always', time: 30 * minute })
    expect(table.utilities.resolution.grid).toEqual({ kind: 'always', time: 12 * hour })
    expect(table.complex.resolution.street).toEqual({ kind: 'office', time: 10 * workingDay })
    expect(table.complex.response).toEqual(nationalAllowances.complex.response)
    expect(table.normal).toEqual(nationalAllowances.normal)
  })

  it('promises nothing for the street, where the street has more time than the grid', () => {
    const { resolution } = tightened(nationalAllowances, [{ class: 'normal', response: null, resolution: 18 }]).normal
    expect(resolution).toEqual({
      grid: { kind: 'office', time: 2 * workingDay },
      street: { kind: 'office', time: 7 * workingDay },
    })
  })

  it.each([72, 28, 0, -3, NaN, Infinity])('cannot loosen or undo a clock: %d hours count as nothing said', (wanted) => {
    const own = [{ class: 'normal' as const, response: null, resolution: wanted }]
    expect(tightened(nationalAllowances, own)).toEqual(nationalAllowances)
  })

  it('never has more time than the table for anything, never none, and never another kind', () => {
    fc.assert(
      fc.property(fc.array(promise, { maxLength: 6 }), (own) => {
        const table = tightened(nationalAllowances, own)
        for (const requestClass of requestClasses)
          for (const purpose of purposes)
            for (const level of levels) {
              const [given, most] = [table, nationalAllowances].map((of) =>
                allowanceOf(requestClass, purpose, level, of),
              )
              expect(given?.time).toBeLessThanOrEqual(most?.time ?? 0)
              expect(given?.time).toBeGreaterThan(0)
              expect(given?.kind).toBe(most?.kind)
            }
      }),
    )
  })

  it('has at least as much time beyond the grid as in it, in whatever order it promises', () => {
    fc.assert(
      fc.property(fc.array(promise, { maxLength: 6 }), (own) => {
        const table = tightened(nationalAllowances, own)
        expect(tightened(nationalAllowances, [...own].reverse())).toEqual(table)
        for (const requestClass of requestClasses) {
          const { grid, street } = table[requestClass].resolution
          expect(street.time).toBeGreaterThanOrEqual(grid.time)
        }
      }),
    )
  })
})
