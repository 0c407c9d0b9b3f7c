import fc from 'fast-check'
import type { Schedule } from '../../src/domain/routing'
import { dayKind, type YearTable } from '../../src/domain/time/calendar'
import { closesAt, isOpen, isProvisional, nextOpening } from '../../src/domain/time/hours'

const calendar: YearTable[] = [
  { year: 2026, holidays: { '2026-10-01': '国庆节', '2026-10-02': '国庆节' }, workdays: ['2026-10-10'] },
]
const at = (china: string) => Date.parse(`${china}+08:00`)
const office: Schedule[] = [{ days: 'workday', opensAt: '08:30', closesAt: '17:30' }]
const night: Schedule[] = [{ days: 'every', opensAt: '18:00', closesAt: '08:00' }]

describe('what kind of day it is', () => {
  it.each([
    ['2026-10-01', 'holiday'],
    ['2026-10-10', 'workday'],
    ['2026-10-11', 'restday'],
    ['2026-10-12', 'workday'],
  ])('%s is a %s by the table of its year', (day, kind) => {
    expect(dayKind(day, calendar)).toMatchObject({ kind, provisional: false })
  })

  it('says openly that a year without a table is provisional, and knows the fixed holidays', () => {
    expect(dayKind('2027-10-01', calendar)).toEqual({ kind: 'holiday', holiday: null, provisional: true })
    expect(dayKind('2027-03-01', calendar)).toMatchObject({ kind: 'workday', provisional: true })
    expect(isProvisional(at('2027-03-01T09:00'), calendar)).toBe(true)
    expect(isProvisional(at('2026-03-01T09:00'), calendar)).toBe(false)
  })
})

describe('opening hours', () => {
  it('are round the clock where nothing is said', () => {
    expect(isOpen([], at('2026-10-01T03:00'), calendar)).toBe(true)
  })

  it.each([
    ['2026-10-12T08:29', false],
    ['2026-10-12T08:30', true],
    ['2026-10-12T17:29', true],
    ['2026-10-12T17:30', false],
    ['2026-10-11T10:00', false],
    ['2026-10-10T10:00', true],
    ['2026-10-01T10:00', false],
  ])('of an office: at %s open is %s', (when, open) => {
    expect(isOpen(office, at(when), calendar)).toBe(open)
  })

  it.each([
    ['2026-10-12T19:00', true],
    ['2026-10-13T07:59', true],
    ['2026-10-13T08:00', false],
    ['2026-10-13T12:00', false],
  ])('of a night shift run into the next day: at %s open is %s', (when, open) => {
    expect(isOpen(night, at(when), calendar)).toBe(open)
  })

  it('a night shift ends in the morning', () => {
    expect(closesAt(night, at('2026-10-12T23:00'), calendar)).toBe(at('2026-10-13T08:00'))
  })

  it('shifts that follow on each other end with the last one, and never where they go round the clock', () => {
    const halves: Schedule[] = [
      { days: 'workday', opensAt: '08:00', closesAt: '12:00' },
      { days: 'workday', opensAt: '12:00', closesAt: '18:00' },
    ]
    expect(closesAt(halves, at('2026-10-12T09:00'), calendar)).toBe(at('2026-10-12T18:00'))
    const round: Schedule[] = [...night, { days: 'every', opensAt: '08:00', closesAt: '18:00' }]
    expect(closesAt(round, at('2026-10-12T09:00'), calendar)).toBeNull()
    expect(closesAt(halves, at('2026-10-12T19:00'), calendar)).toBeNull()
  })

  it('an office closed for a holiday opens on the next working day', () => {
    // Friday evening 9 October: Saturday is a make-up working day.
    expect(nextOpening(office, at('2026-10-09T18:00'), calendar)).toBe(at('2026-10-10T08:30'))
    expect(nextOpening(office, at('2026-10-01T09:00'), calendar)).toBe(at('2026-10-05T08:30'))
  })

  it('the next opening is never in the past and is open when it comes', () => {
    const clock = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`)
    const schedule = fc.record({
      days: fc.constantFrom('every' as const, 'workday' as const, 'restday' as const, 'holiday' as const),
      opensAt: clock,
      closesAt: clock,
    })
    const ms = fc.integer({ min: at('2026-01-01T00:00'), max: at('2026-12-10T00:00') })
    fc.assert(
      fc.property(fc.array(schedule, { minLength: 1, maxLength: 3 }), ms, (schedules, now) => {
        const next = nextOpening(schedules, now, calendar)
        if (next === null) return
        expect(next).toBeGreaterThanOrEqual(now)
        expect(isOpen(schedules, next, calendar)).toBe(true)
        if (next > now) expect(isOpen(schedules, next - 1, calendar)).toBe(false)
      }),
    )
  })
})
