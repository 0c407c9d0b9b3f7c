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

const everyRoom = { where: { communityId: 'lane' }, order: 'buildingId' } as const
const { confirming, ready, show, stepping } = stepsIn(() => cloud)
const onlySecond = workbookOf({
  楼栋: [
    ['小区', '楼栋', '网格', '单元'],
    ['老院', '2号楼', '第一网格', '1'],
  ],
})

describe('an import that empties rooms of who lives in them', () => {
  const rooms = (...people: (string | null)[]) =>
    workbookOf({
      住户: [
        ['小区', '楼栋', '单元', '房号', '称呼', '电话', '需要关注', '同意登记'],
        ['老院', '2号楼', '1', '101', ...people],
      ],
    })
  const lived = ['王阿姨', '13900000000', '独居', '是']
  const imported = async (workbook: Buffer) => {
    const importId = await ready(workbook)
    await dataOf(confirming(importId))
    await dataOf(stepping(importId))
  }

  it('says how many, and is confirmed only with a word of its own', async () => {
    await imported(rooms(...lived))
    const importId = await ready(rooms(null, null, null, null))
    expect(await show(importId)).toMatchObject({ emptied: 1, breaks: [] })
    expect(await refusedOf(confirming(importId, true, false))).toBe('import.empties')
    expect(await refusedOf(confirming(importId, false, true))).toBe(null)
  })

  it('is what a keeper does who takes somebody out, and is logged', async () => {
    await imported(rooms(...lived))
    await imported(rooms(null, null, null, null))
    const household = (await cloud.store.households.page({ ...everyRoom, after: null, limit: 9 })).rows[0]
    expect(household && keys.unseal(household.rooms, `households.rooms:${household._id}`)).not.toContain('王阿姨')
    expect(cloud.database.find('audits', { verb: 'import.confirm' })).toHaveLength(2)
  })

  it('asks nothing further where somebody stays', async () => {
    await imported(rooms(...lived))
    const importId = await ready(rooms('王阿姨', null, null, '是'))
    expect((await show(importId)).emptied).toBe(0)
    expect(await refusedOf(confirming(importId, false, false))).toBe(null)
  })
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
