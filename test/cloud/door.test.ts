import * as v from 'valibot'
import { doorView, type DoorView } from '../../src/contract'
import { demo } from '../../src/local/demo'
import type { LocalCloud } from '../../src/local/start'
import { callApi, lastCall, startProduct } from './support/cloud'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())

const byCode = (code: string) => callApi(cloud, { action: 'door.open', input: { by: 'code', code } })
const byPlace = (buildingId: string, unitId: string | null = null) =>
  callApi(cloud, { action: 'door.open', input: { by: 'place', buildingId, unitId } })
async function viewOf(reply: Promise<Awaited<ReturnType<typeof byCode>>>): Promise<DoorView> {
  const answered = await reply
  if (!answered.ok) throw new Error(answered.refused)
  return answered.data as unknown as DoorView
}
const communityOf = (buildingId: string) => {
  const building = demo.buildings.find(({ _id }) => _id === buildingId)
  const community = demo.communities.find(({ _id }) => _id === building?.communityId)
  if (!building || !community) throw new Error(`no building ${buildingId}`)
  return { building, community }
}
const active = demo.doorCodes.filter(({ state }) => state === 'active')

describe('a door code', () => {
  it.each(active)('$_id opens its own door in one call and three reads', async ({ _id, buildingId, unitId }) => {
    const before = cloud.calls.length
    const view = await viewOf(byCode(_id))
    expect(view.place).toMatchObject({ buildingId, unitId })
    expect(cloud.calls.length - before).toBe(1)
    const { roundTrips, documentsRead, documentsWritten } = lastCall(cloud)
    expect([roundTrips, documentsRead, documentsWritten]).toEqual([3, 3, 0])
  })

  it('needs nobody to log in', async () => {
    await viewOf(byCode('7K2MXQ9RTD'))
    expect(lastCall(cloud)).toMatchObject({ caller: 'anonymous', outcome: 'ok' })
  })

  it('that was withdrawn is refused after one read', async () => {
    expect(await byCode('B8QXV4FZRE')).toMatchObject({ ok: false, refused: 'door.revoked' })
    expect(lastCall(cloud).roundTrips).toBe(1)
  })

  it.each(['NOSUCHCODE', '7k2mxq9rtd', '!#$&()*+,/:;=?@-._~'])('%s, which nobody made, is unknown', async (code) => {
    expect(await byCode(code)).toMatchObject({ ok: false, refused: 'door.unknown' })
  })

  it.each(['', '七楼', 'x'.repeat(33), 'a b', '%41', 'https://example.cn/a-very-long-way-to-pay'])(
    '%j, which can be none, is unknown, and nothing is read',
    async (code) => {
      expect(await byCode(code)).toMatchObject({ ok: false, refused: 'door.unknown' })
      expect(lastCall(cloud).roundTrips).toBe(0)
    },
  )

  it.each([
    ['building', { buildingId: 'heyuan-99', unitId: null }],
    ['unit', { buildingId: 'heyuan-1', unitId: 'heyuan-1-u99' }],
  ])('of a %s that is gone is unknown', async (what, place) => {
    cloud.database.insert('doorCodes', [
      {
        _id: `GONE${what}`,
        communityId: 'west-street',
        ...place,
        state: 'active',
        madeAt: 1,
        revokedAt: null,
        version: 1,
      },
    ])
    expect(await byCode(`GONE${what}`)).toMatchObject({ ok: false, refused: 'door.unknown' })
  })
})

describe('a place chosen by hand', () => {
  it.each(demo.buildings)('opens $_id as its code would, in two reads', async ({ _id }) => {
    const view = await viewOf(byPlace(_id))
    expect(view.place).toMatchObject({ buildingId: _id, unitId: null, unitName: null })
    expect(lastCall(cloud).roundTrips).toBe(2)
  })

  it('opens a unit of it', async () => {
    expect((await viewOf(byPlace('heyuan-3', 'heyuan-3-u2'))).place).toMatchObject({
      unitId: 'heyuan-3-u2',
      unitName: '2单元',
    })
    expect(await viewOf(byPlace('heyuan-3', 'heyuan-3-u2'))).toEqual(await viewOf(byCode('R3FYK7GDWN')))
  })

  it.each([
    ['building', 'heyuan-99', null],
    ['unit', 'heyuan-1', 'heyuan-1-u99'],
    ['unit of another building', 'heyuan-1', 'heyuan-2-u1'],
  ])('is unknown where there is no such %s', async (_, buildingId, unitId) => {
    expect(await byPlace(buildingId, unitId)).toMatchObject({ ok: false, refused: 'door.unknown' })
  })
})

describe('what the phone gets', () => {
  it('names the place in full', async () => {
    expect((await viewOf(byCode('Q9TB5ZEXM2'))).place).toEqual({
      communityId: 'west-street',
      communityName: '西街社区',
      streetName: '河岸街道',
      region: ['山东省', '东营市', '明河区'],
      gridId: 'west-1',
      gridName: '第一网格',
      estateId: 'heyuan',
      estateName: '和苑小区',
      buildingId: 'heyuan-3',
      buildingName: '3号楼',
      unitId: 'heyuan-3-u1',
      unitName: '1单元',
    })
  })

  it.each(demo.buildings)('at $_id holds no field beyond the view', async ({ _id }) => {
    const view = await viewOf(byPlace(_id))
    expect(v.parse(doorView, view)).toEqual(view)
  })

  it.each(demo.buildings)('at $_id lists exactly those that serve it or that a setting names', async ({ _id }) => {
    const { building, community } = communityOf(_id)
    const view = await viewOf(byPlace(_id))
    const serves = ({ serviceArea: area }: (typeof community.agencies)[number]) =>
      !area ||
      area.estateIds?.includes(building.estateId) === true ||
      area.buildingIds?.includes(building._id) === true ||
      (building.gridId !== null && area.gridIds?.includes(building.gridId) === true)
    const named = Object.values(view.settings)
    const expected = community.agencies.filter((agency) => serves(agency) || named.includes(agency.id))
    expect(view.agencies.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
  })

  it('leaves out the grid next door', async () => {
    const ids = (await viewOf(byPlace('heyuan-1'))).agencies.map(({ id }) => id)
    expect([ids.includes('west-grid-1'), ids.includes('west-grid-2')]).toEqual([true, false])
  })

  it('lays the estate’s settings over the community’s', async () => {
    const { community } = communityOf('heyuan-1')
    const pairs = (settings: object) => Object.entries(settings).map(([id, value]) => ({ id, value }))
    const laid = { ...community.settings, ...community.estates[0]?.settings, 'gas.boundary': 'wall' }
    cloud.database.modify(
      'communities',
      { _id: community._id },
      { $set: { 'estates.0.settings': pairs({ ...community.estates[0]?.settings, 'gas.boundary': 'wall' }) } },
    )
    expect(community.settings['gas.boundary']).toBe('meter')
    expect((await viewOf(byPlace('heyuan-1'))).settings).toEqual(laid)
  })

  it('keeps to itself what a document holds beside the view', async () => {
    cloud.database.modify(
      'communities',
      { _id: 'riverside' },
      { $set: { secret: 'secret', 'agencies.0.secret': 'secret' } },
    )
    expect(JSON.stringify(await byPlace('banyan-1'))).not.toContain('secret')
  })
})
