import fc from 'fast-check'
import { checkDue, nextTextTry, mostTextTries } from '../../src/domain/content/check'
import {
  canMove,
  complaintDue,
  complaintMoves,
  complaintStates,
  type ComplaintMove,
} from '../../src/domain/content/complaint'

const moves = Object.keys(complaintMoves) as readonly ComplaintMove[]
const day = 24 * 60 * 60 * 1000

describe('a complaint', () => {
  it.each([
    ['open', ['answer', 'close', 'withdraw']],
    ['answered', ['answer', 'close', 'withdraw']],
    ['closed', []],
    ['withdrawn', []],
  ] as const)('that is %s can be moved by %j', (state, allowed) => {
    expect(moves.filter((move) => canMove(state, move))).toEqual(allowed)
  })

  it('knows no state that nothing leads to', () => {
    const reached = new Set<string>(['open', ...moves.map((move) => complaintMoves[move].to)])
    expect(complaintStates.filter((state) => !reached.has(state))).toEqual([])
  })

  it('is due seven days after it was filed, and a look at words one day after', () => {
    expect([complaintDue(0), checkDue(0)]).toEqual([7 * day, day])
  })
})

describe('words that nobody could be asked about', () => {
  it('are asked about later each time, and never later than four hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2e12 }), fc.integer({ min: 0, max: mostTextTries }), (now, tries) => {
        const wait = nextTextTry(now, tries) - now
        expect(wait).toBeGreaterThanOrEqual(10 * 60_000)
        expect(wait).toBeLessThanOrEqual(4 * 60 * 60_000)
        expect(nextTextTry(now, tries + 1)).toBeGreaterThanOrEqual(nextTextTry(now, tries))
      }),
    )
  })
})
