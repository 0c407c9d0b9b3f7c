import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { dataAs, gridLeader, secretary } from '../cloud/support/people'
import { startAt } from '../support/door-app'
import type { Weapp, WeappOptions } from '../support/weapp'

jest.setTimeout(120_000)

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
})
afterAll(() => cloud.close())

function open(page: string, query: Record<string, string>, openid = secretary, options: WeappOptions = {}): Weapp {
  return startAt(cloud, query, {
    connect: { url: cloud.url, openid },
    cloud: (name, data) => cloud.invoke(name, data, { openid, source: 'wx_client' }),
    launch: { path: `pages/directory/${page}/index`, query, scene: 1001 },
    ...options,
  })
}
const has = (app: Weapp, selector: string) => app.page.findAll(selector).length > 0
/** Longer than the first call of a function takes on a busy computer (ms). */
const patience = 20_000
const shows = (app: Weapp, selector: string) => app.until(() => has(app, selector), patience)
const says = (app: Weapp, text: string) => app.untilText(text, patience)
const gone = (app: Weapp, selector: string) => app.until(() => !has(app, selector), patience)
const tap = async (app: Weapp, selector: string) => {
  await shows(app, selector)
  app.page.tap(selector)
}
const type = async (app: Weapp, selector: string, words: string) => {
  await shows(app, selector)
  app.page.type(selector, words)
  await app.until(() => app.page.find(selector).attribute('value') === words, patience)
}
const west = { c: 'west-street' }
const heyuan = { ...west, estate: 'heyuan' }

interface Directory {
  readonly grids: readonly { readonly gridId: string; readonly name: string; readonly mark: string }[]
  readonly estates: readonly { readonly estateId: string; readonly name: string; readonly mark: string }[]
}
interface Building {
  readonly buildingId: string
  readonly name: string
  readonly order: number
  readonly gridId: string | null
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly floors: number | null
  readonly roomsPerFloor: number | null
  readonly mark: string
}
const directory = () => dataAs<Directory>(cloud, secretary, 'directory.show', { communityId: 'west-street' })
const buildings = async (estateId = 'heyuan') => {
  const input = { communityId: 'west-street', estateId, cursor: null }
  return (await dataAs<{ buildings: readonly Building[] }>(cloud, secretary, 'directory.buildings', input)).buildings
}
const shown = async (buildingId: string) => {
  const found = (await buildings()).find((one) => one.buildingId === buildingId)
  if (!found) throw new Error(`${buildingId} is not there`)
  return found
}
const save = (over: object) =>
  dataAs<{ buildingId: string }>(cloud, secretary, 'building.save', {
    ...{ communityId: 'west-street', estateId: 'heyuan', buildingId: null, seen: null, order: null, gridId: null },
    ...{ units: [], floors: null, roomsPerFloor: null, ...over },
  })
const addGrid = (name: string) =>
  dataAs<{ gridId: string }>(cloud, secretary, 'grid.save', {
    ...{ communityId: 'west-street', gridId: null, seen: null, name },
  })
const gridNamed = async (name: string) => (await directory()).grids.find((grid) => grid.name === name)

describe('小区和楼栋', () => {
  it('leads from an estate to its buildings, each with grid, units and floors', async () => {
    const app = open('places', west)
    await tap(app, '#estate-heyuan')
    await shows(app, '#building-heyuan-1')
    expect(app.page.find('#building-heyuan-1').text).toContain('第一网格 · 3个单元')
    await tap(app, '#building-heyuan-1')
    await app.until(() => app.page.route === 'pages/directory/building/index', patience)
    await shows(app, '#building-save')
    expect(app.page.find('#building-name').attribute('value')).toBe((await shown('heyuan-1')).name)
  })

  it('adds a grid, gives it another name and takes it out after a question', async () => {
    const app = open('places', west)
    await tap(app, '#grid-add')
    await tap(app, '#grid-sheet-main')
    await says(app, '请先填网格的名称')
    await type(app, '#grid-name', '河东网格')
    await tap(app, '#grid-sheet-main')
    await says(app, '网格保存好了')
    const { gridId } = (await gridNamed('河东网格')) ?? { gridId: '' }
    await tap(app, `#grid-${gridId}`)
    await type(app, '#grid-name', '河西网格')
    await tap(app, '#grid-sheet-main')
    await app.until(
      () => has(app, `#grid-${gridId}`) && app.page.find(`#grid-${gridId}`).text.includes('河西网格'),
      patience,
    )
    await tap(app, `#grid-${gridId}`)
    await tap(app, '#grid-take-out')
    await tap(app, '#grid-remove-main')
    await says(app, '网格删掉了')
    expect(await gridNamed('河西网格')).toBeUndefined()
  })

  it('says why a grid cannot go', async () => {
    const app = open('places', west)
    await tap(app, '#grid-west-1')
    await tap(app, '#grid-take-out')
    await tap(app, '#grid-remove-main')
    await says(app, '还有单位的服务范围是这个网格')
    expect(await gridNamed('第一网格')).toBeDefined()
  })

  it('keeps what was typed where somebody else saved meanwhile, and saves it with the next tap', async () => {
    const { gridId } = await addGrid('南片')
    const app = open('places', west)
    await tap(app, `#grid-${gridId}`)
    await type(app, '#grid-name', '我改的名')
    const mark = (await gridNamed('南片'))?.mark ?? ''
    await dataAs(cloud, secretary, 'grid.save', { communityId: 'west-street', gridId, seen: mark, name: '别人改的名' })
    await tap(app, '#grid-sheet-main')
    await says(app, '现在叫“别人改的名”')
    expect(app.page.find('#grid-name').attribute('value')).toBe('我改的名')
    expect(await gridNamed('别人改的名')).toBeDefined()
    await tap(app, '#grid-sheet-main')
    await gone(app, '#grid-sheet')
    expect(await gridNamed('我改的名')).toBeDefined()
  })

  it('adds an estate with its address, and offers the ways to its first buildings', async () => {
    const app = open('places', west)
    await tap(app, '#estate-add')
    await type(app, '#estate-name', '新柳小区')
    await type(app, '#estate-address', '西街20号')
    await tap(app, '#estate-sheet-main')
    await says(app, '小区保存好了')
    const estate = (await directory()).estates.find(({ name }) => name === '新柳小区')
    await tap(app, `#estate-${estate?.estateId ?? ''}`)
    await says(app, '这个小区还没有楼栋')
    await shows(app, '#building-add')
    await tap(app, '#estate-change')
    await tap(app, '#estate-take-out')
    await tap(app, '#estate-remove-main')
    await shows(app, '#estate-add')
    expect((await directory()).estates.map(({ name }) => name)).not.toContain('新柳小区')
  })

  it('shows a grid leader everything, and lets them add buildings but no grids', async () => {
    const app = open('places', { ...west, g: 'west-1' }, gridLeader)
    await shows(app, '#grid-west-2')
    expect(has(app, '#grid-add')).toBe(false)
    expect(has(app, '#estate-add')).toBe(false)
    await tap(app, '#estate-heyuan')
    await shows(app, '#building-add')
    expect(has(app, '#plan-open')).toBe(false)
  })

  it('says so where an estate is gone, and where no community was named', async () => {
    await says(open('places', { ...west, estate: 'nowhere' }), '没有找到这个小区')
    await shows(open('places', {}), '#state-action')
  })

  it('waits for the network', async () => {
    const app = open('places', west)
    app.setOffline(true)
    await says(app, '现在没有网络')
    app.setOffline(false)
    await shows(app, '#estate-heyuan')
  })
})

describe('一次加好多栋', () => {
  it('says what will come before it is asked for, and leads to the preview', async () => {
    const app = open('places', { ...heyuan, plan: '1' })
    await shows(app, '#plan-go')
    await type(app, '#plan-first', '21')
    await says(app, '21号楼到25号楼，每栋4个单元，每单元12户，一共240户。')
    await type(app, '#plan-units', '0')
    await says(app, '每栋12户，一共60户。')
    expect(cloud.database.find('imports', { kind: 'plan' })).toEqual([])
    await tap(app, '#plan-go')
    await app.until(() => app.page.route === 'pages/directory/import/index', patience)
    expect(cloud.database.find('imports', { kind: 'plan' })).toHaveLength(1)
    expect((await buildings()).map(({ name }) => name)).not.toContain('21号楼')
  })

  it('keeps the numbers until they are sent, and says which is out of bounds', async () => {
    const app = open('places', { ...west, plan: '1' })
    await type(app, '#plan-buildings', '500')
    await says(app, '请填1到100之间的数')
    await tap(app, '#plan-go')
    await says(app, '请先选加在哪个小区')
    expect(app.page.route).toBe('pages/directory/places/index')
    expect(app.page.find('#plan-buildings').attribute('value')).toBe('500')
  })

  it('counts rooms that are too many', async () => {
    const app = open('places', { ...heyuan, plan: '1' })
    await type(app, '#plan-buildings', '100')
    await type(app, '#plan-floors', '100')
    await says(app, '太多了')
    await tap(app, '#plan-with-rooms')
    await app.until(() => !app.page.text.includes('太多了'), patience)
  })
})

describe('楼栋', () => {
  it('is entered with its units at a tap, and the next one after it', async () => {
    const app = open('building', heyuan)
    await tap(app, '#building-save')
    await says(app, '请先填楼栋的名称')
    await type(app, '#building-name', '31号楼')
    await tap(app, '#units-4')
    await shows(app, '#unit-3')
    await type(app, '#building-floors', '6')
    await tap(app, '#building-grid-in-west-2')
    await shows(app, '#building-grid-in-west-2.choice-on')
    await tap(app, '#building-save')
    await says(app, '31号楼加好了')
    const saved = (await buildings()).find(({ name }) => name === '31号楼')
    expect(saved).toMatchObject({ gridId: 'west-2', floors: 6, roomsPerFloor: null })
    expect(saved?.units.map(({ name }) => name)).toEqual(['1单元', '2单元', '3单元', '4单元'])
    await tap(app, '#building-next')
    await app.until(() => app.page.find('#building-name').attribute('value') === '', patience)
  })

  it('gets its units other names, more of them and fewer, and keeps those that stay', async () => {
    const { buildingId } = await save({
      name: '32号楼',
      units: [
        { id: null, name: '1单元' },
        { id: null, name: '2单元' },
      ],
    })
    const before = await shown(buildingId)
    const app = open('building', { ...heyuan, building: buildingId })
    await tap(app, '#unit-0')
    await type(app, '#unit-name', '2单元')
    await tap(app, '#unit-sheet-main')
    await says(app, '已经有一个同名的单元')
    await type(app, '#unit-name', '东单元')
    await tap(app, '#unit-sheet-main')
    await gone(app, '#unit-sheet')
    await tap(app, '#unit-1')
    await tap(app, '#unit-remove')
    await gone(app, '#unit-1')
    await tap(app, '#unit-add')
    await shows(app, '#unit-1')
    await tap(app, '#building-save')
    await says(app, '保存好了')
    expect((await shown(buildingId)).units).toMatchObject([
      { id: before.units[0]?.id, name: '东单元' },
      { name: '2单元' },
    ])
  })

  it('keeps what was typed on this phone until it is saved', async () => {
    const { buildingId } = await save({ name: '33号楼' })
    const query = { ...heyuan, building: buildingId }
    const first = open('building', query)
    await type(first, '#building-name', '33号楼东')
    const storage = Object.fromEntries([...first.storage].map(([key, text]) => [key, JSON.parse(text) as unknown]))
    const app = open('building', query, secretary, { storage })
    await says(app, '这是您上次没保存的改动')
    expect(app.page.find('#building-name').attribute('value')).toBe('33号楼东')
    await tap(app, '#building-reset')
    await app.until(() => app.page.find('#building-name').attribute('value') === '33号楼', patience)
    expect(app.page.text).not.toContain('这是您上次没保存的改动')
    expect(has(app, '#building-reset')).toBe(false)
  })

  it('shows what somebody else saved meanwhile, and loses nothing that was typed', async () => {
    const { buildingId } = await save({ name: '34号楼' })
    const app = open('building', { ...heyuan, building: buildingId })
    await type(app, '#building-floors', '11')
    await save({ name: '34号楼', buildingId, seen: (await shown(buildingId)).mark, floors: 7 })
    await tap(app, '#building-save')
    await says(app, '刚才有人改过这栋楼')
    await says(app, '不分单元 · 7层')
    expect(app.page.find('#building-floors').attribute('value')).toBe('11')
    await tap(app, '#building-save')
    await says(app, '保存好了')
    expect((await shown(buildingId)).floors).toBe(11)
  })

  it('is taken out after a question', async () => {
    const { buildingId } = await save({ name: '35号楼' })
    const app = open('building', { ...heyuan, building: buildingId })
    await tap(app, '#building-take-out')
    await tap(app, '#building-remove-other')
    await gone(app, '#building-remove')
    await tap(app, '#building-take-out')
    await tap(app, '#building-remove-main')
    await gone(app, '#building-remove')
    expect((await buildings()).map(({ name }) => name)).not.toContain('35号楼')
  })

  it('with codes in force does not go, and leads to them', async () => {
    const app = open('building', { ...heyuan, building: 'heyuan-1' })
    await tap(app, '#building-take-out')
    await tap(app, '#building-remove-main')
    await says(app, '这栋楼还有在用的门码')
    await tap(app, '#remove-to-codes')
    await app.until(() => app.page.route === 'pages/directory/codes/index', patience)
  })

  it('of another grid can be read only', async () => {
    const app = open('building', { ...heyuan, g: 'west-1', building: 'heyuan-5' }, gridLeader)
    await says(app, '这栋楼不在您的网格里')
    expect(app.page.find('#fact-units').text).toContain('1单元、2单元')
    expect(has(app, '#building-save')).toBe(false)
    expect(has(app, '#building-more')).toBe(false)
  })

  it('that a grid leader enters lies in the own grid', async () => {
    const app = open('building', { ...heyuan, g: 'west-1' }, gridLeader)
    await type(app, '#building-name', '36号楼')
    expect(has(app, '#building-grid')).toBe(false)
    await tap(app, '#building-save')
    await says(app, '36号楼加好了')
    expect((await buildings()).find(({ name }) => name === '36号楼')?.gridId).toBe('west-1')
  })

  it('that is gone says so', async () => {
    await says(open('building', { ...heyuan, building: 'nowhere' }), '没有找到这栋楼')
  })
})
