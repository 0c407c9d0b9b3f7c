import { searchCues, searchModel } from '../../src/knowledge/search'
import { knowledge } from '../../src/knowledge'
import * as sayings from '../../src/knowledge/sayings'
import { checkSayings, type AllSayings } from '../../src/knowledge/sayings/check'
import { aim, asked } from '../../src/tools/search-train/matters'

const check = (over: Partial<AllSayings> = {}) => checkSayings({ ...sayings, ...over }, knowledge.matters).join('\n')

describe('the sayings that the search learns from', () => {
  it('are in order', () => {
    expect(check()).toBe('')
  })

  it.each<[string, Partial<AllSayings>, RegExp]>([
    [
      'a matter that is not there',
      { danger: { ...sayings.danger, flood: sayings.danger.fire ?? [] } },
      /no matter flood/,
    ],
    [
      'a text under two heads',
      { none: [...sayings.none, '下水道堵了！'] },
      /stands under drain-blocked and under none/,
    ],
    ['too short a text', { none: ['水'] }, /too short/],
    ['too long a text', { none: ['水'.repeat(91)] }, /too long/],
    [
      'a cry for help that is no emergency',
      { danger: { 'drain-blocked': sayings.danger.fire ?? [] } },
      /is no emergency/,
    ],
    [
      'an emergency that sounds harmless',
      { harmless: [{ text: '火灾演习', expect: ['fire'] }] },
      /expects an emergency/,
    ],
    ['two matters that are one', { shared: [{ text: '又停水又停电', expect: ['water-no-supply'] }] }, /of one matter/],
    [
      'a matter under the wrong group',
      { saidByGroup: { ...sayings.saidByGroup, gas: sayings.saidByGroup.water ?? {} } },
      /no matter of gas/,
    ],
  ])('may not hold %s', (_, over, problem) => {
    expect(check(over)).toMatch(problem)
  })
})

describe('the model that ships', () => {
  it('is the one that these sayings give (otherwise: npm run search:train)', () => {
    expect(searchModel.learntFrom).toBe(aim.learntFrom)
  })

  it('knows every matter, and every emergency as a danger', () => {
    expect(searchModel.things).toEqual(knowledge.matters.map(({ id }) => id))
    expect(searchModel.dangers).toEqual(
      knowledge.matters.filter(({ emergency }) => emergency !== undefined).map(({ id }) => id),
    )
  })

  it('stays within 150 KB with all that the search ships', () => {
    expect(Buffer.byteLength(JSON.stringify([searchModel, searchCues.cues, asked])) / 1024).toBeLessThanOrEqual(150)
  })
})

describe('the words that answer a question', () => {
  it('answer questions that a matter asks, with options that it has', () => {
    const stray = searchCues.cues.filter(
      ({ question, option }) => !Object.values(asked).some((of) => of[question]?.includes(option)),
    )
    expect(stray).toEqual([])
  })

  it('are listed beside the model for each matter', () => {
    expect(searchCues.asked).toEqual(asked)
  })
})
