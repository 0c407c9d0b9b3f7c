import fc from 'fast-check'
import { cardLayout, widthOf, type CardWords } from '../../src/domain/notice/card'

const words = (over: Partial<CardWords> = {}): CardWords => ({
  ...{ head: '社区通知', what: '停电', where: '5号楼', when: '11月24日14:00–17:00', from: '西街社区', tone: 'calm' },
  ...over,
})
const linesOf = (of: CardWords) => cardLayout(of).shapes.flatMap((shape) => (shape.kind === 'line' ? [shape] : []))

describe('the picture of a card', () => {
  it('is 5:4, as WeChat shows it', () => {
    const { width, height } = cardLayout(words())
    expect(width / height).toBe(1.25)
  })

  it('says what, where and when, what the largest', () => {
    const [, what, where, when] = linesOf(words())
    expect([what?.words, where?.words, when?.words]).toEqual(['停电', '5号楼', '11月24日14:00–17:00'])
    expect(what?.size).toBeGreaterThan(where?.size ?? 0)
  })

  it('makes an emergency red', () => {
    const [, head] = cardLayout(words({ tone: 'danger' })).shapes
    expect(head?.colour).toBe('#B42318')
  })

  it('keeps a time together', () => {
    const when = '11月24日22:00–11月25日06:00'
    const lines = linesOf(words({ when })).map((line) => line.words)
    expect(lines.some((line) => line.includes('22:00–'))).toBe(true)
  })

  it('begins no line with a comma', () => {
    const lines = linesOf(words({ what: '晾衣架装在哪里，听您的' })).map((line) => line.words)
    expect(lines.filter((line) => line.startsWith('，'))).toEqual([])
  })

  it('ends in an ellipsis where it is too long for any size', () => {
    expect(linesOf(words({ where: '和'.repeat(80) })).some((line) => line.words.endsWith('…'))).toBe(true)
  })

  it('leaves nothing over its edge, whatever is said', () => {
    const text = fc.string({ unit: fc.constantFrom('停', '号', '1', 'W', ' ', '–', ':'), maxLength: 60 })
    fc.assert(
      fc.property(text, text, text, (what, where, when) => {
        const lines = linesOf(words({ what, where, when }))
        const [bottom] = lines.slice(-1)
        for (const { x, size, words: said } of lines)
          expect(x + widthOf(said, size)).toBeLessThanOrEqual(500 - 32 + 0.01)
        for (const { y } of lines.slice(0, -1)) expect(y).toBeLessThanOrEqual((bottom?.y ?? 0) - (bottom?.size ?? 0))
      }),
    )
  })
})
