import { doneText, noticeCase } from '../../src/text/notice-case'
import { voicesPage } from '../../src/text/notice-office'
import { noticeVoice } from '../../src/text/notice-page'

describe('what is said of a sending', () => {
  it.each([
    ['waiting', '交给第二个人看了，看过就发布'],
    ['changing', '交给第二个人看了，看过就发布'],
    ['out', '发布了'],
  ] as const)('to %s is %s', (state, text) => {
    expect(doneText('send', state)).toBe(text)
  })

  it.each([
    ['send', 'out', '发布了'],
    ['send', 'waiting', '交来发布'],
    ['change', 'out', '改了通知'],
    ['change', 'changing', '改了通知，等人看'],
    ['release', 'out', '看过，发布了'],
  ] as const)('and in the history of %s to %s: %s', (verb, to, text) => {
    expect(noticeCase.eventOf(verb, to)).toBe(text)
  })
})

describe('what came out of a question', () => {
  it('has shares once somebody has spoken, and none of nobody', () => {
    expect([voicesPage.count(0, 0, 'household'), noticeVoice.count(0, 0, 'person')]).toEqual(['0户', '0人'])
    expect(voicesPage.count(1, 3, 'household')).toBe('1户，占说过的33%')
    expect(noticeVoice.count(0, 3, 'person')).toBe('0人，说过的人里占0%')
  })
})
