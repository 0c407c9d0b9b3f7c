import type { Output } from '../../src/client/named'
import { day, hour } from '../../src/domain/time/clock'
import { startProduct } from './support/cloud'
import {
  callAs,
  consent,
  dataAs,
  dutyMember,
  gridLeader,
  handlerMember,
  keys,
  otherSecretary,
  secretary,
  street,
} from './support/people'
import { aRequest, anEvent, type RequestDocument } from './support/request-row'
import { acted, filed, filer } from './support/requests'

jest.setTimeout(60_000)

let cloud: Awaited<ReturnType<typeof startProduct>>
beforeAll(async () => {
  cloud = await startProduct()
  await consent(cloud, filer)
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['requests', 'counters']) cloud.database.remove(name, {}, { multi: true })
})

const whole = { communityId: 'west-street', gridId: null, days: 30 }
const figuresAs = (openid: string, over: object = {}) =>
  dataAs<Output<'request.figures'>>(cloud, openid, 'request.figures', { ...whole, ...over })

let made = 0
/** Requests filed so long ago (ms). */
function put(count: number, ago: number, over: Partial<RequestDocument> = {}) {
  const now = cloud.clock.now()
  const rows = Array.from({ length: count }, () => {
    const id = `figure-${++made}`
    return { ...aRequest(now, { filedAt: now - ago, _id: id, turn: id, serial: made, ...over }), shape: 1, version: 1 }
  })
  cloud.database.insert('requests', rows)
}

describe('the figures', () => {
  it('are of what was asked for, worked on and confirmed', async () => {
    const { requestId } = await filed(cloud)
    await acted(cloud, handlerMember, requestId, { verb: 'contact', reached: true, words: null })
    const other = await filed(cloud, { matterId: 'property-none' })
    await acted(cloud, gridLeader, other.requestId, { verb: 'accept', words: null })
    await acted(cloud, gridLeader, other.requestId, { verb: 'propose-resolution', words: '谈好了', pictures: [] })
    await acted(cloud, filer, other.requestId, { verb: 'confirm', words: null })
    await acted(cloud, filer, other.requestId, { verb: 'rate', solved: true, satisfied: false, words: '太慢' })
    expect(await figuresAs(secretary)).toEqual({
      ...{ filed: 2, cut: false, open: 1, overdue: 0 },
      responded: { yes: 2, of: 2, silent: 0 },
      solved: { yes: 1, of: 1, silent: 0 },
      satisfied: { yes: 0, of: 1, silent: 0 },
      matters: expect.arrayContaining([
        { matterId: 'corridor-light', count: 1 },
        { matterId: 'property-none', count: 1 },
      ]),
      buildings: [{ buildingId: 'heyuan-1', name: '和苑小区 1号楼', count: 2 }],
      handOvers: [],
    })
  })

  it('count a private matter, and do not name it', async () => {
    await filed(cloud, { matterId: 'domestic-violence' })
    expect((await figuresAs(secretary)).matters).toEqual([{ matterId: null, count: 1 }])
  })

  it('are of the period only, and of the grid only', async () => {
    put(2, day)
    put(3, 20 * day)
    put(4, 20 * day, { gridId: 'west-2' })
    put(5, 50 * day)
    expect((await figuresAs(secretary, { days: 7 })).filed).toBe(2)
    expect((await figuresAs(secretary)).filed).toBe(9)
    expect((await figuresAs(secretary, { gridId: 'west-1' })).filed).toBe(5)
    expect((await figuresAs(secretary, { days: 90 })).filed).toBe(14)
  })

  it('say what is open and overdue now, whenever it was filed', async () => {
    put(2, 100 * day)
    put(3, hour)
    put(4, 100 * day, { state: 'on-hold' })
    put(5, 100 * day, { state: 'resolved', endedAt: 1 })
    const { filed: within, open, overdue } = await figuresAs(secretary, { days: 7 })
    expect({ within, open, overdue }).toEqual({ within: 3, open: 9, overdue: 2 })
  })

  it('name the slowest ways from desk to desk, and no person', async () => {
    const filedAt = cloud.clock.now() - 3 * day
    const events = [
      anEvent({ id: '1', at: filedAt, person: keys.person(filer) }),
      anEvent({
        id: '2',
        at: filedAt,
        verb: 'assign',
        actor: 'system',
        to: 'assigned',
        data: { agencyName: '和苑物业' },
      }),
      anEvent({ id: '3', at: filedAt + 5 * hour, verb: 'start', actor: 'handler', person: 'somebody' }),
    ]
    put(3, 3 * day, { events })
    const figures = await figuresAs(secretary)
    expect(figures.handOvers).toEqual([
      {
        from: { kind: 'filed', name: null },
        to: { kind: 'agency', name: '和苑物业' },
        count: 3,
        ms: 5 * hour,
      },
    ])
    expect(JSON.stringify(figures)).not.toMatch(/somebody|水井/)
  })

  it('of more than two thousand are of the newest, and say so', async () => {
    put(2000, 2 * day)
    put(1, 3 * day)
    const { filed: counted, cut } = await figuresAs(secretary)
    expect([counted, cut]).toEqual([2000, true])
  })

  it('of nothing are zeros', async () => {
    const none = { yes: 0, of: 0, silent: 0 }
    expect(await figuresAs(street)).toEqual({
      ...{ filed: 0, cut: false, open: 0, overdue: 0, responded: none, solved: none, satisfied: none },
      ...{ matters: [], buildings: [], handOvers: [] },
    })
  })
})

describe('who reads the figures', () => {
  it.each([
    ['a secretary', secretary, true],
    ['a grid leader', gridLeader, true],
    ['the street', street, true],
    ['a duty member', dutyMember, false],
    ['a handler', handlerMember, false],
    ['another community’s secretary', otherSecretary, false],
    ['a resident', filer, false],
  ])('%s', async (_, openid, may) => {
    const reply = await callAs(cloud, openid, 'request.figures', whole)
    expect(reply.ok ? 'ok' : reply.refused).toBe(may ? 'ok' : 'role.forbidden')
  })
})
