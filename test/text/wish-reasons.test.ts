import { reasonCodes, type Reason } from '../../src/domain/wish/match'
import { reasonText } from '../../src/text/wish-reasons'

describe('a reason in words', () => {
  it.each<readonly [Reason, string]>([
    [{ code: 'times-meet', about: '3|0' }, '都在周三上午'],
    [{ code: 'times-meet', about: '67|' }, '都在周末'],
    [{ code: 'times-meet', about: '12345|23' }, '都在工作日下午、晚上'],
    [{ code: 'times-meet', about: '25|2' }, '都在周二、周五下午'],
    [{ code: 'times-meet', about: '|3' }, '都在晚上'],
    [{ code: 'same-topic', about: '象棋' }, '都说到“象棋”'],
    [{ code: 'same-topic' }, '说的是同一样事'],
    [{ code: 'helped-before', about: '3' }, '以前帮过3次'],
  ])('%j is %s', (reason, text) => {
    expect(reasonText(reason)).toBe(text)
  })

  it.each(reasonCodes)('%s is short and in Chinese, with and without what it is about', (code) => {
    for (const reason of [{ code }, { code, about: '象棋' }]) {
      expect(reasonText(reason)).toMatch(/^[\p{Script=Han}“”，、]{2,24}$/u)
      expect(reasonText(reason)).not.toContain('undefined')
    }
  })
})
