import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { actions } from '../../src/contract'
import { readArguments } from '../../src/tools/bench/arguments'
import { benches } from '../../src/tools/bench/benches'
import { aimText, direction, reached, rounded, type Figure } from '../../src/tools/bench/figure'
import { sustain } from '../../src/tools/bench/load'
import { inTurns, median, quantile } from '../../src/tools/bench/measure'
import { uncompared } from '../../src/tools/bench/overhead'
import { pages, unvisited } from '../../src/tools/bench/pages'
import { unscaled } from '../../src/tools/bench/scale'
import { firstVisit } from '../../src/tools/bench/sizes'
import { Sentence } from '../../src/tools/support/entry'
import { temporaryFolder } from '../local/support/cloud'

const aFigure = (over: Partial<Figure> = {}): Figure => ({
  bench: 'sizes',
  what: 'the whole',
  value: 10,
  unit: 'KB',
  most: null,
  ...over,
})

describe('a figure', () => {
  it.each([
    ['at most what is asked', { value: 10, most: 10 }, true],
    ['more than is asked at most', { value: 10.1, most: 10 }, false],
    ['at least what is asked', { value: 0.9, least: 0.9 }, true],
    ['less than is asked at least', { value: 0.89, least: 0.9 }, false],
    ['of which nothing is asked', { value: 1e9 }, true],
    ['that was not measured, with an aim', { value: Number.NaN, most: 10 }, false],
    ['that was not measured, without an aim', { value: Number.NaN }, false],
  ])('%s', (_, over, expected) => {
    expect(reached(aFigure(over))).toBe(expected)
  })

  it('is better where its aim, or else the figure itself, says so', () => {
    expect(direction(aFigure({ most: 10 }))).toBe('less')
    expect(direction(aFigure({ least: 1 }))).toBe('more')
    expect(direction(aFigure({ better: 'more' }))).toBe('more')
    expect(direction(aFigure())).toBeNull()
  })

  it('says its aim', () => {
    expect([aFigure(), aFigure({ most: 3 }), aFigure({ least: 0.5 })].map(aimText)).toEqual(['', '≤ 3', '≥ 0.5'])
  })

  it('is shown with as many digits as a person compares', () => {
    expect([1234.56, 12.345, 1.2345, 0.12345, 7, Number.NaN].map(rounded)).toEqual([
      1235,
      12.3,
      1.23,
      0.123,
      7,
      Number.NaN,
    ])
  })
})

describe('what a call of the bench asks for', () => {
  const names = ['sizes', 'costs', 'load']
  const read = (...args: readonly string[]) => readArguments(args, names)

  it('is everything, unless said', () => {
    expect(read()).toEqual({ only: [], json: false, compare: null, queries: null })
  })

  it.each([
    ['with commas', ['--only', 'sizes,load']],
    ['as words', ['--only', 'sizes', 'load']],
    ['one by one', ['--only', 'sizes', '--only', 'load']],
  ])('may be some benches, named %s', (_, args) => {
    expect(read('--json', ...args, '--compare', 'old.json', '--queries', 'q.jsonl')).toEqual({
      only: ['sizes', 'load'],
      json: true,
      compare: 'old.json',
      queries: 'q.jsonl',
    })
  })

  it.each([
    ['a bench that is not there', ['--only', 'speed']],
    ['one of several that is not there', ['--only', 'sizes,speed']],
    ['no name', ['--only']],
    ['no file', ['--compare', '--json']],
    ['an option that is not there', ['--fast']],
    ['a word alone', ['sizes']],
  ])('that is %s is answered by how to ask', (_, args) => {
    expect(() => read(...args)).toThrow(Sentence)
    expect(() => read(...args)).toThrow('NAME: sizes costs load')
  })
})

describe('a measurement', () => {
  it('is the middle of what was measured', () => {
    expect(median([5, 1, 100])).toBe(5)
    expect(median([1, 2])).toBe(1.5)
    expect(quantile([4, 1, 3, 2, 5], 1)).toBe(5)
  })

  it('of nothing is no number', () => {
    expect(median([])).toBeNaN()
  })

  it('of two works takes turns, begins with each as often, and does not count the warming up', async () => {
    const order: string[] = []
    const work = (name: string) => () => Promise.resolve(order.push(name))
    const { turns } = await inTurns(work('a'), work('b'), 4, 2)
    expect(turns).toBe(4)
    expect(order.join('')).toBe('abbaabbaabba')
  })

  it('of callers goes on until the time is over, and counts those that failed', async () => {
    let calls = 0
    const load = await sustain(() => (++calls % 2 === 0 ? Promise.reject(new Error('no')) : Promise.resolve()), 4, 0)
    expect(load).toMatchObject({ calls: 4, errors: 2 })
  })
})

describe('a figure is asked of everything that there is', () => {
  it('of each action beside its raw SDK calls', () => {
    expect(uncompared()).toEqual([])
    expect(uncompared(['door.open', 'wall.paint'])).toEqual(['wall.paint'])
  })

  it('of each reading action at many documents', () => {
    expect(unscaled()).toEqual([])
    const planted = { name: 'wall.smell', kind: 'read' } as const
    expect(unscaled([...actions, planted, { name: 'wall.paint', kind: 'write' }])).toEqual(['wall.smell'])
  })

  it('of each page that was built', () => {
    expect(unvisited([...Object.keys(pages), 'pages/wish/paint/index'])).toEqual(['pages/wish/paint/index'])
  })

  it('by benches with names of their own', () => {
    const names = benches.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('what a first visit loads', () => {
  const folder = temporaryFolder()
  afterAll(() => folder.remove())

  it('is the page and the files that it names, and nothing from elsewhere', () => {
    mkdirSync(join(folder.path, 'js'))
    writeFileSync(
      join(folder.path, 'index.html'),
      '<link rel="icon" href="data:,"><script src="./js/app.js"></script><a href="https://example.org">x</a>',
    )
    writeFileSync(join(folder.path, 'js', 'app.js'), 'run()')
    writeFileSync(join(folder.path, 'js', 'later.js'), 'later()')
    expect(firstVisit(folder.path).map((file) => file.toString())).toEqual([expect.stringContaining('<link'), 'run()'])
  })
})
