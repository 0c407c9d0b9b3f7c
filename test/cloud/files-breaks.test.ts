import { firstDocument } from '../../src/cloud/store/collection'
import { definitions } from '../../src/cloud/store/documents'
import { day } from '../../src/domain/time/clock'
import type { Connected } from './support/cloud'
import { noon } from './support/entry'
import { numbered, refusedOf, stepsIn } from './support/file-steps'
import { ask, dataOf, startLane } from './support/file-world'
import { workbookOf } from './support/files'
import { keys } from './support/people'

jest.setTimeout(120_000)

let cloud: Connected
beforeEach(async () => {
  cloud = await startLane()
})
afterEach(() => cloud.close())

const { confirming, ready, show } = stepsIn(() => cloud)
const onlySecond = workbookOf({
  楼栋: [
    ['小区', '楼栋', '网格', '单元'],
    ['老院', '2号楼', '第一网格', '1'],
  ],
})

describe('an import that takes something away', () => {
  const aHome = (over: object = {}) =>
    firstDocument(definitions.homes, {
      ...{ _id: 'home-1', person: 'somebody', communityId: 'lane', gridId: 'lane-1', estateId: 'old' },
      ...{ buildingId: 'old-1', unitId: 'old-1-u1', room: null, state: 'declared', declaredAt: noon },
      ...{ decidedBy: null, decidedAt: null, keyId: keys.currentKey, ...over },
    })

  it.each(['declared', 'confirmed'])('says that a %s home is in the building', async (state) => {
    cloud.database.insert('homes', [aHome({ state })])
    expect((await show(await ready(onlySecond))).breaks).toEqual([
      expect.objectContaining({ kind: 'building', homes: 1 }),
    ])
  })

  it('says that a home is in a unit that goes', async () => {
    cloud.database.insert('homes', [aHome()])
    const workbook = workbookOf({
      楼栋: [
        ['小区', '楼栋', '网格', '单元', '编号'],
        ['老院', '1号楼', '第一网格', '甲单元', 'old-1'],
        ['老院', '2号楼', '第一网格', '1', 'old-2'],
      ],
    })
    expect((await show(await ready(workbook))).breaks).toEqual([expect.objectContaining({ kind: 'unit', homes: 1 })])
  })

  it('sees a grid leader behind a thousand who have ended', async () => {
    const person = (at: number) => `person-${at}`
    const leader = (at: number, over: object) =>
      firstDocument(definitions.memberships, {
        ...{ _id: `leader-${at}`, person: person(at), role: 'grid-leader', communityId: 'lane', gridId: 'lane-1' },
        ...{ agencyId: null, name: null, from: noon - (2000 - at) * day, until: noon + day, state: 'active' },
        ...{ endedAt: null, invitationId: null, checkedAt: null, keyId: keys.currentKey, ...over },
      })
    cloud.database.insert('memberships', [
      ...numbered(1001).map((at) => leader(at, { state: 'revoked', endedAt: noon - day })),
      leader(1500, {}),
    ])
    const importId = await ready(workbookOf({ 网格: [['网格名称'], ['第二网格']] }))
    expect((await show(importId)).breaks).toEqual([expect.objectContaining({ kind: 'grid', members: 1 })])
  })

  it('is not confirmed over what came to rest on it meanwhile, before that was shown', async () => {
    const importId = await ready(onlySecond)
    expect((await show(importId)).breaks).toEqual([])
    await dataOf(ask(cloud, 'doorcode.fill', { communityId: 'lane', gridId: null, estateId: 'old', per: 'building' }))
    expect(await refusedOf(confirming(importId))).toBe('import.breaks')
    expect((await show(importId)).breaks).toEqual([expect.objectContaining({ doorCodes: 1 })])
    expect(await refusedOf(confirming(importId, false))).toBe('import.breaks')
    expect(await refusedOf(confirming(importId, true))).toBe(null)
  })
})
