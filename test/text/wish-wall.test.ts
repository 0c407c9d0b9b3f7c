import fc from 'fast-check'
import { day, hour } from '../../src/domain/time/clock'
import { shortened, waitedText, wishWall } from '../../src/text/wish-wall'

const noon = Date.parse('2026-11-18T12:00:00+08:00')

describe('how long a card has waited', () => {
  it.each([
    [noon - 3 * hour, '今天挂的'],
    [noon - 13 * hour, '昨天挂的'],
    [noon - 36 * hour, '昨天挂的'],
    [noon - 37 * hour, '等了2天'],
    [noon - 30 * day, '等了30天'],
    // A phone whose clock is slow.
    [noon + 2 * day, '今天挂的'],
  ])('counts the days of China (%#)', (hungAt, text) => {
    expect(waitedText(hungAt, noon)).toBe(text)
  })
})

describe('the words on a small heart', () => {
  it('are the card’s own where they fit, and end in an ellipsis where they do not', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (words) => {
        const short = shortened(words)
        expect(short.length).toBeLessThanOrEqual(40)
        expect(short === words || (short.endsWith('…') && words.startsWith(short.slice(0, -1)))).toBe(true)
      }),
    )
  })
})

describe('the pile of pairs', () => {
  it('is counted up to a thousand, and then says that there are more', () => {
    expect(wishWall.paired(128)).toBe('已结对 128 张')
    expect(wishWall.paired(1000)).toBe('已结对 1000多 张')
  })
})
