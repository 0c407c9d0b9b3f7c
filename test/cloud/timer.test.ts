import { day, minute } from '../../src/domain/time/clock'
import type { LocalCloud, LogLine } from '../../src/local/start'
import { startProduct, until } from './support/cloud'
import { callAs, dataAs, consent, keys } from './support/people'
import { known, lifeOf, put, somebody } from './support/somebody'

let cloud: LocalCloud & { readonly lines: readonly LogLine[] }
beforeEach(async () => void (cloud = await startProduct()))
afterEach(() => cloud.close())

const run = () => cloud.invoke('timer', {}, { source: 'wx_trigger' })
const logged = () => cloud.lines.map(({ text }) => text).join('\n')
/** What a step said in the log. */
async function saidBy(step: string) {
  const line = () => cloud.lines.filter(({ text }) => text.includes(`"timer.${step}"`)).at(-1)
  await until(() => line() !== undefined)
  return JSON.parse(line()?.text ?? '{}') as Record<string, unknown>
}

describe('the timer', () => {
  it('sweeps, seals anew, erases, pushes and checks again, and says of each step what it did', async () => {
    expect(await run()).toEqual({ ok: true })
    for (const step of ['pushed', 'rechecked', 'erased', 'resealed', 'swept']) {
      expect(await saidBy(step)).toMatchObject({ level: 'info' })
    }
  })

  it('removes the counts of searches after 180 days, in as many batches as it takes', async () => {
    const miss = (_id: string, dayOf: string) => ({
      ...{ _id, communityId: 'west-street', day: dayOf, outcome: 'wrong', text: null, count: 1, shown: [] },
    })
    put(cloud.database, {
      searchMisses: [
        ...Array.from({ length: 130 }, (_, at) => miss(`old-${at}`, '2020-01-01')),
        miss('today', new Date(cloud.clock.now() + 8 * 60 * minute).toISOString().slice(0, 10)),
      ],
    })
    await run()
    expect(cloud.database.find('searchMisses').map(({ _id }) => _id)).toEqual(['today'])
  })

  it('ends an erasure that the call itself could not end, and tells nobody whose it was', async () => {
    put(cloud.database, lifeOf(known.openid, cloud.clock.now() - day))
    await dataAs(cloud, known.openid, 'me.erase', {})
    expect(await dataAs(cloud, known.openid, 'me.show', {})).toMatchObject({ erasing: true, name: null, phone: null })
    cloud.clock.moveTo(2 * minute)
    await run()
    expect(await saidBy('erased')).toMatchObject({ done: 1, open: 0, failed: 0 })
    expect(await dataAs(cloud, known.openid, 'me.show', {})).toMatchObject({ erasing: false, consents: [] })
    for (const secret of [somebody, known.openid, known.name, known.phone]) expect(logged()).not.toContain(secret)
  })

  it('lets somebody who has erased everything begin anew', async () => {
    await consent(cloud, known.openid)
    await dataAs(cloud, known.openid, 'me.erase', {})
    cloud.clock.moveTo(2 * minute)
    await run()
    await consent(cloud, known.openid)
    expect(cloud.database.find('people', { _id: keys.person(known.openid) })).toHaveLength(1)
  })

  it('goes on with the other steps where one fails, and says which', async () => {
    put(cloud.database, { people: lifeOf(known.openid, cloud.clock.now()).people ?? [] })
    // Of a release to come: it must not be read as if it were understood.
    cloud.database.modify('people', { _id: somebody }, { $set: { shape: 99, keyId: 'another' } })
    put(cloud.database, { resends: [{ _id: 'old', input: '', result: '', expiresAt: 1 }] })
    expect(await run()).toEqual({ ok: false, refused: 'server.failed' })
    expect(await saidBy('failed')).toMatchObject({ level: 'error', step: 'resealed' })
    expect(cloud.database.find('resends')).toEqual([])
  })

  it('is nothing that a phone can start', async () => {
    expect(
      await cloud.invoke('timer', {}, { source: 'wx_client', openid: 'somebody' }).catch(() => 'refused'),
    ).not.toEqual({
      ok: true,
    })
    expect(await callAs(cloud, 'somebody', 'timer', {})).toMatchObject({ refused: 'action.unknown' })
  })
})
