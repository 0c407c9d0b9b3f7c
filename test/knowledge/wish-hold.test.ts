import { heldOf, heldCodes } from '../../src/domain/wish/hold'
import { dangerRules } from '../../src/domain/wish/hold/danger-rules'
import { emergencyMatters } from '../../src/knowledge/emergency'
import phrases from '../../src/knowledge/wish-sayings/phrases.json'
import { wishHoldText } from '../../src/text/wish-hold'

describe('what keeps a card off the wall', () => {
  it('opens a page of a danger that there is', () => {
    const known = new Set(emergencyMatters.map(({ id }) => id))
    const meant = dangerRules.flatMap(({ matterId }) => matterId ?? [])
    expect(meant.filter((id) => !known.has(id))).toEqual([])
  })

  it('holds no phrase of any service', () => {
    const held = Object.values(phrases).flatMap(({ wish, offer }) => [
      ...wish.filter((words) => heldOf(words, 'wish')),
      ...offer.filter((words) => heldOf(words, 'offer')),
    ])
    expect(held).toEqual([])
  })

  it.each(heldCodes)('shows an example that may hang itself: %s', (code) => {
    const { example } = wishHoldText[code]
    expect(example === null ? null : heldOf(example, 'wish')).toBeNull()
  })
})
