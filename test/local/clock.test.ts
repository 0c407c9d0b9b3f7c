import fc from 'fast-check'
import { runInNewContext } from 'node:vm'
import { Clock } from '../../src/local/clock'
import { moveDate } from '../../src/local/moved-date'
import { call, connectSdk, startCloud, type SdkDatabase, type Started } from './support/cloud'

const day = 24 * 3600_000

describe('a moved Date', () => {
  /** A realm of its own, so that this one keeps its clock. */
  function realm(offset: number): { Date: DateConstructor } {
    const made = runInNewContext('globalThis') as { Date: DateConstructor }
    moveDate(made, () => offset)
    return made
  }

  it('is ahead in each of the three ways to ask for the present', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40 * 365 * day, max: 40 * 365 * day }), (offset) => {
        const { Date: Moved } = realm(offset)
        const before = Date.now() + offset
        const asked = [Moved.now(), new Moved().getTime(), Moved.parse(Moved()) + 999]
        const after = Date.now() + offset + 999
        return asked.every((moment) => moment >= before && moment <= after)
      }),
    )
  })

  it('leaves dates that are made from a value', () => {
    const { Date: Moved } = realm(day)
    expect(new Moved(5).getTime()).toBe(5)
    expect(new Moved('2026-11-21T00:00:00Z').getTime()).toBe(Date.parse('2026-11-21T00:00:00Z'))
    expect(new Moved(2026, 10, 21).getTime()).toBe(new Date(2026, 10, 21).getTime())
    expect(Moved.UTC(2026, 0)).toBe(Date.UTC(2026, 0))
    expect(Moved.parse('1970-01-01T00:00:00Z')).toBe(0)
  })

  it('is still a Date to whoever asks what it is', () => {
    const { Date: Moved } = realm(day)
    const date = new Moved()
    expect(date instanceof Moved).toBe(true)
    expect(date.constructor).toBe(Moved)
    expect(Object.prototype.toString.call(date)).toBe('[object Date]')
    expect(Moved.name).toBe('Date')
    expect(typeof Moved()).toBe('string')
  })

  it('can be extended', () => {
    const { Date: Moved } = realm(day)
    class Day extends Moved {
      tomorrow() {
        return this.getTime() + day
      }
    }
    const today = new Day()
    expect(today instanceof Day).toBe(true)
    expect(today instanceof Moved).toBe(true)
    expect(today.tomorrow()).toBeGreaterThanOrEqual(Date.now() + 2 * day - 1000)
    expect(new Day(0).tomorrow()).toBe(day)
  })
})

it('a clock refuses an offset that is no number', () => {
  const clock = new Clock()
  expect(() => clock.moveTo(NaN)).toThrow(RangeError)
  expect(clock.offset).toBe(0)
})

describe('when the clock of the cloud is moved', () => {
  let cloud: Started
  let database: SdkDatabase
  beforeAll(async () => {
    cloud = await startCloud({
      bundles: {
        hours: `
          const loadedAt = Date.now()
          exports.main = () => {
            return { loadedAt, now: Date.now(), made: new Date().getTime(), told: Date.parse(Date()), running: performance.now() }
          }
        `,
        fresh: `const loadedAt = new Date().getTime(); exports.main = () => ({ loadedAt })`,
      },
      collections: [{ name: 'rows', indexes: [{ name: 'at', fields: ['at'] }] }],
      workers: 1,
    })
    database = connectSdk(cloud)
  })
  afterEach(() => cloud.clock.moveTo(0))
  afterAll(() => cloud.close())

  const hours = async () => (await call(cloud, 'hours', {})).result as Record<string, number>
  /** A call takes its time; nobody's test takes an hour. */
  const expectAbout = (moment: number | undefined, expected: number) =>
    expect(Math.abs((moment ?? 0) - expected)).toBeLessThan(3600_000)

  it('a function lives at that time, and no longer than that', async () => {
    cloud.clock.moveTo(30 * day)
    const moved = await hours()
    for (const moment of [moved.now, moved.made, moved.told]) expectAbout(moment, Date.now() + 30 * day)
    expect(moved.running).toBeLessThan(day)
    cloud.clock.moveTo(-day)
    expectAbout((await hours()).now, Date.now() - day)
    cloud.clock.moveTo(0)
    expectAbout((await hours()).now, Date.now())
  })

  it('a function that loads then already loads at that time', async () => {
    cloud.clock.moveTo(7 * day)
    const { result } = await call(cloud, 'fresh', {})
    expectAbout((result as { loadedAt: number }).loadedAt, Date.now() + 7 * day)
  })

  it('the server date of the database is that time, written and compared', async () => {
    cloud.clock.moveTo(2 * day)
    const rows = database.collection('rows')
    await rows.add({ data: { _id: 'now', at: database.serverDate() } })
    await rows.doc('now').update({ data: { later: database.serverDate({ offset: 1000 }) } })
    await rows.doc('set').set({ data: { at: database.serverDate({ offset: -day }) } })
    const { at, later } = cloud.database.get('rows', 'now') as unknown as { at: Date; later: Date }
    expectAbout(at.getTime(), Date.now() + 2 * day)
    expect(later.getTime()).toBeGreaterThanOrEqual(at.getTime() + 1000)
    const past = await rows.where({ at: database.command.lt?.(database.serverDate({ offset: -3600_000 })) }).get()
    expect(past.data.map(({ _id }) => _id)).toEqual(['set'])
  })

  it('the record of a call has that time', async () => {
    cloud.clock.moveTo(3 * day)
    await hours()
    expectAbout(cloud.calls.at(-1)?.at, Date.now() + 3 * day)
  })
})
