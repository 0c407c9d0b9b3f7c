import fc from 'fast-check'
import { makeFinder, pack, type Row } from '../../src/domain/search'
import { featureBits } from '../../src/domain/search/features'
import { rarityOf, unpack } from '../../src/domain/search/model'
import { measure } from '../../src/tools/search-train/cross-validate'
import { learnModel, type Aim } from '../../src/tools/search-train/learn-model'
import { levelsFor } from '../../src/tools/search-train/levels'
import type { Saying } from '../../src/tools/search-train/sayings'
import { roughly, soundsOf } from '../../src/tools/search-train/sounds'

// Another use of the same engine: what a resident wishes to lend or to learn. It knows no matter.
const says = (id: string, texts: readonly string[], danger = false): Saying[] =>
  texts.map((text) => ({ text, expect: id === '' ? [] : [id], danger, source: 'said' }))

const wishes: readonly Saying[] = [
  ...says('lend', ['想借个电钻', '借梯子用一下', '谁有打气筒借我', '借用手推车', '有没有电钻借一天', '梯子借一下']),
  ...says('learn', ['想学毛笔字', '有人教书法吗', '想学跳舞', '教老人用手机', '学用智能手机', '有没有书法课']),
  ...says('rescue', ['救命有人晕倒', '快来人有人晕倒了', '救命啊', '有人晕倒了快救人', '晕倒了救命'], true),
  ...says('', ['今天几号', '讲个笑话', '股票行情', '天气怎么样', '明天天气好吗', '讲个故事', '几号放假']),
]
const aim: Aim = {
  things: ['lend', 'learn', 'rescue'],
  dangers: ['rescue'],
  limits: { outside: 0.5, unsure: 0.3, danger: 0.3, dangerInPiece: 0.6 },
  learntFrom: 'wishes',
  pairs: { things: 300, dangers: 100 },
}
const language = { sounds: '借介,钻转,教叫', fillers: ['请问'], denials: [], turns: [] }
const entries = [
  { id: 'lend', name: '借东西', group: 'things', danger: false },
  { id: 'learn', name: '学本领', group: 'skills', danger: false },
  { id: 'rescue', name: '救人', group: 'urgent', danger: true },
]

describe('a model learnt from other sayings', () => {
  const model = learnModel(wishes, aim, language)
  const finder = makeFinder({ entries, model })

  it.each([
    ['谁家有电钻借用一下', 'lend'],
    ['想学书法', 'learn'],
    ['救命，我爸晕倒了', 'rescue'],
  ])('understands “%s”', (said, id) => {
    expect(finder.find(said)[0]?.id).toBe(id)
  })

  it('hears a slip of the input method', () => {
    expect(finder.find('介电转')[0]?.id).toBe('lend')
  })

  it('marks the danger, and only it', () => {
    expect(finder.find('救命有人晕倒')[0]?.danger).toBe(true)
    expect(finder.find('想学毛笔字').some(({ danger }) => danger)).toBe(false)
  })

  it('says what is none of these', () => {
    expect(finder.look('讲个笑话').outcome).toBe('outside')
  })

  it('comes out the same each time', () => {
    expect(learnModel(wishes, aim, language)).toEqual(model)
  })
})

describe('the packed table', () => {
  const rows = fc
    .uniqueArray(fc.integer({ min: 0, max: 2 ** featureBits - 1 }), { minLength: 1, maxLength: 30 })
    .chain((features) =>
      fc.tuple(
        ...[...features]
          .sort((a, b) => a - b)
          .map((feature) =>
            fc.record({
              feature: fc.constant(feature),
              rarity: fc.integer({ min: 0, max: 15 }),
              weights: fc
                .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 160 }), fc.integer({ min: 0, max: 15 })), {
                  minLength: 1,
                  maxLength: 8,
                  selector: ([column]) => column,
                })
                .map((weights) => [...weights].sort(([a], [b]) => a - b)),
            }),
          ),
      ),
    )

  it('holds what was put in', () => {
    const levels = {
      things: Array.from({ length: 16 }, (_, at) => at),
      dangers: Array.from({ length: 16 }, (_, at) => 100 + at),
    }
    const things = Array.from({ length: 100 }, (_, at) => `thing-${at}`)
    fc.assert(
      fc.property(rows, (put) => {
        const table = unpack({
          learntFrom: '',
          things,
          dangers: [],
          biases: [],
          levels,
          features: put.length,
          pairs: put.reduce((sum, { weights }) => sum + weights.length, 0),
          table: pack(put),
          sounds: '',
          fillers: [],
          denials: [],
          turns: [],
          limits: aim.limits,
        })
        const got = [...table.places].map(([feature, place]): Row => {
          const from = table.starts[place] ?? 0
          const weights = Array.from({ length: (table.starts[place + 1] ?? 0) - from }, (_, at) => {
            const weight = table.weights[from + at] ?? 0
            return [table.columns[from + at] ?? 0, weight >= 100 ? weight - 100 : weight] as const
          })
          const rarity = Array.from({ length: 16 }, (_, step) => rarityOf(step)).indexOf(table.rarities[place] ?? 0)
          return { feature, rarity, weights }
        })
        expect(got).toEqual(put)
      }),
    )
  })
})

describe('the levels', () => {
  it('are sixteen, ascending, within the values', () => {
    const levels = levelsFor(Array.from({ length: 500 }, (_, at) => Math.sin(at) * 5))
    expect(levels).toHaveLength(16)
    expect(levels).toEqual([...levels].sort((a, b) => a - b))
    expect(Math.max(...levels.map(Math.abs))).toBeLessThanOrEqual(5)
  })
})

describe('the sounds', () => {
  it.each([
    ['zhang', 'zan'],
    ['nan', 'lan'],
    ['huang', 'fan'],
    ['hu', 'fu'],
    ['jin', 'jing'],
  ])('takes %s for %s', (one, other) => {
    expect(roughly(one)).toBe(roughly(other))
  })

  it('put each character with those that sound like it, once', () => {
    const groups = soundsOf(['下水道']).split(',')
    expect(groups.filter((group) => group.includes('道') && group.includes('到'))).toHaveLength(1)
    expect(new Set(groups.join('')).size).toBe(groups.join('').length)
  })
})

describe('the measure', () => {
  const hit = (id: string, danger = false) => ({ id, confidence: 0.5, danger })
  const asked = (expect: readonly string[], danger: boolean | null, ...hits: ReturnType<typeof hit>[]) =>
    [
      { text: 'x', expect, danger },
      { outcome: 'found' as const, hits, groups: [] },
    ] as const

  it('counts as issue 4 does', () => {
    expect(
      measure([
        asked(['a'], false, hit('a')),
        asked(['b'], false, hit('a'), hit('b')),
        asked(['c'], true, hit('c', true)),
        asked(['c'], true, hit('c')),
        asked([], false, hit('c', true)),
        asked([], false),
        asked(['a'], null),
      ]),
    ).toEqual({
      n: 7,
      top1: 0.6,
      top3: 0.8,
      emergencyRecall: 0.5,
      falseDanger: 0.25,
      oosRejected: 0.5,
      inScopeRejected: 0.2,
    })
  })
})
