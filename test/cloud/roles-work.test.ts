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
  cloud.database.insert('complaints', [
    { _id: 'p1', communityId: 'west-street', gridId: null, state: 'open', filedAt: 1 },
    { _id: 'p2', communityId: 'west-street', gridId: 'west-2', state: 'closed', filedAt: 1 },
  ])
})
afterAll(() => cloud.close())

const posts = async (openid: string) => (await dataAs<Output<'work.show'>>(cloud, openid, 'work.show', {})).posts

describe('the workbench', () => {
  it.each([
    ['a secretary the whole community’s', secretary, { homes: 5, checks: 1, complaints: 1 }],
    ['a grid leader the own grid’s', gridLeader, { homes: 2, checks: 1, complaints: 0 }],
    ['at most 99', otherSecretary, { homes: 99, checks: 0, complaints: 0 }],
    ['a volunteer nothing', volunteer, { homes: null, checks: null, complaints: null }],
    ['the street nothing', street, { homes: null, checks: null, complaints: null }],
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
