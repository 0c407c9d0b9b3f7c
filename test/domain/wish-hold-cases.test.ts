import { heldOf } from '../../src/domain/wish/hold'
import { countedCases, lastCases, laterCases, tunedCases, type HoldCase } from './support/wish-hold-cases'

const share = (cases: readonly HoldCase[], isSo: (one: HoldCase) => boolean) =>
  cases.filter(isSo).length / Math.max(1, cases.length)
const unsafe = (cases: readonly HoldCase[]) => cases.filter(({ code }) => code !== null)
const safe = (cases: readonly HoldCase[]) => cases.filter(({ code }) => code === null)
const isHeld = ({ words, side }: HoldCase) => heldOf(words, side) !== null

describe.each([
  ['that were tuned on', tunedCases, 0.98],
  ['that were only counted', countedCases, 0.95],
  ['that were written later, then tuned on', laterCases, 0.95],
  ['that were written last, then mended', lastCases, 0.95],
] as const)('of the cards %s', (_, cases, least) => {
  it(`holds at least ${least} of those that must not hang`, () => {
    expect(share(unsafe(cases), isHeld)).toBeGreaterThanOrEqual(least)
  })

  it('holds at most three in a hundred of those that may', () => {
    expect(share(safe(cases), isHeld)).toBeLessThanOrEqual(0.03)
  })

  it('says the right reason of nine in ten that it holds', () => {
    const held = unsafe(cases).filter(isHeld)
    expect(share(held, ({ words, side, code }) => heldOf(words, side)?.code === code)).toBeGreaterThanOrEqual(0.9)
  })
})
