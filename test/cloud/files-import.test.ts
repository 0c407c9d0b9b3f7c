import type { Output } from '../../src/client/named'
import { startProduct } from './support/cloud'
import { communityId, confirmed, newEstate, prepared, shown, workbookOf, worked } from './support/files'
import { dataAs } from './support/people'

jest.setTimeout(120_000)

let cloud: Awaited<ReturnType<typeof startProduct>>
beforeEach(async () => {
  cloud = await startProduct()
})
afterEach(() => cloud.close())

type Places = Output<'place.list'>
type Buildings = Output<'place.buildings'>

/** What a resident sees of the community: its estates and their buildings. */
async function seen(): Promise<readonly string[]> {
  const { communities } = await dataAs<Places>(cloud, 'somebody', 'place.list', { cursor: null })
  const estates = communities.find(({ id }) => id === communityId)?.estates ?? []
  const lists = estates.map(async ({ id, name }) => {
    const { buildings } = await dataAs<Buildings>(cloud, 'somebody', 'place.buildings', { estateId: id, cursor: null })
    return buildings.map((building) => `${name} ${building.name}`)
  })
  return (await Promise.all(lists)).flat()
}

describe('an import', () => {
  it('shows nothing before it is confirmed, and everything after', async () => {
    const before = await seen()
    const importId = await prepared(cloud, workbookOf(newEstate(cloud, 3, 4)))
    expect(await seen()).toEqual(before)
    await confirmed(cloud, importId, true)
    const during = await seen()
    await worked(cloud, importId)
    expect(during).toEqual([...before, '新苑 1号楼', '新苑 2号楼', '新苑 3号楼'])
    expect(await seen()).toEqual(during)
  })

  it('says what it would do', async () => {
    const importId = await prepared(cloud, workbookOf(newEstate(cloud, 3, 4)))
    const { state, problems, changes, breaks } = await shown(cloud, importId)
    expect(problems).toEqual([])
    expect(state).toBe('ready')
    expect(changes.find(({ kind }) => kind === 'buildings')?.comes).toEqual({
      count: 3,
      examples: ['新苑 1号楼', '新苑 2号楼', '新苑 3号楼'],
    })
    expect(changes.find(({ kind }) => kind === 'households')?.comes.count).toBe(12)
    expect(breaks).toEqual([])
  })

  // How long it takes is the bench's to say: `npm run bench -- --only directory-import`.
  it('takes five thousand rooms', async () => {
    const importId = await prepared(cloud, workbookOf(newEstate(cloud, 100, 50)))
    await confirmed(cloud, importId, true)
    await worked(cloud, importId)
    expect(cloud.database.find('households', {})).toHaveLength(100)
  })
})
