import type { Output } from '../../src/client/named'
import { directoryHandlers } from '../../src/cloud/directory'
import { membershipId } from '../../src/cloud/people/ids'
import { serveBy } from '../../src/cloud/serve'
import { firstDocument } from '../../src/cloud/store/collection'
import { definitions } from '../../src/cloud/store/documents'
import { day } from '../../src/domain/time/clock'
import type { Connected } from './support/cloud'
import { anEntry, noon } from './support/entry'
import { ask, dataOf, keeper, laneOf, platform, startLane, startedImport } from './support/file-world'
import { workbookOf } from './support/files'
import { freshKey, keys } from './support/people'

jest.setTimeout(60_000)

let cloud: Connected
beforeEach(async () => {
  cloud = await startLane()
})
afterEach(() => cloud.close())

const leader = 'openid-of-the-grid-leader'
const lane = { communityId: 'lane' }
const numbered = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

/** Calls an action of the directory. */
const hand = (action: string, input: object, openid = keeper) =>
  serveBy(
    directoryHandlers,
    { action, input, key: freshKey(), release: 1 },
    anEntry(cloud.store, { caller: { openid, source: 'wx_client' }, platform }),
  )
const outcome = async (action: string, input: object, openid = keeper) => {
  const reply = await hand(action, input, openid)
  return reply.ok ? 'ok' : reply.refused
}
const shown = () => dataOf<Output<'directory.show'>>(hand('directory.show', lane))
const buildings = (cursor: string | null = null) =>
  dataOf<Output<'directory.buildings'>>(hand('directory.buildings', { ...lane, estateId: 'old', cursor }))

const present = [
  ['老院', '1号楼', '第一网格', '1', 'old-1'],
  ['老院', '2号楼', '第一网格', '1', 'old-2'],
]
const heads = ['小区', '楼栋', '网格', '单元', '编号']
/** Buildings that are not there yet, from the third on. */
const more = (count: number, grid: string | null = null, every = 1) =>
  numbered(count).map((number) => ['老院', `${number * every + 2}号楼`, grid, null, null])

async function ready(sheets: Parameters<typeof workbookOf>[0]): Promise<string> {
  const { importId, fileId } = await startedImport(cloud, workbookOf(sheets))
  await dataOf(ask(cloud, 'import.step', { importId, fileId }))
  return importId
}
const confirm = (importId: string) => dataOf(ask(cloud, 'import.confirm', { importId, breaks: true, rooms: true }))

describe('while an import is laid ready', () => {
  beforeEach(async () => {
    for (const id of ['old-1', 'old-2']) cloud.database.modify('buildings', { _id: id }, { $set: { order: 900_000 } })
    await ready({ 楼栋: [heads, ...present, ...more(120, '第一网格')] })
  })

  it('the list of buildings begins with those that are there', async () => {
    const { buildings: all, cursor } = await buildings()
    expect([all.map(({ name }) => name), cursor]).toEqual([['1号楼', '2号楼'], null])
  })

  it('an estate is not taken for empty', async () => {
    const { estates } = await shown()
    expect(await outcome('estate.remove', { ...lane, estateId: 'old', seen: estates[0]?.mark })).toBe(
      'estate.has-buildings',
    )
  })

  it('a grid is not taken for empty', async () => {
    const { grids } = await shown()
    expect(await outcome('grid.remove', { ...lane, gridId: 'lane-1', seen: grids[0]?.mark })).toBe('grid.has-buildings')
  })
})

describe('the list of an estate’s buildings', () => {
  it('comes in full pages, each building once, whatever an import has laid ready between them', async () => {
    const importId = await ready({ 楼栋: [heads, ...present, ...more(43, null, 2)] })
    await confirm(importId)
    await dataOf(ask(cloud, 'import.step', { importId, fileId: null }))
    await ready({ 楼栋: [heads, ...present, ...more(86)] })
    const pages: string[][] = []
    for (let cursor: string | null = null, first = true; first || cursor; first = false) {
      const page = await buildings(cursor)
      pages.push(page.buildings.map(({ name }) => name))
      cursor = page.cursor
    }
    expect(pages.map((page) => page.length)).toEqual([20, 20, 5])
    expect(new Set(pages.flat()).size).toBe(45)
  })
})

describe('between the confirming of an import and its tidying up', () => {
  const grids = { 网格: [['网格名称'], ['第一网格'], ['第二网格']] }
  beforeEach(async () => {
    const [one, two] = present
    const moved = ['老院', '1号楼', '第二网格', '1', one?.at(-1) ?? null]
    await confirm(await ready({ ...grids, 楼栋: [heads, moved, two ?? [], ...more(1)] }))
  })

  it('a name that people see is taken', async () => {
    const asNew = {
      ...{ ...lane, buildingId: null, seen: null, estateId: 'old', gridId: null, name: '3号楼', order: null },
      ...{ units: [], floors: null, roomsPerFloor: null },
    }
    expect(await outcome('building.save', asNew)).toBe('building.same-name')
  })

  it('a grid does not go, whose buildings nobody finds yet', async () => {
    const second = (await shown()).grids.find(({ name }) => name === '第二网格')
    const asked = { ...lane, gridId: second?.gridId, seen: second?.mark }
    expect(await outcome('grid.remove', asked)).toBe('directory.settling')
  })

  it('all buildings that people see are counted', async () => {
    expect((await shown()).buildings).toBe(3)
  })
})

/** The community with this agency alone. */
async function withAgency(over: object): Promise<void> {
  const phone = { id: 'p1', number: '000-8888 1201', schedules: [], owner: '物业', verifiedAt: null }
  const agency = { id: 'office', name: '物业', roles: ['property'], phones: [phone], ...over }
  await cloud.store.communities.replace({ ...(await laneOf(cloud)), agencies: [agency] })
}

describe('a building that an agency serves', () => {
  const removing = async () => {
    const { buildings: all } = await buildings()
    const seen = all.find(({ buildingId }) => buildingId === 'old-1')?.mark
    return outcome('building.remove', { buildingId: 'old-1', seen })
  }

  it('does not go where the agency serves nothing else: it would serve everybody', async () => {
    await withAgency({ serviceArea: { buildingIds: ['old-1'] } })
    expect(await removing()).toBe('building.has-agencies')
  })

  it.each([
    [{ buildingIds: ['old-1', 'old-2'] }, { buildingIds: ['old-2'] }],
    [{ gridIds: ['lane-1'], buildingIds: ['old-1'] }, { gridIds: ['lane-1'] }],
  ])('goes out of %j', async (serviceArea, left) => {
    await withAgency({ serviceArea })
    expect(await removing()).toBe('ok')
    expect((await laneOf(cloud)).agencies[0]?.serviceArea).toEqual(left)
  })
})

describe('an agency of many buildings', () => {
  it('is shown with all of them, and loses none when it is saved', async () => {
    await confirm(await ready({ 楼栋: [heads, ...present, ...more(148)] }))
    const buildingIds = cloud.database.find('buildings', {}).map(({ _id }) => _id as string)
    await withAgency({ serviceArea: { buildingIds } })
    const form = await dataOf<Output<'agency.show'>>(hand('agency.show', { ...lane, agencyId: 'office' }))
    const served = form.serviceArea?.buildings.map(({ buildingId }) => buildingId) ?? []
    expect(served).toHaveLength(150)
    const saved = await outcome('agency.save', {
      ...{ ...lane, agencyId: 'office', seen: form.mark, name: '物业', roles: ['property'], phones: [] },
      serviceArea: { estateIds: [], gridIds: [], buildingIds: served },
    })
    expect(saved).toBe('ok')
    expect((await laneOf(cloud)).agencies[0]?.serviceArea?.buildingIds).toHaveLength(150)
  })
})

const person = keys.person(leader)
/** Makes the leader one of these; the later a role ends, the sooner it is asked. */
function holds(role: 'grid-leader' | 'secretary', gridId: string | null, until = noon + 300 * day): void {
  const place = { communityId: 'lane', gridId, agencyId: null }
  cloud.database.insert('memberships', [
    firstDocument(definitions.memberships, {
      ...{ _id: membershipId(person, { role, ...place }), person, role, ...place },
      ...{ name: null, from: noon - day, until, state: 'active', endedAt: null },
      ...{ invitationId: null, checkedAt: null, keyId: keys.currentKey },
    }),
  ])
}

describe('a building that goes to another grid', () => {
  const grids = { 网格: [['网格名称'], ['第一网格'], ['第二网格']] }
  const gridOf = async (name: string) => (await shown()).grids.find((one) => one.name === name)?.gridId ?? null
  async function moving(gridId: string | null, openid = leader): Promise<string> {
    const one = (await buildings()).buildings.find(({ buildingId }) => buildingId === 'old-1')
    return outcome(
      'building.save',
      {
        ...{ ...lane, buildingId: 'old-1', seen: one?.mark, estateId: 'old', gridId, name: one?.name, order: null },
        ...{ units: one?.units, floors: one?.floors, roomsPerFloor: one?.roomsPerFloor },
      },
      openid,
    )
  }
  const openRequest = () =>
    cloud.database.insert('homes', [
      firstDocument(definitions.homes, {
        ...{ _id: 'home', person: 'somebody', communityId: 'lane', gridId: 'lane-1', estateId: 'old' },
        ...{ buildingId: 'old-1', unitId: null, room: null, state: 'confirmed', declaredAt: noon },
        ...{ decidedBy: null, decidedAt: null, keyId: keys.currentKey },
      }),
    ])
  const gridOfHome = () => (cloud.database.get('homes', 'home') as unknown as { gridId: string | null }).gridId

  it('is moved by a secretary who leads the grid, too, whichever of the roles ends later', async () => {
    holds('grid-leader', 'lane-1')
    expect(await moving(null)).toBe('building.not-your-grid')
    holds('secretary', null, noon + 30 * day)
    expect(await moving(null)).toBe('ok')
  })

  it('takes homes along also where an import moved it that is not tidied up yet', async () => {
    openRequest()
    const [one, two] = present
    const moved = ['老院', '1号楼', '第二网格', '1', one?.at(-1) ?? null]
    const importId = await ready({ ...grids, 楼栋: [heads, moved, two ?? []] })
    await confirm(importId)
    const second = await gridOf('第二网格')
    expect(second).not.toBe('lane-1')
    expect(await moving(second, keeper)).toBe('ok')
    await dataOf(ask(cloud, 'import.step', { importId, fileId: null }))
    expect(gridOfHome()).toBe(second)
  })
})

describe('numbers that an agency’s form settles', () => {
  const report = (_id: string, over: object) =>
    firstDocument(definitions.contactReports, {
      ...{ _id, communityId: 'lane', buildingId: 'old-1', agencyId: 'office', phoneId: 'p1', matterId: null },
      ...{ number: '000-8888 1201', kind: 'wrong-number', reporter: person, receivedAt: noon, answer: null, ...over },
    })
  const answers = () =>
    (cloud.database.find('contactReports', {}) as unknown as { answer: { as: string } | null }[]).map(
      ({ answer }) => answer?.as ?? null,
    )
  const news = () => cloud.database.find('messages', { person, kind: 'contact.answered' })
  const phone = { phoneId: 'p1', number: '000-8888 1201', description: null, schedules: [], owner: '物业', rung: false }
  async function saving(...phones: object[]): Promise<string> {
    const { mark } = await dataOf<Output<'agency.show'>>(hand('agency.show', { ...lane, agencyId: 'office' }))
    const agency = { agencyId: 'office', seen: mark, name: '物业', roles: ['property'], serviceArea: null }
    return outcome('agency.save', { ...lane, ...agency, phones })
  }
  beforeEach(async () => {
    await withAgency({})
    cloud.database.insert('people', [
      firstDocument(definitions.people, {
        ...{
          _id: person,
          openid: 'sealed',
          name: null,
          phone: null,
          phoneFrom: null,
          phoneLookup: null,
          phoneAt: null,
          since: noon,
          consents: [],
        },
        ...{ keyId: keys.currentKey },
      }),
    ])
    cloud.database.insert('contactReports', [report('one', {})])
  })

  it.each([
    ['confirmed', 'rung and right', [{ ...phone, rung: true }]],
    ['corrected', 'another one now', [{ ...phone, number: '0311-68001202' }]],
    ['removed', 'gone', []],
  ] as const)('are %s where it says that they are %s, and whoever reported is told', async (as, _, phones) => {
    expect(await saving(...phones)).toBe('ok')
    expect(answers()).toEqual([as])
    expect(news()).toHaveLength(1)
  })

  it('stay open where it says nothing of them', async () => {
    expect(await saving({ ...phone, description: '前台' })).toBe('ok')
    expect([answers(), news()]).toEqual([[null], []])
  })

  it('are all answered, however many reported them', async () => {
    const number = '000-8888 1203'
    const other = { id: 'p2', number, schedules: [], owner: '物业', verifiedAt: null }
    const first = { id: 'p1', number: '000-8888 1201', schedules: [], owner: '物业', verifiedAt: null }
    await withAgency({ phones: [first, other] })
    cloud.database.insert('contactReports', [
      ...numbered(8).map((at) => report(`first-${at}`, { reporter: `somebody-${at}` })),
      ...numbered(8).map((at) => report(`other-${at}`, { phoneId: 'p2', number, reporter: `somebody-${at}` })),
      report('own', { phoneId: 'p2', number }),
    ])
    expect(await saving({ ...phone, rung: true }, { ...phone, phoneId: 'p2', number, rung: true })).toBe('ok')
    expect(answers()).toEqual(Array.from({ length: 18 }, () => 'confirmed'))
    expect(news()).toHaveLength(2)
  })
})

describe('a grid leader who answers a report', () => {
  beforeEach(() => holds('grid-leader', 'lane-1'))
  const reported = (reporter: string) =>
    cloud.database.insert('contactReports', [
      firstDocument(definitions.contactReports, {
        ...{ _id: 'report', communityId: 'lane', buildingId: 'old-1', agencyId: 'office', phoneId: 'p1' },
        ...{ number: '000-8888 1201', matterId: null, kind: 'wrong-number', reporter, receivedAt: noon, answer: null },
      }),
    ])
  const answer = (as: object, openid = leader) => outcome('report.answer', { reportId: 'report', answer: as }, openid)
  const removed = { as: 'removed' }

  it.each([removed, { as: 'corrected', number: '000-8888 1202' }, { as: 'confirmed' }])(
    'does not answer an own one with %j',
    async (as) => {
      await withAgency({})
      reported(person)
      expect(await answer(as)).toBe('report.own')
    },
  )

  it('takes no number from an agency that serves elsewhere', async () => {
    await withAgency({ serviceArea: { buildingIds: ['old-2'] } })
    reported('somebody')
    expect(await answer(removed)).toBe('report.not-your-grid')
    expect(await answer({ as: 'confirmed' })).toBe('ok')
  })

  it('takes one from an agency that serves there', async () => {
    await withAgency({ serviceArea: { gridIds: ['lane-1'] } })
    reported('somebody')
    expect(await answer(removed)).toBe('ok')
  })

  it('is no grid leader alone where the community has them as its secretary, too', async () => {
    holds('secretary', null, noon + 30 * day)
    await withAgency({ serviceArea: { buildingIds: ['old-2'] } })
    reported('somebody')
    expect(await answer(removed)).toBe('ok')
  })

  it('leaves an own one to the secretary', async () => {
    await withAgency({ serviceArea: { buildingIds: ['old-2'] } })
    reported(person)
    expect(await answer(removed, keeper)).toBe('ok')
  })
})
