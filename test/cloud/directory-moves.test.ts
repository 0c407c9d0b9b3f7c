import { sealRooms } from '../../src/cloud/files/load'
import { minute } from '../../src/domain/time/clock'
import type { LocalCloud } from '../../src/local/start'
import { put } from '../../src/tools/support/proof/documents'
import { startProduct } from './support/cloud'
import { outcome, westStreet } from './support/directory'
import { confirmed, newEstate, prepared, workbookOf } from './support/files'
import { consent, dataAs, gridLeader, keys, otherGridLeader, secretary } from './support/people'
import { filed, filer } from './support/requests'
import { aWish, wisher } from './support/wishes'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startProduct()
  for (const openid of [filer, wisher, 'openid-at-home']) await consent(cloud, openid)
})
afterAll(() => cloud.close())

interface Shown {
  readonly buildingId: string
  readonly name: string
  readonly order: number
  readonly gridId: string | null
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly floors: number | null
  readonly roomsPerFloor: number | null
  readonly mark: string
}
const inHeyuan = { ...westStreet, estateId: 'heyuan' }

async function shown(buildingId: string): Promise<Shown> {
  const input = { ...inHeyuan, cursor: null }
  const data = await dataAs<{ buildings: readonly Shown[] }>(cloud, secretary, 'directory.buildings', input)
  const found = data.buildings.find((one) => one.buildingId === buildingId)
  if (!found) throw new Error(`${buildingId} is not there`)
  return found
}

async function made(name: string): Promise<Shown> {
  const { buildingId } = await dataAs(cloud, secretary, 'building.save', {
    ...{ ...inHeyuan, buildingId: null, seen: null, name, order: null, gridId: 'west-1' },
    ...{ units: [1, 2].map((number) => ({ id: null, name: `${number}单元` })), floors: 6, roomsPerFloor: 2 },
  })
  return shown(String(buildingId))
}

function save({ buildingId, mark, name, order, gridId, units, floors, roomsPerFloor }: Shown, over: object) {
  const form = { ...inHeyuan, buildingId, seen: mark, name, order, gridId, units, floors, roomsPerFloor }
  return outcome(cloud, secretary, 'building.save', { ...form, ...over })
}
const withoutFirst = (building: Shown) => save(building, { units: building.units.slice(1) })
const firstOf = ({ units }: Shown) => units[0]?.id ?? ''

const declare = (buildingId: string, unitId: string | null = null) =>
  dataAs(cloud, 'openid-at-home', 'home.declare', { buildingId, unitId, room: '301' })

/** What rests on a building says in which grid it stands. */
const gridsOf = (buildingId: string) =>
  (['homes', 'requests', 'wishes'] as const).map((name) =>
    cloud.database.find(name, { buildingId }).map((row) => (row as unknown as { gridId: string }).gridId),
  )
const timer = () => cloud.invoke('timer', {}, { source: 'wx_trigger' })
const movedAt = (buildingId: string) =>
  (cloud.database.get('buildings', buildingId) as unknown as { gridMovedAt?: number }).gridMovedAt

describe('a unit', () => {
  it('on which nothing rests goes', async () => {
    expect(await withoutFirst(await made('60号楼'))).toBe('ok')
  })

  it('stays while a code for its door hangs somewhere, and goes once it is revoked', async () => {
    const building = await made('61号楼')
    const { codes } = await dataAs<{ codes: readonly { code: string }[] }>(cloud, secretary, 'doorcode.make', {
      ...{ buildingId: building.buildingId, doors: [firstOf(building)] },
    })
    expect(await withoutFirst(building)).toBe('building.unit-in-use')
    await dataAs(cloud, secretary, 'doorcode.revoke', { code: codes[0]?.code, why: '拆了' })
    expect(await withoutFirst(building)).toBe('ok')
  })

  it('stays while a request from there is not over', async () => {
    const building = await made('62号楼')
    await filed(cloud, { buildingId: building.buildingId, unitId: firstOf(building) })
    expect(await withoutFirst(building)).toBe('building.unit-in-use')
  })

  it.each([
    ['stays while one of its rooms is entered', 0, 'building.unit-in-use'],
    ['goes where rooms are entered in another', 1, 'ok'],
  ])('%s', async (_, at, expected) => {
    const building = await made(`63号楼${at}区`)
    const { buildingId, units } = building
    const room = {
      ...{ id: 'r1', buildingId, unitId: units[at]?.id ?? '', room: '301', floor: 3, name: null, phone: null },
      ...{ needs: [], consent: false },
    }
    const _id = `${buildingId}.1`
    const rooms = sealRooms(keys, _id, 'rooms', [room])
    const document = { _id, communityId: 'west-street', buildingId, part: 1, rooms, keyId: keys.currentKey }
    put(cloud.database, 'households', [document])
    expect(await withoutFirst(building)).toBe(expected)
  })
})

describe('a building that comes into another grid', () => {
  it('takes along who lives there, and the requests and wishes that are not over', async () => {
    const building = await made('64号楼')
    const { buildingId } = building
    await declare(buildingId)
    await filed(cloud, { buildingId })
    await dataAs(cloud, wisher, 'wish.hang', aWish({ buildingId }))
    expect(gridsOf(buildingId)).toEqual([['west-1'], ['west-1'], ['west-1']])
    expect(await save(building, { gridId: 'west-2' })).toBe('ok')
    expect(gridsOf(buildingId)).toEqual([['west-2'], ['west-2'], ['west-2']])
  })

  it('is found with its requests by its new grid leader, and no more by the old one', async () => {
    const building = await made('65号楼')
    const { requestId } = await filed(cloud, { buildingId: building.buildingId })
    await save(building, { gridId: 'west-2' })
    expect(await outcome(cloud, otherGridLeader, 'request.show', { requestId })).toBe('ok')
    expect(await outcome(cloud, gridLeader, 'request.show', { requestId })).toBe('role.forbidden')
  })

  it('leaves what is over with the grid that answered for it', async () => {
    const building = await made('66号楼')
    const { buildingId } = building
    await filed(cloud, { buildingId })
    cloud.database.modify('requests', { buildingId }, { $set: { open: false } })
    await save(building, { gridId: 'west-2' })
    expect(gridsOf(buildingId)[1]).toEqual(['west-1'])
  })

  it('is looked at once more by the timer: what was filed at that moment comes along', async () => {
    const building = await made('67号楼')
    const { buildingId } = building
    await save(building, { gridId: 'west-2' })
    await filed(cloud, { buildingId })
    cloud.database.modify('requests', { buildingId }, { $set: { gridId: 'west-1' } })
    await timer()
    expect([gridsOf(buildingId)[1], movedAt(buildingId)]).toEqual([['west-1'], expect.any(Number)])
    cloud.clock.moveTo(2 * minute)
    await timer()
    expect([gridsOf(buildingId)[1], movedAt(buildingId)]).toEqual([['west-2'], undefined])
  })

  it('by an import takes them along once the timer has tidied up', async () => {
    const { buildingId, name } = await made('70号楼')
    await filed(cloud, { buildingId })
    const sheets = newEstate(cloud, 1, 0)
    const moved =
      sheets['楼栋']?.map((row) => (row[1] === name ? [...row.slice(0, 2), '第二网格', ...row.slice(3)] : row)) ?? []
    const importId = await prepared(cloud, workbookOf({ ...sheets, 楼栋: moved }))
    await confirmed(cloud, importId, true)
    await timer()
    expect([gridsOf(buildingId)[1], movedAt(buildingId)]).toEqual([['west-1'], expect.any(Number)])
    cloud.clock.moveTo(4 * minute)
    await timer()
    expect([gridsOf(buildingId)[1], movedAt(buildingId)]).toEqual([['west-2'], undefined])
  })

  it('that is saved without moving asks nothing of the timer', async () => {
    const building = await made('68号楼')
    expect(await save(building, { floors: 7 })).toBe('ok')
    expect(movedAt(building.buildingId)).toBeUndefined()
  })
})

describe('the directory at a glance', () => {
  it('counts no building that an import has only laid ready', async () => {
    const count = async () => (await dataAs(cloud, secretary, 'directory.show', westStreet))['buildings']
    const before = Number(await count())
    await made('69号楼')
    const staged = { importId: 'never-confirmed', at: 1, fields: null }
    const hidden = { _id: 'hidden', ...inHeyuan, gridId: null, name: '', order: 0, units: [], isNew: true, staged }
    put(cloud.database, 'buildings', [hidden])
    expect(await count()).toBe(before + 1)
  })
})
