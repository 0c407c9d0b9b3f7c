import { execFileSync } from 'node:child_process'
import { lineOf, readArguments, scoreFiles } from '../../src/tools/match-score'
import { judgedOf, offerOf, rowsOf, wishOf, type Judged } from '../../src/tools/match-score/cards'
import {
  gainOf,
  kindTop1,
  kindTop3,
  p95,
  recallOf,
  scoreRankings,
  wrongOrders,
} from '../../src/tools/match-score/score'
import { run, type Trial } from '../../src/tools/match-score/trial'
import { ownCards } from '../../src/tools/match-score/own'
import { commandOf } from '../../src/tools/support/run'
import { fromRoot, root } from '../../src/tools/support/paths'

const aJudged = (over: Partial<Judged> = {}): Judged => ({ wish: 'w', good: ['a'], maybe: [], bad: [], ...over })

describe('recall among five', () => {
  it.each<readonly [string[], string[], number]>([
    [['a', 'x'], ['a'], 1],
    [['x', 'y', 'z', 'u', 'a'], ['a'], 1],
    [['x', 'y', 'z', 'u', 'v', 'a'], ['a'], 0],
    [['a', 'x', 'y', 'z', 'u', 'b'], ['a', 'b'], 0.5],
    [['a', 'b', 'c', 'd', 'e', 'f'], ['a', 'b', 'c', 'd', 'e', 'f', 'g'], 1],
    [[], ['a'], 0],
  ])('of %j with %j good is %d', (ranking, good, recall) => {
    expect(recallOf(ranking, aJudged({ good }))).toBe(recall)
  })
})

describe('the gain of five', () => {
  it.each<readonly [string[], Partial<Judged>, number]>([
    [['a', 'x'], {}, 1],
    [['x', 'a'], {}, 1 / Math.log2(3)],
    [['m', 'a'], { maybe: ['m'] }, (1 + 2 / Math.log2(3)) / (2 + 1 / Math.log2(3))],
    [['x', 'y', 'z', 'u', 'v', 'a'], {}, 0],
  ])('of %j with %j is %d', (ranking, judged, gain) => {
    expect(gainOf(ranking, aJudged(judged))).toBeCloseTo(gain, 10)
  })
})

describe('bad above good', () => {
  it.each<readonly [string[], number[]]>([
    [['a', 'b'], [0]],
    [['b', 'a'], [1]],
    [['a'], [0]],
    [['b'], [1]],
    // Neither is ranked: both stand last, at the same place.
    [[], [1]],
  ])('in %j is %j', (ranking, wrong) => {
    expect(wrongOrders(ranking, aJudged({ bad: ['b'] }))).toEqual(wrong)
  })

  it('is a share of the judgements, not of the wishes', () => {
    const judged = [aJudged({ wish: 'v', bad: ['b', 'c', 'd'] }), aJudged({ wish: 'w', bad: ['b'] })]
    expect(scoreRankings(judged, (wish) => (wish === 'w' ? ['b', 'a'] : ['a', 'b', 'c', 'd'])).badAboveGood).toBe(0.25)
  })
})

it('scores only wishes that have a good offer', () => {
  expect(scoreRankings([aJudged(), aJudged({ good: [] })], () => ['a'])).toMatchObject({ n: 1, recall5: 1 })
})

describe('kinds that are found', () => {
  const guessed = [
    { labels: ['a', 'b'], found: ['b', 'x', 'a'] },
    { labels: ['a'], found: ['x', 'y', 'z', 'a'] },
    { labels: [], found: ['x'] },
    { labels: ['a'], found: [] },
  ]

  it('are right first where the first is any label', () => expect(kindTop1(guessed)).toBe(0.25))
  it('are among three where the first label is', () => expect(kindTop3(guessed)).toBe(0.25))
})

it('knows the time that 95 of 100 keep', () => {
  expect(p95(Array.from({ length: 100 }, (_, at) => at + 1))).toBe(95)
})

const rows = {
  wishes:
    '{"id":"w","text":"想下象棋","kinds":["play-chess-cards"],"when":{"weekday":[3],"part":"morning"},"who":"elder"}',
  offers:
    '{"id":"a","text":"象棋能来两盘","kinds":["play-chess-cards"],"when":{"weekday":[3]}}\n' +
    '{"id":"b","text":"陪老人下象棋","kinds":["play-chess-cards"],"when":{"weekday":[6]}}\n' +
    '{"id":"u","text":"下象棋，一局十块","kinds":[],"unsafe":"赌钱"}\n',
  pairs: '{"wish":"w","good":["a"],"maybe":[],"bad":[{"offer":"b","why":"不是同一天"},{"offer":"u","why":"赌钱"}]}',
}

const tiny = () => ({
  wishes: rowsOf(rows.wishes, 'wishes').map(wishOf),
  offers: rowsOf(rows.offers, 'offers').map(offerOf),
  judged: rowsOf(rows.pairs, 'pairs').map(judgedOf),
})

describe('a trial', () => {
  it('ranks all safe offers for each judged wish', () => {
    expect(run(tiny(), () => false)).toMatchObject({ n: 1, recall5: 1, ndcg5: 1, badAboveGood: 0, recall5ByKind: 1 })
  })

  it('leaves judgements about unsafe offers out', () => {
    const { judged, ...cards } = tiny()
    const upside = { ...cards, judged: judged.map((one) => ({ ...one, good: ['b'], bad: ['u'] })) }
    expect(run(upside, () => false).badAboveGood).toBeNaN()
  })

  it('counts what is held back among unsafe and among safe cards', () => {
    expect(run(tiny(), (words) => words.includes('象棋'))).toMatchObject({ unsafeCaught: 1, safeHeld: 1 })
    expect(run(tiny(), () => false)).toMatchObject({ unsafeCaught: 0, safeHeld: 0 })
  })

  it('takes no notice of the labelled kinds unless they are given', () => {
    const lied = rows.offers.replaceAll('play-chess-cards', 'legal-advice')
    const cards = { ...tiny(), offers: rowsOf(lied, 'offers').map(offerOf) }
    expect(run(cards, () => false).ndcg5).toBe(1)
  })
})

describe('the tool', () => {
  const trial: Trial = {
    n: 3,
    recall5: 2 / 3,
    ndcg5: 0.5,
    badAboveGood: Number.NaN,
    recall5ByKind: 1,
    kindTop1: 0.12345,
    kindTop3: 1,
    unsafeCaught: 1,
    safeHeld: 0,
    p95ms: 1.23456,
  }

  it('prints one line with these names in this order', () => {
    expect(lineOf(trial)).toBe(
      '{"n":3,"recall5":0.6667,"ndcg5":0.5,"badAboveGood":null,"recall5ByKind":1,"kindTop1":0.1235,"kindTop3":1,"unsafeCaught":1,"safeHeld":0,"p95ms":1.235}',
    )
  })

  it.each([[[]], [['a', 'b']], [['a', 'b', 'c', 'd']], [['--table', 'b', 'c']]])('explains itself for %j', (args) => {
    expect(() => readArguments(args)).toThrow('npm run -s match:score -- WISHES.jsonl OFFERS.jsonl PAIRS.jsonl')
  })

  it('names the line that it cannot read', () => {
    expect(() => rowsOf('{"id":"w"}\n[]\n', 'wishes.jsonl')).toThrow('wishes.jsonl:2')
  })

  it('names the file that is not there', () => {
    expect(() => scoreFiles({ wishes: 'nowhere.jsonl', offers: 'x', pairs: 'x' })).toThrow('nowhere.jsonl')
  })

  it('scores files from the terminal', () => {
    const { wishes, offers, pairs } = ownCards
    const script = [commandOf('tsx'), fromRoot('src/tools/match-score.ts'), wishes, offers, pairs]
    const printed = execFileSync(process.execPath, script, { cwd: root, encoding: 'utf8' })
    expect(JSON.parse(printed)).toMatchObject({ n: 44 })
  })
})

describe('the repository’s own cards', () => {
  // The bars of the issue; these cards were written for this test after the rules, and are easier than a whole wall.
  const figures = scoreFiles(ownCards)

  it.each([
    ['recall5', 0.8],
    ['ndcg5', 0.7],
    ['recall5ByKind', 0.9],
  ] as const)('have %s of at least %d', (name, least) => expect(figures[name]).toBeGreaterThanOrEqual(least))

  it('have a bad offer above a good one in at most 12 of 100 judgements', () => {
    expect(figures.badAboveGood).toBeLessThanOrEqual(0.12)
  })
})
