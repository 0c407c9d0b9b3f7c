import fc from 'fast-check'
import {
  type BuildingPlan,
  planBounds,
  plannedBuildings,
  type PlanPlace,
  readSheets,
  sheetsOf,
} from '../../src/domain/directory'
import { roomsOf } from '../../src/domain/directory/plan'
import { directoryWords } from '../../src/text/directory-sheets'
import { aKnown, directoryOf, places, readAgain, sheet } from './support/directory'

const place: PlanPlace = { communityId: 'lane', estateId: 'e1', gridId: null, before: [], words: directoryWords }
const plan: BuildingPlan = { buildings: 5, units: 4, floors: 6, roomsPerFloor: 2 }

describe('5 buildings, 4 units, 6 floors, 2 a floor', () => {
  const planned = plannedBuildings(plan, place)

  it('are named the usual way', () => {
    expect(planned.map(({ building }) => building.name)).toEqual(['1号楼', '2号楼', '3号楼', '4号楼', '5号楼'])
    expect(planned[0]?.units.map(({ name }) => name)).toEqual(['1单元', '2单元', '3单元', '4单元'])
    const rooms = planned[0]?.units[0]?.rooms.map(({ room }) => room)
    expect([rooms?.length, rooms?.[0], rooms?.[1], rooms?.[2], rooms?.at(-1)]).toEqual([12, '101', '102', '201', '602'])
  })

  it('stand in their order, each with an id of its own', () => {
    expect(planned.map(({ building }) => building.order)).toEqual([1, 2, 3, 4, 5])
    const ids = planned.flatMap(({ building, units }) => [building.id, ...units.map(({ id }) => id)])
    expect(new Set(ids).size).toBe(5 + 20)
  })

  it('go on where others end', () => {
    expect(plannedBuildings({ ...plan, buildings: 2, first: 6 }, place).map(({ building }) => building.name)).toEqual([
      '6号楼',
      '7号楼',
    ])
  })

  it('keep what is there already', () => {
    const before = planned.map(({ building }) => ({ ...building, id: `old-${building.order}` }))
    const again = plannedBuildings(plan, { ...place, before })
    expect(again.map(({ building }) => building.id)).toEqual(['old-1', 'old-2', 'old-3', 'old-4', 'old-5'])
    expect(again[0]?.units.map(({ id }) => id)).toEqual(planned[0]?.units.map(({ id }) => id))
  })

  it('have their rooms themselves where there are no units', () => {
    const [only] = plannedBuildings({ buildings: 1, units: 0, floors: 2, roomsPerFloor: 1 }, place)
    expect(only?.units).toEqual([])
    expect(only?.rooms).toEqual([
      { room: '101', floor: 1 },
      { room: '201', floor: 2 },
    ])
  })

  it('are the same as from a sheet that says so', () => {
    const estateId = directoryOf(places).estates[1]?.id ?? ''
    const rows = ['1号楼', '2号楼'].map((name) => ['柳园', name, 4, 6, 2])
    const typed = directoryOf([
      ...places.slice(0, 2),
      sheet('楼栋', ['小区', '楼栋', '单元', '层数', '每层户数'], ...rows),
    ])
    const made = plannedBuildings({ ...plan, buildings: 2 }, { ...place, estateId })
    expect(made.map(({ building }) => building)).toEqual(typed.buildings)
    const before = { ...directoryOf(places), buildings: typed.buildings }
    expect(readSheets(readAgain(sheetsOf(before, aKnown())), aKnown({ before })).directory).toEqual(before)
  })
})

describe('a plan', () => {
  it.each<[string, Partial<BuildingPlan>]>([
    ['of no buildings', { buildings: 0 }],
    ['of more buildings than a community has', { buildings: 101 }],
    ['of half a unit', { units: 1.5 }],
    ['without floors', { floors: 0 }],
    ['that begins at no number', { first: 0 }],
  ])('%s makes nothing', (_, over) => expect(plannedBuildings({ ...plan, ...over }, place)).toEqual([]))

  it('never names two rooms of a unit the same', () => {
    const { floors, roomsPerFloor } = planBounds
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: floors.most }),
        fc.integer({ min: 1, max: roomsPerFloor.most }),
        (high, wide) => {
          const rooms = roomsOf(high, wide).map(({ room }) => room)
          expect(new Set(rooms).size).toBe(high * wide)
        },
      ),
    )
  })
})
