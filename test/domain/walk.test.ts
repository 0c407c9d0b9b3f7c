import { demo } from '../../src/local/demo'
import { knowledge } from '../../src/knowledge'
import {
  answersTo,
  walkAll,
  walkedMoments,
  walkedPlaces,
  walkedRules,
  type WalkReport,
  type WalkedRule,
} from '../../src/tools/support/walk'

describe('wherever in the demo one asks, whatever, whenever and however the questions are answered', () => {
  let report: WalkReport
  beforeAll(() => {
    report = walkAll()
    process.stdout.write(`walked ${report.cases} cases\n`)
  })

  it.each(Object.keys(walkedRules) as WalkedRule[])('%s', (rule) => {
    // A broken rule breaks in many places at once; a few of them show why.
    expect(report.broken[rule].slice(0, 10)).toEqual([])
  })

  it('nothing is left out', () => {
    const doors = demo.buildings.reduce((sum, { units }) => sum + 1 + units.length, 0)
    const ways = knowledge.matters.reduce((sum, { questions }) => {
      return sum + questions.reduce((product, { options }) => product * (options.length + 1), 1)
    }, 0)
    expect(walkedPlaces()).toHaveLength(doors)
    expect(knowledge.matters.flatMap(answersTo)).toHaveLength(ways)
    expect(report.cases).toBe(doors * ways * Object.keys(walkedMoments).length)
  })
})
