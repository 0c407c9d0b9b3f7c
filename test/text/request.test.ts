import fc from 'fast-check'
import { requestActors, requestEvents } from '../../src/domain/request/verbs'
import { stepText } from '../../src/text/request-events'
import { isRunning, soonText } from '../../src/text/request-plain'

const noon = Date.parse('2026-11-18T12:00:00+08:00')
const at = (text: string) => soonText(Date.parse(`${text}+08:00`), noon)

describe('until when, as people say it', () => {
  it.each([
    ['2026-11-18T17:00:00', '今天下午5点'],
    ['2026-11-18T18:30:00', '今天下午6点半'],
    ['2026-11-18T20:08:00', '今天晚上8点8分'],
    ['2026-11-19T09:00:00', '明天上午9点'],
    ['2026-11-17T12:05:00', '昨天中午12点5分'],
    ['2026-11-23T03:00:00', '周一凌晨3点'],
    ['2026-11-25T17:00:00', '11月25日下午5点'],
    ['2027-01-04T09:00:00', '2027年1月4日上午9点'],
  ])('%s is %s', (when, said) => {
    expect(at(when)).toBe(said)
  })
})

describe('a step in one sentence', () => {
  const value = fc.oneof(
    fc.constantFrom('', '和苑物业', '供电局,燃气公司'),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  )
  const key = fc.constantFrom(
    'agencyName',
    'agencies',
    'until',
    'at',
    'days',
    'to',
    'whose',
    'heard',
    'reached',
    'from',
  )

  it('says something of every kind, whoever did it and whatever it carries', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...requestEvents),
        fc.constantFrom(...requestActors),
        fc.dictionary(key, value),
        fc.boolean(),
        (verb, actor, data, isOwner) => {
          const said = stepText({ verb, actor, data }, { now: noon, isOwner, agencyName: null })
          expect(said).toMatch(/[一-鿿]/)
          expect(said).not.toMatch(/undefined|null|NaN|\[object/)
        },
      ),
    )
  })

  it('names whose it is when somebody says that it is not theirs', () => {
    const step = { verb: 'return', actor: 'handler', data: { agencyName: '自来水公司' } } as const
    expect(stepText(step, { now: noon, isOwner: true, agencyName: null })).toContain('该由自来水公司来办')
  })

  it('calls the owner 您, and nobody else', () => {
    const step = { verb: 'submit', actor: 'owner', data: {} } as const
    expect(stepText(step, { now: noon, isOwner: true, agencyName: null })).toBe('您提了这件诉求')
    expect(stepText(step, { now: noon, isOwner: false, agencyName: null })).toBe('居民提了这件诉求')
  })
})

it('a request that waits for somebody else’s word says no date', () => {
  expect((['awaiting-confirmation', 'on-hold', 'info-requested', 'resolved'] as const).filter(isRunning)).toEqual([])
  expect((['submitted', 'in-progress', 'reopened'] as const).every(isRunning)).toBe(true)
})
