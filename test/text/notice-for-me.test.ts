import type { NoticePlace } from '../../src/domain/notice/audience'
import { readingOf } from '../../src/domain/notice/for-me'
import { noticeAbouts, type NoticeAbout } from '../../src/domain/notice/kinds'
import type { NoticeContent } from '../../src/domain/notice/notice'
import { hour } from '../../src/domain/time/clock'
import { noticeLeadText } from '../../src/text/notice-for-me'
import { dateSaying, nearSaying, spanText } from '../../src/text/notice-when'
import * as a from '../domain/support/notices'

const { at } = a
const five = { building: '5号楼' }
const said = (over: Partial<NoticeContent>, now = a.began, names: { building: string | null } = five) =>
  noticeLeadText(readingOf(a.sent(over), names.building === null ? null : a.place(), now).lead, names, now)
const span = (from: number | null, until: number | null, isNow = false) => ({ span: { from, until, isNow } })
const late = at('11-30T08:00')

describe('the line that says what a notice means here', () => {
  it.each([
    ['您所在的5号楼：今天14:00–17:00停电', {}, a.began],
    ['您所在的5号楼：明天14:00–17:00停电', {}, at('11-23T08:00')],
    ['您所在的5号楼：11月24日14:00–17:00停电', {}, at('11-20T08:00')],
    ['您所在的5号楼：正在停电，预计今天17:00恢复', {}, at('11-24T15:00')],
    ['您所在的5号楼：正在停电，恢复时间还没有消息', span(null, null, true), a.began],
    ['您所在的5号楼：原定今天17:00恢复供电，还没有恢复的消息', {}, at('11-24T18:00')],
    ['您所在的5号楼：原定昨天17:00恢复供电，还没有恢复的消息', {}, at('11-25T09:00')],
    [
      '您所在的5号楼：今天09:00–10:00打疫苗',
      { about: { kind: 'service', what: 'vaccination' }, ...span(at('11-24T09:00'), at('11-24T10:00')) },
      a.began,
    ],
    [
      '您所在的5号楼：养老保险资格认证正在办，11月30日24:00截止',
      {
        about: { kind: 'service', what: 'certification' },
        validUntil: at('12-01T00:00'),
        ...span(a.began, at('12-01T00:00')),
      },
      a.began,
    ],
    [
      '您所在的5号楼：征求您的意见，11月30日18:00截止',
      { about: { kind: 'meeting', what: 'consent' }, validUntil: at('12-01T00:00'), ...span(null, at('11-30T18:00')) },
      a.began,
    ],
    [
      '您所在的5号楼：意见已经收完',
      { about: { kind: 'meeting', what: 'consent' }, validUntil: at('12-07T00:00'), ...span(null, at('11-30T18:00')) },
      at('11-30T18:00'),
    ],
    [
      '您所在的5号楼：有事想听您的意见',
      { about: { kind: 'meeting', what: 'consultation' }, validUntil: at('12-01T00:00'), span: null },
      a.began,
    ],
    ['您所在的5号楼：请注意用气安全', { about: { kind: 'safety', what: 'gas' }, span: null }, a.began],
    ['您所在的5号楼：有人捡到了东西', { about: { kind: 'lost-found', what: 'found' }, span: null }, a.began],
    ['您所在的5号楼：管道维修已经结束', { about: { kind: 'work', what: 'pipes' } }, at('11-24T17:00')],
  ] as readonly (readonly [string, Partial<NoticeContent>, number])[])('%s', (text, over, now) => {
    expect(said(over, now)).toBe(text)
  })

  it('says whom it is for where nobody knows whether that is the reader', () => {
    const units = a.audience({ where: { kind: 'units', units: [{ buildingId: 'one', unitId: 'one-1' }] } })
    expect(said({ audience: units })).toBe('您所在的5号楼，有的单元：今天14:00–17:00停电')
    const elders = { audience: a.audience({ needs: ['over-60'] }) }
    expect(said(elders)).toBe('您所在的5号楼，60岁以上的住户：今天14:00–17:00停电')
    expect(said(elders, a.began, { building: null })).toBe('60岁以上的住户：今天14:00–17:00停电')
  })

  it('says so where it is another building’s, and names none where nobody knows it', () => {
    expect(said({ audience: a.audience({ where: { kind: 'buildings', ids: ['two'] } }) })).toBe('不涉及您所在的5号楼')
    expect(said({}, a.began, { building: null })).toBe('今天14:00–17:00停电')
  })

  it('says how it came to its end', () => {
    const end = (verb: 'restore' | 'withdraw', place: NoticePlace | null = a.place()) =>
      readingOf(a.done(a.sent(), { verb, words: null }, a.leader()), place, a.began)
    expect(noticeLeadText(end('restore').lead, five, a.began)).toBe('您所在的5号楼：已恢复供电')
    expect(noticeLeadText(end('restore', null).lead, { building: null }, a.began)).toBe('已恢复供电')
    expect(noticeLeadText(end('withdraw').lead, five, a.began)).toBe('这条通知已撤回')
    const lame = a.sent({ audience: a.audience({ needs: ['hard-to-walk'] }), about: { kind: 'outage', what: 'lift' } })
    const back = readingOf(a.done(lame, { verb: 'restore', words: null }, a.leader()), a.place(), a.began)
    expect(noticeLeadText(back.lead, five, a.began)).toBe('您所在的5号楼，行动不便的住户：电梯已恢复运行')
    expect(said({}, late)).toBe('这条通知已过期')
  })

  it.each(noticeAbouts.map((about): [string, NoticeAbout] => [`${about.kind} ${about.what}`, about]))(
    'of %s is short and whole before, while and after it is',
    (_, about) => {
      const over: Partial<NoticeContent> = { about, validUntil: late, ...span(at('11-24T14:00'), at('11-24T17:00')) }
      for (const now of [a.began, at('11-24T15:00'), at('11-24T18:00'), late + 48 * hour]) {
        const text = said(over, now)
        expect(text).not.toMatch(/undefined|null|NaN|：$|^$| /)
        expect([...text].length).toBeLessThanOrEqual(40)
      }
    },
  )
})

describe('a time in words', () => {
  it.each([
    ['今天22:00–明天06:00', at('11-24T22:00'), at('11-25T06:00')],
    ['今天22:00–24:00', at('11-24T22:00'), at('11-25T00:00')],
    ['明天全天', at('11-25T00:00'), at('11-26T00:00')],
    ['今天–11月30日', at('11-24T00:00'), at('12-01T00:00')],
    ['今天14:00起', at('11-24T14:00'), null],
    ['明天起', at('11-25T00:00'), null],
    ['明天18:00前', null, at('11-25T18:00')],
    ['明天24:00前', null, at('11-26T00:00')],
    ['', null, null],
  ] as const)('%s', (text, from, until) => {
    expect(spanText(from, until, nearSaying(a.began))).toBe(text)
  })

  it('for a group names the day, and another year', () => {
    expect(spanText(at('11-24T22:00'), at('11-25T06:00'), dateSaying(a.began))).toBe('11月24日22:00–11月25日06:00')
    const next = Date.parse('2027-01-03T09:00:00+08:00')
    expect(spanText(next, null, dateSaying(a.began))).toBe('2027年1月3日09:00起')
  })
})
