import fc from 'fast-check'
import {
  reachOf,
  type Happened,
  type ReachBuilding,
  type ReachHome,
  type ReachRoom,
} from '../../src/domain/notice/reach'
import { visitingList } from '../../src/domain/notice/visiting'
import { needs } from '../../src/domain/directory/types'
import { audience } from './support/notices'

const room = (id: string, over: Partial<ReachRoom> = {}): ReachRoom => ({
  ...{ id, unitId: 'one-1', floor: Number(id.slice(0, -2)), room: id, hasPhone: true, needs: [] },
  ...over,
})
const one = (rooms: readonly ReachRoom[]): ReachBuilding => ({ id: 'one', estateId: 'heyuan', rooms })
const building = one([room('101'), room('102'), room('201'), room('202')])
const home = (person: string, roomId: string | null, state: ReachHome['state'] = 'declared'): ReachHome => ({
  ...{ person, roomId, state, buildingId: 'one' },
})
const nothing: Happened = { openings: [], acknowledgements: [], helps: [], ticks: [] }
const opened = (...people: readonly string[]): Happened => ({
  ...nothing,
  openings: people.map((person) => ({ person })),
})
const tick = (roomId: string, id = `t${roomId}`, isUndone = false) => ({ id, roomId, isUndone, by: 'leader', at: 1 })

const reach = (homes: readonly ReachHome[], happened: Happened, of = building, to = audience()) =>
  reachOf(to, [of], homes, happened)
const ofOne = (...args: Parameters<typeof reach>) => reach(...args).buildings[0]!

describe('how many households know', () => {
  it('is nobody at first', () => {
    expect(ofOne([], nothing)).toMatchObject({ households: 4, reached: 0, unknown: 4, told: 0 })
  })

  it('counts a household once, however many of it opened it, and how sure that is', () => {
    const homes = [home('mother', '101'), home('son', '101', 'confirmed'), home('neighbour', '102')]
    expect(ofOne(homes, opened('mother', 'son', 'neighbour'))).toMatchObject({
      opened: { households: 2, confirmed: 1 },
      unknown: 2,
    })
  })

  it('says 知道了 and 我需要帮忙 apart, and both have opened it', () => {
    const happened = {
      ...nothing,
      acknowledgements: [{ person: 'a' }],
      helps: [{ id: 'r1', person: 'b', roomId: null }],
    }
    expect(ofOne([home('a', '101'), home('b', '102')], happened)).toMatchObject({
      opened: { households: 2 },
      acknowledged: { households: 1 },
      asked: { households: 1, confirmed: 0 },
    })
  })

  it('never says that somebody opened it who was told at the door, or for whom help was asked', () => {
    const happened = { ...nothing, ticks: [tick('101')], helps: [{ id: 'r1', person: null, roomId: '102' }] }
    expect(ofOne([], happened)).toMatchObject({
      ...{ opened: { households: 0 }, told: 1, asked: { households: 1, confirmed: 1 }, reached: 2, unknown: 2 },
    })
  })

  it('takes a tick back, also where a copy from before comes after it', () => {
    expect(ofOne([], { ...nothing, ticks: [tick('101', 't1', true), tick('101', 't1')] }).told).toBe(0)
    expect(ofOne([], { ...nothing, ticks: [tick('101', 't1', true), tick('101', 't2')] }).told).toBe(1)
  })

  it('gives nobody a room that they did not say: they are counted apart', () => {
    const homes = [home('roomless', null), home('wrong', '999'), home('both', '101'), home('both', '102')]
    const all = reach(homes, opened('roomless', 'wrong', 'both', 'stranger'))
    expect(all.buildings[0]).toMatchObject({ opened: { households: 0 }, people: { withoutRoom: 3, notConcerned: 0 } })
    expect(all).toMatchObject({ people: 4, elsewhere: 1 })
  })

  it('believes a confirmed home before one that was only said', () => {
    const homes = [home('moved', '101'), home('moved', '202', 'confirmed')]
    expect(ofOne(homes, opened('moved')).opened).toEqual({ households: 1, confirmed: 1 })
  })

  it('counts no room of another building, even where it is called the same', () => {
    const two: ReachHome = { ...home('other', '101'), buildingId: 'two' }
    expect(reach([two], opened('other'))).toMatchObject({
      ...{ people: 1, elsewhere: 1, buildings: [{ opened: { households: 0 }, people: { withoutRoom: 0 } }] },
    })
  })

  it('is sure of help that somebody asks for their own confirmed home only', () => {
    const asks = (homes: readonly ReachHome[]) =>
      ofOne(homes, { ...nothing, helps: [{ id: 'r1', person: 'a', roomId: '101' }] }).asked
    expect(asks([home('a', '101')])).toEqual({ households: 1, confirmed: 0 })
    expect(asks([home('a', '101', 'confirmed')])).toEqual({ households: 1, confirmed: 1 })
  })

  it('is of those whom it concerns: units and needs', () => {
    const rooms = [
      room('101', { needs: ['over-60'] }),
      room('102'),
      room('201', { unitId: 'one-2', needs: ['over-60'] }),
    ]
    const to = audience({
      ...{ where: { kind: 'units', units: [{ buildingId: 'one', unitId: 'one-1' }] }, needs: ['over-60'] },
    })
    expect(ofOne([home('a', '101'), home('b', '102')], opened('a', 'b'), one(rooms), to)).toMatchObject({
      ...{ households: 1, opened: { households: 1 }, unknown: 0, people: { notConcerned: 1 } },
    })
  })

  it('says so of a building whose households nobody has entered', () => {
    expect(ofOne([home('a', '101')], opened('a'), one([]))).toMatchObject({
      ...{ isEntered: false, households: 0, unknown: 0, people: { withoutRoom: 1 } },
    })
  })
})

describe('the visiting list', () => {
  const rooms = [
    room('101'),
    room('1002', { unitId: 'one-1', floor: 10 }),
    room('201', { hasPhone: false }),
    room('302', { needs: ['hard-to-walk'] }),
    room('301', { unitId: 'one-2' }),
    room('X', { floor: null }),
  ]
  const list = (direction: 'up' | 'down', first: 'pressing' | 'floor', happened = nothing) =>
    visitingList(audience(), one(rooms), ['one-1', 'one-2'], [home('a', '101')], happened, { direction, first }).map(
      ({ roomId }) => roomId,
    )

  it('goes unit by unit: who has no phone, then who has needs, then the others by floor', () => {
    expect(list('up', 'pressing')).toEqual(['201', '302', '101', '1002', 'X', '301'])
    expect(list('down', 'pressing')).toEqual(['201', '302', '1002', '101', 'X', '301'])
  })

  it('goes floor by floor where that is wished', () => {
    expect(list('up', 'floor')).toEqual(['101', '201', '302', '1002', 'X', '301'])
    expect(list('down', 'floor')).toEqual(['1002', '302', '201', '101', 'X', '301'])
  })

  it('has nobody on it of whom anything is known', () => {
    expect(list('up', 'floor', { ...opened('a'), ticks: [tick('201')] })).toEqual(['302', '1002', 'X', '301'])
  })

  it('has those without a phone first on one floor, and room 9 before room 10', () => {
    const floor = one([
      room('110', { floor: 1 }),
      room('109', { floor: 1 }),
      room('99', { floor: 1 }),
      room('111', { floor: 1, hasPhone: false }),
    ])
    const all = visitingList(audience(), floor, ['one-1'], [], nothing, { direction: 'up', first: 'floor' })
    expect(all.map(({ roomId }) => roomId)).toEqual(['111', '99', '109', '110'])
  })
})

const roomIds = ['101', '102', '201', '202', '301']
const people = ['a', 'b', 'c', 'd', 'e', 'f']
const world = fc.record({
  rooms: fc
    .uniqueArray(
      fc.record({
        id: fc.constantFrom(...roomIds),
        needs: fc.subarray([...needs].slice(0, 2)),
        hasPhone: fc.boolean(),
        unitId: fc.constantFrom('one-1', 'one-2', null),
      }),
      { selector: ({ id }) => id },
    )
    .map((all) => all.map(({ id, ...over }) => room(id, over))),
  homes: fc.array(
    fc.record({
      person: fc.constantFrom(...people),
      buildingId: fc.constantFrom('one', 'one', 'two'),
      roomId: fc.constantFrom(...roomIds, '999', null),
      state: fc.constantFrom('confirmed' as const, 'declared' as const),
    }),
  ),
  openings: fc.array(fc.record({ person: fc.constantFrom(...people) })),
  acknowledgements: fc.array(fc.record({ person: fc.constantFrom(...people) }), { maxLength: 4 }),
  helps: fc.array(
    fc.record({
      id: fc.constantFrom('r1', 'r2', 'r3'),
      person: fc.constantFrom(...people, null),
      roomId: fc.constantFrom(...roomIds, null),
    }),
    { maxLength: 3 },
  ),
  ticks: fc.array(
    fc.record({
      id: fc.constantFrom('t1', 't2', 't3', 't4'),
      roomId: fc.constantFrom(...roomIds),
      isUndone: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
  /** Who saw only what held before the last change, and which doors were told only of that. */
  peopleBefore: fc.array(fc.record({ person: fc.constantFrom(...people) }), { maxLength: 4 }),
  roomsBefore: fc.array(fc.constantFrom(...roomIds), { maxLength: 3 }),
  onlyNeeds: fc.boolean(),
})
type World = typeof world extends fc.Arbitrary<infer One> ? One : never

const happenedIn = ({ openings, acknowledgements, helps, ticks, peopleBefore, roomsBefore }: World): Happened => ({
  ...{ openings, acknowledgements, helps },
  ticks: ticks.map((one) => ({ ...one, by: 'leader', at: 1 })),
  before: { people: peopleBefore, ticks: roomsBefore.map((roomId, at) => tick(roomId, `before-${at}`)) },
})
const wanted = ({ onlyNeeds }: World) => audience(onlyNeeds ? { needs: ['over-60'] } : {})
const buildingsIn = ({ rooms }: World): readonly ReachBuilding[] => [one(rooms), { ...one([]), id: 'two' }]
const all = (given: World) => reachOf(wanted(given), buildingsIn(given), given.homes, happenedIn(given))

describe('whatever came in', () => {
  it('comes to the same in any order and however often it comes', () => {
    const mixed = <One>(list: readonly One[], order: readonly number[]): readonly One[] =>
      [...list, ...list.filter((_, at) => (order[at] ?? 0) % 2 === 0)]
        .map((one, at) => ({ one, key: order[at % order.length] ?? 0 }))
        .sort((left, right) => left.key - right.key)
        .map(({ one }) => one)
    fc.assert(
      fc.property(world, fc.array(fc.nat({ max: 99 }), { minLength: 5, maxLength: 20 }), (given, order) => {
        const other: World = {
          ...given,
          ...{ homes: [...mixed(given.homes, order)], openings: [...mixed(given.openings, order)] },
          ...{ helps: [...mixed(given.helps, order)], ticks: [...mixed(given.ticks, order)] },
          acknowledgements: [...mixed(given.acknowledgements, order)],
          ...{ peopleBefore: [...mixed(given.peopleBefore, order)], roomsBefore: [...mixed(given.roomsBefore, order)] },
        }
        expect(all(other)).toEqual(all(given))
      }),
      { numRuns: 300 },
    )
  })

  it('all households are reached or not, and all people are somewhere', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { buildings, people: everybody, elsewhere } = all(given)
        for (const { households, reached, unknown, opened: seen, acknowledged, asked, told } of buildings) {
          expect(reached + unknown).toBe(households)
          for (const { households: some, confirmed } of [seen, acknowledged, asked]) {
            expect(confirmed).toBeLessThanOrEqual(some)
            expect(some).toBeLessThanOrEqual(reached)
          }
          expect(acknowledged.households).toBeLessThanOrEqual(seen.households)
          expect(reached).toBeLessThanOrEqual(seen.households + asked.households + told)
        }
        const apart = buildings.reduce((sum, { people: of }) => sum + of.withoutRoom + of.notConcerned, 0)
        const inRooms = buildings.reduce((sum, { opened: of }) => sum + of.households, 0)
        expect(elsewhere + apart + inRooms).toBeLessThanOrEqual(everybody)
        // Without anybody in a household, everybody is counted apart.
        if (inRooms === 0) expect(elsewhere + apart).toBe(everybody)
      }),
      { numRuns: 400 },
    )
  })

  it('more that happens never makes fewer of them known, but for a tick that is taken back', () => {
    fc.assert(
      fc.property(world, fc.constantFrom(...people), (given, person) => {
        const reached = (of: World) => all(of).buildings.reduce((sum, one) => sum + one.reached, 0)
        expect(reached({ ...given, openings: [...given.openings, { person }] })).toBeGreaterThanOrEqual(reached(given))
      }),
      { numRuns: 200 },
    )
  })

  it('nobody has opened it whom nobody saw open it', () => {
    fc.assert(
      fc.property(world, (given) => {
        const unseen: World = {
          ...given,
          openings: [],
          acknowledgements: [],
          helps: given.helps.map((one) => ({ ...one, person: null })),
        }
        for (const { opened: seen } of all(unseen).buildings) expect(seen).toEqual({ households: 0, confirmed: 0 })
      }),
      { numRuns: 200 },
    )
  })

  it('what held before makes nobody known, and only unknown ones are said to know it', () => {
    fc.assert(
      fc.property(world, (given) => {
        const without = all({ ...given, peopleBefore: [], roomsBefore: [] })
        const { outdated, buildings } = all(given)
        for (const one of buildings) expect(one.outdated).toBeLessThanOrEqual(one.unknown)
        const none = { buildings: buildings.map((one) => ({ ...one, outdated: 0 })), outdated: 0 }
        expect({ ...all(given), ...none }).toEqual(without)
        expect(outdated).toBeLessThanOrEqual(new Set(given.peopleBefore.map(({ person }) => person)).size)
      }),
      { numRuns: 300 },
    )
  })

  it('the visiting list is exactly the unknown ones', () => {
    fc.assert(
      fc.property(world, (given) => {
        const visits = visitingList(
          wanted(given),
          one(given.rooms),
          ['one-1', 'one-2'],
          given.homes,
          happenedIn(given),
          {
            ...{ direction: 'up', first: 'pressing' },
          },
        )
        expect(visits).toHaveLength(all(given).buildings[0]!.unknown)
        expect(new Set(visits.map(({ roomId }) => roomId)).size).toBe(visits.length)
      }),
      { numRuns: 200 },
    )
  })
})
