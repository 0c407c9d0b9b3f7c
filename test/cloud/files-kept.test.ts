import type { Output } from '../../src/client/named'
import { endImports } from '../../src/cloud/files/end'
import { roomsIn } from '../../src/cloud/files/load'
import { sealedAt } from '../../src/cloud/people/ids'
import { firstDocument } from '../../src/cloud/store/collection'
import { definitions } from '../../src/cloud/store/documents'
import { strFromU8, inflateSync } from 'fflate'
import { breaking } from './support/breaking'
import type { Connected } from './support/cloud'
import { noon } from './support/entry'
import { ask, dataOf, laneOf, platform, startLane, startedImport } from './support/file-world'
import { workbookOf } from './support/files'
import { keys } from './support/people'
import { aWishRow } from './support/wish-row'

jest.setTimeout(60_000)

let cloud: Connected
beforeEach(async () => {
  cloud = await startLane()
})
afterEach(() => cloud.close())

const heads = ['小区', '楼栋', '单元', '房号', '称呼', '电话', '需要关注', '同意登记']
const rooms = (...rows: readonly (readonly string[])[]) =>
  workbookOf({ 住户: [heads, ...rows.map(([room = '', ...people]) => ['老院', '1号楼', '1单元', room, ...people])] })
const wang = ['101', '王阿姨', '13900000000', '独居', '是']
const withdrawn = ['101', '王阿姨', '13900000000', '独居', '否']

async function ready(bytes: Buffer): Promise<string> {
  const { importId, fileId } = await startedImport(cloud, bytes)
  await dataOf(ask(cloud, 'import.step', { importId, fileId }))
  return importId
}
async function confirmed(importId: string): Promise<void> {
  await dataOf(ask(cloud, 'import.confirm', { importId, breaks: true, rooms: true }))
  await dataOf(ask(cloud, 'import.step', { importId, fileId: null }))
}
const imported = async (bytes: Buffer) => confirmed(await ready(bytes))

/** Everything that is sealed of a directory, in the open. */
function keptWords(): string {
  const kept = cloud.database.find('directories', {}).map(({ _id, data }) => {
    const text = keys.unseal(data as string, sealedAt('directories', 'data', _id as string))
    return text === '' ? '' : strFromU8(inflateSync(Buffer.from(text, 'base64')))
  })
  return kept.join('\n')
}
async function people() {
  const community = await laneOf(cloud)
  const { rows } = await cloud.store.households.page({
    ...{ where: { communityId: 'lane' }, order: 'buildingId', after: null, limit: 10 },
  })
  return rows.flatMap((row) =>
    roomsIn(keys, row, community).map(({ room, name, phone, needs }) => [room, name, phone, needs.length]),
  )
}
async function restored(revision: number): Promise<void> {
  const { importId } = await dataOf<Output<'revision.restore'>>(
    ask(cloud, 'revision.restore', { communityId: 'lane', revision }),
  )
  await dataOf(ask(cloud, 'import.step', { importId, fileId: null }))
  await confirmed(importId)
}

describe('who lives in a room', () => {
  it('is in no kept revision, while the room is', async () => {
    await imported(rooms(wang))
    await imported(rooms(wang, ['102', '', '', '', '']))
    expect(keptWords()).toContain('"101"')
    expect(keptWords()).not.toMatch(/王阿姨|13900000000|alone/)
  })

  it('is nowhere any more once the consent was withdrawn', async () => {
    await imported(rooms(wang))
    await imported(rooms(withdrawn))
    expect(await people()).toEqual([['101', null, null, 0]])
    expect(cloud.database.find('importParts', {})).toEqual([])
    expect(keptWords()).not.toMatch(/王阿姨|13900000000|alone/)
  })

  it('does not come back with an earlier revision once the consent was withdrawn', async () => {
    await imported(rooms(wang))
    await imported(rooms(withdrawn))
    await restored(2)
    expect(await people()).toEqual([['101', null, null, 0]])
  })

  it('stays as it is now where an earlier revision has the room', async () => {
    await imported(rooms(['101', '', '', '', '']))
    await imported(rooms(wang, ['102', '', '', '', '']))
    await restored(2)
    expect(await people()).toEqual([['101', '王阿姨', '13900000000', 1]])
  })
})

describe('a number that two residents reported wrong', () => {
  const phones = workbookOf({
    责任单位: [
      ['单位', '负责什么'],
      ['居委会', '社区居委会'],
    ],
    电话: [
      ['单位', '电话', '时间'],
      ['居委会', '13900000001', '24小时'],
    ],
  })
  async function doubt(): Promise<void> {
    const community = await laneOf(cloud)
    const agencies = community.agencies.map((agency) => ({
      ...agency,
      phones: agency.phones.map((phone) => ({ ...phone, doubtedAt: noon })),
    }))
    await cloud.store.communities.replace({ ...community, agencies })
  }
  const doubted = async () =>
    (await laneOf(cloud)).agencies.flatMap((agency) => agency.phones.map(({ doubtedAt }) => doubtedAt ?? null))

  it('is still to be verified after an import that has it', async () => {
    await imported(phones)
    await doubt()
    const importId = await ready(phones)
    const { changes } = await dataOf<Output<'import.show'>>(
      ask(cloud, 'import.show', { communityId: 'lane', importId }),
    )
    expect(changes).toEqual([])
    await confirmed(importId)
    expect(await doubted()).toEqual([noon])
  })

  it('is so too where they reported it while the import was waiting', async () => {
    await imported(phones)
    const importId = await ready(phones)
    await doubt()
    await confirmed(importId)
    expect(await doubted()).toEqual([noon])
  })
})

describe('an import that takes a building away', () => {
  it('says that a wish hangs there', async () => {
    const wish = aWishRow(noon, { communityId: 'lane', estateId: 'old', buildingId: 'old-2' })
    cloud.database.insert('wishes', [firstDocument(definitions.wishes, wish)])
    const importId = await ready(
      workbookOf({
        楼栋: [
          ['小区', '楼栋', '网格', '单元'],
          ['老院', '1号楼', '第一网格', '1'],
        ],
      }),
    )
    const { breaks } = await dataOf<Output<'import.show'>>(ask(cloud, 'import.show', { communityId: 'lane', importId }))
    expect(breaks).toMatchObject([{ kind: 'building', name: '老院 2号楼', doorCodes: 0, requests: 1 }])
  })
})

describe('what an import has laid ready', () => {
  const left = () => ['importParts', 'directories', 'households'].map((name) => cloud.database.find(name, {}).length)
  const ended = async (importId: string) => {
    const row = await cloud.store.imports.find(importId)
    await endImports({ store: cloud.store, platform, keys, hasTime: () => true }, row ? [row] : [])
  }

  /** An import whose function was killed again and again until it had planned what it will write. */
  async function killedPlanning() {
    const { importId, fileId } = await startedImport(cloud, rooms(wang))
    for (let steps = 0; ; steps++) {
      const { store } = breaking(cloud.store, platform, steps, true)
      const { ok } = await ask({ store }, 'import.step', { importId, fileId }, { platform })
      const { state } = (await cloud.store.imports.find(importId)) ?? { state: null }
      if (ok || state !== 'reading') return importId
    }
  }

  it('goes with it, also where its function was killed while it planned', async () => {
    const importId = await killedPlanning()
    const [parts, kept] = left()
    expect(Math.min(parts ?? 0, kept ?? 0)).toBeGreaterThan(1)
    await dataOf(ask(cloud, 'import.cancel', { importId }))
    await ended(importId)
    expect(left()).toEqual([0, 0, 0])
  })

  it('goes but for one revision where it was confirmed in the end', async () => {
    const importId = await killedPlanning()
    await dataOf(ask(cloud, 'import.step', { importId, fileId: null }))
    await confirmed(importId)
    await ended(importId)
    expect(left()).toEqual([0, 2, 1])
  })

  it('goes once it is everybody’s, and the revision before stays to be brought back', async () => {
    const importId = await ready(rooms(wang))
    await confirmed(importId)
    await ended(importId)
    // The head of the revision before and its part.
    expect(left()).toEqual([0, 2, 1])
    await restored(1)
    expect(await people()).toEqual([])
  })
})
