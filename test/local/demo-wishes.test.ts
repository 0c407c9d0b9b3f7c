import { capacityLeft } from '../../src/domain/wish/capacity'
import { wishStates } from '../../src/domain/wish/verbs'
import { definitions } from '../../src/cloud/store/documents'
import { heldCard } from '../../src/cloud/wish/judged-card'
import { demoCards } from '../../src/local/demo/wishes'
import * as v from 'valibot'

/** A weekday at noon, and a night before a holiday. */
const moments = ['2026-11-18T12:00:00+08:00', '2027-02-05T23:50:00+08:00'].map((text) => Date.parse(text))

describe('the wall of the demo', () => {
  it.each(moments)('can be made at any time: %d', (now) => {
    const { wishes, offers } = demoCards(now)
    expect([wishes.length, offers.length]).toEqual([30, 20])
    for (const wish of wishes) expect(v.is(definitions.wishes.schema, wish)).toBe(true)
    for (const offer of offers) expect(v.is(definitions.offers.schema, offer)).toBe(true)
  })

  it('has a card in every state', () => {
    const { wishes } = demoCards(moments[0] ?? 0)
    expect(new Set(wishes.map(({ state }) => state))).toEqual(new Set(wishStates))
  })

  it('hangs nothing that would be held back, and promises no more than a red card holds', () => {
    const { wishes, offers } = demoCards(moments[0] ?? 0)
    const hung = wishes.filter(({ state }) => state !== 'crying')
    const held = [
      ...hung.filter(({ words, wants, times }) => heldCard({ words, more: wants, times }, 'wish')),
      ...offers.filter(({ words, limits, times }) => heldCard({ words, more: limits, times }, 'offer')),
    ]
    expect(held.map(({ words }) => words)).toEqual([])
    for (const offer of offers) expect(capacityLeft(offer)).toBeGreaterThanOrEqual(0)
  })
})
