import { heldOf } from '../../src/domain/wish/hold'
import { longestCard, longestWant } from '../../src/domain/wish/limits'
import { findServiceName } from '../../src/knowledge/service-names'
import { readKinds } from '../../src/knowledge/service-finder'
import { usualLimits, usualWants, wishStarts } from '../../src/text/wish'

const examples = wishStarts.flatMap(({ id, examples: some }) => some.map((example) => ({ start: id, ...example })))

describe('the sentences that the form of a wish offers', () => {
  it.each(examples)('$words: may hang as it is', ({ words }) => {
    expect(heldOf(words, 'wish')).toBeNull()
    expect([...words].length).toBeLessThanOrEqual(longestCard)
  })

  it.each(examples)('$words: names a kind that there is', ({ kind }) => {
    expect(findServiceName(kind)).toBeDefined()
  })

  it.each(examples)('$words: is found to ask for its kind', ({ words, kind }) => {
    expect(readKinds(words, 'wish').map(({ id }) => id)).toContain(kind)
  })

  it('are offered by eight buttons, three or four each', () => {
    expect(wishStarts).toHaveLength(8)
    expect(wishStarts.filter(({ examples: some }) => some.length < 3 || some.length > 4)).toEqual([])
  })
})

describe('what may be ticked', () => {
  it.each([...usualWants, ...usualLimits])('%s is no longer than what may be typed', (text) => {
    expect([...text].length).toBeLessThanOrEqual(longestWant)
  })
})
