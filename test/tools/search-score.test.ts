import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownQueries } from '../../src/tools/bench/search'
import { lineOf, readArguments } from '../../src/tools/search-score'
import { bigrams, ours, others, phrased } from '../../src/tools/search-score/engines'
import { parseQueries, readQueries, type Query } from '../../src/tools/search-score/queries'
import { score, type Shown } from '../../src/tools/search-score/score'
import { run } from '../../src/tools/search-score/trial'
import { Sentence } from '../../src/tools/support/entry'
import { fromRoot, root } from '../../src/tools/support/paths'
import { commandOf } from '../../src/tools/support/run'
import { temporaryFolder } from '../local/support/cloud'

const aQuery = (over: Partial<Query> = {}): Query => ({
  text: '下水道堵了',
  expect: ['drain-blocked'],
  danger: false,
  kind: 'short',
  settings: {},
  ...over,
})
const shown = (...ids: readonly string[]): readonly Shown[] =>
  ids.map((id) => (id.startsWith('!') ? { id: id.slice(1), danger: true } : { id, danger: false }))
const emergencies = new Set(['fire', 'gas-leak'])
const scored = (query: Partial<Query>, ...ids: readonly string[]) =>
  score([aQuery(query)], [shown(...ids)], emergencies)

describe('the score of a search', () => {
  it.each([
    [['drain-blocked', 'x', 'y'], 1, 1, 1],
    [['x', 'y', 'drain-blocked'], 0, 1, 1],
    [['x', 'y', 'z', 'a', 'drain-blocked'], 0, 0, 1],
    [['x', 'y', 'z', 'a', 'b', 'drain-blocked'], 0, 0, 0],
    [[], 0, 0, 0],
  ])('of %j is first %d, among three %d, among five %d', (ids, top1, top3, top5) => {
    expect(scored({}, ...ids)).toMatchObject({ n: 1, top1, top3, top5 })
  })

  it('takes any of several expected matters', () => {
    expect(scored({ expect: ['fire', 'drain-blocked'] }, 'drain-blocked')).toMatchObject({ top1: 1 })
  })

  it.each([
    ['an expected danger among three, shown as one', ['x', '!fire'], 1],
    ['an expected danger that is not shown as one', ['fire'], 0],
    ['another danger', ['!gas-leak'], 0],
    ['an expected danger after the third', ['x', 'y', 'z', '!fire'], 0],
    ['an expected matter that is no danger', ['!drain-blocked'], 0],
  ])('recalls a danger by %s: %j → %d', (_, ids, emergencyRecall) => {
    expect(scored({ expect: ['fire', 'drain-blocked'], danger: true }, ...ids)).toMatchObject({ emergencyRecall })
  })

  it('counts as a false alarm whatever is shown as a danger where there is none', () => {
    expect(scored({ danger: false }, 'drain-blocked', '!fire').falseDanger).toBe(1)
    expect(scored({ danger: false }, 'drain-blocked', 'fire').falseDanger).toBe(0)
  })

  it('counts an arguable danger neither way', () => {
    expect(scored({ danger: null }, '!fire')).toMatchObject({ emergencyRecall: Number.NaN, falseDanger: Number.NaN })
  })

  it('wants nothing shown for what is none of ours, and something for what is', () => {
    expect(scored({ expect: [] })).toMatchObject({ oosRejected: 1, inScopeRejected: Number.NaN, top1: Number.NaN })
    expect(scored({ expect: [] }, 'x').oosRejected).toBe(0)
    expect(scored({}).inScopeRejected).toBe(1)
  })

  it('is a share of all queries of its sort', () => {
    const queries = [aQuery(), aQuery(), aQuery(), aQuery({ expect: [] })]
    const answers = [shown('drain-blocked'), shown('x'), shown('drain-blocked'), shown()]
    expect(score(queries, answers, emergencies)).toMatchObject({ n: 4, top1: 2 / 3, oosRejected: 1 })
  })
})

describe('a file of labelled queries', () => {
  const line = (over: object = {}) =>
    JSON.stringify({ q: '下水道堵了', expect: ['drain-blocked'], kind: 'short', danger: false, ...over })

  it('has one query a line, with or without a break at its end', () => {
    expect(parseQueries(`${line()}\n${line({ danger: null })}\n`, 'f')).toEqual([aQuery(), aQuery({ danger: null })])
    expect(parseQueries(line(), 'f')).toHaveLength(1)
  })

  it('may call the words text, leave out the kind, and name settings', () => {
    const text = JSON.stringify({ text: '暖气', expect: [], danger: false, settings: { 'heating.exists': 'none' } })
    expect(parseQueries(text, 'f')).toEqual([
      { text: '暖气', expect: [], danger: false, kind: 'unnamed', settings: { 'heating.exists': 'none' } },
    ])
  })

  it.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['no q', line({ q: '' })],
    ['expect', line({ expect: 'drain-blocked' })],
    ['danger', line({ danger: 'yes' })],
    ['kind', line({ kind: 3 })],
    ['settings', line({ settings: [] })],
  ])('with %s in it is refused, and the line named', (what, broken) => {
    expect(() => parseQueries(`${line()}\n${broken}\n`, 'f.jsonl')).toThrow(Sentence)
    expect(() => parseQueries(`${line()}\n${broken}\n`, 'f.jsonl')).toThrow(/第 2 行.*line 2/)
    expect(() => parseQueries(broken, 'f')).toThrow(what)
  })

  it.each(['', '\n\n'])('that is empty (%j) is refused', (content) => {
    expect(() => parseQueries(content, 'f.jsonl')).toThrow('f.jsonl holds no query')
  })

  it('of our own has at least 150, each once, of matters that there are, and none is a phrasing of the data', () => {
    const queries = readQueries(ownQueries)
    const known = new Set(phrased.map(({ id }) => id))
    const phrasings = new Set(phrased.flatMap(({ name, phrasings: said }) => [name, ...said]))
    expect(queries.length).toBeGreaterThanOrEqual(150)
    expect(new Set(queries.map(({ text }) => text)).size).toBe(queries.length)
    expect(queries.flatMap(({ expect: ids }) => ids).filter((id) => !known.has(id))).toEqual([])
    expect(queries.filter(({ text }) => phrasings.has(text)).map(({ text }) => text)).toEqual([])
  })
})

describe('the engines', () => {
  it('take each two characters that stand together for a word', () => {
    expect(bigrams('下水道，WIFI 堵')).toEqual(['下水', '水道', 'wifi', '堵'])
  })

  it.each([ours, ...others].map((engine) => [engine.name, engine] as const))(
    '%s finds a matter by its name, shows at most five, and only such as the community has',
    (_, { make }) => {
      const find = make()
      expect(find('暖气不热', {}).map(({ id }) => id)).toContain('heating-not-warm')
      const cold = find('暖气不热', { 'heating.exists': 'none' }).map(({ id }) => id)
      expect(cold).not.toContain('heating-not-warm')
      const many = find('楼上漏水，电梯坏了，暖气不热，下水道堵了，楼道灯不亮，井盖松了', {})
      expect(many.length).toBeGreaterThan(2)
      expect(many.length).toBeLessThanOrEqual(5)
    },
  )
})

describe('what is printed', () => {
  const trial = run(ours, [aQuery(), aQuery({ text: '家里着火了', expect: ['fire'], danger: true })])

  it('is one line of JSON with the names that were agreed, in their order', () => {
    const line = lineOf(trial)
    expect(line).not.toContain('\n')
    expect(Object.keys(JSON.parse(line))).toEqual(
      'n top1 top3 emergencyRecall falseDanger oosRejected inScopeRejected p95ms indexMs dataKB'.split(' '),
    )
    expect(JSON.parse(line)).toMatchObject({ n: 2, top1: 1, top3: 1, emergencyRecall: 1, falseDanger: 0 })
  })

  it('has null for a share of nothing', () => {
    expect(JSON.parse(lineOf(trial))).toMatchObject({ oosRejected: null })
  })

  it('is asked for by one file', () => {
    expect(readArguments(['f.jsonl'])).toEqual({ file: 'f.jsonl', form: 'json' })
    expect(readArguments(['--table', 'f.jsonl'])).toEqual({ file: 'f.jsonl', form: 'table' })
    for (const args of [[], ['a', 'b'], ['--loud', 'a']])
      expect(() => readArguments(args)).toThrow('npm run -s search:score -- FILE.jsonl')
  })
})

describe('the command', () => {
  const folder = temporaryFolder()
  afterAll(() => folder.remove())
  const call = (...args: readonly string[]) =>
    new Promise<{ stdout: string; stderr: string; status: unknown }>((done) => {
      const script = [commandOf('tsx'), fromRoot('src/tools/search-score.ts'), ...args]
      execFile(process.execPath, script, { cwd: root }, (error, stdout, stderr) =>
        done({ stdout, stderr, status: error ? error.code : 0 }),
      )
    })

  it('answers a file with one line and 0', async () => {
    const file = join(folder.path, 'some.jsonl')
    writeFileSync(file, JSON.stringify({ q: '下水道堵了', expect: ['drain-blocked'], danger: false }))
    const { stdout, status } = await call(file)
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ n: 1, top1: 1 })
  })

  it('answers a file that is not there with a sentence and 1', async () => {
    const { stdout, stderr, status } = await call(join(folder.path, 'none.jsonl'))
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain('cannot be read')
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})
