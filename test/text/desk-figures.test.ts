import { workingDay } from '../../src/domain/request/office'
import { quickerTimes } from '../../src/domain/request/promises'
import { nationalAllowances, requestClasses } from '../../src/domain/request/clock'
import { day, hour, minute } from '../../src/domain/time/clock'
import { daySheet, longDay } from '../../src/text/day-sheet'
import { deskFigures, spanText, timeText } from '../../src/text/desk-figures'

describe('how long something took', () => {
  it.each([
    [20_000, '1分钟'],
    [40 * minute, '40分钟'],
    [90 * minute, '1.5小时'],
    [47 * hour, '47小时'],
    [3 * day, '3天'],
  ])('%i ms', (ms, text) => {
    expect(spanText(ms)).toBe(text)
  })
})

describe('how long something may take', () => {
  it.each([
    [10 * minute, 'always', '10分钟'],
    [24 * hour, 'always', '24小时'],
    [30 * minute, 'office', '30分钟（上班时间）'],
    [hour, 'office', '1个工作小时'],
    [3 * workingDay, 'office', '3个工作日'],
  ] as const)('%i ms, %s', (ms, kind, text) => {
    expect(timeText(ms, kind)).toBe(text)
  })
})

describe('what may be promised', () => {
  it.each(requestClasses)('is always quicker than the table, and said in another way: %s', (name) => {
    const most = nationalAllowances[name]
    for (const [times, { kind, time }] of [
      [quickerTimes[name].response, most.response],
      [quickerTimes[name].resolution, most.resolution.grid],
    ] as const) {
      expect(times.every((one) => one < time)).toBe(true)
      const texts = [time, ...times].map((one) => timeText(one, kind))
      expect(new Set(texts).size).toBe(texts.length)
    }
  })
})

describe('a rate', () => {
  it('says of how many, and leaves out what is none', () => {
    expect(deskFigures.among({ yes: 9, of: 10, silent: 2 })).toBe('12件里9件')
    expect(deskFigures.solvedHint({ yes: 9, of: 10, silent: 2 })).toBe(
      '9件居民说办好了，1件说没办好，2件办结了但居民没说，不算办好，说了的10件里占90%。',
    )
    expect(deskFigures.solvedHint({ yes: 2, of: 2, silent: 0 })).toBe('2件居民说办好了。')
  })

  it('is no zero where nobody has said anything', () => {
    expect(deskFigures.among({ yes: 0, of: 0, silent: 3 })).toBeNull()
    expect(deskFigures.among({ yes: 0, of: 1, silent: 3 })).toBe('4件里0件')
  })
})

describe('the sheet', () => {
  it('names day and grid', () => {
    expect(longDay('2026-11-22')).toBe('2026年11月22日 星期日')
    expect(daySheet.subtitle('2026-11-22', null)).toBe('2026年11月22日 星期日 · 全社区')
  })
})
