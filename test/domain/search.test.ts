import fc from 'fast-check'
import { makeFinder, type Entry } from '../../src/domain/search'
import { matterNames } from '../../src/knowledge/names'

const entries: readonly Entry[] = matterNames.map(({ id, name, synonyms, emergency }) => ({
  id,
  name,
  phrasings: synonyms,
  danger: emergency !== undefined,
}))
const finder = makeFinder(entries)
const found = (text: string) => finder.find(text).map(({ id }) => id)

/** Anything that can stand in a string: whole characters, halves of characters, control codes. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
)
/** What people type: pieces of what the matters are called, and other words between. */
const likelyText = fc
  .array(
    fc.constantFrom('楼上', '漏水', '电梯', '着火', '煤气', '味', '没电', '停', '暖气', '狗', '？', ' ', '昨天', '了'),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((pieces) => pieces.join(''))
const text = fc.oneof(anyText, likelyText)

describe('the search', () => {
  it.each([
    ['厨房下水道堵住了', 'drain-blocked'],
    ['楼上漏水漏到我家天花板', 'leak-from-upstairs'],
    ['楼道里的灯坏了', 'corridor-light'],
    ['家里暖气不热', 'heating-not-warm'],
    ['家里没水了', 'water-no-supply'],
    ['想加装电梯', 'elevator-add'],
    ['物业费太贵', 'property-fee'],
    ['楼下广场舞太吵', 'noise-square-dance'],
    ['网断了', 'network-down'],
    ['车被别人堵住出不去', 'car-blocking'],
  ])('understands “%s”', (said, matter) => {
    expect(found(said)[0]).toBe(matter)
  })

  it.each([
    ['我闻到一股煤气味', 'gas-leak'],
    ['电梯里困住人了', 'elevator-trapped'],
    ['家里着火了', 'fire'],
    ['老人走丢了', 'lost-person'],
  ])('puts the danger in “%s” first, and says that it is one', (said, matter) => {
    expect(finder.find(said)[0]).toMatchObject({ id: matter, danger: true })
  })

  it.each(['电梯坏了', '煤气费怎么交', '火锅店油烟大'])('calls nothing in “%s” a danger', (said) => {
    expect(finder.find(said).filter(({ danger }) => danger)).toEqual([])
  })

  it.each(['今天天气怎么样', '你好', '晚饭吃什么', '明天股市会涨吗', 'hello world', '😀😀😀'])(
    'finds nothing in “%s”',
    (said) => {
      expect(found(said)).toEqual([])
    },
  )

  it.each(['', ' ', '\n\t', '？！…', '，。、'])('finds nothing in %j, which says nothing', (said) => {
    expect(finder.find(said)).toEqual([])
  })

  it('hears the same with and without punctuation, spaces, and full-width letters', () => {
    const plain = finder.find('wifi断了，上不了网')
    expect(plain.length).toBeGreaterThan(0)
    expect(finder.find('  ＷｉＦｉ 断了!! 上不了网。')).toEqual(plain)
  })

  it('gives as many as are asked for, five unless said', () => {
    const many = '楼上漏水电梯坏了暖气不热下水道堵了噪音扰民停车'
    expect(found(many)).toHaveLength(5)
    expect(finder.find(many, 2).map(({ id }) => id)).toEqual(found(many).slice(0, 2))
  })

  it('finds every matter by its own name', () => {
    const lost = entries.filter(({ id, name }) => !found(name).includes(id))
    expect(lost.map(({ name }) => name)).toEqual([])
  })

  it('finds nothing where there is nothing to find', () => {
    expect(makeFinder([]).find('下水道堵了')).toEqual([])
  })
})

describe('the search, whatever is typed', () => {
  it('answers at most five, each once, dangers first and then by how sure it is', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const hits = finder.find(typed)
        expect(hits.length).toBeLessThanOrEqual(5)
        expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length)
        expect(hits.every(({ confidence }) => confidence > 0 && confidence <= 1)).toBe(true)
        const sorted = [...hits].sort((a, b) => Number(b.danger) - Number(a.danger) || b.confidence - a.confidence)
        expect(hits).toEqual(sorted)
      }),
      { numRuns: 500 },
    )
  })

  it('answers the same each time, also from a finder made anew', () => {
    const again = makeFinder(entries)
    fc.assert(fc.property(text, (typed) => expect(again.find(typed)).toEqual(finder.find(typed))))
  })

  it('marks as dangers only matters that are', () => {
    const dangers = new Set(entries.filter(({ danger }) => danger).map(({ id }) => id))
    fc.assert(
      fc.property(likelyText, (typed) => {
        expect(finder.find(typed).filter(({ id, danger }) => danger && !dangers.has(id))).toEqual([])
      }),
    )
  })
})
