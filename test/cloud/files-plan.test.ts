import type { Output } from '../../src/client/named'
import type { Connected } from './support/cloud'
import { noon } from './support/entry'
import { ask, dataOf, laneOf, platform, startLane, visiblePlaces } from './support/file-world'

jest.setTimeout(60_000)

let cloud: Connected
beforeEach(async () => {
  cloud = await startLane()
})
afterEach(() => cloud.close())

const plan = {
  ...{ communityId: 'lane', estateId: null, estate: { name: '新苑', address: '柳巷3号' }, gridId: 'lane-1' },
  ...{ first: 1, buildings: 3, units: 2, floors: 6, roomsPerFloor: 2, rooms: true },
}
const saying = (verdict: 'pass' | 'risky') => ({ platform: { ...platform, checkText: () => Promise.resolve(verdict) } })
const begin = (over: object = {}, verdict: 'pass' | 'risky' = 'pass') =>
  ask(cloud, 'import.plan', { ...plan, ...over }, saying(verdict))

async function planned(over: object = {}): Promise<string> {
  const { importId } = await dataOf<Output<'import.plan'>>(begin(over))
  await dataOf(ask(cloud, 'import.step', { importId, fileId: null }))
  return importId
}
const show = (importId: string) =>
  dataOf<Output<'import.show'>>(ask(cloud, 'import.show', { communityId: 'lane', importId }))
async function confirmed(importId: string): Promise<void> {
  await dataOf(ask(cloud, 'import.confirm', { importId, breaks: false }))
  await dataOf(ask(cloud, 'import.step', { importId, fileId: null }))
}

const oldPlaces = ['老院 1号楼', '老院 2号楼']

describe('buildings by a plan', () => {
  it('are shown before, and visible once they are confirmed, beside what is there', async () => {
    const importId = await planned()
    const { kind, state, changes, breaks } = await show(importId)
    expect({ kind, state, breaks }).toEqual({ kind: 'plan', state: 'ready', breaks: [] })
    const counts = changes.map(({ kind: of, comes, changes: other, goes }) => [
      of,
      comes.count,
      other.count,
      goes.count,
    ])
    expect(counts).toEqual([
      ['estates', 1, 0, 0],
      ['buildings', 3, 0, 0],
      ['units', 6, 0, 0],
      ['households', 72, 0, 0],
    ])
    expect(await visiblePlaces(cloud)).toEqual(oldPlaces)
    await confirmed(importId)
    expect(await visiblePlaces(cloud)).toEqual([...oldPlaces, '新苑 1号楼', '新苑 2号楼', '新苑 3号楼'])
  })

  it('can be taken back like a workbook', async () => {
    await confirmed(await planned())
    const { revisions } = await dataOf<Output<'revision.list'>>(
      ask(cloud, 'revision.list', { communityId: 'lane', cursor: null }),
    )
    expect(revisions.map(({ endedBy }) => endedBy)).toEqual(['plan'])
    const { importId } = await dataOf<Output<'revision.restore'>>(
      ask(cloud, 'revision.restore', { communityId: 'lane', revision: 1 }),
    )
    await dataOf(ask(cloud, 'import.step', { importId, fileId: null }))
    await confirmed(importId)
    expect(await visiblePlaces(cloud)).toEqual(oldPlaces)
  })

  it('change nothing a second time', async () => {
    await confirmed(await planned())
    const { estates } = await laneOf(cloud)
    const importId = await planned({ estateId: estates[1]?.id, estate: null })
    expect((await show(importId)).changes).toEqual([])
  })

  it.each([
    ['whose numbers are out of bounds', { buildings: 101 }, 'import.bad-plan'],
    ['without an estate', { estate: null }, 'estate.missing'],
    ['of an estate that is gone', { estateId: 'gone' }, 'estate.missing'],
    ['of an estate that is called like another', { estate: { name: '老院', address: '' } }, 'estate.same-name'],
    ['of a grid that is gone', { gridId: 'gone' }, 'grid.missing'],
  ])('are refused %s', async (_, over, refused) => {
    expect(await begin(over)).toMatchObject({ ok: false, refused })
    expect(cloud.database.find('imports', {})).toEqual([])
  })

  it('are refused where an estate would have more than a directory holds', async () => {
    const many = Array.from({ length: 450 }, (_, at) => ({
      ...{ _id: `many-${at}`, communityId: 'lane', estateId: 'old', gridId: null, name: `甲${at}`, order: 9000 + at },
      ...{ units: [], shape: 1, version: 1 },
    }))
    cloud.database.insert('buildings', many)
    expect(await begin({ estateId: 'old', buildings: 49 })).toMatchObject({ refused: 'directory.full' })
    expect(await begin({ estateId: 'old', buildings: 48 })).toMatchObject({ ok: true })
  })

  it('are refused where the name of the estate does not pass the check', async () => {
    expect(await begin({}, 'risky')).toMatchObject({ refused: 'content.refused' })
  })

  it('are outdated where their grid went before they were worked out', async () => {
    const { importId } = await dataOf<Output<'import.plan'>>(begin())
    const community = await laneOf(cloud)
    await cloud.store.communities.replace({ ...community, grids: [], updatedAt: noon })
    expect(await ask(cloud, 'import.step', { importId, fileId: null })).toMatchObject({ refused: 'import.outdated' })
  })
})
