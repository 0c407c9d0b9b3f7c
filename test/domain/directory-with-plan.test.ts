import {
  emptyDirectory,
  isAskable,
  planFault,
  withPlan,
  type AskedBuildings,
  type Building,
  type Household,
} from '../../src/domain/directory'
import { directoryWords } from '../../src/text/directory-sheets'

const place = { communityId: 'lane', words: directoryWords }
const estate = { id: 'e1', name: '柳园', address: '', settings: [] }
const before = { ...emptyDirectory, estates: [estate], grids: [{ id: 'g1', name: '第一网格' }] }
const asked: AskedBuildings = {
  ...{ estateId: 'e1', estate: null, gridId: 'g1', rooms: true },
  ...{ first: 1, buildings: 2, units: 2, floors: 3, roomsPerFloor: 2 },
}
const building: Building = {
  ...{ id: 'b2', estateId: 'e1', gridId: null, name: '2栋', order: 2, units: [], floors: null, roomsPerFloor: null },
}
const room: Household = {
  ...{ id: 'h1', buildingId: 'b2', unitId: null, room: '101', floor: 1 },
  ...{ name: '王阿姨', phone: '13900000000', needs: [], consent: true },
}

describe('a plan laid over a directory', () => {
  it('adds its buildings, and a room for each home, with nobody in it', () => {
    const { buildings, households } = withPlan(before, asked, place)
    expect(buildings.map(({ name, gridId, units }) => [name, gridId, units.length])).toEqual([
      ['1号楼', 'g1', 2],
      ['2号楼', 'g1', 2],
    ])
    expect(households).toHaveLength(2 * 2 * 3 * 2)
    expect(new Set(households.map(({ id }) => id)).size).toBe(24)
    expect(households[0]).toMatchObject({ room: '101', floor: 1, name: null, phone: null, needs: [], consent: false })
  })

  it('lists no rooms where nobody asked for them', () => {
    expect(withPlan(before, { ...asked, rooms: false }, place).households).toEqual([])
  })

  it('makes the estate that is not there yet', () => {
    const next = withPlan(before, { ...asked, estateId: null, estate: { name: '新苑', address: '柳巷2号' } }, place)
    expect(next.estates.map(({ name, address }) => [name, address])).toEqual([
      ['柳园', ''],
      ['新苑', '柳巷2号'],
    ])
    expect(new Set(next.buildings.map(({ estateId }) => estateId))).toEqual(new Set([next.estates[1]?.id]))
  })

  it('fills in what nobody has said of a building that is there, however it is called', () => {
    const { buildings } = withPlan({ ...before, buildings: [building] }, asked, place)
    expect(buildings).toHaveLength(2)
    expect(buildings[0]).toMatchObject({ id: 'b2', name: '2栋', gridId: 'g1', floors: 3, roomsPerFloor: 2 })
    expect(buildings[0]?.units).toHaveLength(2)
  })

  it('leaves a building as it is once somebody said how it is built', () => {
    const built = { ...building, gridId: 'g2', floors: 18 }
    const next = withPlan({ ...before, buildings: [built] }, asked, place)
    expect(next.buildings[0]).toEqual(built)
    expect(next.households.filter(({ buildingId }) => buildingId === 'b2')).toEqual([])
  })

  it('gives no units to a building in which people are listed without one', () => {
    const next = withPlan({ ...before, buildings: [building], households: [room] }, asked, place)
    expect(next.buildings[0]).toEqual({ ...building, gridId: 'g1' })
    expect(next.households[0]).toEqual(room)
  })

  it('changes nothing a second time', () => {
    const once = withPlan(before, asked, place)
    expect(withPlan(once, asked, place)).toEqual(once)
  })

  it('adds rooms to buildings that a plan without them has made', () => {
    const once = withPlan(before, { ...asked, rooms: false }, place)
    const next = withPlan(once, asked, place)
    expect(next.buildings).toEqual(once.buildings)
    expect(next.households).toHaveLength(24)
  })

  it.each(['101室', '１０１', '101号', '101户'])('adds no room beside one that is listed as %s', (name) => {
    const once = withPlan(before, asked, place)
    const renamed = once.households.map((one, at) => (at === 0 ? { ...one, room: name } : one))
    expect(withPlan({ ...once, households: renamed }, asked, place).households).toEqual(renamed)
  })

  it('keeps people in the rooms where they are', () => {
    const once = withPlan(before, asked, place)
    const lived = once.households.map((one, at) => (at === 3 ? { ...one, name: '王阿姨' } : one))
    expect(withPlan({ ...once, households: lived }, asked, place).households).toEqual(lived)
  })
})

describe('what is wrong with a plan', () => {
  it.each([
    ['nothing', asked, null],
    ['an estate that is gone', { ...asked, estateId: 'e9' }, 'estate.missing'],
    ['no estate at all', { ...asked, estateId: null }, 'estate.missing'],
    [
      'an estate’s name twice',
      { ...asked, estateId: null, estate: { name: '柳 园', address: '' } },
      'estate.same-name',
    ],
    ['a grid that is gone', { ...asked, gridId: 'g9' }, 'grid.missing'],
  ] as const)('%s', (_, plan, fault) => {
    expect(planFault(before, plan)).toBe(fault)
  })

  it.each([
    ['as people ask', {}, true],
    ['no building', { buildings: 0 }, false],
    ['more buildings than a plan makes', { buildings: 101 }, false],
    ['a first building that is none', { first: 0 }, false],
    ['more rooms than are listed', { buildings: 100, units: 20, floors: 6 }, false],
    ['as many buildings without their rooms', { buildings: 100, units: 20, floors: 6, rooms: false }, true],
  ])('its numbers: %s', (_, over, isFine) => {
    expect(isAskable({ ...asked, ...over })).toBe(isFine)
  })
})
