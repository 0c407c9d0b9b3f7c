import * as v from 'valibot'
import { derived } from '../../src/cloud/request/derive'
import { definitions } from '../../src/cloud/store/documents'
import { requestStates } from '../../src/domain/request/verbs'
import { day, hour } from '../../src/domain/time/clock'
import { calendar } from '../../src/knowledge/calendar/calendar'
import { demo } from '../../src/local/demo'
import { demoRequests } from '../../src/local/demo/requests'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'

/** A Wednesday at noon, a Sunday night, the morning after New Year, and a summer of a year without a table. */
const moments = ['2026-11-18T12:00:00', '2026-11-22T23:50:00', '2026-01-02T00:10:00', '2027-07-14T15:00:00'].map((at) =>
  Date.parse(`${at}+08:00`),
)

describe.each(moments.map((now) => [new Date(now).toISOString(), now] as const))(
  'the demo’s requests at %s',
  (_, now) => {
    const requests = demoRequests(now)

    it('are in every state there is, and some of them elsewhere', () => {
      const here = requests.filter(({ communityId }) => communityId === 'west-street').map(({ state }) => state)
      expect(new Set(here)).toEqual(
        new Set(requestStates.filter((state) => state !== 'accepted' || here.includes(state))),
      )
      expect(requests.length).toBeGreaterThanOrEqual(20)
    })

    it('are as the store keeps them, and what follows from the rest fits it', () => {
      for (const request of requests) {
        expect(v.parse(definitions.requests.schema, request)).toMatchObject({ state: request.state })
        expect(request).toMatchObject(derived(request, calendar, now))
      }
    })

    it('have numbers of their own, and places that the directory has', () => {
      const numbers = requests.map(({ communityId, day: of, serial }) => `${communityId} ${of} ${serial}`)
      expect(new Set(numbers).size).toBe(requests.length)
      for (const { buildingId, unitId } of requests) {
        const building = demo.buildings.find(({ _id }) => _id === buildingId)
        if (unitId !== null) expect(building?.units.map(({ id }) => id)).toContain(unitId)
      }
    })

    it('have happened in the order of time, and not in the future', () => {
      for (const { _id, events } of requests) {
        const times = events.map(({ at }) => at)
        expect([_id, times]).toEqual([_id, [...times].sort((one, other) => one - other)])
        expect([_id, (times.at(-1) ?? 0) <= now]).toEqual([_id, true])
      }
    })

    it('were told already: nothing is sent to anybody because the demo begins', () => {
      for (const { _id, nextAt, told, events } of requests) {
        expect([_id, nextAt > now, told]).toEqual([_id, true, events.length])
      }
    })

    it('tell of somebody only under a seal', () => {
      for (const secret of ['母亲"', '吴大爷', '0008888', 'demo-person', 'demo-handler']) {
        expect(JSON.stringify(requests)).not.toContain(secret)
      }
    })

    it('show one that is late, one that was contested, one that is followed by neighbours, and one that is private', () => {
      const one = (id: string) => requests.find(({ _id }) => _id === id)
      expect(one('demo-overdue')?.dueAt).toBeLessThan(now - hour)
      expect(one('demo-reopened')?.voices).toMatchObject([{ solved: false }])
      expect(one('demo-assigned')?.neighbours).toHaveLength(2)
      expect(one('demo-private')).toMatchObject({ isPrivate: true, isPublic: false })
      expect(one('demo-archived')?.endedAt).toBeLessThan(now - 30 * day)
    })
  },
)

it('a running demo has them, its timer sends nobody anything for them, and other starts have none', async () => {
  const running = await startDemoCloud({ dataFile: ':memory:', alive: true })
  const plain = await startDemoCloud({ dataFile: ':memory:' })
  try {
    expect(running.database.find('requests').length).toBeGreaterThan(20)
    await running.timers.run('timer')
    expect(running.database.find('messages')).toEqual([])
    expect(plain.database.find('requests')).toEqual([])
  } finally {
    await running.close()
    await plain.close()
  }
})
