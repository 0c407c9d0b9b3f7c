import { minute } from '../../src/domain/time/clock'
import { functions } from '../../src/cloud/deployment'
import type { LocalCloud, LogLine } from '../../src/local/start'
import { startProduct } from './support/cloud'
import { agreed } from './support/messages'
import { consent, handlerMember, keys } from './support/people'
import { acting, filed, filer } from './support/requests'

let cloud: LocalCloud & { readonly lines: readonly LogLine[] }
beforeEach(async () => void (cloud = await startProduct()))
afterEach(() => cloud.close())

/** As the platform's timer starts it. */
const ring = () => cloud.timers.run('timer')
const last = () => {
  const record = cloud.calls.at(-1)
  if (!record) throw new Error('nothing ran')
  return record
}
const steps = () => cloud.lines.flatMap(({ text }) => /"event":"timer\.(\w+)"/.exec(text)?.[1] ?? [])
const told = (openid: string) =>
  cloud.database.find('messages', { person: keys.person(openid) }).map(({ kind }) => kind)

describe('the timer of every minute', () => {
  it('asks the database eight questions where nothing is due, between two runs that do everything', async () => {
    await ring()
    await ring()
    expect(last()).toMatchObject({ function: 'timer', outcome: 'ok', databaseTrips: 8, documentsWritten: 0 })
    cloud.clock.moveTo(11 * minute)
    await ring()
    expect(last().databaseTrips).toBeGreaterThan(10)
  })

  it('is the one that the manifest names', async () => {
    expect(functions.timer.cron).toEqual({ name: 'every-minute', config: '0 */1 * * * * *' })
    expect(cloud.timers.list()).toMatchObject([{ function: 'timer', name: 'every-minute' }])
    await ring()
    expect(cloud.timers.list()).toMatchObject([{ lastRun: { outcome: 'ok' } }])
  })

  it('tells the handler of what was filed, and brings it to WeChat’s door in the same run', async () => {
    agreed(cloud, handlerMember, 1, 'duty')
    await consent(cloud, filer)
    await filed(cloud)
    expect(told(handlerMember)).toEqual([])
    await ring()
    expect(told(handlerMember)).toEqual(['request.todo'])
    const sent = cloud.messages.sent.filter(({ openid }) => openid === handlerMember)
    expect(sent).toMatchObject([{ outcome: 'sent', page: expect.stringMatching(/^pages\/desk\/request\/index\?id=/) }])
  })

  it('has nothing left to tell of a step whose own call has told it', async () => {
    await consent(cloud, filer)
    const { requestId } = await filed(cloud)
    await ring()
    await acting(cloud, handlerMember, requestId, { verb: 'start', words: '下午来' })
    expect(told(filer)).toEqual(['request.progress'])
    await ring()
    expect(told(filer)).toEqual(['request.progress'])
  })

  it('reminds the handler of what nobody has taken up, once, also an hour late', async () => {
    await consent(cloud, filer)
    await filed(cloud, { matterId: 'water-no-supply' })
    await ring()
    cloud.clock.moveTo(90 * minute)
    await Promise.all([ring(), ring(), ring()])
    await ring()
    const due = cloud.database.find('messages', { kind: 'request.due' })
    expect(new Set(due.map(({ person }) => person)).size).toBe(due.length)
    expect(due.length).toBeGreaterThan(0)
  })

  it('says of a run how much it did, and never whose', async () => {
    await consent(cloud, filer)
    const { requestId } = await filed(cloud)
    await ring()
    expect(steps()).toContain('requests')
    const lines = cloud.lines.map(({ text }) => text).join('\n')
    for (const secret of [keys.person(filer), filer, requestId]) expect(lines).not.toContain(secret)
  })
})
