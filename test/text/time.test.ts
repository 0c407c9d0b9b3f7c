import { clockText, dateText, whenText } from '../../src/text'
import { commandOf, run } from '../../src/tools/support/run'

const at = (china: string) => Date.parse(`${china}+08:00`)
const now = at('2026-11-18T12:00')

describe('a time in words', () => {
  it.each([
    ['2026-11-18T00:00', '今天 00:00'],
    ['2026-11-18T23:59', '今天 23:59'],
    ['2026-11-19T08:30', '明天 08:30'],
    ['2026-11-17T08:30', '昨天 08:30'],
    ['2026-11-20T08:30', '周五 08:30'],
    ['2026-11-22T08:30', '周日 08:30'],
    ['2026-11-24T08:30', '周二 08:30'],
    ['2026-11-25T08:30', '11月25日 08:30'],
    ['2026-11-16T08:30', '11月16日 08:30'],
    ['2027-01-04T08:30', '2027年1月4日 08:30'],
  ])('%s is %s', (china, words) => {
    expect(whenText(at(china), now)).toBe(words)
  })

  it('says 明天 across the end of a year', () => {
    expect(whenText(at('2027-01-01T09:00'), at('2026-12-31T20:00'))).toBe('明天 09:00')
  })

  it.each([
    ['2026-03-01T00:00', '3月1日'],
    ['2025-03-12T00:00', '2025年3月12日'],
  ])('of the day %s is %s', (china, words) => {
    expect(dateText(at(china), now)).toBe(words)
  })

  it('of the clock has two digits each', () => {
    expect([clockText(at('2026-11-18T00:05')), clockText(at('2026-11-18T18:00'))]).toEqual(['00:05', '18:00'])
  })
})

it.each(['America/New_York', 'Pacific/Kiritimati', 'UTC'])('a machine in %s tells the times of China', async (TZ) => {
  // 23:30 on the 17th in UTC, and still the afternoon in New York: in China it is the 18th.
  const ms = Date.parse('2026-11-17T23:30:00Z')
  const code = `
      const { whenText, dateText, clockText } = require('./src/text')
      console.log(new Date(${ms}).getTimezoneOffset())
      console.log([whenText(${ms}, ${now}), dateText(${ms}, ${now}), clockText(${ms})].join('|'))`
  const [offset, words] = (await run(commandOf('tsx'), ['--eval', code], { env: { TZ } })).trim().split('\n')
  expect(offset).toBe({ 'America/New_York': '300', 'Pacific/Kiritimati': '-840', UTC: '0' }[TZ])
  expect(words).toBe('今天 07:30|11月18日|07:30')
})
