import fc from 'fast-check'
import type { HeartFace } from '../../src/components/heart'
import { emptyDeck, faceAt, hallPlaces, turnsOf, type HallDeck } from '../../src/pages/wish/wall/hall-faces'

const face = (words: string): HeartFace => ({ colour: 'wish', top: '', words, from: '', foot: '' })
/** So many pairs, each with a front and a back. */
const pairs = (count: number): HallDeck => ({
  ...emptyDeck,
  pairs: Array.from({ length: count }, (_, at) => [face(`${at} front`), face(`${at} back`)]),
})
const places = Array.from({ length: hallPlaces.pairs }, (_, place) => place)
const cards = fc.integer({ min: 0, max: 40 })

describe('the screen in the hall', () => {
  it('shows every side of every card in time', () => {
    fc.assert(
      fc.property(cards, (count) => {
        const deck = pairs(count)
        const seen = new Set<string>()
        for (let tick = 0; tick < 4 * count + 4; tick++)
          for (const place of places) seen.add(faceAt(deck, 'pairs', place, turnsOf(place, tick))?.words ?? '')
        seen.delete('')
        expect(seen.size).toBe(2 * count)
      }),
    )
  })

  it('never hangs one card in two places', () => {
    fc.assert(
      fc.property(cards, fc.nat(200), (count, tick) => {
        const shown = places.flatMap((place) => faceAt(pairs(count), 'pairs', place, turnsOf(place, tick)) ?? [])
        expect(new Set(shown.map(({ words }) => words.split(' ')[0])).size).toBe(shown.length)
      }),
    )
  })

  it('turns neighbours by turns: one of two stays still at each tick', () => {
    fc.assert(
      fc.property(fc.nat(10), fc.nat(1000), (place, tick) => {
        const turned = [place, place + 1].map((one) => turnsOf(one, tick + 1) - turnsOf(one, tick))
        expect(turned.sort()).toEqual([0, 1])
      }),
    )
  })
})
