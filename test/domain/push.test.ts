import fc from 'fast-check'
import { functions } from '../../src/cloud/deployment'
import { mostTries, pushLease, verdictOn, type PushAnswer } from '../../src/domain/people/push'

const chance = fc.double({ min: 0, max: 1, noNaN: true })
const tries = fc.integer({ min: 1, max: 3 * mostTries })

describe('what becomes of a message', () => {
  it.each([
    ['it was sent', 0, 'sent', 'spent'],
    ['nobody asked for it', 43101, 'none', 'over'],
    ['WeChat bans it', 43107, 'none', 'banned'],
    ['another one is on its way to them', 43108, 'waiting', 'spent'],
    ['a field does not fit', 47003, 'failed', 'back'],
    ['the template is not there', 40037, 'failed', 'back'],
    ['WeChat is busy', -1, 'waiting', 'spent'],
    ['WeChat cannot be reached', 'unreachable', 'waiting', 'spent'],
  ] as const)('where %s (%s)', (_, answer, push, consent) => {
    expect(verdictOn(answer, 1, 0)).toMatchObject({ push, consent })
  })

  it('is looked into by somebody only where no later try would fare better', () => {
    const odd = ([0, 43101, 43107, 43108, 47003, 40037, -1, 'unreachable'] as const).filter(
      (answer) => verdictOn(answer, 1, 0).odd,
    )
    expect(odd).toEqual([47003, 40037])
  })

  it('is decided after so many tries, but where only another one is on its way', () => {
    const other = fc.integer().filter((code) => ![0, 43101, 43107, 43108].includes(code))
    const answers: fc.Arbitrary<PushAnswer> = fc.oneof(other, fc.constant('unreachable' as const))
    fc.assert(
      fc.property(answers, chance, (answer, by) => {
        expect(verdictOn(answer, mostTries, by)).toMatchObject({ push: 'failed', consent: 'back', odd: true })
      }),
    )
    expect(verdictOn(43108, 10 * mostTries, 0)).toMatchObject({ push: 'waiting', counts: false })
  })

  it('waits longer after each try, and never comes back at once', () => {
    fc.assert(
      fc.property(tries, chance, (count, by) => {
        const { push, pause } = verdictOn('unreachable', count, by)
        if (push === 'waiting') expect(pause).toBeGreaterThanOrEqual(60_000)
        const next = verdictOn('unreachable', count + 1, by)
        if (next.push === 'waiting') expect(next.pause).toBeGreaterThanOrEqual(pause)
      }),
    )
  })
})

it('a claim outlasts every function that sends', () => {
  const senders = [functions.api, functions.timer]
  expect(pushLease).toBeGreaterThanOrEqual(1000 * Math.max(...senders.map(({ timeout }) => timeout)))
})
