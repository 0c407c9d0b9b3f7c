import { agrees, granted, noticeVersion, purposes, withdrawn, type Consent } from '../../src/domain/people/consent'
import { windowEnds, windowOf } from '../../src/domain/people/limits'

const consent = (over: Partial<Consent> = {}): Consent => ({
  purpose: 'account',
  version: noticeVersion,
  at: 5,
  withdrawnAt: null,
  ...over,
})

describe('an agreement', () => {
  it('holds for what was agreed to, and for nothing else', () => {
    expect(agrees([consent()], ['account'])).toBe(true)
    expect(agrees([consent()], ['account', 'phone'])).toBe(false)
    expect(agrees([], ['account'])).toBe(false)
  })

  it('to an earlier notice, or one taken back, does not hold', () => {
    expect(agrees([consent({ version: noticeVersion - 1 })], ['account'])).toBe(false)
    expect(agrees([consent({ withdrawnAt: 6 })], ['account'])).toBe(false)
  })

  it('that holds keeps its day when it is given again', () => {
    expect(granted([consent()], ['account', 'phone'], 9)).toEqual([
      consent(),
      { purpose: 'phone', version: noticeVersion, at: 9, withdrawnAt: null },
    ])
  })

  it('that was taken back is new when it is given again', () => {
    expect(granted([consent({ withdrawnAt: 6 })], ['account'], 9)).toEqual([consent({ at: 9 })])
  })

  it('taken back takes only itself, and the account everything', () => {
    const all = purposes.map((purpose) => consent({ purpose }))
    const phone = withdrawn(all, 'phone', 9)
    expect(phone.filter(({ withdrawnAt }) => withdrawnAt !== null).map(({ purpose }) => purpose)).toEqual(['phone'])
    expect(withdrawn(all, 'account', 9).every(({ withdrawnAt }) => withdrawnAt === 9)).toBe(true)
  })
})

describe('the window of a limit', () => {
  const at = (text: string) => Date.parse(text)
  const perDay = { most: 1, per: 'day' } as const
  const perHour = { most: 1, per: 'hour' } as const

  it('of a day ends at midnight in China', () => {
    expect(windowOf(perDay, at('2026-11-18T23:59:59+08:00'))).toBe(windowOf(perDay, at('2026-11-18T00:00:00+08:00')))
    expect(windowOf(perDay, at('2026-11-19T00:00:00+08:00'))).not.toBe(
      windowOf(perDay, at('2026-11-18T23:59:59+08:00')),
    )
  })

  it('of an hour ends with the hour', () => {
    expect(windowOf(perHour, at('2026-11-18T10:59:59+08:00'))).not.toBe(
      windowOf(perHour, at('2026-11-18T11:00:00+08:00')),
    )
    expect(windowOf(perHour, at('2026-11-18T10:00:00+08:00'))).toBe(windowOf(perHour, at('2026-11-18T10:59:59+08:00')))
  })

  it.each([perDay, perHour])('of %j is over when its counter may be swept', (limit) => {
    const now = at('2026-11-18T00:00:00+08:00')
    expect(windowOf(limit, windowEnds(limit, now))).not.toBe(windowOf(limit, now))
  })
})
