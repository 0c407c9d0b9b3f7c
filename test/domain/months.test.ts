import fc from 'fast-check'
import { day, dayOf, partsOf } from '../../src/domain/time/clock'
import { monthsAfter } from '../../src/domain/time/months'

const at = (text: string) => Date.parse(`${text}+08:00`)

describe('some months later', () => {
  it.each([
    ['2026-11-22T09:30:00', 1, '2026-12-22T09:30:00'],
    ['2026-11-22T09:30:00', 36, '2029-11-22T09:30:00'],
    ['2026-12-05T00:00:00', 1, '2027-01-05T00:00:00'],
    ['2026-01-31T12:00:00', 1, '2026-02-28T12:00:00'],
    ['2028-01-31T12:00:00', 1, '2028-02-29T12:00:00'],
    ['2028-02-29T12:00:00', 12, '2029-02-28T12:00:00'],
    ['2026-10-31T23:59:59', 1, '2026-11-30T23:59:59'],
    // In UTC it is still the day, month and year before.
    ['2027-01-01T00:30:00', 1, '2027-02-01T00:30:00'],
  ])('%s and %i: %s', (from, count, to) => {
    expect(new Date(monthsAfter(at(from), count)).toISOString()).toBe(new Date(at(to)).toISOString())
  })

  it('is the same time of day, in the month counted, and never runs over into the next', () => {
    const moment = fc.integer({ min: at('2020-01-01T00:00:00'), max: at('2090-01-01T00:00:00') })
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 36 }), (ms, count) => {
        const [before, after] = [partsOf(ms), partsOf(monthsAfter(ms, count))]
        expect((after.year - before.year) * 12 + after.month - before.month).toBe(count)
        expect(after.date).toBeLessThanOrEqual(before.date)
        expect((monthsAfter(ms, count) - ms) % day).toBe(0)
      }),
    )
  })

  it('is now where no month passes', () => {
    const now = at('2026-11-22T09:30:00')
    expect([monthsAfter(now, 0), dayOf(monthsAfter(now, 0))]).toEqual([now, '2026-11-22'])
  })
})
