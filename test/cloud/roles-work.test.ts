import type { Output } from '../../src/client/named'
import type { LocalCloud } from '../../src/local/start'
import { startProduct } from './support/cloud'
import { dataAs, gridLeader, handlerMember, otherSecretary, secretary, street, volunteer } from './support/people'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startProduct()
  const home = { communityId: 'west-street', state: 'declared', declaredAt: 1 }
  const homes = (count: number, gridId: string | null, over: object = {}) =>
    Array.from({ length: count }, (_, at) => ({
      _id: `home-${gridId}-${at}-${Object.keys(over).join()}`,
      ...home,
      gridId,
      ...over,
    }))
  cloud.database.insert('homes', [
    ...homes(2, 'west-1'),
    ...homes(3, 'west-2'),
    ...homes(4, 'west-1', { state: 'confirmed' }),
    ...homes(120, null, { communityId: 'spinning-mill' }),
  ])
  cloud.database.insert('checks', [
    { _id: 'c1', communityId: 'west-street', gridId: 'west-1', open: true, dueAt: 1 },
    { _id: 'c2', communityId: 'west-street', gridId: 'west-1', open: false, dueAt: 1 },
  ])
  // Three on the grid leader's desk, one with the property company; of each of these two one is late.
  const request = {
    communityId: 'west-street',
    gridId: 'west-1',
    agencies: [] as string[],
    desk: 'todo',
    open: true,
    dueAt: 1,
  }
  const later = Date.now() + 1_000_000_000
  cloud.database.insert(
    'requests',
    [
      {},
      { dueAt: later },
      { gridId: 'west-2', dueAt: later },
      { gridId: 'west-2', desk: 'doing', agencies: ['west-property'] },
      { desk: 'paused', agencies: ['west-property'] },
      { desk: 'doing', agencies: ['west-property'], dueAt: later },
    ].map((over, serial) => ({
      _id: `q${serial}`,
      day: '2026-01-01',
      serial,
      turn: `t${serial}`,
      ...request,
      ...over,
    })),
  )
  cloud.database.insert('complaints', [
    { _id: 'p1', communityId: 'west-street', gridId: null, state: 'open', filedAt: 1 },
    { _id: 'p2', communityId: 'west-street', gridId: 'west-2', state: 'closed', filedAt: 1 },
  ])
})
afterAll(() => cloud.close())

const posts = async (openid: string) => (await dataAs<Output<'work.show'>>(cloud, openid, 'work.show', {})).posts

describe('the workbench', () => {
  it.each([
    [
      'a secretary the whole community’s',
      secretary,
      { homes: 5, checks: 1, complaints: 1, requests: { todo: 3, overdue: 2 } },
    ],
    [
      'a grid leader the own grid’s',
      gridLeader,
      { homes: 2, checks: 1, complaints: 0, requests: { todo: 2, overdue: 1 } },
    ],
    ['at most 99', otherSecretary, { homes: 99, checks: 0, complaints: 0, requests: { todo: 0, overdue: 0 } }],
    ['a handler what was given to the own agency', handlerMember, { homes: null, requests: { todo: 2, overdue: 1 } }],
    ['a volunteer nothing', volunteer, { homes: null, checks: null, complaints: null, requests: null }],
    ['the street the requests', street, { homes: null, checks: null, requests: { todo: 3, overdue: 2 } }],
  ])('counts what waits: for %s', async (_, openid, counts) => {
    expect(await posts(openid)).toEqual([expect.objectContaining(counts)])
  })

  it('names the place of each role', async () => {
    expect(await posts(gridLeader)).toMatchObject([
      { communityName: '西街社区', gridName: expect.stringMatching(/网格/), agencyName: null },
    ])
    expect(await posts(handlerMember)).toMatchObject([{ gridName: null, agencyName: expect.any(String) }])
  })

  it('is empty for a resident', async () => {
    expect(await posts('somebody')).toEqual([])
  })
})
