import type { Output } from '../../src/client/named'
import { endImports } from '../../src/cloud/files/end'
import { keepRevision } from '../../src/cloud/files/keep-revision'
import { readWorkbook } from '../../src/cloud/workbook'
import type { Connected } from './support/cloud'
import { noon } from './support/entry'
import { ask, dataOf, laneOf, platform, startLane, startedImport, visiblePlaces } from './support/file-world'
import { workbookOf } from './support/files'
import { keys } from './support/people'

jest.setTimeout(60_000)

let cloud: Connected
beforeEach(async () => {
  cloud = await startLane()
})
afterEach(() => cloud.close())

type View = Output<'import.show'>
type Progress = Output<'import.step'>

const workbook = workbookOf({
  小区: [['小区名称'], ['新苑']],
  楼栋: [
    ['小区', '楼栋', '网格', '单元'],
    ['新苑', '1号楼', '第一网格', '1,2'],
    ['新苑', '2号楼', '第一网格', '1,2'],
  ],
  住户: [
    ['小区', '楼栋', '单元', '房号', '称呼', '电话', '需要关注', '同意登记'],
    ['新苑', '1号楼', '1单元', '101', '王阿姨', '13900000000', '独居', '是'],
  ],
})
const oldPlaces = ['老院 1号楼', '老院 2号楼']
const newPlaces = ['新苑 1号楼', '新苑 2号楼']

const step = (importId: string, fileId: string | null = null) =>
  dataOf<Progress>(ask(cloud, 'import.step', { importId, fileId }))
const show = (importId: string | null) => dataOf<View>(ask(cloud, 'import.show', { communityId: 'lane', importId }))
const confirm = (importId: string, breaks = true) => ask(cloud, 'import.confirm', { importId, breaks, rooms: breaks })
const refusedOf = async (reply: ReturnType<typeof ask>) => {
  const answer = await reply
  return answer.ok ? null : answer.refused
}

async function ready(bytes = workbook): Promise<string> {
  const { importId, fileId } = await startedImport(cloud, bytes)
  await step(importId, fileId)
  return importId
}
async function imported(bytes = workbook): Promise<string> {
  const importId = await ready(bytes)
  await dataOf(confirm(importId))
  await step(importId)
  return importId
}

describe('a workbook that cannot be imported', () => {
  it('is refused by its size before it is uploaded', async () => {
    const asked = ask(cloud, 'import.start', { communityId: 'lane', size: 20 * 1024 * 1024 })
    expect(await refusedOf(asked)).toBe('import.too-large')
  })

  it('is told in a sentence where it is no workbook', async () => {
    const view = await show(await ready(Buffer.from('%PDF-1.7 nothing of the kind')))
    expect(view).toMatchObject({ state: 'faulty', fault: expect.stringContaining('不是Excel') as string })
  })

  it('is told by sheet and cell where a cell is wrong', async () => {
    const importId = await ready(
      workbookOf({
        楼栋: [
          ['小区', '楼栋'],
          ['老院', '1号楼'],
          ['老远', '2号楼'],
        ],
      }),
    )
    const view = await show(importId)
    expect(view.problems).toEqual([expect.objectContaining({ sheet: '楼栋', cell: 'A3', stops: true })])
    expect(await refusedOf(confirm(importId))).toBe('import.not-ready')
  })

  it('does not lie in the storage once it was read', async () => {
    const { importId, fileId } = await startedImport(cloud, workbook)
    await step(importId, fileId)
    expect(await platform.download(fileId, 1e6)).toBe(null)
  })

  it('is not taken from another path', async () => {
    const { importId } = await startedImport(cloud, workbook)
    const other = await platform.upload('uploads/elsewhere.xlsx', workbook)
    expect(await refusedOf(ask(cloud, 'import.step', { importId, fileId: other }))).toBe('import.no-file')
  })
})

describe('an import that is ready', () => {
  it('asks whether what breaks is meant', async () => {
    cloud.database.insert('doorCodes', [
      {
        ...{ _id: 'CODE1', communityId: 'lane', buildingId: 'old-1', unitId: null, state: 'active' },
        ...{ madeAt: noon, revokedAt: null, shape: 1, version: 1 },
      },
    ])
    const importId = await ready()
    expect((await show(importId)).breaks).toEqual([
      { kind: 'building', name: '老院 1号楼', doorCodes: 1, households: 0, homes: 0, requests: 0, members: 0 },
    ])
    expect(await refusedOf(confirm(importId, false))).toBe('import.breaks')
    expect(await refusedOf(confirm(importId, true))).toBe(null)
  })

  it('is outdated once the directory was changed', async () => {
    const importId = await ready()
    const community = await laneOf(cloud)
    await cloud.store.communities.replace({ ...community, revision: community.revision + 1 })
    expect(await refusedOf(confirm(importId))).toBe('import.outdated')
    expect(await visiblePlaces(cloud)).toEqual(oldPlaces)
  })

  it('is given up by a later one', async () => {
    const first = await ready()
    const second = await ready()
    expect(await refusedOf(confirm(first))).toBe('import.over')
    expect(await refusedOf(confirm(second))).toBe(null)
    expect(await visiblePlaces(cloud)).toEqual(newPlaces)
  })

  it('leaves nothing behind once it was cancelled and swept', async () => {
    const before = cloud.database.find('buildings', {})
    const importId = await ready()
    await dataOf(ask(cloud, 'import.cancel', { importId }))
    const row = await cloud.store.imports.find(importId)
    await endImports({ store: cloud.store, platform, keys, hasTime: () => true }, row ? [row] : [])
    const buildings = cloud.database.find('buildings', {})
    expect(buildings.map(({ version: _, ...fields }) => fields)).toEqual(
      before.map(({ version: _, ...fields }) => fields),
    )
    for (const name of ['households', 'importParts', 'directories'])
      expect([name, cloud.database.find(name, {})]).toEqual([name, []])
  })

  it('seals what people told: nothing of a room lies in the open', async () => {
    await imported()
    const text = JSON.stringify(
      ['households', 'imports', 'importParts', 'directories'].flatMap((name) => cloud.database.find(name, {})),
    )
    expect(text).not.toContain('13900000000')
    expect(text).not.toContain('王阿姨')
  })
})

describe('an earlier revision', () => {
  it('is brought back with its buildings and its rooms', async () => {
    await imported()
    await imported(
      workbookOf({
        小区: [['小区名称'], ['别院']],
        楼栋: [
          ['小区', '楼栋'],
          ['别院', '9号楼'],
        ],
      }),
    )
    expect(cloud.database.find('households', {})).toEqual([])
    const { revisions } = await dataOf<Output<'revision.list'>>(
      ask(cloud, 'revision.list', { communityId: 'lane', cursor: null }),
    )
    expect(revisions.map(({ revision, endedBy }) => [revision, endedBy])).toEqual([
      [2, 'workbook'],
      [1, 'workbook'],
    ])
    const { importId } = await dataOf<Output<'revision.restore'>>(
      ask(cloud, 'revision.restore', { communityId: 'lane', revision: 2 }),
    )
    await step(importId)
    await dataOf(confirm(importId))
    await step(importId)
    expect(await visiblePlaces(cloud)).toEqual(newPlaces)
    expect(cloud.database.find('households', {})).toHaveLength(1)
  })

  it('undoes what keepers saved by hand since', async () => {
    const community = await laneOf(cloud)
    const building = await cloud.store.buildings.find('old-1')
    const kept = keepRevision({ store: cloud.store, keys, now: noon }, community, [{ id: 'old-1', before: building }])
    const saved = { ...community, agencies: [], revision: 2 }
    if (!building) throw new Error('no building')
    await cloud.store.commit([
      cloud.store.communities.replacing(saved),
      cloud.store.buildings.replacing({ ...building, name: '甲楼' }),
      ...kept,
    ])
    const { importId } = await dataOf<Output<'revision.restore'>>(
      ask(cloud, 'revision.restore', { communityId: 'lane', revision: 1 }),
    )
    await step(importId)
    await dataOf(confirm(importId))
    expect(await visiblePlaces(cloud)).toEqual(oldPlaces)
    expect((await laneOf(cloud)).agencies).toEqual(community.agencies)
  })
})

describe('the export', () => {
  const sheets = async (households: boolean) => {
    const { file } = await dataOf<Output<'export.directory'>>(
      ask(cloud, 'export.directory', { communityId: 'lane', households }),
    )
    const bytes = Buffer.from(file, 'base64')
    return { bytes, text: JSON.stringify(readWorkbook(bytes)) }
  }

  it('is a workbook of which an import changes nothing', async () => {
    await imported()
    const { bytes } = await sheets(true)
    expect((await show(await ready(bytes))).changes).toEqual([])
  })

  it('holds people only where they were asked for, and each is logged', async () => {
    await imported()
    expect((await sheets(false)).text).not.toContain('13900000000')
    expect((await sheets(true)).text).toContain('13900000000')
    const logged = cloud.database.find('audits', { verb: 'directory.export' })
    expect(logged.map(({ subject }) => (subject as { collection: string }).collection)).toEqual([
      'communities',
      'households',
    ])
  })
})
