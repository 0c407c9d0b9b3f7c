import { demo } from '../../src/local/demo'
import type { LocalCloud } from '../../src/local/start'
import { callApi, lastCall, startProduct } from './support/cloud'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())

interface Named {
  readonly id: string
  readonly name: string
}
/** Every page of a list, following the cursors. */
async function pages(action: string, list: string, input: object): Promise<readonly (readonly Named[])[]> {
  const found: Named[][] = []
  let cursor: unknown = null
  do {
    const reply = await callApi(cloud, { action, input: { ...input, cursor } })
    if (!reply.ok) throw new Error(reply.refused)
    found.push(reply.data[list] as Named[])
    cursor = reply.data['cursor']
  } while (cursor !== null)
  return found
}
const communities = () => pages('place.list', 'communities', {})
const buildings = (estateId: string) => pages('place.buildings', 'buildings', { estateId })

describe('choosing a place by hand', () => {
  it('begins with every community and its estates', async () => {
    const [page, ...others] = await communities()
    expect(others).toEqual([])
    const expected = demo.communities.map(({ _id, name, street, estates }) => ({
      id: _id,
      name,
      streetName: street.name,
      estates: estates.map(({ id, name: estate, address }) => ({ id, name: estate, address })),
    }))
    expect(page).toHaveLength(expected.length)
    expect(page).toEqual(expect.arrayContaining(expected))
  })

  it('goes on with the buildings of an estate, in the order in which people count them', async () => {
    const [page] = await buildings('mill-compound')
    expect(page?.map(({ name }) => name)).toEqual(['1号楼', '2号楼', '10号楼'])
    expect(page?.[0]).toEqual({
      id: 'mill-1-building',
      name: '1号楼',
      units: [1, 2, 3].map((unit) => ({ id: `mill-1-building-u${unit}`, name: `${unit}单元` })),
    })
  })

  it('finds no building in an estate that is not there', async () => {
    expect(await buildings('nowhere')).toEqual([[]])
  })

  it('pages through an estate of many buildings, each once and in order, reading no more than it shows', async () => {
    const many = Array.from({ length: 120 }, (_, at) => ({
      _id: `many-${at}`,
      communityId: 'riverside',
      estateId: 'many',
      gridId: null,
      name: `${120 - at}号楼`,
      order: 120 - at,
      units: [],
      shape: 1,
      version: 1,
    }))
    cloud.database.insert('buildings', many)
    const found = await buildings('many')
    expect(found.map((page) => page.length)).toEqual([50, 50, 20])
    expect(found.flat().map(({ name }) => name)).toEqual(many.map(({ name }) => name).reverse())
    // The last page: what it shows, and at most the row before it.
    expect(lastCall(cloud).documentsRead).toBeLessThanOrEqual(21)
    expect(lastCall(cloud).roundTrips).toBe(1)
  })

  it('pages through many communities of the same name', async () => {
    const [sample] = cloud.database.find('communities', { _id: 'riverside' })
    cloud.database.insert(
      'communities',
      Array.from({ length: 70 }, (_, at) => ({ ...sample, _id: `same-${at}`, name: '同名社区' })),
    )
    const found = (await communities()).flat().map(({ id }) => id)
    expect(found).toHaveLength(73)
    expect(new Set(found).size).toBe(73)
  })

  it.each(['place.list', 'place.buildings'])('%s refuses a cursor that is none of ours', async (action) => {
    const input = action === 'place.list' ? {} : { estateId: 'heyuan' }
    for (const cursor of ['', 'garbage', Buffer.from('[{"$gt":""},"x"]').toString('base64url')]) {
      const reply = await callApi(cloud, { action, input: { ...input, cursor } })
      expect(reply).toMatchObject({ ok: false, refused: 'place.bad-cursor' })
    }
  })

  it('refuses the cursor of another list', async () => {
    const cursor = Buffer.from('[3,"heyuan-3"]').toString('base64url')
    expect(await callApi(cloud, { action: 'place.list', input: { cursor } })).toMatchObject({
      refused: 'place.bad-cursor',
    })
  })

  it('refuses a cursor that is longer than any', async () => {
    const reply = await callApi(cloud, { action: 'place.list', input: { cursor: 'x'.repeat(201) } })
    expect(reply).toMatchObject({ ok: false, refused: 'input.invalid' })
  })
})
