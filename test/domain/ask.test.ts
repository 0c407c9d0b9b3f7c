import fc from 'fast-check'
import {
  afterAsking,
  afterSilence,
  answered,
  askMoments,
  enoughLeft,
  neverAsked,
  templatesToAsk,
  toAsk,
  type AskAnswer,
  type AskHistory,
} from '../../src/domain/people/ask'
import { templateKeys, type TemplateKey } from '../../src/domain/people/messages'
import { day } from '../../src/domain/time/clock'

const now = Date.parse('2026-11-22T09:00:00+08:00')
const all = [...templateKeys]

describe('what few are left of', () => {
  it.each([
    ['somebody without a role', [], ['progress', 'verdict']],
    ['a volunteer', ['volunteer'], ['progress', 'verdict']],
    ['a grid leader', ['grid-leader'], ['progress', 'verdict', 'duty']],
    ['a secretary', ['duty', 'secretary'], ['progress', 'verdict', 'duty']],
  ] as const)('for %s is %s', (_, roles, wanted) => {
    expect(templatesToAsk([], roles)).toEqual(wanted)
  })

  it.each([
    [{ left: 0, banned: false }, true],
    [{ left: enoughLeft - 1, banned: false }, true],
    [{ left: enoughLeft, banned: false }, false],
    [{ left: 0, banned: true }, false],
  ])('holds a kind with %j: %s', (standing, holds) => {
    expect(templatesToAsk([{ template: 'progress', ...standing }], []).includes('progress')).toBe(holds)
  })
})

describe('the ledger', () => {
  it.each([
    ['accept', { left: 3, banned: false }],
    ['reject', { left: 2, banned: false }],
    ['filter', { left: 2, banned: false }],
    ['ban', { left: 2, banned: true }],
  ] as const)('of two left after %s', (answer, after) => {
    expect(answered({ left: 2, banned: false }, answer)).toEqual(after)
  })

  it('begins with the first answer', () => {
    expect(answered(null, 'accept')).toEqual({ left: 1, banned: false })
  })

  it('is open again where somebody agrees to what was banned', () => {
    expect(answered({ left: 0, banned: true }, 'accept')).toEqual({ left: 1, banned: false })
  })
})

describe('asking', () => {
  it.each([
    ['filed', ['progress', 'verdict']],
    ['declared', ['verdict']],
    ['accepted', ['duty', 'verdict']],
    ['answered', ['duty']],
    ['wished', ['progress', 'verdict', 'duty']],
  ] as const)('at the moment %s is about %s', (moment, keys) => {
    expect(toAsk(moment, all, neverAsked, now)).toEqual(keys)
  })

  it('is only about what the server wants', () => {
    expect(toAsk('filed', ['verdict'], neverAsked, now)).toEqual(['verdict'])
  })

  it('lets the next moment pass, and comes back at the one after it', () => {
    const asked = afterAsking(neverAsked, ['verdict'], { verdict: 'accept' }, now)
    expect(toAsk('filed', all, asked, now)).toEqual([])
    expect(toAsk('filed', all, afterSilence(asked), now)).toEqual(['progress', 'verdict'])
  })

  it.each([
    [1, 7],
    [2, 30],
    [3, 180],
    [9, 180],
  ])('after %i refusals in a row rests for %i days', (times, days) => {
    const history: AskHistory = { ...neverAsked, refused: { verdict: { at: now, times } } }
    expect(toAsk('declared', all, history, now + days * day - 1)).toEqual([])
    expect(toAsk('declared', all, history, now + days * day)).toEqual(['verdict'])
  })

  it('begins to count refusals anew after a yes', () => {
    const no = afterAsking(neverAsked, ['verdict'], { verdict: 'reject' }, now)
    const yes = afterAsking(no, ['verdict'], { verdict: 'accept' }, now)
    expect(yes.refused).toEqual({})
  })

  it('takes everything switched off in WeChat for a no to each', () => {
    const { refused } = afterAsking(neverAsked, ['progress', 'verdict'], 'off', now)
    expect(refused).toEqual({ progress: { at: now, times: 1 }, verdict: { at: now, times: 1 } })
  })

  it('is never too early for who wishes it, but for what is banned', () => {
    const history: AskHistory = { justAsked: true, refused: { progress: { at: now, times: 5 } }, banned: ['duty'] }
    expect(toAsk('wished', all, history, now)).toEqual(['progress', 'verdict'])
  })
})

describe('whatever is answered', () => {
  const answer = fc.constantFrom<AskAnswer | 'off'>('accept', 'reject', 'ban', 'filter', 'off')
  const step = fc.record({
    moment: fc.constantFrom(...askMoments.filter((moment) => moment !== 'wished')),
    answer,
    later: fc.integer({ min: 0, max: 40 * day }),
    wanted: fc.subarray(all),
  })

  it('nobody is asked at two moments in a row, about what is banned, or soon after a no', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let history = neverAsked
        let time = now
        let last = false
        const banned = new Set<TemplateKey>()
        const refusedAt = new Map<TemplateKey, number>()
        for (const { moment, answer: given, later, wanted } of steps) {
          time += later
          const keys = toAsk(moment, wanted, history, time)
          if (last) expect(keys).toEqual([])
          for (const key of keys) {
            expect(wanted).toContain(key)
            expect(banned.has(key)).toBe(false)
            expect(time - (refusedAt.get(key) ?? -Infinity)).toBeGreaterThanOrEqual(7 * day)
          }
          last = keys.length > 0
          const answers = given === 'off' ? given : Object.fromEntries(keys.map((key) => [key, given]))
          history = last ? afterAsking(history, keys, answers, time) : afterSilence(history)
          for (const key of keys) {
            if (given === 'ban') banned.add(key)
            if (given === 'accept') refusedAt.delete(key)
            if (given === 'reject' || given === 'filter' || given === 'off') refusedAt.set(key, time)
          }
        }
      }),
    )
  })
})
