import type { Output } from '../../src/client/named'
import { endImports } from '../../src/cloud/files/end'
import { membershipId } from '../../src/cloud/people/ids'
import { firstDocument } from '../../src/cloud/store/collection'
import { definitions } from '../../src/cloud/store/documents'
import type { Platform } from '../../src/cloud/store/platform'
import { day } from '../../src/domain/time/clock'
import { breaking } from './support/breaking'
import type { Connected } from './support/cloud'
import { noon } from './support/entry'
import { newEstate, numbered, oldPlaces, refusedOf, stepsIn } from './support/file-steps'
import { ask, dataOf, keeper, laneOf, platform, startLane, startedImport, visiblePlaces } from './support/file-world'
import { workbookOf } from './support/files'
import { keys } from './support/people'

jest.setTimeout(120_000)

let cloud: Connected
beforeEach(async () => {
  cloud = await startLane()
})
afterEach(() => cloud.close())

const { confirming, ready, rowOf, show, stepping } = stepsIn(() => cloud)

describe('the sweep of an import that was never confirmed', () => {
  const killedAt = async (importId: string, steps: number) => {
    const rows = [await rowOf(importId)]
    const { store, platform: guarded } = breaking(cloud.store, platform, steps)
    await endImports({ store, platform: guarded, keys, hasTime: () => true }, rows).catch(() => null)
  }

  it('leaves nothing that could be confirmed by half, wherever it is killed', async () => {
    const importId = await ready(newEstate(60))
    for (const steps of numbered(12)) {
      await killedAt(importId, steps)
      expect([steps, await refusedOf(confirming(importId))]).toEqual([steps, 'import.over'])
      expect(await visiblePlaces(cloud)).toEqual(oldPlaces)
    }
  })

  it('passes it over where it was confirmed in the same moment', async () => {
    const importId = await ready(newEstate(3))
    const asRead = await rowOf(importId)
    await dataOf(confirming(importId))
    const ended = await endImports({ store: cloud.store, platform, keys, hasTime: () => true }, [asRead])
    expect(ended).toEqual([])
    expect(await visiblePlaces(cloud)).toHaveLength(3)
  })

  it('ends with its time, and says what it has not ended', async () => {
    const rows = [await rowOf(await ready(newEstate(60)))]
    let asked = 0
    const hasTime = () => ++asked < 3
    expect(await endImports({ store: cloud.store, platform, keys, hasTime }, rows)).toEqual([])
    const again = [await rowOf(rows[0]?._id ?? '')]
    expect(await endImports({ store: cloud.store, platform, keys, hasTime: () => true }, again)).toHaveLength(1)
    expect(cloud.database.find('buildings', {})).toHaveLength(2)
  })
})

describe('a workbook', () => {
  it('goes with its import, also where it was confirmed and a first try to remove it has failed', async () => {
    const { importId, fileId } = await startedImport(cloud, newEstate(2))
    const failing: Platform = { ...platform, removeFiles: () => Promise.reject(new Error('no storage')) }
    await dataOf(stepping(importId, fileId, { platform: failing }))
    await dataOf(confirming(importId))
    await dataOf(stepping(importId))
    expect(await platform.download(fileId, 1e6)).not.toBe(null)
    await endImports({ store: cloud.store, platform, keys, hasTime: () => true }, [await rowOf(importId)])
    expect(await platform.download(fileId, 1e6)).toBe(null)
  })

  it('that another call has read meanwhile is not asked for again', async () => {
    const { importId, fileId } = await startedImport(cloud, newEstate(2))
    let first: Promise<unknown> | undefined
    const late: Platform = {
      ...platform,
      async download(...asked) {
        await (first ??= dataOf(stepping(importId, fileId)))
        return platform.download(...asked)
      },
    }
    const { state } = await dataOf<Output<'import.step'>>(stepping(importId, fileId, { platform: late }))
    expect(state).toBe('ready')
  })

  it('lists the first two hundred members, and says how many there are', async () => {
    const rows = numbered(300).map((number) => [`王${number}`, '网格长', '第一网格'])
    const importId = await ready(workbookOf({ 成员: [['称呼', '角色', '网格/单位'], ...rows] }))
    const { members, memberCount } = await show(importId)
    expect([members.length, memberCount]).toEqual([200, 300])
  })
})

describe('two keepers who begin at once', () => {
  it('have one import between them: the other is given up', async () => {
    const person = keys.person('openid-of-another')
    const place = { communityId: 'lane', gridId: null, agencyId: null }
    cloud.database.insert('memberships', [
      firstDocument(definitions.memberships, {
        ...{ _id: membershipId(person, { role: 'secretary', ...place }), person, role: 'secretary', ...place },
        ...{ name: null, from: noon - day, until: noon + 300 * day, state: 'active', endedAt: null },
        ...{ invitationId: null, checkedAt: null, keyId: keys.currentKey },
      }),
    ])
    // Each looks for the last import before either has written.
    let waiting = 0
    let release: () => void = () => undefined
    const both = new Promise<void>((done) => (release = done))
    const imports = new Proxy(cloud.store.imports, {
      get(from, name) {
        const value = Reflect.get(from, name) as unknown
        if (name !== 'page') return typeof value === 'function' ? (value.bind(from) as unknown) : value
        return async (...given: Parameters<typeof from.page>) => {
          const found = await from.page(...given)
          if (++waiting === 2) release()
          await both
          return found
        }
      },
    })
    const together = { store: { ...cloud.store, imports } as Connected['store'] }
    const begin = (openid: string) =>
      ask(together, 'import.start', { communityId: 'lane', size: 10 }, { caller: { openid, source: 'wx_client' } })
    await Promise.all([dataOf(begin(keeper)), dataOf(begin('openid-of-another'))])
    const states = cloud.database.find('imports', {}).map(({ state }) => state)
    expect([...states].sort()).toEqual(['cancelled', 'reading'])
  })

  it('never confirm one that is not the last', async () => {
    const importId = await ready(newEstate(3))
    await cloud.store.communities.replace({ ...(await laneOf(cloud)), lastImport: 'another' })
    expect(await refusedOf(confirming(importId))).toBe('import.over')
    expect(await visiblePlaces(cloud)).toEqual(oldPlaces)
  })
})

describe('a list of buildings by hand', () => {
  it('begins with what people see, however much an import has laid ready before it', async () => {
    const { store, database } = cloud
    // Those that are there come last in the order.
    for (const id of ['old-1', 'old-2']) database.modify('buildings', { _id: id }, { $set: { order: 900_000 } })
    const importId = await ready(
      workbookOf({
        楼栋: [
          ['小区', '楼栋', '网格', '单元', '编号'],
          ['老院', '1号楼', '第一网格', '1', 'old-1'],
          ['老院', '2号楼', '第一网格', '1', 'old-2'],
          ...numbered(120).map((number) => ['老院', `${number + 2}号楼`, null, null, null]),
        ],
      }),
    )
    expect(
      (await store.buildings.page({ where: { estateId: 'old' }, order: 'order', after: null, limit: 1 })).rows[0]
        ?.isNew,
    ).toBe(true)
    expect(await visiblePlaces(cloud)).toEqual(oldPlaces)
    await dataOf(confirming(importId))
    await dataOf(stepping(importId))
  })
})
