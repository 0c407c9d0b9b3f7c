import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compare, describe as describeAll, doubts, type Verdict } from '../../src/tools/bench/compare'
import type { Figure } from '../../src/tools/bench/figure'
import { readResults, thisMachine, toJson, type Results } from '../../src/tools/bench/results'
import { Sentence } from '../../src/tools/support/entry'
import { temporaryFolder } from '../local/support/cloud'

const aFigure = (over: Partial<Figure> = {}): Figure => ({
  bench: 'sizes',
  what: 'main package',
  value: 100,
  unit: 'KB',
  most: 600,
  ...over,
})
const aRun = (over: Partial<Results> = {}): Results => ({
  at: '2026-11-21T12:00:00.000Z',
  commit: 'abc1234',
  machine: { node: 'v20.20.2', cpus: 2, model: 'a processor' },
  figures: [aFigure()],
  ...over,
})
const verdict = (before: Partial<Figure>, after: Partial<Figure>): Verdict | undefined =>
  compare([aFigure(before)], [aFigure(after)])[0]?.verdict

describe('what changed from one run to another', () => {
  it.each<[string, Partial<Figure>, Partial<Figure>, Verdict]>([
    ['less of what should be little is better', { value: 100 }, { value: 99 }, 'better'],
    ['more of what should be little is worse', { value: 100 }, { value: 101 }, 'worse'],
    ['more of what should be much is better', { value: 100 }, { value: 101, most: null, least: 90 }, 'better'],
    ['less of what should be much is worse', { value: 100 }, { value: 99, most: null, better: 'more' }, 'worse'],
    ['what has no better side has changed', { value: 100 }, { value: 99, most: null }, 'changed'],
    ['what is equal is the same', { value: 100 }, { value: 100 }, 'same'],
    ['what could not be measured this time has changed', { value: 100 }, { value: Number.NaN }, 'changed'],
    ['what could be measured neither time is the same', { value: Number.NaN }, { value: Number.NaN }, 'same'],
    ['a few ms are noise', { value: 100, unit: 'ms' }, { value: 110, unit: 'ms' }, 'same'],
    ['many ms are not', { value: 100, unit: 'ms' }, { value: 150, unit: 'ms' }, 'worse'],
    ['one call to the database is no noise', { value: 3, unit: 'calls' }, { value: 4, unit: 'calls' }, 'worse'],
  ])('%s', (_, before, after, expected) => {
    expect(verdict(before, after)).toBe(expected)
  })

  it('names what is new and what is missing', () => {
    const found = compare([aFigure(), aFigure({ what: 'gone' })], [aFigure(), aFigure({ what: 'come' })])
    expect(found.map(({ verdict: said, figure }) => [said, figure.what])).toEqual([
      ['same', 'main package'],
      ['new', 'come'],
      ['missing', 'gone'],
    ])
  })

  it('takes what was not run this time for neither missing nor changed', () => {
    expect(compare([aFigure(), aFigure({ bench: 'load' })], [aFigure()])).toHaveLength(1)
  })

  it('takes the same words in another bench or unit for another figure', () => {
    expect(verdict({}, { unit: 'bytes' })).toBe('new')
  })

  it('is told with what it was, what it is and the ratio, and how much stayed', () => {
    const lines = describeAll(
      compare(
        [aFigure({ value: 100 }), aFigure({ what: 'stays' })],
        [aFigure({ value: 150 }), aFigure({ what: 'stays' })],
      ),
    )
    expect(lines).toEqual(['✗ worse     sizes: main package  100 → 150 KB (× 1.5)', '1 figures are the same'])
  })

  it('is told with a doubt where machines or commits differ, and without where they do not', () => {
    expect(doubts(aRun(), aRun())).toEqual([])
    const elsewhere = aRun({ machine: { node: 'v20.20.2', cpus: 8, model: 'a processor' }, commit: 'def5678' })
    expect(doubts(aRun(), elsewhere)).toEqual([
      expect.stringContaining('different machines'),
      expect.stringContaining('abc1234 → def5678'),
    ])
  })
})

describe('a kept run', () => {
  const folder = temporaryFolder()
  afterAll(() => folder.remove())
  const kept = (content: string) => {
    const file = join(folder.path, 'run.json')
    writeFileSync(file, content)
    return file
  }

  it('is read as it was written, also what could not be measured', () => {
    const run = aRun({ figures: [aFigure(), aFigure({ what: 'broken', value: Number.NaN })] })
    expect(readResults(kept(toJson(run)))).toEqual(run)
  })

  it('of before commits and machines were kept is read all the same', () => {
    const { at, figures } = aRun()
    expect(readResults(kept(JSON.stringify({ at, figures })))).toMatchObject({ at, figures, commit: 'unknown' })
  })

  it.each(['', 'no JSON', '[]', '{"at":"now"}', '{"at":"now","figures":[{}]}'])('is not %j', (content) => {
    expect(() => readResults(kept(content))).toThrow(Sentence)
  })

  it('that is not there is a sentence', () => {
    expect(() => readResults(join(folder.path, 'nothing.json'))).toThrow('cannot be read')
  })

  it('names no machine', () => {
    expect(Object.keys(thisMachine())).toEqual(['node', 'cpus', 'model'])
  })
})
