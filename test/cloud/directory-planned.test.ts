import type { Output } from '../../src/client/named'
import { directoryHandlers } from '../../src/cloud/directory'
import { roomsIn, sealRooms } from '../../src/cloud/files/load'
import { serveBy } from '../../src/cloud/serve'
import type { Household } from '../../src/domain/directory'
import type { Connected } from './support/cloud'
import { anEntry } from './support/entry'
import { stepsIn } from './support/file-steps'
import { ask, dataOf, keeper, laneOf, platform, startLane } from './support/file-world'
import { freshKey, keys } from './support/people'

jest.setTimeout(60_000)

let cloud: Connected
beforeEach(async () => {
  cloud = await startLane()
})
afterEach(() => cloud.close())

const { stepping, confirming, show } = stepsIn(() => cloud)

const hand = (action: string, input: object) =>
  serveBy(
    directoryHandlers,
    { action, input, key: freshKey(), release: 1 },
    anEntry(cloud.store, { caller: { openid: keeper, source: 'wx_client' }, platform }),
  )

const plan = {
  ...{ communityId: 'lane', estateId: null, estate: { name: '新苑', address: '柳巷3号' }, gridId: 'lane-1' },
  ...{ first: 1, buildings: 2, units: 2, floors: 3, roomsPerFloor: 2, rooms: true },
}

/** Two buildings of twelve rooms each that a plan has made, confirmed but not yet tidied up. */
async function confirmedPlan(): Promise<string> {
  const { importId } = await dataOf<Output<'import.plan'>>(ask(cloud, 'import.plan', plan))
  await dataOf(stepping(importId))
  await dataOf(confirming(importId, false))
  return importId
}
const tidied = async () => dataOf(stepping(await confirmedPlan()))

/** The planned buildings in their order. */
async function planned() {
  const estate = (await laneOf(cloud)).estates.find(({ name }) => name === '新苑')
  const input = { communityId: 'lane', estateId: estate?.id, cursor: null }
  return (await dataOf<Output<'directory.buildings'>>(hand('directory.buildings', input))).buildings
}
async function removeFirst(): Promise<string> {
  const [first] = await planned()
  const reply = await hand('building.remove', { buildingId: first?.buildingId, seen: first?.mark })
  return reply.ok ? 'ok' : reply.refused
}
const rowsOf = async (buildingId: string | undefined) =>
  (
    await cloud.store.households.page({ where: { communityId: 'lane' }, order: 'buildingId', after: null, limit: 20 })
  ).rows.filter((row) => row.buildingId === buildingId)
async function roomsOf(buildingId: string | undefined): Promise<readonly Household[]> {
  const community = await laneOf(cloud)
  return (await rowsOf(buildingId)).flatMap((row) => roomsIn(keys, row, community))
}

describe('a building whose rooms a plan has made', () => {
  it('goes with its rooms, because nobody is in them, and no other loses any', async () => {
    await tidied()
    const [first, second] = (await planned()).map(({ buildingId }) => buildingId)
    expect(await removeFirst()).toBe('ok')
    expect([(await rowsOf(first)).length, (await roomsOf(second)).length]).toEqual([0, 12])
  })

  it('goes before the import is tidied up too, which then ends as it would', async () => {
    const importId = await confirmedPlan()
    expect(await removeFirst()).toBe('ok')
    await dataOf(stepping(importId))
    expect([(await show(importId)).state, (await planned()).map(({ name }) => name)]).toEqual(['done', ['2号楼']])
  })

  it('stays once somebody is in one of them', async () => {
    await tidied()
    const [first] = await planned()
    const [row] = await rowsOf(first?.buildingId)
    if (!row) throw new Error('no rooms')
    const [room, ...others] = await roomsOf(first?.buildingId)
    if (!room) throw new Error('no room')
    const rooms = sealRooms(keys, row._id, 'rooms', [{ ...room, needs: ['alone'] }, ...others])
    await cloud.store.households.replace({ ...row, rooms })
    expect(await removeFirst()).toBe('building.has-households')
  })

  it('comes back with its rooms when the revision before is brought back', async () => {
    await tidied()
    const before = await planned()
    const rooms = await roomsOf(before[0]?.buildingId)
    expect(await removeFirst()).toBe('ok')
    const { revision } = await laneOf(cloud)
    const input = { communityId: 'lane', revision: revision - 1 }
    const { importId } = await dataOf<Output<'revision.restore'>>(ask(cloud, 'revision.restore', input))
    await dataOf(stepping(importId))
    await dataOf(confirming(importId))
    await dataOf(stepping(importId))
    expect([await planned(), await roomsOf(before[0]?.buildingId)]).toEqual([before, rooms])
  })
})
