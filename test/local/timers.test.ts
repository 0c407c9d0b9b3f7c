import fc from 'fast-check'
import { Clock } from '../../src/local/clock'
import { readSchedule } from '../../src/local/timers/schedule'
import { Timers, type TimerEvent } from '../../src/local/timers/timers'
import { aFunction, startCloud } from './support/cloud'
import { withSdk } from './support/open-api'

const china = (text: string) => Date.parse(`${text.replace(' ', 'T')}+08:00`)
const inChina = (at: number | undefined) =>
  at === undefined ? undefined : new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

describe('a timer', () => {
  it.each([
    ['*/5 * * * * * *', '2026-11-21 10:00:01', '2026-11-21 10:00:05'],
    ['0 */10 * * * * *', '2026-11-21 10:00:00', '2026-11-21 10:10:00'],
    ['0 0 2 1 * * *', '2026-11-21 10:00:00', '2026-12-01 02:00:00'],
    ['0 15 10 * * MON-FRI *', '2026-11-21 10:00:00', '2026-11-23 10:15:00'],
    ['0 0 10,14,16 * * * *', '2026-11-21 14:30:00', '2026-11-21 16:00:00'],
    ['0 */30 9-17 * * * *', '2026-11-21 17:40:00', '2026-11-22 09:00:00'],
    ['0 0 12 * * WED *', '2026-11-21 10:00:00', '2026-11-25 12:00:00'],
    ['0 1/10 * * * * *', '2026-11-21 10:00:00', '2026-11-21 10:01:00'],
    ['0 1/10 * * * * *', '2026-11-21 10:51:00', '2026-11-21 11:01:00'],
    ['0 0 8 * * 0 *', '2026-11-21 10:00:00', '2026-11-22 08:00:00'],
    ['0 0 0 29 FEB * *', '2026-11-21 10:00:00', '2028-02-29 00:00:00'],
    ['0 0 0 1 1 * 2027-2099/10', '2027-06-01 00:00:00', '2037-01-01 00:00:00'],
    // Day and week together: either of them.
    ['0 0 8 24 * 0 *', '2026-11-22 10:00:00', '2026-11-24 08:00:00'],
    ['0 0 8 24 * 0 *', '2026-11-24 10:00:00', '2026-11-29 08:00:00'],
  ])('%s is due after %s at %s', (cron, after, expected) => {
    expect(inChina(readSchedule(cron).next(china(after)))).toBe(expected)
  })

  it('of a year that is over is never due', () => {
    expect(readSchedule('0 0 0 1 1 * 2020').next(china('2026-11-21 10:00:00'))).toBeUndefined()
  })

  it.each([
    ['0 */10 * * * *', /seven fields, this one has 6/],
    ['60 * * * * * *', /second/],
    ['0 60 * * * * *', /minute/],
    ['0 0 24 * * * *', /hour/],
    ['0 0 0 0 * * *', /day/],
    ['0 0 0 32 * * *', /day/],
    ['0 0 0 L * * *', /day/],
    ['0 0 0 ? * * *', /day/],
    ['0 0 0 15W * * *', /day/],
    ['0 0 0 * 13 * *', /month/],
    ['0 0 0 * JANUARY * *', /month/],
    ['0 0 0 * * 7 *', /week/],
    ['0 0 0 * * 5L *', /week/],
    ['0 0 0 * * 1#2 *', /week/],
    ['0 0 0 * * FRI-MON *', /week/],
    ['0 0 0 * * * 1969', /year/],
    ['0 0 0 * * * 2100', /year/],
    ['*/0 * * * * * *', /second/],
    ['*/60 * * * * * *', /second/],
    ['5-3 * * * * * *', /second/],
    ['1-2-3 * * * * * *', /second/],
    ['1- * * * * * *', /second/],
    [', * * * * * *', /second/],
    ['@daily', /seven/],
    ['', /seven/],
  ])('%j is none', (cron, message) => {
    expect(() => readSchedule(cron)).toThrow(RangeError)
    expect(() => readSchedule(cron)).toThrow(message)
  })

  it('is due later than now, at a time that its fields say in UTC+8, and at none before', () => {
    const field = (least: number, most: number) =>
      fc.oneof(
        { weight: 2, arbitrary: fc.constant({ text: '*', fits: () => true, star: true }) },
        fc.uniqueArray(fc.integer({ min: least, max: most }), { minLength: 1, maxLength: 4 }).map((list) => {
          return { text: list.join(','), fits: (n: number) => list.includes(n), star: false }
        }),
        fc.tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most })).map(([a, b]) => {
          const [from, to] = [Math.min(a, b), Math.max(a, b)]
          return { text: `${from}-${to}`, fits: (n: number) => n >= from && n <= to, star: false }
        }),
        fc.tuple(fc.integer({ min: least, max: most }), fc.integer({ min: 1, max: most })).map(([from, step]) => {
          return { text: `${from}/${step}`, fits: (n: number) => n >= from && (n - from) % step === 0, star: false }
        }),
      )
    const fields = fc.tuple(field(0, 59), field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 6))
    const after = fc.integer({ min: china('2025-01-01 00:00:00'), max: china('2030-01-01 00:00:00') })
    fc.assert(
      fc.property(fields, after, ([second, minute, hour, day, month, week], now) => {
        const fits = (at: number) => {
          const local = new Date(at + 8 * 3_600_000)
          const dayFits = day.fits(local.getUTCDate())
          const weekFits = week.fits(local.getUTCDay())
          return (
            second.fits(local.getUTCSeconds()) &&
            minute.fits(local.getUTCMinutes()) &&
            hour.fits(local.getUTCHours()) &&
            month.fits(local.getUTCMonth() + 1) &&
            (day.star || week.star ? dayFits && weekFits : dayFits || weekFits)
          )
        }
        const cron = `${[second, minute, hour, day, month, week].map(({ text }) => text).join(' ')} *`
        const next = readSchedule(cron).next(now)
        // The 30th of February comes never.
        if (next === undefined) return
        expect(next).toBeGreaterThan(now)
        expect(fits(next)).toBe(true)
        // Not a second is passed over: up to an hour is looked at, one by one.
        const first = Math.floor(now / 1000) * 1000 + 1000
        for (let at = first; at < Math.min(next, first + 3_600_000); at += 1000) expect(fits(at)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the timers of a cloud', () => {
  const daily = { name: 'daily', config: '0 0 8 * * * *' }
  const setUp = (call: (name: string, event: TimerEvent) => Promise<unknown> = async () => null) => {
    const clock = new Clock()
    const moveTo = (text: string) => clock.moveTo(china(text) - Date.now())
    moveTo('2026-11-21 07:00:00')
    const runs: TimerEvent[] = []
    const timers = new Timers({
      functions: { sweep: aFunction({ callableBy: 'system', cron: daily }), api: aFunction() },
      clock,
      call: (name, event) => {
        runs.push(event)
        return call(name, event)
      },
    })
    return { timers, moveTo, runs }
  }

  it('run when they are due, with what the platform tells them', async () => {
    const { timers, moveTo, runs } = setUp()
    await timers.tick()
    expect(runs).toEqual([])
    moveTo('2026-11-21 08:00:01')
    await timers.tick()
    await timers.tick()
    expect(runs).toEqual([
      { Type: 'Timer', TriggerName: 'daily', Time: expect.stringMatching(/^2026-11-21T00:00:0\dZ$/), Message: '' },
    ])
    expect(timers.list()).toEqual([
      {
        function: 'sweep',
        name: 'daily',
        cron: '0 0 8 * * * *',
        next: china('2026-11-22 08:00:00'),
        lastRun: { at: expect.any(Number), ms: expect.any(Number), outcome: 'ok' },
      },
    ])
  })

  it('run once when the clock jumps over many times, and wait anew when it is put back', async () => {
    const { timers, moveTo, runs } = setUp()
    moveTo('2026-12-24 09:00:00')
    await timers.tick()
    await timers.tick()
    expect(runs).toHaveLength(1)
    moveTo('2026-11-21 07:00:00')
    expect(timers.list()[0]?.next).toBe(china('2026-11-21 08:00:00'))
    moveTo('2026-11-21 08:00:00')
    await timers.tick()
    expect(runs).toHaveLength(2)
  })

  it('go on after a run that failed, which they remember', async () => {
    const { timers, moveTo, runs } = setUp(async () => {
      throw new Error('broken')
    })
    for (const day of ['21', '22']) {
      moveTo(`2026-11-${day} 08:00:00`)
      await timers.tick()
    }
    expect(runs).toHaveLength(2)
    expect(timers.list()[0]?.lastRun).toMatchObject({ outcome: 'SYS_ERR' })
  })

  it('do not wait for a run that is still going on, as Tencent does not', async () => {
    let release = () => {}
    const { timers, moveTo, runs } = setUp(() => new Promise<void>((resolve) => (release = resolve)))
    moveTo('2026-11-21 08:00:00')
    const first = timers.tick()
    const releaseFirst = release
    moveTo('2026-11-22 08:00:00')
    const second = timers.tick()
    expect(runs).toHaveLength(2)
    releaseFirst()
    release()
    await Promise.all([first, second])
  })
})

describe('in a running cloud', () => {
  const bundle = withSdk(`
    const { OPENID, SOURCE } = cloud.getWXContext()
    await cloud.database().collection('runs').add({ data: { event, openid: OPENID, source: SOURCE } })
    if (process.env.BROKEN) throw new Error('broken')
  `)
  const start = (config: string, options: { timers?: boolean; name?: string } = {}) =>
    startCloud({
      bundles: { sweep: bundle, faulty: bundle, api: bundle },
      functions: {
        sweep: aFunction({ callableBy: 'system', cron: { name: options.name ?? 'nightly', config } }),
        faulty: aFunction({
          callableBy: 'system',
          cron: { name: 'faulty', config: '0 0 3 1 1 * *' },
          environment: { BROKEN: 'yes' },
        }),
        api: aFunction(),
      },
      collections: [{ name: 'runs', indexes: [] }],
      ...(options.timers === undefined ? {} : { timers: options.timers }),
    })

  it('a timer is run by hand as the platform would run it', async () => {
    const cloud = await start('0 0 3 * * * *')
    await cloud.timers.run('sweep')
    expect(cloud.database.find('runs')).toMatchObject([
      { event: { Type: 'Timer', TriggerName: 'nightly' }, openid: '', source: 'wx_trigger' },
    ])
    await cloud.timers.run('faulty')
    expect(cloud.timers.list().map(({ lastRun }) => lastRun?.outcome)).toEqual(['ok', 'FUNCTIONS_EXECUTE_FAIL'])
    await expect(cloud.timers.run('api')).rejects.toThrow('no timer')
    await cloud.close()
  })

  it('a timer runs by itself when the clock is moved over its time, if the cloud was told so', async () => {
    const [running, resting] = [await start('0 0 3 * * * *', { timers: true }), await start('0 0 3 * * * *')]
    for (const cloud of [running, resting]) cloud.clock.moveTo(86_400_000)
    while (running.database.count('runs') === 0) await new Promise((resolve) => setImmediate(resolve))
    expect(resting.database.count('runs')).toBe(0)
    await running.close()
    await resting.close()
  })

  it.each([
    ['0 */10 * * * *', 'ok'],
    ['0 0 0 L * * *', 'ok'],
    ['0 0 0 * * * *', '1st'],
  ])('a timer %j called %s does not start, and the sentence says why', async (config, name) => {
    await expect(start(config, { name })).rejects.toMatchObject({
      reason: 'timer',
      message: expect.stringMatching(/sweep.* \| .*sweep/s),
    })
  })
})
