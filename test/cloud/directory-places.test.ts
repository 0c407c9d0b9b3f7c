import type { LocalCloud } from '../../src/local/start'
import { startProduct } from './support/cloud'
import { kept, outcome, westStreet } from './support/directory'
import {
  callAs,
  consent,
  dataAs,
  dutyMember,
  freshKey,
  gridLeader,
  otherGridLeader,
  otherSecretary,
  secretary,
} from './support/people'
import { filed, filer } from './support/requests'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startProduct()
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
  readonly mine: boolean
  readonly mark: string
}
const inHeyuan = { ...westStreet, estateId: 'heyuan' }
const buildings = async (openid = secretary) => {
  const input = { ...inHeyuan, cursor: null }
  return (await dataAs<{ buildings: readonly Shown[] }>(cloud, openid, 'directory.buildings', input)).buildings
}
async function shown(buildingId: string): Promise<Shown> {
  const found = (await buildings()).find((one) => one.buildingId === buildingId)
  if (!found) throw new Error(`${buildingId} is not there`)
  return found
}
const aNewBuilding = (name: string, over: object = {}) => ({
  ...{ ...inHeyuan, buildingId: null, seen: null, name, order: null, gridId: 'west-1' },
  ...{ units: [{ id: null, name: '1单元' }], floors: 6, roomsPerFloor: 2, ...over },
})
const formOf = ({ buildingId, mark, name, order, gridId, units, floors, roomsPerFloor }: Shown, over: object = {}) => ({
  ...{ ...inHeyuan, buildingId, seen: mark, name, order, gridId, units, floors, roomsPerFloor, ...over },
})
const save = (input: object, openid = gridLeader, key?: string) => outcome(cloud, openid, 'building.save', input, key)
const made = async (name: string, over: object = {}) =>
  String((await dataAs(cloud, secretary, 'building.save', aNewBuilding(name, over)))['buildingId'])
const remove = async (buildingId: string, openid = secretary) =>
  outcome(cloud, openid, 'building.remove', { buildingId, seen: (await shown(buildingId)).mark })
const atDoor = (buildingId: string) =>
  outcome(cloud, 'somebody', 'door.open', { by: 'place', buildingId, unitId: null })

describe('a building', () => {
  it('that a grid leader enters in the own grid is there for residents, in the next revision', async () => {
    const { revision } = kept(cloud)
    const data = await dataAs(cloud, gridLeader, 'building.save', aNewBuilding('6号楼'))
    expect(data).toEqual({ buildingId: expect.stringMatching(/^b[0-9a-z]{20}$/), revision: revision + 1 })
    expect(await atDoor(String(data['buildingId']))).toBe('ok')
    expect(await shown(String(data['buildingId']))).toMatchObject({
      ...{ name: '6号楼', order: 6, gridId: 'west-1', floors: 6, roomsPerFloor: 2, mine: true },
      units: [{ id: expect.stringMatching(/^u/), name: '1单元' }],
    })
    expect(cloud.database.find('directories', { communityId: 'west-street', revision })).toHaveLength(1)
  })

  it('keeps the ids of the units that stay when others come', async () => {
    const before = await shown('heyuan-2')
    const units = [
      ...before.units.map(({ id }) => ({ id, name: `新${id.slice(-1)}单元` })),
      { id: null, name: '9单元' },
    ]
    expect(await save(formOf(before, { units }))).toBe('ok')
    const after = await shown('heyuan-2')
    expect(after.units.slice(0, before.units.length).map(({ id }) => id)).toEqual(before.units.map(({ id }) => id))
    expect(after.units).toHaveLength(before.units.length + 1)
  })

  it('is refused where another of the estate is called so, however it is said', async () => {
    expect(await save(aNewBuilding('一栋'))).toBe('building.same-name')
    expect(await save(aNewBuilding('1号楼'))).toBe('building.same-name')
    const twice = [
      { id: null, name: '1单元' },
      { id: null, name: '一单元' },
    ]
    expect(await save(aNewBuilding('70号楼', { units: twice }))).toBe('building.same-name')
  })

  it.each([
    ['an estate of nobody', { estateId: 'gone' }, 'estate.missing'],
    ['a building of nobody', { buildingId: 'gone', seen: '0'.repeat(16) }, 'building.missing'],
    ['a building of another community', { buildingId: 'mill-1-building', seen: '0'.repeat(16) }, 'building.missing'],
    ['words that the content check refuses', { name: '【违规】楼' }, 'content.refused'],
  ])('is refused with %s', async (_, over, refused) => {
    expect(await save(aNewBuilding('71号楼', over), secretary)).toBe(refused)
  })

  it('of a grid that is not there is refused', async () => {
    expect(await save(aNewBuilding('72号楼', { gridId: 'mill-1' }), secretary)).toBe('grid.missing')
  })

  it('is moved into another grid by the secretary, and by no grid leader', async () => {
    const id = await made('73号楼')
    const form = async (gridId: string | null) => formOf(await shown(id), { gridId })
    expect(await save(await form('west-2'))).toBe('building.not-your-grid')
    expect(await save(await form(null))).toBe('building.not-your-grid')
    expect(await save(await form('west-2'), secretary)).toBe('ok')
    expect((await buildings(gridLeader)).find(({ buildingId }) => buildingId === id)?.mine).toBe(false)
    expect((await buildings(otherGridLeader)).find(({ buildingId }) => buildingId === id)?.mine).toBe(true)
  })

  it('is changed by nobody outside of its grid', async () => {
    const form = formOf(await shown('heyuan-1'))
    const answers = await Promise.all(
      [otherGridLeader, dutyMember, otherSecretary, 'nobody'].map((openid) => save(form, openid)),
    )
    expect(answers).toEqual(Array.from({ length: 4 }, () => 'role.forbidden'))
  })

  it('saved by two at once from one form is saved once', async () => {
    const form = formOf(await shown('heyuan-3'))
    const both = await Promise.all([save({ ...form, floors: 5 }), save({ ...form, floors: 7 }, secretary)])
    expect(both.sort()).toEqual(['building.moved', 'ok'])
  })

  it('entered by two at once under one name is there once', async () => {
    const both = await Promise.all([save(aNewBuilding('74号楼')), save(aNewBuilding('74号楼'), secretary)])
    expect(both.sort()).toEqual(['building.same-name', 'ok'])
    expect((await buildings()).filter(({ name }) => name === '74号楼')).toHaveLength(1)
  })

  it('whose reply was lost is there once', async () => {
    const key = freshKey()
    expect(await save(aNewBuilding('75号楼'), gridLeader, key)).toBe('ok')
    expect(await save(aNewBuilding('75号楼'), gridLeader, key)).toBe('ok')
  })

  it('takes the place that an import laid ready and nobody sees', async () => {
    const id = await made('76号楼')
    await remove(id)
    const staged = { importId: 'never-confirmed', at: 1, fields: null }
    cloud.database.insert('buildings', [
      {
        ...{ _id: id, communityId: 'west-street', estateId: 'heyuan', gridId: null, name: '', order: 0, units: [] },
        ...{ isNew: true, staged, shape: 1, version: 1 },
      },
    ])
    expect(await made('76号楼')).toBe(id)
    expect(cloud.database.get('buildings', id)).toEqual(expect.not.objectContaining({ isNew: true }))
    expect(await atDoor(id)).toBe('ok')
  })

  it('that a confirmed import has changed is changed as people see it', async () => {
    const id = await made('77号楼')
    const row = cloud.database.get('buildings', id) as object
    const { _id, shape, version, ...fields } = row as unknown as Record<string, unknown>
    const staged = { importId: 'confirmed', at: 1, fields: { ...fields, floors: 18 } }
    cloud.database.modify('buildings', { _id: id }, { $set: { staged } })
    cloud.database.modify('communities', { _id: 'west-street' }, { $set: { shownImport: 'confirmed' } })
    expect([_id, shape, version, (await shown(id)).floors]).toEqual([id, 1, 1, 18])
    expect(await save(formOf(await shown(id), { roomsPerFloor: 4 }))).toBe('ok')
    expect(await shown(id)).toMatchObject({ floors: 18, roomsPerFloor: 4 })
  })
})

describe('a building that is taken out', () => {
  it('is gone for residents, and from the areas of those who served it', async () => {
    const id = await made('80号楼')
    const agency = {
      ...{ ...westStreet, agencyId: null, seen: null, name: '只管80号楼', roles: ['termite'], phones: [] },
      serviceArea: { estateIds: ['heyuan'], gridIds: [], buildingIds: [id] },
    }
    await dataAs(cloud, secretary, 'agency.save', agency)
    expect(await remove(id, gridLeader)).toBe('ok')
    expect(await atDoor(id)).toBe('door.unknown')
    expect(kept(cloud).agencies.find(({ name }) => name === '只管80号楼')?.serviceArea).toEqual({
      estateIds: ['heyuan'],
    })
  })

  it('stays while a code for it hangs somewhere, and goes once it is revoked', async () => {
    const buildingId = await made('81号楼')
    const { codes } = await dataAs<{ codes: { code: string }[] }>(cloud, secretary, 'doorcode.make', {
      ...{ buildingId, doors: [null] },
    })
    expect(await remove(buildingId)).toBe('building.has-codes')
    await dataAs(cloud, secretary, 'doorcode.revoke', { code: codes[0]?.code, why: '拆了' })
    expect(await remove(buildingId)).toBe('ok')
  })

  it('stays while somebody lives there', async () => {
    const buildingId = await made('82号楼')
    await consent(cloud, 'somebody-at-home')
    await dataAs(cloud, 'somebody-at-home', 'home.declare', { buildingId, unitId: null, room: '301' })
    expect(await remove(buildingId)).toBe('building.has-homes')
  })

  it('stays while a request from there is not over', async () => {
    const buildingId = await made('83号楼')
    await consent(cloud, filer)
    await filed(cloud, { buildingId })
    expect(await remove(buildingId)).toBe('building.has-requests')
  })

  it('loses no unit in which somebody lives', async () => {
    const buildingId = await made('85号楼')
    const before = await shown(buildingId)
    await consent(cloud, 'somebody-in-a-unit')
    await dataAs(cloud, 'somebody-in-a-unit', 'home.declare', {
      ...{ buildingId, unitId: before.units[0]?.id, room: '301' },
    })
    expect(await save(formOf(before, { units: [] }))).toBe('building.unit-in-use')
  })

  it('stays where somebody changed it meanwhile', async () => {
    const input = { buildingId: 'heyuan-4', seen: '0'.repeat(16) }
    expect(await outcome(cloud, secretary, 'building.remove', input)).toBe('building.moved')
  })
})

const marksOf = async (kind: 'grids' | 'estates') => {
  const data = await dataAs<Record<typeof kind, { gridId?: string; estateId?: string; mark: string }[]>>(
    ...([cloud, secretary, 'directory.show', westStreet] as const),
  )
  return new Map(data[kind].map((one) => [one.gridId ?? one.estateId, one.mark]))
}

describe('a grid', () => {
  const saveGrid = (input: object, openid = secretary) =>
    outcome(cloud, openid, 'grid.save', { ...westStreet, ...input })
  const removeGrid = async (gridId: string) =>
    outcome(cloud, secretary, 'grid.remove', { ...westStreet, gridId, seen: (await marksOf('grids')).get(gridId) })

  it('is made, called otherwise and taken out by the secretary', async () => {
    const { gridId } = await dataAs(cloud, secretary, 'grid.save', {
      ...{ ...westStreet, gridId: null, seen: null, name: '第九网格' },
    })
    const id = String(gridId)
    expect(await saveGrid({ gridId, seen: (await marksOf('grids')).get(id), name: '第十网格' })).toBe('ok')
    expect(kept(cloud).grids).toContainEqual({ id, name: '第十网格' })
    expect(await removeGrid(id)).toBe('ok')
    expect(kept(cloud).grids.map((grid) => grid.id)).not.toContain(id)
  })

  it('is not made by a grid leader, nor twice under one name', async () => {
    const input = { gridId: null, seen: null, name: '第一网格' }
    expect(await saveGrid(input, gridLeader)).toBe('role.forbidden')
    expect(await saveGrid(input)).toBe('grid.same-name')
  })

  it('that others changed is not written over', async () => {
    expect(await saveGrid({ gridId: 'west-1', seen: '0'.repeat(16), name: '新名' })).toBe('grid.moved')
  })

  it('stays while somebody serves it, buildings stand in it, or somebody works there', async () => {
    expect(await removeGrid('west-1')).toBe('grid.has-agencies')
    cloud.database.modify('communities', { _id: 'west-street' }, { $pull: { agencies: { id: 'west-grid-1' } } })
    expect(await removeGrid('west-1')).toBe('grid.has-buildings')
    cloud.database.modify('buildings', { gridId: 'west-1' }, { $set: { gridId: null } }, { multi: true })
    expect(await removeGrid('west-1')).toBe('grid.has-members')
    cloud.database.modify(
      'buildings',
      { gridId: null, estateId: 'heyuan' },
      { $set: { gridId: 'west-1' } },
      { multi: true },
    )
  })
})

describe('an estate', () => {
  const saveEstate = (input: object, openid = secretary) =>
    outcome(cloud, openid, 'estate.save', { ...westStreet, ...input })
  const removeEstate = async (estateId: string) =>
    outcome(cloud, secretary, 'estate.remove', {
      ...{ ...westStreet, estateId, seen: (await marksOf('estates')).get(estateId) },
    })

  it('is made, called otherwise with its answers kept, and taken out', async () => {
    const { estateId } = await dataAs(cloud, secretary, 'estate.save', {
      ...{ ...westStreet, estateId: null, seen: null, name: '新苑小区', address: '新街1号' },
    })
    const id = String(estateId)
    await dataAs(cloud, secretary, 'setting.save', {
      ...{ ...westStreet, estateId: id, settingId: 'elevator.exists', value: 'none', seen: null },
    })
    const seen = (await marksOf('estates')).get(id)
    expect(await saveEstate({ estateId, seen, name: '新苑', address: '' })).toBe('ok')
    expect(kept(cloud).estates.find((estate) => estate.id === id)).toMatchObject({
      ...{ name: '新苑', address: '', settings: [{ id: 'elevator.exists', value: 'none' }] },
    })
    expect(await removeEstate(id)).toBe('ok')
  })

  it('stays while somebody serves it or buildings stand in it', async () => {
    expect(await removeEstate('heyuan')).toBe('estate.has-agencies')
    cloud.database.modify('communities', { _id: 'west-street' }, { $set: { agencies: [] } })
    expect(await removeEstate('heyuan')).toBe('estate.has-buildings')
  })

  it('is not called as another', async () => {
    const { name } = kept(cloud).estates[0] ?? { name: '' }
    expect(await saveEstate({ estateId: null, seen: null, name, address: '' })).toBe('estate.same-name')
  })
})

interface Question {
  readonly settingId: string
  readonly value: string | null
  readonly inherited: string | null
  readonly open: { readonly why: string; readonly matters: number; readonly matterIds: readonly string[] } | null
}
describe('the plain questions', () => {
  const ask = (estateId: string | null = null, openid = secretary) =>
    dataAs<{ questions: readonly Question[] }>(cloud, openid, 'setting.list', { ...westStreet, estateId })
  const question = async (settingId: string, estateId: string | null = null) =>
    (await ask(estateId)).questions.find((one) => one.settingId === settingId)
  const answer = (over: object, openid = secretary) =>
    outcome(cloud, openid, 'setting.save', { ...westStreet, estateId: null, ...over })

  it('say which are open, and for how many matters an answer would be better', async () => {
    const { questions } = await ask()
    const open = questions.filter((one) => one.open !== null)
    expect(open.length).toBeGreaterThan(0)
    for (const one of open) {
      expect([one.settingId, one.open?.matters ?? 0]).toEqual([one.settingId, expect.any(Number)])
      expect(one.open?.matterIds.length).toBeGreaterThan(0)
    }
    expect(JSON.stringify(questions).length).toBeLessThan(32_000)
  })

  it('are answered with a choice, an agency or a text, and taken back', async () => {
    await answer({ settingId: 'renewal.plan', value: '明年动工', seen: null })
    expect(await question('renewal.plan')).toMatchObject({ value: '明年动工', open: null })
    expect(await answer({ settingId: 'renewal.plan', value: null, seen: '明年动工' })).toBe('ok')
    expect(await question('renewal.plan')).toMatchObject({ value: null, open: { why: 'blank' } })
  })

  it('hold for an estate with its own answer over the community’s', async () => {
    const before = await question('heating.exists', 'heyuan')
    const value = before?.inherited === 'none' ? 'central' : 'none'
    expect(await answer({ estateId: 'heyuan', settingId: 'heating.exists', value, seen: before?.value ?? null })).toBe(
      'ok',
    )
    expect(await question('heating.exists', 'heyuan')).toMatchObject({ value, inherited: before?.inherited })
    expect((await question('heating.exists'))?.value).toBe(before?.inherited)
  })

  it.each([
    ['a question that nobody asks', { settingId: 'magic.exists', value: 'yes' }, 'setting.unknown'],
    ['a choice that is none', { settingId: 'drainage.redline', value: 'maybe' }, 'setting.bad-value'],
    ['an agency that is not listed', { settingId: 'renewal.contractor', value: 'gone' }, 'setting.bad-value'],
    ['an estate of nobody', { estateId: 'gone', settingId: 'renewal.plan', value: '好' }, 'estate.missing'],
    ['words that the content check refuses', { settingId: 'renewal.plan', value: '【违规】' }, 'content.refused'],
    ['another answer than was seen', { settingId: 'renewal.plan', value: '好', seen: '不好' }, 'setting.moved'],
  ])('are not answered with %s', async (_, over, refused) => {
    const { value } = (await question((over as { settingId: string }).settingId)) ?? { value: null }
    expect(await answer({ seen: value, ...over })).toBe(refused)
  })

  it('are the secretary’s to answer, and the grid leader’s to read', async () => {
    const input = { settingId: 'renewal.plan', value: '好', seen: null }
    expect(await answer(input, gridLeader)).toBe('role.forbidden')
    expect(await answer(input, otherSecretary)).toBe('role.forbidden')
    expect((await ask(null, gridLeader)).questions.length).toBeGreaterThan(0)
  })

  it('answered by two at once keep one answer, and the other is told', async () => {
    const both = await Promise.all(
      ['今年', '明年'].map((value) => answer({ settingId: 'renewal.plan', value, seen: null })),
    )
    expect(both.sort()).toEqual(['ok', 'setting.moved'])
    const reply = await callAs(cloud, secretary, 'setting.list', { ...westStreet, estateId: null })
    expect(reply.ok).toBe(true)
  })
})
