import fc from 'fast-check'
import { makeFinder } from '../../src/domain/search'
import { searchCues, searchEntries, searchModel } from '../../src/knowledge/search'

const finder = makeFinder({ entries: searchEntries, model: searchModel, cues: searchCues })
const found = (text: string) => finder.find(text).map(({ id }) => id)
const dangersIn = (text: string) => finder.find(text).flatMap(({ id, danger }) => (danger ? [id] : []))

/** Anything that can stand in a string: whole characters, halves of characters, control codes. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
)
/** What people type: pieces of what the matters are called, and other words between. */
const likelyText = fc
  .array(
    fc.constantFrom('楼上', '漏水', '电梯', '着火', '煤气', '味', '没电', '停', '暖气', '狗', '？', ' ', '昨天', '了'),
    { minLength: 1, maxLength: 8 },
  )
  .map((pieces) => pieces.join(''))
const text = fc.oneof(anyText, likelyText)
const anyName = fc.constantFrom(...searchEntries.map(({ name }) => name))

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
    ['厨房下水到堵住了', 'drain-blocked'],
    ['物液费太贵', 'property-fee'],
    ['暖汽不热', 'heating-not-warm'],
  ])('hears what was meant by “%s”', (said, matter) => {
    expect(found(said)[0]).toBe(matter)
  })

  it.each([
    ['我闻到一股煤气味', 'gas-leak'],
    ['电梯里困住人了', 'elevator-trapped'],
    ['家里着火了', 'fire'],
    ['老人走丢了', 'lost-person'],
    ['我在厨房做饭，突然锅里的油着火了，现在窗帘也烧起来了，怎么办', 'fire'],
  ])('puts the danger in “%s” first, and says that it is one', (said, matter) => {
    expect(finder.find(said)[0]).toMatchObject({ id: matter, danger: true })
  })

  it.each(['电梯坏了', '煤气费怎么交', '燃气费怎么交', '火锅店油烟大', '灭火器过期了'])(
    'calls nothing in “%s” a danger',
    (said) => {
      expect(dangersIn(said)).toEqual([])
    },
  )

  it.each(['今天天气怎么样', '晚饭吃什么', '明天股市会涨吗', 'hello world', '😀😀😀', '你好'])(
    'says that “%s” is none of ours',
    (said) => {
      expect(finder.look(said)).toEqual({ outcome: 'outside', hits: [], groups: [] })
    },
  )

  it.each(['', ' ', '\n\t'])('says nothing to %j, which says nothing', (said) => {
    expect(finder.look(said)).toEqual({ outcome: 'nothing', hits: [], groups: [] })
  })

  it('names the nearest groups where it is not sure', () => {
    const { outcome, groups } = finder.look('水')
    expect(outcome).toBe('unsure')
    expect(groups.length).toBeGreaterThan(0)
    expect(new Set(groups).size).toBe(groups.length)
  })

  it.each([
    ['不是着火，是楼道灯不亮', 'corridor-light', 'fire'],
    ['不是暖气漏水，是楼上漏水', 'leak-from-upstairs', 'heating-leak'],
  ])('hears in “%s” what is so, and not what is denied', (said, matter, denied) => {
    expect(found(said)[0]).toBe(matter)
    expect(dangersIn(said)).not.toContain(denied)
  })

  it('finds both troubles where the text has two', () => {
    expect(found('楼道灯不亮，电梯也坏了').slice(0, 3)).toEqual(
      expect.arrayContaining(['corridor-light', 'elevator-broken']),
    )
  })

  it('hears the same with and without punctuation, spaces, and full-width letters', () => {
    const plain = finder.find('wifi断了，上不了网')
    expect(plain.length).toBeGreaterThan(0)
    expect(finder.find('  ＷｉＦｉ 断了!! 上不了网。')).toEqual(plain)
  })

  it('gives as many as are asked for, five unless said', () => {
    const many = '楼上漏水，电梯坏了，暖气不热，下水道堵了，噪音扰民，没地方停车'
    expect(found(many)).toHaveLength(5)
    expect(finder.find(many, 2).map(({ id }) => id)).toEqual(found(many).slice(0, 2))
  })

  it('finds every matter by its own name', () => {
    expect(searchEntries.filter(({ id, name }) => !found(name).includes(id)).map(({ name }) => name)).toEqual([])
  })

  it('finds nothing where there is nothing to find', () => {
    expect(makeFinder({ entries: [], model: searchModel }).find('下水道堵了')).toEqual([])
  })
})

describe('what does not exist in a community', () => {
  const withoutHeating = (said: string) => finder.look(said, { shown: (id) => !id.startsWith('heating') })

  it('is not found, and leaves room for others', () => {
    const { hits } = withoutHeating('暖气不热')
    expect(hits.length).toBeGreaterThan(0)
    expect(hits.filter(({ id }) => id.startsWith('heating'))).toEqual([])
  })

  it('is no danger either', () => {
    expect(dangersIn('暖气片爆了热水喷出来')).toContain('heating-leak')
    expect(withoutHeating('暖气片爆了热水喷出来').hits.map(({ id }) => id)).not.toContain('heating-leak')
  })
})

describe('what a text answers already', () => {
  const scopeIn = (said: string) => finder.find(said).find(({ id }) => id === 'water-no-supply')?.answers?.scope

  it.each([
    ['我们整栋楼都停水了', 'many'],
    ['只有我家停水了', 'mine'],
    ['停水了', undefined],
    ['只有我家停水，不对，整栋楼都停水了', undefined],
  ])('“%s” answers whom it concerns: %s', (said, option) => {
    expect(found(said)[0]).toBe('water-no-supply')
    expect(scopeIn(said)).toBe(option)
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
      { numRuns: 300 },
    )
  })

  it('shows hits exactly when it found something or is not sure, and groups only then', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const { outcome, hits, groups } = finder.look(typed)
        expect(hits.length > 0).toBe(outcome === 'found' || outcome === 'unsure')
        expect(groups.length > 0).toBe(outcome === 'unsure')
      }),
    )
  })

  it('does not mind spaces around it', () => {
    fc.assert(fc.property(likelyText, (typed) => expect(finder.look(` ${typed}\n`)).toEqual(finder.look(typed))))
  })

  it('does not mind polite words', () => {
    fc.assert(
      fc.property(
        anyName,
        fc.constantFrom('请问，', '您好，', ''),
        fc.constantFrom('，谢谢', '，麻烦您', ''),
        (name, before, after) => {
          expect(finder.find(`${before}${name}${after}`)[0]?.id).toBe(finder.find(name)[0]?.id)
        },
      ),
    )
  })

  it('answers the same each time, also from a finder made anew', () => {
    const again = makeFinder({ entries: searchEntries, model: searchModel, cues: searchCues })
    fc.assert(fc.property(text, (typed) => expect(again.find(typed)).toEqual(finder.find(typed))))
  })

  it('marks as dangers only matters that can be', () => {
    const dangers = new Set(searchEntries.filter(({ danger }) => danger).map(({ id }) => id))
    fc.assert(
      fc.property(likelyText, (typed) => {
        expect(dangersIn(typed).filter((id) => !dangers.has(id))).toEqual([])
      }),
    )
  })
})
